"""Comments are put around the very words, whatever runs the words are cut into, and no word moves."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.output.word_files import document, enclosed, local, paragraph, run, text_of

from cchc.output.word_anchor import Line

RUNS = st.lists(
    st.lists(st.text("ab ế\u0301<&", min_size=0, max_size=4), min_size=1, max_size=3), min_size=1, max_size=5
)
WRAPS = st.lists(st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>"]), min_size=5, max_size=5)


def tree(body: str) -> etree._Element:
    return etree.fromstring(document(body))


def line(root: etree._Element) -> Line:
    return Line((e, e.text or "") for e in root.iter("{*}t"))


def built(runs: list[list[str]], wraps: list[str]) -> etree._Element:
    """Return a document whose runs hold one or more `w:t` each, some in an insertion or a hyperlink."""

    def written(texts: list[str]) -> str:
        inner = "".join(f"<w:t>{t.replace('&', '&amp;').replace('<', '&lt;')}</w:t>" for t in texts)
        return f"<w:r><w:rPr><w:b/></w:rPr>{inner}</w:r>"

    return tree(paragraph(*(wrap.format(written(texts)) for texts, wrap in zip(runs, wraps, strict=False))))


@given(RUNS, WRAPS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_any_spans_over_any_runs(runs: list[list[str]], wraps: list[str], spans: list[tuple[int, int]]) -> None:
    root = built(runs, wraps)
    text = "".join(t for texts in runs for t in texts)
    held, before = line(root), text_of(root)
    kept = [(min(s), min(max(s), len(text))) for s in spans]
    kept = [(a, b) for a, b in kept if a < b]
    for number, (a, b) in enumerate(kept):
        held.enclose(a, b, number)
    again = etree.fromstring(etree.tostring(root))
    assert text_of(again) == before
    assert enclosed(again) == {number: text[a:b] for number, (a, b) in enumerate(kept)}
    assert all(r.find("{*}rPr/{*}b") is not None for r in again.iter("{*}r") if r.find("{*}t") is not None)


def test_a_run_keeps_its_properties_and_spaces_in_both_halves() -> None:
    root = tree(paragraph(run("Đã giải quyết 141 hồ sơ", "<w:b/><w:sz w:val='28'/>")))
    line(root).enclose(14, 17, 0)
    texts = [t.text for t in root.iter("{*}t")]
    assert texts == ["Đã giải quyết ", "141", " hồ sơ"]
    assert [r.find("{*}rPr/{*}sz") is not None for r in root.iter("{*}r")] == [True, True, False, True]
    assert {t.get("{http://www.w3.org/XML/1998/namespace}space") for t in root.iter("{*}t")} == {"preserve"}


def test_what_is_in_the_run_beside_text_stays_where_it_stood() -> None:
    root = tree(paragraph("<w:r><w:t>a</w:t><w:tab/><w:lastRenderedPageBreak/><w:t>bc</w:t><w:br/><w:t>d</w:t></w:r>"))
    line(root).enclose(1, 2, 0)
    assert text_of(root) == "\na\tbc\vd"
    assert enclosed(root) == {0: "b"}
    assert len(list(root.iter("{*}lastRenderedPageBreak"))) == 1


def test_comments_on_one_span_keep_their_order() -> None:
    root = tree(paragraph("abc"))
    held = line(root)
    held.enclose(1, 2, 7)
    held.enclose(1, 2, 8)
    marks = [f"{local(e)}{next(iter(e.attrib.values()))}" for e in root.iter() if local(e).startswith("comment")]
    assert marks == [
        "commentRangeStart7", "commentRangeStart8", "commentRangeEnd7", "commentReference7", "commentRangeEnd8", "commentReference8",
    ]  # fmt: skip


def test_a_field_a_bound_control_and_an_alternative_are_marked_as_a_whole() -> None:
    wholes = (
        "<w:fldSimple w:instr='DOCPROPERTY x'>{}</w:fldSimple>",
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice></mc:AlternateContent>",
    )
    for whole in wholes:
        root = tree(paragraph("ab", whole.format(run("cdef")), "gh"))
        line(root).enclose(3, 4, 0)
        p = root.find(".//{*}p")
        assert p is not None
        assert local(p[1]) == "commentRangeStart"
        assert enclosed(root) == {0: "cdef"}
        assert text_of(root) == "\nabcdefgh"


def test_a_rich_control_holds_the_comment_on_its_words() -> None:
    root = tree(paragraph(f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('cdef')}</w:sdtContent></w:sdt>"))
    line(root).enclose(1, 2, 0)
    assert enclosed(root) == {0: "d"}


def test_what_stands_in_no_run_cannot_hold_a_comment() -> None:
    root = tree(paragraph("ab"))
    p = root.find(".//{*}p")
    assert p is not None
    held = Line([(p, "\n")])
    assert not held.can_hold(0, 1)
    assert not line(root).can_hold(1, 1)
    assert line(root).can_hold(0, 2)
