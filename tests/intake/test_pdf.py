"""PDF: paragraphs from positions, tables from lines, footnotes, page numbers; scanned, locked and broken files.

tests/data/document.pdf is a report made up for this test, exported by LibreOffice; locked.pdf is the same with a password.
"""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT

from cchc.intake.pdf import read_pdf
from cchc.model.blocks import Block, TextDocument
from cchc.model.errors import InputError

DATA = ROOT / "tests/data"


@pytest.fixture(scope="module")
def document() -> TextDocument:
    return read_pdf((DATA / "document.pdf").read_bytes(), "document.pdf")


def one(document: TextDocument, start: str) -> Block:
    found = [block for block in document.blocks if block.text.startswith(start)]
    assert len(found) == 1, start
    return found[0]


def test_the_head_is_read_column_by_column(document: TextDocument) -> None:
    assert [b.text for b in document.blocks[:9]] == [
        "UBND TỈNH HẢI MINH",
        "SỞ MẪU",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/BC-SM",
        "Hải Minh, ngày 15 tháng 4 năm 2025",
        "BÁO CÁO",
        "Kết quả công tác cải cách hành chính tháng 4 năm 2025 và nhiệm vụ trọng tâm tháng 5 năm 2025 của Sở Mẫu",
    ]


def test_styles_and_places(document: TextDocument) -> None:
    title, heading, text = one(document, "BÁO CÁO"), one(document, "I. CÔNG TÁC"), one(document, "Đến hết kỳ")
    assert (title.bold, title.centered, title.place, title.page) == (True, True, "trang 1, đoạn 8", 1)
    assert (heading.bold, heading.centered) == (True, False)
    assert (text.bold, text.centered) == (False, False)


def test_wrapped_lines_are_one_paragraph(document: TextDocument) -> None:
    assert one(document, "- Tổng số hồ sơ").text == (
        "- Tổng số hồ sơ tiếp nhận: 1.234 hồ sơ, trong đó kỳ trước chuyển sang 34 hồ sơ, tiếp nhận mới trong kỳ"
        " 1.200 hồ sơ, qua dịch vụ công trực tuyến là 987 hồ sơ;"
    )
    assert one(document, "- việc thứ nhất").text.endswith("trong cả kỳ báo cáo này;")


def test_footnotes_and_marks(document: TextDocument) -> None:
    marked = one(document, "Đến hết kỳ")
    assert marked.text == "Đến hết kỳ có 12/40 nhiệm vụ hoàn thành¹; 28 nhiệm vụ đang thực hiện."
    assert marked.marks == ((39, 1),)
    assert one(document, "+ Diện tích").marks == ()
    notes = [(b.place, b.note, b.text) for b in document.blocks if b.kind == "footnote"]
    assert [(place, number) for place, number, _ in notes] == [("chú thích 1", 1), ("chú thích 2", 2)]
    assert notes[0][2].endswith("không gồm các việc đột xuất do cấp trên giao.")
    assert notes[1][2] == "Theo phiếu khảo sát của Sở."


def test_page_numbers_are_no_text(document: TextDocument) -> None:
    assert [(b.text, b.place) for b in document.blocks if b.kind == "header"] == [
        ("2", "trang 2, đầu trang"),
        ("3", "trang 3, đầu trang"),
    ]
    assert all(not b.text.isdigit() for b in document.blocks if b.kind == "paragraph")


