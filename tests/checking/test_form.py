"""The outer form: the seed against its careful reader, and what an honest letterhead or signature may look like."""

import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.checking.facts import fact

from cchc.checking.results import check, results
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve

READER: dict[str, str] = yaml.safe_load((Path(__file__).parents[1] / "data/seed_by_reader.yaml").read_text("utf-8"))
OWN = (*(f"FM{n:02}" for n in range(1, 19)), "FM26")
UNKNOWN = math.nan


@pytest.mark.parametrize("origin", OWN)
def test_the_seed_is_judged_as_by_its_reader(pack: Pack, seed: Report, origin: str) -> None:
    """FM01, FM02: the text copy has no letterhead at all, so that nothing is known of it."""
    table, matrix = check(pack, [resolve(pack, seed)])
    found = {o.outcome for o in results(table, matrix, 0, "vi") if origin in o.origin}
    assert found == {"unknown" if origin in ("FM01", "FM02") else READER[origin]}


def outcome(pack: Pack, name: str, **document: Any) -> float:
    return fact(pack, name, document=document).value


def is_(found: float, expected: float) -> bool:
    return math.isnan(found) if math.isnan(expected) else found == expected


@pytest.mark.parametrize(
    ("unit", "symbol", "expected"),
    [
        ("Sở Công Thương", "BC-SCT", 1),
        ("Sở Giáo dục và Đào tạo", "BC-SGDĐT", 1),
        ("Sở Nông nghiệp và Môi trường", "BC-SNN&MT", 1),
        ("UBND xã Tân Lập", "BC-UBND", 1),
        ("Ủy ban nhân dân tỉnh Quảng Ngãi", "BC-UBND", 1),
        ("Sở Công Thương", "KH-SCT", 0),
        ("Sở Công Thương", "BC", 0),
        ("Trung tâm Phục vụ hành chính công", "BC-TTPVHCC", 1),
        ("Chi cục Thủy sản", "BC-CCTSVN", UNKNOWN),
        ("Sở Công Thương", None, UNKNOWN),
    ],
)
def test_a_symbol_fits_its_agency(pack: Pack, unit: str, symbol: str | None, expected: float) -> None:
    document = {"symbol": symbol, "title": "Công tác CCHC", "place": "Bắc Giang"}
    assert is_(fact(pack, "doc.symbol_fits", unit=unit, document=document).value, expected)


def test_the_number_of_a_document_cited_in_the_first_lines_is_no_fault(pack: Pack) -> None:
    assert math.isnan(outcome(pack, "doc.symbol_fits", number="766/QĐ-TTg"))


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (["Sở Nội vụ", "Lưu: VT, VP"], 1),
        (["Sở Nội vụ; Lưu: VT, VP. Điện thoại: 0260"], 1),
        (["Sở Nội vụ", "Lưu VT"], 1),
        (["Sở Nội vụ", "Các phòng lưu trú"], 0),
        ([], 0),
        (None, UNKNOWN),
    ],
)
def test_the_file_copy(pack: Pack, recipients: list[str] | None, expected: float) -> None:
    assert is_(outcome(pack, "doc.kept_copy", recipients=recipients), expected)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Công tác CCHC tháng 4 năm 2025", 1),
        ("Công tác CCHC tháng 4", 1),
        ("Công tác CCHC tháng 3/2025", 0),
        ("Công tác CCHC tháng 4/2024", 0),
        ("Công tác cải cách hành chính", 0),
        ("Công tác CCHC trong kỳ", UNKNOWN),
        ("TÓM TẮT", UNKNOWN),
    ],
)
def test_the_summary_names_the_period(pack: Pack, title: str, expected: float) -> None:
    assert is_(outcome(pack, "doc.summary_period", title=title), expected)


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("công tác cải cách hành chính tháng 4 năm 2025", 1),
        ("kết quả công tác CCHC tháng 4/2025", 1),
        ("công tác cải cách hành chính", 1),
        ("Công tác CCHC tháng 04/2025 của Sở Mẫu tỉnh", 1),
        ("công tác cải cách hành chính tháng 3/2025", 0),
        ("công tác cải cách hành chính nhà nước tháng 4/2025", 0),
        (None, UNKNOWN),
    ],
)
def test_the_closing_calls_the_report_the_same(pack: Pack, closing: str | None, expected: float) -> None:
    title = "Công tác CCHC tháng 4/2025"
    assert is_(outcome(pack, "doc.closing_name_same", title=title, closing_name=closing), expected)


@pytest.mark.parametrize(
    ("position", "authority", "expected"),
    [
        ("KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "KT.", 1),
        ("PHÓ GIÁM ĐỐC", "", 0),
        ("PHÓ GIÁM ĐỐC", None, UNKNOWN),
        ("GIÁM ĐỐC", None, 1),
        ("TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG", "TL.", 1),
        ("CHÁNH VĂN PHÒNG", "", 0),
        ("PHÓ GIÁM ĐỐC PHỤ TRÁCH", "", UNKNOWN),
        ("NGƯỜI PHÁT NGÔN", "", UNKNOWN),
        (None, "", UNKNOWN),
    ],
)
def test_authority_and_position(pack: Pack, position: str | None, authority: str | None, expected: float) -> None:
    assert is_(outcome(pack, "doc.authority_fits", signer_position=position, sign_authority=authority), expected)


def test_what_is_wrong_with_an_authority_is_said_in_words(pack: Pack) -> None:
    said = {"unit": "Sở Mẫu", "level": "department", "province": "Bắc Giang", "period": {"kind": "month", "year": 2025, "number": 4}, "document": {"signer_position": "PHÓ GIÁM ĐỐC", "sign_authority": ""}}  # fmt: skip
    table, matrix = check(pack, [resolve(pack, Report.model_validate(said))])
    (one,) = [o for o in results(table, matrix, 0, "vi") if o.code == "FRM412"]
    assert one.outcome == "fail"
    assert "Cấp phó ký thay cấp trưởng phải ghi KT." in one.message


def test_margins_are_said_in_millimetres(pack: Pack) -> None:
    margins = {"margin_top": 25.4, "margin_bottom": 25.4, "margin_left": 25.4, "margin_right": 25.4}
    said = {"unit": "Sở Mẫu", "level": "department", "province": "Bắc Giang", "period": {"kind": "month", "year": 2025, "number": 4}, "layout": margins}  # fmt: skip
    table, matrix = check(pack, [resolve(pack, Report.model_validate(said))])
    (one,) = [o for o in results(table, matrix, 0, "vi") if o.code == "FRM517"]
    assert one.outcome == "fail"
    assert "Lề trên 25,4, dưới 25,4, trái 25,4, phải 25,4 mm" in one.message


def test_an_agency_without_one_above_is_not_asked_for_it(pack: Pack) -> None:
    assert fact(pack, "doc.needs_agency_above", level="commune", unit="UBND xã Tân Lập").value == 0
    assert fact(pack, "doc.needs_agency_above", level="room", unit="Phòng Nội vụ").value == 1
