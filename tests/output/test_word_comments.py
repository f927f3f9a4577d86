"""Remarks as comments in a copy of a Word file: on the very words, and nothing else in the file is another."""

import os
import shutil
import unicodedata
import zipfile
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.output.word_files import (
    STRICT,
    body_of,
    enclosed,
    existing_comments,
    footnotes,
    paragraph,
    parts,
    run,
    table,
    text_of,
    write,
)

from cchc.model.errors import InputError, UsageError
from cchc.model.place import Place
from cchc.output.word_comments import Remark, annotate

TITLE = "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>BÁO CÁO CẢI CÁCH HÀNH CHÍNH</w:t></w:r></w:p>"
MAY_CHANGE = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def at(detail: str | None, quote: str | None = None, part: str = "II.6") -> Place:
    return Place(part=part, detail=detail, quote=quote)


def remark(*places: Place, code: str = "DOS101") -> Remark:
    return Remark(code, "Số tiếp nhận không bằng tổng.", "Đối chiếu lại.", "Thông tư 01/2020/TT-VPCP", places)


def words(
    source: Path, *remarks: Remark, headings: dict[str, str] | None = None, title: str | None = None
) -> list[str]:
    """Annotate, check that nothing but comments came in, and return what each comment encloses, in their order."""
    target = source.with_name("copy.docx")
    assert annotate(source, target, remarks, headings or {}, title) == ()
    before, after = parts(source), parts(target)
    assert list(after)[: len(before)] == list(before)
    assert set(after) - set(before) <= MAY_CHANGE
    assert {name for name in before if before[name] != after[name]} <= MAY_CHANGE
    assert text_of(body_of(target)) == text_of(body_of(source))
    assert [p.text for p in docx.Document(str(target)).paragraphs] == [
        p.text for p in docx.Document(str(source)).paragraphs
    ]
    return list(enclosed(body_of(target)).values())


def said(path: Path) -> list[str]:
    return [comment.text for comment in docx.Document(str(path)).comments if comment.author == "cchc"]


