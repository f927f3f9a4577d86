"""Letterhead, signature, dates and closing name: what is there, what is missing, what a copy may have lost."""

from typing import Any

import pytest
from tests.conftest import ROOT
from tests.reading.documents import Line, document, table

from cchc.model.blocks import Format
from cchc.model.report import Document
from cchc.packs.load import load_pack
from cchc.reading.extract import extract
from cchc.reading.header.closing_name import closing_name
from cchc.reading.header.letterhead import unpadded_dates
from cchc.reading.header.signature import sign_authority

PACK = load_pack(ROOT)
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
DATE = "Thái Bình, ngày 05 tháng 4 năm 2024"
TITLE: tuple[Line, ...] = (("BÁO CÁO", {"bold": True}), ("Công tác cải cách hành chính quý I năm 2024", {"bold": True}))
BODY: tuple[Line, ...] = (
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "Đã ban hành kế hoạch.", "V. KIẾN NGHỊ", "Không.",
    "Trên đây là báo cáo công tác cải cách hành chính quý I/2024, Sở Y tế trân trọng báo cáo./.",
)  # fmt: skip
RECIPIENTS = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT, VP."


def read(left: str, right: str, sign: str = "GIÁM ĐỐC", file_format: Format = "docx") -> Document:
    lines = (*table(1, (left, right)), *TITLE, *BODY, *table(2, (RECIPIENTS, sign)))
    return extract(document(*lines, file_format=file_format), PACK).document


WHOLE = ("UBND TỈNH THÁI BÌNH\nSỞ Y TẾ\n_____\nSố: 31/BC-SYT", f"{NATION}\n{DATE}")


def test_a_whole_letterhead() -> None:
    found = read(*WHOLE)
    assert found.national_title is True
    assert (found.agency_above, found.agency) == ("UBND TỈNH THÁI BÌNH", "SỞ Y TẾ")
    assert found.closing_name == "công tác cải cách hành chính quý I/2024"


@pytest.mark.parametrize(
    "nation", [NATION.replace("HÒA", "HOÀ"), NATION.replace(" - ", "-"), NATION.replace(" - ", " – ")]
)
def test_spellings_of_the_national_title(nation: str) -> None:
    assert read(WHOLE[0], f"{nation}\n{DATE}").national_title is True


@pytest.mark.parametrize("right", [DATE, f"{NATION.partition(chr(10))[0]}\n{DATE}"])
def test_a_word_file_without_both_lines_lacks_them_and_a_text_copy_may_have_lost_them(right: str) -> None:
    assert read(WHOLE[0], right).national_title is False
    assert read(WHOLE[0], right, file_format="text").national_title is None


def test_half_a_line_in_a_pdf_is_a_line_torn_apart() -> None:
    torn = ("UBND TỈNH THÁI BÌNH\nSỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")
    lines = (*torn, "Số: 31/BC-SYT", "VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", DATE, *TITLE, *BODY)
    found = extract(document(*lines, file_format="pdf"), PACK).document
    assert found.national_title is None
    assert found.agency == "SỞ Y TẾ"
    bare = extract(document(torn[0], "Số: 31/BC-SYT", DATE, *TITLE, *BODY, file_format="pdf"), PACK).document
    assert bare.national_title is False


def test_a_word_file_without_any_letterhead_says_nothing() -> None:
    found = read("", "")
    assert (found.national_title, found.agency_above, found.agency) == (None, None, None)


@pytest.mark.parametrize(("file_format", "above"), [("docx", ""), ("text", None)])
def test_one_agency_alone_in_the_letterhead(file_format: Format, above: str | None) -> None:
    found = read("SỞ Y TẾ\nSố: 31/BC-SYT", WHOLE[1], file_format=file_format)
    assert (found.agency_above, found.agency) == (above, "SỞ Y TẾ")


def test_number_and_day_left_blank() -> None:
    found = read("UBND TỈNH THÁI BÌNH\nSỞ Y TẾ\nSố:      /BC-SYT", f"{NATION}\nThái Bình, ngày     tháng 4 năm 2024")
    assert (found.number, found.symbol, found.issued) == (None, "BC-SYT", None)
    assert (found.place, found.dated) == ("Thái Bình", "4/2024")


@pytest.mark.parametrize(
    ("sign", "docx", "text"),
    [
        ("GIÁM ĐỐC\n\n\nHọ Và Tên", True, True),
        ("GIÁM ĐỐC", False, None),
        ("GIÁM ĐỐC\n(đã ký)", None, None),
        ("GIÁM ĐỐC\n(Đã ký)\nHọ Và Tên", True, True),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nHọ Tên", True, True),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", False, None),
    ],
)
def test_a_name_under_the_position(sign: str, docx: bool | None, text: bool | None) -> None:
    assert read(*WHOLE, sign).signer_named is docx
    assert read(*WHOLE, sign, file_format="text").signer_named is text


def test_no_name_is_kept() -> None:
    assert "Họ Và Tên" not in read(*WHOLE, "GIÁM ĐỐC\n\nHọ Và Tên").model_dump_json()


@pytest.mark.parametrize(
    ("position", "authority"),
    [
        ("GIÁM ĐỐC", ""),
        ("KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "KT."),
        ("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "TM., KT."),
        ("TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG", "TUQ."),
        ("Q. GIÁM ĐỐC", "Q."),
        ("QUYỀN GIÁM ĐỐC", ""),
        (None, None),
    ],
)
def test_authority(position: str | None, authority: str | None) -> None:
    assert sign_authority(position) == authority


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ngày 5/9/2024, ngày 02/6/2024, 08/01/2025", ("5/9/2024",)),
        ("ngày 15/1/2025 và 16/2/2025, 17/3/2025", ("15/1/2025", "16/2/2025")),
        ("ngày 5 tháng 9 năm 2024; ngày 05 tháng 9 năm 2024", ("ngày 5 tháng 9 năm 2024",)),
        ("ngày 15 tháng 2 năm 2025", ("ngày 15 tháng 2 năm 2025",)),
        ("Kế hoạch số 12/1/2024/KH và tỷ lệ 1/2", ()),
    ],
)
def test_dates_without_their_nought(text: str, found: tuple[str, ...]) -> None:
    assert unpadded_dates(document(text).blocks) == found


def test_dates_in_tables_are_left_alone() -> None:
    assert unpadded_dates(document(*table(1, ("5/9/2024",))).blocks) == ()


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Trên đây là Báo cáo kết quả công tác CCHC tháng 4/2025, Sở Công Thương trân trọng báo cáo./.", "kết quả công tác CCHC tháng 4/2025"),
        ("Trên đây là báo cáo công tác CCHC quý I năm 2025 của Sở Y tế./.", "công tác CCHC quý I năm 2025"),
        ("Trên đây là báo cáo của Sở Y tế./.", None),
        ("Trên đây là kết quả công tác CCHC năm 2024./.", None),
    ],
)  # fmt: skip
def test_the_name_in_the_closing_sentence(sentence: str, name: str | None) -> None:
    assert closing_name([sentence]) == name


def test_a_draft_is_not_called_unsigned() -> None:
    lines: Any = (*table(1, WHOLE), *TITLE, *BODY)
    assert extract(document(*lines, file_format="docx"), PACK).document.digitally_signed is None
