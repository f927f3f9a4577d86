"""The page of findings: the report's words unchanged, every finding told once in full, every link leading somewhere."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cchc.model.blocks import Block, Cell
from cchc.model.outcome import (
    ChainStep,
    CheckResult,
    Consequence,
    FigureShown,
    ReadSummary,
    ReportResult,
    Severity,
    SourceShown,
    Unreadable,
    Weakness,
)
from cchc.model.place import Place
from cchc.output.check_html import CheckHtml
from cchc.output.check_html_report import Titles
from cchc.output.check_html_spots import ReportText
from cchc.output.run import ReportShort, Run

SCRIPT = "<script>alert('x')</script> & \"</main>"
TITLES = Titles({"dossiers.received": "Hồ sơ tiếp nhận"}, {"I": "Chỉ đạo", "II.2": "Cải cách thủ tục hành chính"})


def finding(
    code: str, *places: Place, severity: Severity = "warning", figures: tuple[FigureShown, ...] = (), text: str = ""
) -> CheckResult:
    return CheckResult(
        code=code, origin=(), topic="t", title=f"Tên {code}", outcome="fail", severity=severity, basis="sourced",
        message=f"Nhận xét {code} {text}", figures=figures, places=places, why=f"Lý do {code}", fix=f"Sửa {code}",
        source=SourceShown(document="Thông tư 01", seen="2025", clause=f"Điều {code}"),
    )  # fmt: skip


def result(outcomes: Sequence[CheckResult], file: str = "r.docx", unit: str = "Sở A") -> ReportResult:
    return ReportResult(
        file=file, unit=unit, period="tháng 4/2025", verdict="explain", checks=len(outcomes), outcomes=tuple(outcomes),
        weaknesses=(), read=ReadSummary(found=1, expected=2, missing=("dossiers.received",)), profile="p", engine="columns",
    )  # fmt: skip


def written(
    results: Sequence[ReportResult], texts: dict[str, ReportText], unreadable: tuple[Unreadable, ...] = ()
) -> str:
    """Write a run as the command line does: the parts first, then what stands around them."""
    run = Run(unreadable=list(unreadable))
    form = CheckHtml(run, TITLES, texts.get, "vi", every=True)
    parts = []
    for one in results:
        parts.append(form.part(one))
        run.checked.append(ReportShort.of(one))
    return "".join([form.opening(), *parts, form.closing()])


def page(outcomes: Sequence[CheckResult], text: ReportText | None) -> Any:
    """Parse the page strictly: an element that is not closed, or a `<` that was not escaped, fails here."""
    root: Any = etree.fromstring(written([result(outcomes)], {"r.docx": text} if text else {}))
    ids = [str(one) for one in root.xpath("//@id")]
    assert len(ids) == len(set(ids))
    assert {str(href)[1:] for href in root.xpath("//a/@href") if str(href).startswith("#")} <= set(ids)
    return root


def shown(root: Any) -> list[str]:
    """Return the words of each block without the marks and numbers that the page adds."""
    return ["".join(_own(one)) for one in root.xpath("//span[@class='words']")]


def _own(element: Any) -> list[str]:
    texts = [element.text or ""]
    for inner in element:
        texts += [] if "tag" in (inner.get("class") or "").split() else _own(inner)
        texts.append(inner.tail or "")
    return texts


def marked(root: Any) -> list[tuple[str, str]]:
    return [(one.text or "", one.get("class") or "") for one in root.xpath("//mark")]


def words(element: Any) -> str:
    return "".join(element.itertext())


def paragraphs(*texts: str, headings: dict[str, str] | None = None) -> ReportText:
    return ReportText(tuple(Block(text, f"đoạn {n}") for n, text in enumerate(texts, 1)), headings or {})


def at(quote: str | None, block: int = 1, part: str = "I") -> Place:
    return Place(part=part, detail=f"đoạn {block}", quote=quote)


def test_the_words_of_a_finding_are_marked_and_lead_to_it() -> None:
    root = page([finding("AAA101", at("331 hồ sơ"), severity="error")], paragraphs("Sở tiếp nhận 331 hồ sơ."))
    assert shown(root) == ["Sở tiếp nhận 331 hồ sơ."]
    assert marked(root) == [("331 hồ sơ", "error")]
    (number,) = root.xpath("//a[@class='tag error']")
    assert number.text == "■1"
    assert number.get("aria-label") == "Lỗi 1"
    (card,) = root.xpath(f"//*[@id='{number.get('href')[1:]}']")
    for part in (
        "Tên AAA101",
        "Nhận xét AAA101",
        "Sửa AAA101",
        "Lý do AAA101",
        "Thông tư 01, Điều AAA101 (theo văn bản)",
    ):
        assert part in words(card)


def test_overlapping_and_identical_marks_keep_each_its_number() -> None:
    outcomes = [
        finding("AAA101", at("tiếp nhận 331"), severity="info"),
        finding("AAA102", at("331 hồ sơ"), severity="error"),
        finding("AAA103", at("331 hồ sơ")),
    ]
    root = page(outcomes, paragraphs("Sở tiếp nhận 331 hồ sơ."))
    assert marked(root) == [("tiếp nhận ", "info"), ("331", "error"), (" hồ sơ", "error")]
    # What weighs most of a paragraph is told first, and a number stands where its own words end.
    assert [one.text for one in root.xpath("//p//a[contains(@class, 'tag')]")] == ["○3", "■1", "▲2"]
    assert shown(root) == ["Sở tiếp nhận 331 hồ sơ."]


def test_words_that_stand_twice_are_not_guessed() -> None:
    root = page([finding("AAA101", at("5 hồ sơ"))], paragraphs("Có 5 hồ sơ; còn 5 hồ sơ."))
    assert marked(root) == []
    assert [one.text for one in root.xpath("//p//a[contains(@class, 'tag')]")] == ["▲1"]
    (card,) = root.xpath("//article")
    assert "“5 hồ sơ” (không rõ ở chữ nào trong đoạn)" in words(card)


def test_what_is_missing_is_told_where_it_should_be() -> None:
    text = paragraphs("1. Cải cách thể chế", "Không có.", headings={"II.1": "đoạn 1"})
    root = page([finding("AAA101", Place(part="II.1")), finding("AAA102", Place(part="II.1.c"))], text)
    (aside,) = root.xpath("//aside")
    assert words(aside.getprevious()).startswith("1. Cải cách thể chế")
    assert "Báo cáo không có đề mục II.1.c" in words(aside)
    assert "Báo cáo không có đề mục II.1;" not in words(aside)


def test_what_has_no_place_is_told_before_the_text() -> None:
    root = page([finding("AAA101"), finding("AAA102", at("Sở"))], paragraphs("Sở báo cáo."))
    (general,) = root.xpath("//div[@class='general']")
    assert "Nhận xét AAA101" in words(general)
    assert "Nhận xét AAA102" not in words(general)


def test_a_figure_leads_to_where_it_is_stated() -> None:
    here, there = at("331 hồ sơ"), at("320 hồ sơ", 2)
    figure = FigureShown(id="dossiers.new", label="Mới", value=320, unit="hồ sơ", shown="320", places=(there,))
    root = page([finding("AAA101", here, figures=(figure,))], paragraphs("Tiếp nhận 331 hồ sơ.", "Mới 320 hồ sơ."))
    (link,) = root.xpath("//article//a")
    (target,) = root.xpath(f"//*[@id='{link.get('href')[1:]}']")
    assert words(target) == "Mới 320 hồ sơ."


def test_nothing_that_a_report_says_becomes_markup() -> None:
    hostile = finding("AAA101", at("<script>"), text=SCRIPT)
    text = ReportText((Block(SCRIPT, "đoạn 1"), Block(SCRIPT, "ô", cell=Cell(1, 1, 1))), {}, (SCRIPT,))
    source = written([result([hostile], unit=SCRIPT)], {"r.docx": text}, (Unreadable(file="x", error=SCRIPT),))
    root: Any = etree.fromstring(source)
    assert not root.xpath("//script")
    assert shown(root) == [SCRIPT, SCRIPT]
    assert "<script" not in source
    assert source.count("</main>") == 1


def test_a_table_keeps_its_rows_columns_and_spans() -> None:
    cells = (
        Block("Lĩnh vực", "ô 1", cell=Cell(1, 1, 1, rows=2)),
        Block("Hồ sơ", "ô 2", cell=Cell(1, 1, 2, columns=2)),
        Block("Mới", "ô 3", cell=Cell(1, 2, 2)),
        Block("Cũ", "ô 4", cell=Cell(1, 2, 3)),
        Block("7", "ô 5", cell=Cell(1, 3, 3)),
    )
    root = page([finding("AAA101", Place(part="II.2", detail="ô 5", quote="7"))], ReportText(cells, {}))
    rows = [[words(cell) for cell in row.xpath("td")] for row in root.xpath("//table[@class='report']//tr")]
    assert rows == [["Lĩnh vực", "Hồ sơ"], ["Mới", "Cũ"], ["", "", "7▲1"]]
    assert [one.get("rowspan") for one in root.xpath("//td[@rowspan]")] == ["2"]
    assert [one.get("colspan") for one in root.xpath("//td[@colspan]")] == ["2"]


def test_a_footnote_stands_after_the_text_and_is_led_to() -> None:
    blocks = (
        Block("Sở báo cáo.", "đoạn 1", marks=((10, 1),)),
        Block("Số liệu đến 14/4.", "chú thích 1", "footnote", note=1),
    )
    root = page([finding("AAA101", Place(part="I", detail="chú thích 1", quote="14/4"))], ReportText(blocks, {}))
    assert shown(root) == ["Sở báo cáo.", "Số liệu đến 14/4."]
    (mark,) = root.xpath("//sup/a")
    (target,) = root.xpath(f"//*[@id='{mark.get('href')[1:]}']")
    assert "Số liệu đến 14/4" in words(target.getparent())


def test_a_structured_report_is_told_part_by_part() -> None:
    outcomes = [finding("AAA101", at("331", part="II.2")), finding("AAA102", at("b", part="I")), finding("AAA103")]
    root = page(outcomes, None)
    heads = [words(one) for one in root.xpath("//h3[following-sibling::*[1][@class='general']]")]
    assert heads == ["Góp ý chung cho báo cáo", "I. Chỉ đạo", "II.2. Cải cách thủ tục hành chính"]
    assert "“331”" in words(root.xpath("//article")[2])


def test_of_several_reports_the_worst_comes_first_and_leads_to_its_own() -> None:
    good = result([finding("AAA101", severity="info")], "a.docx", "Sở A").model_copy(update={"verdict": "pass"})
    bad = result([finding("AAA101", severity="error")], "b.docx", "Sở B").model_copy(update={"verdict": "mend"})
    lost = Unreadable(file="c.docx", error="c.docx: tệp rỗng; hãy kiểm tra lại")
    root: Any = etree.fromstring(
        written([good, bad], {"a.docx": paragraphs("Một."), "b.docx": paragraphs("Hai.")}, (lost,))
    )
    links = root.xpath("//table[@class='summary']//a")
    assert [one.text for one in links] == ["Sở B", "Sở A"]
    (target,) = root.xpath(f"//*[@id='{links[0].get('href')[1:]}']")
    assert "Hai." in words(target.getparent())
    assert "tệp rỗng" in words(root.xpath("//header")[0])
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_weakness_leads_to_the_findings_it_follows_from() -> None:
    chain = (
        ChainStep(id="AAA101.fail", text="AAA101: 5 trên 6"),
        ChainStep(id="w", text="W", because=("AAA101.fail",)),
    )
    weakness = Weakness(id="w", title="Điểm yếu", chain=chain, cause=(), action=(Consequence(id="a", text="Rà soát"),))
    one = result([finding("AAA101", at("Sở"))]).model_copy(update={"weaknesses": (weakness,)})
    root: Any = etree.fromstring(written([one], {"r.docx": paragraphs("Sở báo cáo.")}))
    (block,) = root.xpath("//div[@class='weakness']")
    assert words(block) == "Điểm yếuVì: AAA101: 5 trên 6Nên làm: Rà soát"
    (link,) = block.iter("a")
    assert root.xpath(f"//article[@id='{link.get('href')[1:]}']")


def test_a_page_needs_no_network_and_no_script() -> None:
    root = page([finding("AAA101", at("Sở"))], paragraphs("Sở báo cáo."))
    assert root.get("lang") == "vi"
    assert not root.xpath("//script | //link | //img | //*[@src]")
    (style,) = root.xpath("//style")
    assert not {"url(", "@import"} & {word for word in ("url(", "@import") if word in (style.text or "")}
    # In HTML a style sheet is raw text: what XML must escape would be read as it is written.
    assert not set("<>&") & set(style.text or "")


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n"), max_size=30)


@st.composite
def reports(draw: st.DrawFn) -> tuple[ReportText, list[CheckResult]]:
    kinds = st.sampled_from(["paragraph", "cell", "footnote", "textbox"])
    blocks: list[Block] = []
    for n, (text, kind) in enumerate(draw(st.lists(st.tuples(TEXTS, kinds), min_size=1, max_size=6)), 1):
        cell = Cell(1, n, 1) if kind == "cell" else None
        marks = ((draw(st.integers(0, len(text))), 1),) if kind == "paragraph" and draw(st.booleans()) else ()
        blocks.append(Block(text, f"đoạn {n}", kind, cell=cell, marks=marks))  # type: ignore[arg-type]
    blocks.append(Block("Chú thích", "chú thích 1", "footnote", note=1))
    places = []
    for block in draw(st.lists(st.sampled_from(blocks), max_size=8)):
        start = draw(st.integers(0, len(block.text)))
        end = draw(st.integers(start, len(block.text)))
        places.append(Place(part="I", detail=block.place, quote=block.text[start:end] or None))
    sizes: st.SearchStrategy[list[Severity]] = st.lists(st.sampled_from(["info", "warning", "error"]), max_size=4)
    own = st.lists(st.sampled_from(places), max_size=4) if places else st.just([])
    outcomes = [finding(f"AAA{n}", *draw(own), severity=one) for n, one in enumerate(draw(sizes), 101)]
    return ReportText(tuple(blocks), {"I": "đoạn 1"}), outcomes


@settings(deadline=None, max_examples=150)
@given(reports())
def test_whatever_is_marked_the_words_stay_and_every_finding_is_told_once(
    report: tuple[ReportText, list[CheckResult]],
) -> None:
    text, outcomes = report
    root = page(outcomes, text)
    groups = (("paragraph", "cell"), ("footnote",), ("textbox",))
    assert shown(root) == [b.text for kinds in groups for b in text.blocks if b.kind in kinds]
    codes = [words(one) for one in root.xpath("//article/h4/span[@class='code']")]
    assert sorted(codes) == [o.code for o in outcomes]
    for outcome in outcomes:
        numbers = root.xpath(f"//article[h4/span[.='{outcome.code}']]/@id")
        tags = root.xpath(f"//a[@href='#{numbers[0]}'][contains(@class, 'tag')]")
        assert bool(tags) == bool(outcome.places)


@pytest.mark.parametrize("unfit", ["\x0b", "\ud800", "\ufffe"])
def test_a_character_that_no_page_can_hold_is_replaced(unfit: str) -> None:
    assert shown(page([], paragraphs(f"a{unfit}b"))) == ["a\ufffdb"]