def test_a_table_with_spans(document: TextDocument) -> None:
    cells = {b.place: (b.text, b.cell.rows, b.cell.columns) for b in document.blocks if b.cell and b.cell.table == 1}
    assert cells == {
        "trang 1, bảng 1, hàng 1, cột 1": ("Lĩnh vực", 2, 1),
        "trang 1, bảng 1, hàng 1, cột 2": ("Hồ sơ", 1, 2),
        "trang 1, bảng 1, hàng 2, cột 2": ("Tiếp nhận", 1, 1),
        "trang 1, bảng 1, hàng 2, cột 3": ("Đã giải quyết", 1, 1),
        "trang 1, bảng 1, hàng 3, cột 1": ("Công nghiệp nhẹ", 1, 1),
        "trang 1, bảng 1, hàng 3, cột 2": ("700", 1, 1),
        "trang 1, bảng 1, hàng 3, cột 3": ("650", 1, 1),
        "trang 1, bảng 1, hàng 4, cột 1": ("Thương mại", 1, 1),
        "trang 1, bảng 1, hàng 4, cột 2": ("534", 1, 1),
        "trang 1, bảng 1, hàng 4, cột 3": ("450\n(trước hạn 440)", 1, 1),
    }


def test_a_table_goes_on_over_the_page_and_its_heading_is_read_once(document: TextDocument) -> None:
    cells = [b for b in document.blocks if b.cell and b.cell.table == 2]
    assert [b.text for b in cells[:3]] == ["Đơn vị", "Tiếp nhận", "Đã giải quyết"]
    rows = [[b.text for b in cells if b.cell and b.cell.row == row] for row in range(2, 30)]
    assert rows == [[f"Phòng số {n}", str(10 * n), str(9 * n)] for n in range(1, 29)]
    assert {b.page for b in cells} == {2, 3}


def test_places_are_unique(document: TextDocument) -> None:
    assert len({b.place for b in document.blocks}) == len(document.blocks)


# ---- small files in raw PDF syntax; the built-in Helvetica has no Vietnamese letters and needs none here


