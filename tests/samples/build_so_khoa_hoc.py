"""A department's month as a workbook: a cover sheet, and figures by heading with the month and the year to date."""

from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet
from tests.samples.marks import Truth, marks_in, value

FILE = "so-khoa-hoc-thang-3-2025.xlsx"
_SHEET = "Số liệu"
_ROWS: tuple[tuple[str, ...], ...] = (
    ("I", "Công tác chỉ đạo, điều hành", "", "", ""),
    ("1", "Nhiệm vụ trong kế hoạch CCHC năm", "nhiệm vụ", "{27|direction.plan_total}", ""),
    ("2", "Nhiệm vụ kế hoạch đã hoàn thành", "nhiệm vụ", "{6|direction.plan_done}", ""),
    ("3", "Văn bản chỉ đạo CCHC đã ban hành", "văn bản", "{3|direction.directive_docs_count}", "{11|direction.directive_docs_count;+ytd}"),
    ("II.2", "Cải cách thủ tục hành chính", "", "", ""),
    ("4", "TTHC thuộc thẩm quyền giải quyết của cơ quan", "TTHC", "{104|procedures.own_total}", ""),
    ("5", "Hồ sơ tiếp nhận, tổng số", "hồ sơ", "{1.318|dossiers.received}", "{3.904|dossiers.received;+ytd}"),
    ("5.1", "Hồ sơ từ kỳ trước chuyển sang", "hồ sơ", "{64|dossiers.carried_over}", "{51|dossiers.carried_over;+ytd}"),
    ("5.2", "Hồ sơ tiếp nhận mới trong kỳ", "hồ sơ", "{1.254|dossiers.new}", "{3.853|dossiers.new;+ytd}"),
    ("6", "Hồ sơ đã giải quyết, tổng số", "hồ sơ", "{1.260|dossiers.resolved}", "{3.846|dossiers.resolved;+ytd}"),
    ("6.1", "Hồ sơ giải quyết trước hạn", "hồ sơ", "{1.101|dossiers.resolved_early}", "{3.402|dossiers.resolved_early;+ytd}"),
    ("6.2", "Hồ sơ giải quyết đúng hạn", "hồ sơ", "{159|dossiers.resolved_on_time}", "{442|dossiers.resolved_on_time;+ytd}"),
    ("6.3", "Hồ sơ giải quyết quá hạn", "hồ sơ", "{0|dossiers.resolved_late}", "{2|dossiers.resolved_late;+ytd}"),
    ("7", "Hồ sơ đang giải quyết", "hồ sơ", "{58|dossiers.pending}", ""),
    ("8", "Tỷ lệ số hóa hồ sơ, kết quả", "%", "{94,5%|digitization.rate}", ""),
    ("9", "Phản ánh, kiến nghị đã tiếp nhận", "PAKN", "{Không phát sinh|feedback.received}", "{2|feedback.received;+ytd}"),
    ("II.3", "Cải cách tổ chức bộ máy", "", "", ""),
    ("10", "Biên chế hành chính được giao", "chỉ tiêu", "{47|organization.staff_admin}", ""),
    ("11", "Biên chế hành chính có mặt", "người", "{45|organization.admin_present}", ""),
    ("II.5", "Cải cách tài chính công", "", "", ""),
    ("12", "Vốn đầu tư công được giao", "triệu đồng", "{12.600|finance.invest_plan}", ""),
    ("13", "Vốn đầu tư công đã giải ngân", "triệu đồng", "{1.875,5|finance.invest_disbursed}", ""),
    ("II.6", "Xây dựng, phát triển chính quyền điện tử, chính quyền số", "", "", ""),
    ("14", "DVC trực tuyến cung cấp, tổng số", "dịch vụ công", "{91|digital.services_total}", ""),
    ("15", "DVC trực tuyến có phát sinh hồ sơ", "dịch vụ công", "{39|digital.services_with_dossier}", ""),
    ("16", "Tỷ lệ DVC trực tuyến phát sinh hồ sơ", "%", "{42,86%|digital.uptake_rate}", ""),
    ("17", "Mức độ hài lòng của người dân", "%", "{99%|digital.satisfaction_rate}", ""),
)  # fmt: skip


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="workbook: cover sheet, figures by heading, month and year to date in two columns, percents as formatted numbers",
        unit="Sở Khoa học và Công nghệ",
        level="department",
        province="Lạng Sơn",
        period={"kind": "month", "year": 2025, "number": 3},
        number="38/BC-SKHCN",
        issued=date(2025, 3, 18),
        title="Số liệu công tác cải cách hành chính tháng 3/2025",
        units=units,
    )
    book = Workbook()
    cover = book.active
    assert isinstance(cover, Worksheet)
    cover.title = "Thông tin chung"
    for row in _cover(truth):
        cover.append(row)
    sheet = book.create_sheet(_SHEET)
    _figures(truth, sheet)
    book.properties.creator, book.properties.created = "cchc", datetime(2025, 1, 1)
    book.save(path)
    return truth


def _cover(truth: Truth) -> tuple[tuple[str | date, ...], ...]:
    return (
        ("BIỂU SỐ LIỆU CÔNG TÁC CẢI CÁCH HÀNH CHÍNH",),
        ("Đơn vị báo cáo", "Sở Khoa học và Công nghệ tỉnh Lạng Sơn"),
        ("Kỳ báo cáo", "Tháng 3/2025"),
        ("Kèm theo Báo cáo số", "38/BC-SKHCN"),
        ("Ngày báo cáo", date(2025, 3, 18)),
        ("Điện thoại liên hệ", truth.say("{!0205.3.870.115|contact}", "trang tính 'Thông tin chung', ô B6")),
    )


def _figures(truth: Truth, sheet: Worksheet) -> None:
    sheet.append(("Số liệu công tác cải cách hành chính tháng 3/2025",))
    sheet.merge_cells("A1:E1")
    sheet.append(("TT", "Nội dung", "Đơn vị tính", "Trong tháng", "Lũy kế từ đầu năm"))
    for cell in (sheet["A1"], *sheet[2]):
        cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center", wrap_text=True)
    sheet.column_dimensions["B"].width = 60
    for number, label, unit, *cells in _ROWS:
        if not unit:
            truth.head(number, label)
        row = sheet.max_row + 1
        for column, words in enumerate((number, label, unit, *cells), start=1):
            _write(truth, sheet, (row, column), words)


def _write(truth: Truth, sheet: Worksheet, at: tuple[int, int], words: str) -> None:
    cell = sheet.cell(*at)
    said, marks = marks_in(words)
    if not marks:
        cell.value = said or None
        return
    truth.say(words, f"trang tính '{_SHEET}', ô {cell.coordinate}")
    if not said[0].isdigit():
        cell.value = said
        return
    amount = value(said)
    decimals = len(said.rstrip("%").partition(",")[2])
    cell.number_format = (
        ("0" if "%" in said else "#,##0") + ("." + "0" * decimals if decimals else "") + "%" * ("%" in said)
    )
    cell.value = round(amount / 100, 6) if "%" in said else amount
