"""Word files as text documents: what is read, and what a person should know about the rest."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Inches
from tests.wordml.files import p, packed, parts_of, run, tbl, tr, write

from cchc.intake.docx import read_docx
from cchc.model.blocks import Block, Cell
from cchc.model.errors import InputError

# One grey dot.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63680000008200817c7e7b1e0000000049454e44ae426082"
)


def warnings(tmp_path: Path, body: str) -> tuple[str, ...]:
    return read_docx(write(tmp_path / "r.docx", p("Báo cáo") + body)).warnings


def test_a_report_made_with_python_docx(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("I. CÔNG TÁC CHỈ ĐẠO", level=1)
    title = made.add_paragraph()
    title.add_run("BÁO CÁO").bold = True
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph("Tiếp nhận 331 hồ sơ", style="List Bullet")
    made.add_paragraph("Bước một", style="List Number")
    table = made.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Hồ sơ"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "Tỷ lệ"
    table.cell(1, 0).text = "đúng hạn"
    made.sections[0].header.paragraphs[0].text = "Sở Mẫu"
    path = tmp_path / "bao-cao.docx"
    made.save(str(path))
    read = read_docx(path)
    assert (read.file, read.format, read.warnings) == (str(path), "docx", ())
    assert read.blocks == (
        Block("I. CÔNG TÁC CHỈ ĐẠO", "đoạn 1", heading=1, bold=True),
        Block("BÁO CÁO", "đoạn 2", bold=True, centered=True),
        Block("Tiếp nhận 331 hồ sơ", "đoạn 3", number="-"),
        Block("Bước một", "đoạn 4", number="1."),
        Block("Hồ sơ", "bảng 1, hàng 1, cột 1", kind="cell", cell=Cell(1, 1, 1, 1, 2)),
        Block("Tỷ lệ", "bảng 1, hàng 1, cột 3", kind="cell", cell=Cell(1, 1, 3, 2, 1)),
        Block("đúng hạn", "bảng 1, hàng 2, cột 1", kind="cell", cell=Cell(1, 2, 1)),
        Block("Sở Mẫu", "đầu trang 1", kind="header"),
    )


def test_blocks_have_no_elements_and_can_go_to_other_processes(tmp_path: Path) -> None:
    read = read_docx(write(tmp_path / "r.docx", p("x") + tbl(tr("y"))))
    assert {type(block) for block in read.blocks} == {Block}


def test_a_sound_file_has_no_warning(tmp_path: Path) -> None:
    line = "<w:r><w:drawing><wps:wsp><wps:cNvCnPr/></wps:wsp></w:drawing></w:r>"
    format_change = run("x", "<w:rPrChange><w:rPr/></w:rPrChange>")
    assert warnings(tmp_path, p(line) + p(format_change)) == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"<w:p><w:ins>{run('x')}</w:ins></w:p>", "Track Changes"),
        (f"<w:p><w:del>{run('x')}</w:del></w:p>", "Track Changes"),
        (p("x", "<w:rPr><w:del/></w:rPr>"), "Track Changes"),
        (p("<w:r><w:drawing><a:blip/></w:drawing></w:r>"), "1 hình ảnh"),
        (p("<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>"), "1 đối tượng nhúng"),
        ("<w:altChunk/>", "1 đối tượng nhúng"),
        (p("<m:oMathPara><m:oMath/><m:oMath/></m:oMathPara>"), "2 công thức"),
        (p(run("C«ng hoµ x· héi chñ nghÜa", '<w:rFonts w:hAnsi=".VnTime"/>')), "TCVN3"),
    ],
)
def test_what_a_person_should_know(tmp_path: Path, body: str, said: str) -> None:
    (warning,) = warnings(tmp_path, body)
    assert said in warning


def test_what_is_shown_in_two_forms_is_counted_once_and_what_is_deleted_not(tmp_path: Path) -> None:
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:blip/></w:drawing></mc:Choice>'
        "<mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    gone = "<w:del><w:r><w:drawing><a:blip/></w:drawing></w:r></w:del>"
    (tracked, pictures) = sorted(warnings(tmp_path, p(both) + p(gone)), key=lambda text: "hình" in text)
    assert "1 hình ảnh" in pictures
    assert "Track Changes" in tracked


def test_a_file_without_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="không có chữ nào; hãy kiểm tra"):
        read_docx(write(tmp_path / "r.docx", p("  ")))
    scanned = docx.Document()
    picture = tmp_path / "a.png"
    picture.write_bytes(DOT)
    scanned.add_picture(str(picture), width=Inches(1))
    scanned.save(str(tmp_path / "s.docx"))
    with pytest.raises(InputError, match="bản quét"):
        read_docx(tmp_path / "s.docx")


def test_a_signature_in_the_package_is_told_and_a_file_without_one_may_be_a_draft(tmp_path: Path) -> None:
    parts = parts_of(p("Báo cáo"))
    assert read_docx(write(tmp_path / "draft.docx", p("Báo cáo"))).signed is None
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    link = f'<Relationship Id="sign" Type="{origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", link.encode())
    parts |= {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}
    path = tmp_path / "signed.docx"
    path.write_bytes(packed(parts))
    assert read_docx(path).signed is True


def test_the_layout_of_a_file_made_with_python_docx(tmp_path: Path) -> None:
    """Its template is US Letter with an inch on top, Cambria from the theme at 11 points."""
    made = docx.Document()
    made.add_paragraph("Trong kỳ, Sở đã tiếp nhận hồ sơ, giải quyết đúng hạn, trả kết quả cho tổ chức, cá nhân. " * 3)
    path = tmp_path / "bao-cao.docx"
    made.save(str(path))
    layout = read_docx(path).layout
    assert layout is not None
    assert (layout.page_width, layout.page_height, layout.margin_top) == (215.9, 279.4, 25.4)
    assert layout.margin_left == pytest.approx(31.75, abs=0.06)
    assert (layout.font, layout.font_size, layout.page_number) == ("Cambria", 11.0, "none")