def test_a_comment_stands_on_the_very_words_and_says_what_to_do(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", TITLE + paragraph("Tiếp nhận 331 hồ sơ, trong đó ", "kỳ trước 6."))
    assert words(source, remark(at("đoạn 2", "331 hồ sơ"))) == ["331 hồ sơ"]
    comments = list(docx.Document(str(tmp_path / "copy.docx")).comments)
    assert [(c.author, c.initials, c.timestamp) for c in comments] == [("cchc", "cchc", None)]
    assert [p.text for p in comments[0].paragraphs] == [
        "[DOS101] Số tiếp nhận không bằng tổng.",
        "Cách sửa: Đối chiếu lại.",
        "Căn cứ: Thông tư 01/2020/TT-VPCP",
    ]


def test_words_broken_over_five_runs(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("tiếp n", "hận ", "3", "3", "1 h", "ồ sơ"))
    assert words(source, remark(at("đoạn 1", "nhận 331 hồ"))) == ["nhận 331 hồ"]


def test_decomposed_text_is_found_by_its_composed_quote(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", "Đã giải quyết trước hạn 141 hồ sơ, đạt tỷ lệ cao")
    source = write(tmp_path / "a.docx", paragraph(text[:9], text[9:25], text[25:]))
    quote = "giải quyết trước hạn 141 hồ sơ"
    assert words(source, remark(at("đoạn 1", quote))) == [unicodedata.normalize("NFD", quote)]


def test_words_in_tables_and_in_tables_within_tables(tmp_path: Path) -> None:
    inner = table((paragraph("Mức 4: 12"),))
    body = paragraph("Biểu") + table(
        (paragraph("Tổng"), paragraph("Đã giải") + paragraph("quyết 141")), (inner, paragraph("5"))
    )
    source = write(tmp_path / "a.docx", body)
    remarks = (
        remark(at("bảng 1, hàng 1, cột 2", "giải\nquyết 141")),
        remark(at("bảng 2, hàng 1, cột 1", "12")),
        remark(at("bảng 1, hàng 2, cột 2")),
    )
    assert words(source, *remarks) == ["giảiquyết 141", "12", "5"]


def test_words_in_an_insertion_a_link_and_a_control_beside_a_deletion(tmp_path: Path) -> None:
    body = (
        paragraph("Có ", f"<w:ins w:id='1' w:author='A'>{run('mười hai')}</w:ins>",
                  "<w:del w:id='2' w:author='A'><w:r><w:delText>mười</w:delText></w:r></w:del>", " hồ sơ")
        + paragraph("Xem ", f"<w:hyperlink w:anchor='x'>{run('cổng dịch vụ công')}</w:hyperlink>")
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Sở Nội vụ')}</w:sdtContent></w:sdt>"
    )  # fmt: skip
    source = write(tmp_path / "a.docx", body)
    remarks = (
        remark(at("đoạn 1", "hai hồ")),
        remark(at("đoạn 2", "dịch vụ")),
        remark(at("đoạn 3", "Nội")),
    )
    assert words(source, *remarks) == ["hai hồ", "dịch vụ", "Nội"]


def test_overlapping_findings_and_two_on_one_span(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một hai ba bốn năm"))
    places = [at("đoạn 1", quote) for quote in ("hai ba bốn", "ba bốn năm", "ba", "ba", "hai ba bốn")]
    assert sorted(words(source, *map(remark, places))) == sorted(p.quote or "" for p in places)


def test_comments_of_others_stay_and_numbers_go_on_after_theirs(tmp_path: Path) -> None:
    marked = (
        "<w:commentRangeStart w:id='4'/>"
        + run("cũ")
        + "<w:commentRangeEnd w:id='4'/><w:r><w:commentReference w:id='4'/></w:r>"
    )
    source = write(tmp_path / "a.docx", paragraph("Chỗ ", marked, " mới"), existing_comments(4))
    assert words(source, remark(at("đoạn 1", "mới")), remark(at("đoạn 1", "cũ"))) == ["cũ", "cũ", "mới"]
    comments = list(docx.Document(str(tmp_path / "copy.docx")).comments)
    assert [(c.comment_id, c.author) for c in comments] == [(4, "Văn thư"), (5, "cchc"), (6, "cchc")]
    assert set(parts(tmp_path / "copy.docx")) == set(parts(source))
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        assert parts(tmp_path / "copy.docx")[name] == parts(source)[name]


def test_words_that_are_not_there_or_stand_twice_leave_the_comment_on_the_block(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("5 hồ sơ, trong đó 5 quá hạn"))
    assert (
        words(source, remark(at("đoạn 1", "9 hồ sơ")), remark(at("đoạn 1", "5"))) == ["5 hồ sơ, trong đó 5 quá hạn"] * 2
    )


def test_a_part_alone_is_marked_at_its_heading_or_at_the_one_above(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", TITLE + paragraph("II. KẾT QUẢ") + paragraph("1. Thể chế"))
    headings = {"II": "đoạn 2", "II.1": "đoạn 3"}
    remarks = (remark(at(None, part="II.1")), remark(at(None, part="II.5.a")), remark(at(None, part="IV")))
    assert words(source, *remarks, headings=headings) == ["BÁO CÁO CẢI CÁCH HÀNH CHÍNH", "II. KẾT QUẢ", "1. Thể chế"]
    assert "Tại:" not in said(tmp_path / "copy.docx")[1]
    assert "Tại: II.5.a" in said(tmp_path / "copy.docx")[2]


def test_findings_without_a_place_share_one_comment_at_the_title(tmp_path: Path) -> None:
    body = paragraph("Số: 12/BC") + TITLE + paragraph("Kết quả")
    source = write(tmp_path / "a.docx", body)
    assert words(source, remark(code="FRM101"), remark(code="FRM102")) == ["BÁO CÁO CẢI CÁCH HÀNH CHÍNH"]
    (text,) = said(tmp_path / "copy.docx")
    assert "[FRM101]" in text
    assert "[FRM102]" in text
    assert words(source, remark(), title="đoạn 3") == ["Kết quả"]


def test_a_footnote_is_marked_where_the_text_refers_to_it(tmp_path: Path) -> None:
    reference = "<w:r><w:footnoteReference w:id='1'/></w:r>"
    source = write(
        tmp_path / "a.docx", paragraph("Đã xử lý 12 hồ sơ", reference, " trong kỳ."), footnotes("Từ 15/3 đến 14/4")
    )
    assert words(source, remark(at("chú thích 1", "15/3"))) == ["sơ"]
    assert "Tại: II.6 (chú thích 1): “15/3”" in said(tmp_path / "copy.docx")[0]


def test_a_text_box_is_marked_on_its_frame(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('DỰ THẢO')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    source = write(tmp_path / "a.docx", paragraph("Trước ", box, " sau"))
    assert words(source, remark(at("khung chữ 1", "THẢO"))) == ["DỰ THẢO"]


def test_what_word_can_mark_nowhere_is_said_at_the_title(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", TITLE)
    assert words(source, remark(at("đầu trang 1", "SỞ NỘI VỤ"))) == ["BÁO CÁO CẢI CÁCH HÀNH CHÍNH"]
    assert "Tại: II.6 (đầu trang 1): “SỞ NỘI VỤ”" in said(tmp_path / "copy.docx")[0]


def test_several_places_are_one_comment_that_names_the_others(tmp_path: Path) -> None:
    long = "chữ " * 40
    source = write(tmp_path / "a.docx", paragraph("có 325 hồ sơ") + paragraph("có 226 hồ sơ") + paragraph(long))
    others = [
        at("đoạn 2", "226 hồ sơ"),
        at("đoạn 3", long.strip()),
        at(None, part="III"),
        at(None, part="IV"),
        at(None, part="V"),
    ]
    assert words(source, remark(at("đoạn 1", "325"), *others)) == ["325"]
    (text,) = said(tmp_path / "copy.docx")
    assert f"Xem thêm: II.6 (đoạn 2): “226 hồ sơ”; II.6 (đoạn 3): “{'chữ ' * 19}chữ…”; III; và 2 chỗ khác" in text


def test_strict_files_get_strict_comments(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một hai"), namespace=STRICT)
    annotate(source, tmp_path / "b.docx", [remark(at("đoạn 1", "hai"))], {})
    after = parts(tmp_path / "b.docx")
    assert list(enclosed(body_of(tmp_path / "b.docx")).values()) == ["hai"]
    assert STRICT.encode() in after["word/comments.xml"]
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in after["word/_rels/document.xml.rels"]


def test_the_declaration_and_the_namespaces_stay(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một hai"))
    annotate(source, tmp_path / "b.docx", [remark(at("đoạn 1", "hai"))], {})
    before, after = parts(source)["word/document.xml"], parts(tmp_path / "b.docx")["word/document.xml"]
    head = before.index(b"<w:body>")
    assert after[:head] == before[:head]
    assert after.count(b"xmlns") == before.count(b"xmlns")


def test_the_same_input_gives_the_same_bytes_packed_as_before(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một hai"), {"word/media/image1.bin": b"\0" * 99})
    for name in ("b.docx", "c.docx"):
        annotate(source, tmp_path / name, [remark(at("đoạn 1", "hai"))], {})
    assert (tmp_path / "b.docx").read_bytes() == (tmp_path / "c.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "b.docx") as archive:
        kinds = {info.filename: info.compress_type for info in archive.infolist()}
        assert archive.getinfo("word/media/image1.bin").date_time == (2025, 4, 14, 8, 30, 0)
    assert kinds["word/media/image1.bin"] == zipfile.ZIP_STORED
    assert kinds["word/comments.xml"] == zipfile.ZIP_DEFLATED


def test_without_remarks_the_copy_is_the_same_document(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một"))
    annotate(source, tmp_path / "b.docx", [], {})
    assert parts(tmp_path / "b.docx") == parts(source)


def test_a_signed_report_is_copied_with_a_warning(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một"), {"_xmlsignatures/sig1.xml": b"<Signature/>"})
    (warning,) = annotate(source, tmp_path / "b.docx", [remark()], {})
    assert "chữ ký số" in warning
    assert "_xmlsignatures/sig1.xml" in parts(tmp_path / "b.docx")


def test_the_report_itself_is_never_written_over(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một"))
    kept = source.read_bytes()
    (tmp_path / "link.docx").symlink_to(source)
    os.link(source, tmp_path / "hard.docx")
    for target in (source, tmp_path / "x/../a.docx", tmp_path / "link.docx", tmp_path / "hard.docx"):
        with pytest.raises(UsageError, match="ghi đè"):
            annotate(source, target, [remark()], {})
    assert source.read_bytes() == kept


def test_targets_that_cannot_be_are_one_sentence_each(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một"))
    (tmp_path / "folder.docx").mkdir()
    for target, words_said in (
        (tmp_path / "b.pdf", "đuôi .docx"),
        (tmp_path / "folder.docx", "thư mục"),
        (source / "b.docx", "không ghi được"),
    ):
        with pytest.raises(UsageError, match=words_said):
            annotate(source, target, [remark()], {})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.docx", "folder.docx"]


def test_an_older_copy_is_replaced_and_stays_when_the_new_one_fails(tmp_path: Path) -> None:
    source, target = write(tmp_path / "a.docx", paragraph("một")), tmp_path / "b.docx"
    target.write_bytes(b"older")
    empty = write(tmp_path / "empty.docx", "")
    with pytest.raises(InputError, match="không có đoạn văn"):
        annotate(empty, target, [remark()], {})
    assert target.read_bytes() == b"older"
    annotate(source, target, [remark()], {})
    assert zipfile.is_zipfile(target)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.docx", "b.docx", "empty.docx"]


def test_a_file_made_by_python_docx_with_styles_and_sections(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("BÁO CÁO", 0)
    made.add_paragraph("Tiếp nhận 331 hồ sơ", style="List Bullet")
    made.save(str(tmp_path / "a.docx"))
    assert words(tmp_path / "a.docx", remark(at("đoạn 2", "331")), remark()) == ["BÁO CÁO", "331"]


def test_an_annotated_copy_can_be_annotated_again(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", paragraph("một hai ba"))
    words(source, remark(at("đoạn 1", "hai")))
    shutil.copy(tmp_path / "copy.docx", tmp_path / "b.docx")
    assert words(tmp_path / "b.docx", remark(at("đoạn 1", "hai ba"))) == ["hai", "hai ba"]


@given(
    st.lists(st.sampled_from(["ế", "ê\u0323", "u\u031b\u0309", "a", " ", "đ", "1", "%"]), min_size=2, max_size=20).map(
        "".join
    ),
    st.lists(st.integers(1, 60), max_size=5),
    st.booleans(),
    st.data(),
)
@settings(max_examples=40, deadline=None)
def test_any_quote_of_any_block_is_enclosed(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    cuts: list[int],
    decomposed: bool,
    data: st.DataObject,
) -> None:
    raw = unicodedata.normalize("NFD", text) if decomposed else text
    bounds = [0, *sorted({cut for cut in cuts if cut < len(raw)}), len(raw)]
    source = write(tmp_path_factory.mktemp("any") / "a.docx", paragraph(*(run(raw[a:b]) for a, b in pairwise(bounds))))
    shown = unicodedata.normalize("NFC", raw).strip()
    assume(shown)
    start = data.draw(st.integers(0, len(shown) - 1))
    quote = shown[start : data.draw(st.integers(start + 1, len(shown)))]
    expected = quote if shown.count(quote) == 1 else shown
    (found,) = words(source, remark(at("đoạn 1", quote)))
    assert unicodedata.normalize("NFC", found) == expected


def test_words_without_a_place_are_found_where_they_stand_once(tmp_path: Path) -> None:
    source = write(tmp_path / "a.docx", TITLE + paragraph(run("Báo cáo tháng 7 năm 2025 của phường.")) + paragraph(run("Tháng 8, tháng 8.")))  # fmt: skip
    assert words(source, remark(at(None, "tháng 7 năm 2025", "toàn văn"))) == ["tháng 7 năm 2025"]
    assert words(source, remark(at("UBND huyện", "của phường", "V"))) == ["của phường"]  # a detail that is no place
    assert words(source, remark(at(None, "áng 8", "toàn văn"))) == ["BÁO CÁO CẢI CÁCH HÀNH CHÍNH"]