def pdf(*contents: str, extra: str = "", resources: str = "") -> bytes:
    """Return a PDF with a page for each content stream."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for content in contents:
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
        stream = len(objects)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{extra}/Contents {stream} 0 R"
            f"/Resources<</Font<</F 3 0 R>>{resources}>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    out, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{out.index('xref')}\n%%EOF"
    return out.encode("latin-1")


def line(text: str, x: float, y: float, size: float = 12) -> str:
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


IMAGE = "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"


def texts(raw: bytes) -> list[str]:
    return [block.text for block in read_pdf(raw, "r.pdf").blocks]


def test_a_turned_page_is_read_upright() -> None:
    turned = (
        "BT /F 12 Tf 0 1 -1 0 100 100 Tm (Dong thu nhat) Tj ET BT /F 12 Tf 0 1 -1 0 140 100 Tm (Dong thu hai) Tj ET"
    )
    assert texts(pdf(turned, extra="/Rotate 90")) == ["Dong thu nhat", "Dong thu hai"]


def test_a_watermark_is_left_out() -> None:
    assert texts(pdf(line("Noi dung that", 50, 700) + "BT /F 60 Tf 0.7 0.7 -0.7 0.7 99 99 Tm (MAU) Tj ET")) == [
        "Noi dung that"
    ]


def test_struck_numbers_are_not_read() -> None:
    # 12 point Helvetica: "so 11" begins at 50, its digits cover 66.7 to 80.0; the new number follows without a space.
    page = line("so 11", 50, 700) + line("09 ho so", 80.1, 700) + "66.7 703.5 m 80 703.5 l S\n50 698 m 120 698 l S\n"
    document = read_pdf(pdf(page), "r.pdf")
    assert document.blocks[0].text == "so 09 ho so"
    assert "gạch ngang" in document.warnings[0]


def test_tones_drawn_by_themselves_are_put_on_their_letters() -> None:
    raw = (DATA / "decomposed.pdf").read_bytes()
    assert texts(raw) == ["Sở Nội vụ đã tiếp nhận 331 hồ sơ, giải quyết được 322 hồ sơ; tỷ lệ đúng hạn đạt 99,5%."]


def test_running_heads_are_headers() -> None:
    pages = [line("So Mau - bao cao quy", 50, 780) + line(f"Noi dung trang so {n}", 50, 700) + line(f"Trang {n}", 280, 20)
             for n in (1, 2, 3)]  # fmt: skip
    kinds = [(b.kind, b.text) for b in read_pdf(pdf(*pages), "r.pdf").blocks]
    assert [text for kind, text in kinds if kind == "paragraph"] == [f"Noi dung trang so {n}" for n in (1, 2, 3)]
    assert [text for kind, text in kinds if kind == "header"] == ["So Mau - bao cao quy"] * 3
    assert [text for kind, text in kinds if kind == "footer"] == ["Trang 1", "Trang 2", "Trang 3"]


def test_a_sentence_over_the_page_is_one_paragraph() -> None:
    first = line("Dau doan co nhieu chu hon dong hai va dai den le phai", 80, 100) + line(
        "giua doan, ung xu voi dong", 50, 84
    )
    second = line("nghiep co thai do tot.", 50, 780) + line("Doan moi.", 80, 750)
    assert texts(pdf(first, second))[0].endswith("voi dong nghiep co thai do tot.")


def test_text_written_out_of_order_is_read_from_the_top() -> None:
    lines = [line(f"Dong so {n}.", 50, 700 - 40 * n) for n in range(12)]
    assert texts(pdf("".join(reversed(lines)))) == [f"Dong so {n}." for n in range(12)]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (pdf(IMAGE), "ảnh quét"),
        (pdf(IMAGE + line("Ky so", 50, 50)), "ảnh quét"),
        (pdf(""), "không có chữ"),
        (b"%PDF-1.7 hong", "hỏng"),
        (pdf(), "hỏng"),
    ],
    ids=["scanned", "stamped", "blank", "broken", "no pages"],
)
def test_what_cannot_be_read_gets_one_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_pdf(raw, "r.pdf")


def test_a_password_is_told() -> None:
    with pytest.raises(InputError, match="mật khẩu"):
        read_pdf((DATA / "locked.pdf").read_bytes(), "r.pdf")


def test_scanned_pages_among_others_are_named() -> None:
    page = line("Noi dung bao cao cua co quan", 50, 700)
    assert "trang 2, 3" in read_pdf(pdf(page, IMAGE, IMAGE), "r.pdf").warnings[0]


def test_a_recognised_scan_is_told() -> None:
    hidden = "BT /F 12 Tf 3 Tr 1 0 0 1 50 700 Tm (Noi dung duoc nhan dang tu anh) Tj ET"
    assert "OCR" in read_pdf(pdf(IMAGE + hidden), "r.pdf").warnings[0]


def test_a_file_cut_off_at_its_end_is_told_or_refused() -> None:
    raw = (DATA / "document.pdf").read_bytes()
    for part in (0.3, 0.7, 0.99):
        try:
            warnings = read_pdf(raw[: int(len(raw) * part)], "r.pdf").warnings
        except InputError:
            continue
        assert any("bị cắt" in warning for warning in warnings)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(pdf(line("Noi dung", 50, 700) + "50 50 100 20 re S 50 70 100 20 re S", IMAGE))
    for at in data.draw(st.lists(st.integers(8, len(raw) - 1), max_size=10)):
        raw[at] = data.draw(st.integers(0, 255))
    with suppress(InputError):
        read_pdf(bytes(raw), "r.pdf")


def test_the_size_of_the_page_is_all_that_a_pdf_tells_of_its_layout(document: TextDocument) -> None:
    assert document.layout is not None
    assert document.layout.model_dump(exclude_none=True) == {"page_width": 210.0, "page_height": 297.0}


def test_a_signature_is_told_by_the_bytes_it_covers(document: TextDocument) -> None:
    assert document.signed is None
    raw = (DATA / "document.pdf").read_bytes()
    field = b"9999 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/ByteRange [0 10 20 30]>>\nendobj\n%%EOF"
    assert read_pdf(raw + b"\n" + field, "signed.pdf").signed is True
