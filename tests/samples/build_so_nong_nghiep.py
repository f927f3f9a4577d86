"""A department's month as it stands on its web page: teaser repeated, view counters, hotlines, a table with spans."""

from datetime import date
from pathlib import Path

from tests.samples.marks import Truth

FILE = "so-nong-nghiep-thang-4-2025.html"

_LEAD = (
    "Trong tháng 4/2025, Sở Nông nghiệp và Môi trường đã tiếp nhận {6.776|dossiers.received} hồ sơ, đã giải quyết "
    "{6.121|dossiers.resolved} hồ sơ, tỷ lệ trước và đúng hạn đạt {98,4%|dossiers.on_time_rate}."
)
_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Báo cáo công tác cải cách hành chính tháng 4/2025 - Sở Nông nghiệp và Môi trường tỉnh Gia Lai</title>
<style>body {{ font-family: "Times New Roman"; font-size: 14pt }} .an {{ display: none }}</style>
<script>var luotXem = 4287, truyCap = "1,902,331";</script>
</head>
<body>
<nav><a href="/">Trang chủ</a> | <a href="/gioi-thieu">Giới thiệu</a> | <a href="/cchc">{nav}</a></nav>
<h1>Báo cáo công tác cải cách hành chính tháng 4/2025</h1>
{body}
<footer>
{foot}
</footer>
</body>
</html>
"""


class _Page:
    """The body of the page, line by line."""

    def __init__(self, truth: Truth) -> None:
        self.truth, self.lines = truth, list[str]()

    def head(self, part: str, tag: str, number: str, title: str, also: str = "") -> None:
        self.truth.head(part, title, also)
        opening, _, closing = tag.partition(" ")
        inner = f"<{closing}>{number} {title}</{closing}>" if closing else f"{number} {title}"
        self.lines.append(f"<{opening}>{inner}</{opening}>")

    def p(self, text: str, attributes: str = "") -> None:
        self.lines.append(f"<p{attributes}>{self.truth.say(text)}</p>")

    def items(self, *texts: str) -> None:
        self.lines += ["<ul>", *(f"  <li>{self.truth.say(text)}</li>" for text in texts), "</ul>"]

    def table(self, rows: list[list[str]]) -> None:
        """Cells are text, or `attributes::text`; the first two rows are headings."""
        self.lines.append('<table border="1">')
        for n, row in enumerate(rows):
            tag = "th" if n < 2 else "td"
            cells = [self._cell(tag, text, (n + 1, c + 1), row[0]) for c, text in enumerate(row)]
            self.lines.append(f"  <tr>{''.join(cells)}</tr>")
        self.lines.append("</table>")

    def _cell(self, tag: str, text: str, at: tuple[int, int], name: str) -> str:
        span, _, words = text.rpartition("::")
        said = self.truth.say(words, f"bảng 1, hàng {at[0]}, cột {at[1]}", name)
        return f"<{tag}{' ' + span if span else ''}>{said}</{tag}>"


def build(path: Path, units: dict[str, str]) -> Truth:
    """Write the sample and return its truth."""
    truth = Truth(
        file=FILE,
        hand="web page: teaser repeated in the text, view counters, hotlines, hidden text, table with rowspan and colspan",
        unit="Sở Nông nghiệp và Môi trường",
        level="department",
        province="Gia Lai",
        period={"kind": "month", "year": 2025, "number": 4, "data_from": "2025-03-15", "data_to": "2025-04-14"},
        number="228/BC-SNNMT",
        issued=date(2025, 4, 17),
        title="Công tác cải cách hành chính tháng 4/2025",
        units=units,
        seeded=[
            {
                "fault": "pending 655 is not in time 611 plus overdue 34 (645)",
                "figures": ["dossiers.pending", "dossiers.pending_in_time", "dossiers.pending_overdue"],
            }
        ],
    )
    page = _Page(truth)
    nav = truth.say("Cải cách hành chính ({!37|page noise})")
    page.p("Thứ năm, 17/4/2025 | Lượt xem: {!4,287|page noise} | Cỡ chữ: {!14|page noise}")
    page.p(_LEAD, ' class="sapo"')
    page.p(
        "Báo cáo số 228/ BC-SNNMT ngày 17 tháng 4 năm 2025 của Sở Nông nghiệp và Môi trường tỉnh Gia Lai, nội dung như sau:"
    )
    _direction(page)
    _dossiers(page)
    _others(page)
    truth.part = "kết thúc"
    visits = truth.say("Đang truy cập: {!36|page noise} - Tổng lượt truy cập: {!1,902,331|page noise}")
    hotline = truth.say("Đường dây nóng: {!0269.3.824.217|contact} - Email: sonnmt@gialai.gov.vn")
    foot = f"<p>{visits}</p>\n<p>{hotline}</p>"
    path.write_text(_PAGE.format(nav=nav, body="\n".join(page.lines), foot=foot), encoding="utf-8")
    return truth


def _direction(page: _Page) -> None:
    page.head("I", "p strong", "I.", "TÌNH HÌNH TRIỂN KHAI, CHỈ ĐẠO, ĐIỀU HÀNH")
    page.p(
        "Kế hoạch cải cách hành chính năm 2025 sau hợp nhất hai sở gồm {48|direction.plan_total} nhiệm vụ, đã hoàn thành "
        "{14|direction.plan_done} nhiệm vụ, {30|direction.plan_regular} nhiệm vụ thực hiện thường xuyên, "
        "{04|direction.plan_not_started} nhiệm vụ chưa triển khai. Ban hành {03|direction.directive_docs_count} văn bản chỉ đạo "
        "trong tháng."
    )
    page.p("Chỉ đạo nội bộ: bản thảo {!12|page noise} nhiệm vụ (không in).", ' class="an" style="display:none"')
    page.p(
        "Giám đốc Sở trực tiếp chủ trì giao ban công tác cải cách hành chính vào tuần đầu của tháng; yêu cầu trưởng các phòng, "
        "chi cục rà soát lại quy trình nội bộ ngay sau khi hợp nhất, không để hồ sơ của người dân bị ách tắc trong thời gian "
        "chuyển đổi hệ thống. Việc theo dõi nhiệm vụ UBND tỉnh giao được thực hiện trên phần mềm dùng chung của tỉnh."
    )
    page.p(
        "Công tác tuyên truyền được thực hiện qua Trang thông tin điện tử, Zalo và hội nghị giao ban với các huyện; đã đăng "
        "{22|direction.communication_items} tin, bài về thủ tục đất đai, chăn nuôi, thú y."
    )
    page.head("II", "p strong", "II.", "KẾT QUẢ THỰC HIỆN")
    page.head("II.1", "p em", "1.", "Cải cách thể chế")
    page.p(
        "Tham mưu ban hành {04|legislation.issued} văn bản quy phạm pháp luật; rà soát {63|legislation.reviewed} văn bản "
        "của HĐND, UBND tỉnh liên quan đến chức năng sau hợp nhất."
    )


def _dossiers(page: _Page) -> None:
    page.head("II.2", "p em", "2.", "Cải cách thủ tục hành chính")
    page.p(_LEAD)
    page.items(
        "Hồ sơ tiếp nhận mới: {6.438|dossiers.new} hồ sơ; hồ sơ kỳ trước chuyển sang: {338|dossiers.carried_over} hồ sơ.",
        "Hồ sơ trước và đúng hạn: {6.023|dossiers.resolved_early_or_on_time} hồ sơ; hồ sơ quá hạn đã giải quyết là "
        "{98|dossiers.resolved_late} hồ sơ.",
        "Hồ sơ đang giải quyết: {655|dossiers.pending} hồ sơ ({611|dossiers.pending_in_time} hồ sơ trong hạn, "
        "{34|dossiers.pending_overdue} hồ sơ quá hạn). Có {!03|not in the dictionary} hồ sơ quá hạn trên {!30|not in the dictionary} ngày.",
        "Thư xin lỗi: {98|dossiers.apology_letters} thư. Hồ sơ trả lại: {57|dossiers.returned} hồ sơ.",
    )
    page.p("Bảng kết quả theo lĩnh vực lớn (đơn vị: hồ sơ):")
    page.table(
        [
            ['rowspan="2"::Lĩnh vực', 'colspan="2"::Kết quả trong kỳ', 'rowspan="2"::Ghi chú'],
            ["Tiếp nhận", "Đã giải quyết"],
            [
                "lĩnh vực đất đai",
                "{5.120|dossiers.received;row}",
                "{4.590|dossiers.resolved;row}",
                "tăng {!11%|comparison} so với cùng kỳ",
            ],
            ["lĩnh vực môi trường", "{76|dossiers.received;row}", "{68|dossiers.resolved;row}", ""],
        ]
    )
    page.p(
        "Có {!02|not in the dictionary} TTHC được cắt giảm {!50%|not in the dictionary} thời gian. Số hóa "
        "{5.518|digitization.in_digitized} hồ sơ, đạt {85.7%|digitization.rate}."
    )


def _others(page: _Page) -> None:
    page.head("II.3", "p em", "3.", "Cải cách tổ chức bộ máy và công vụ", also="II.4")
    page.p(
        "Sở có {11|organization.departments} phòng chuyên môn, {08|organization.subdepts} chi cục; "
        "{12|civil_service.training_people} lượt công chức được cử đi bồi dưỡng; {không có|civil_service.disciplined} công chức "
        "bị kỷ luật trong tháng."
    )
    page.p(
        "Việc sắp xếp trụ sở, bàn giao hồ sơ, tài sản giữa hai cơ quan cũ cơ bản hoàn thành; quy chế làm việc mới được ban hành "
        "tại Quyết định số 55/QĐ-SNNMT ngày 21/3/2025. Công chức chấp hành tốt kỷ luật, kỷ cương; Sở duy trì hòm thư góp ý và "
        "kiểm tra đột xuất giờ giấc làm việc ở các hạt, trạm."
    )
    page.head("II.6", "p em", "4.", "Chính quyền điện tử, chính quyền số")
    page.p(
        "Sở cung cấp {264|digital.services_total} dịch vụ công trực tuyến; {71|digital.services_with_dossier} dịch vụ có phát "
        "sinh hồ sơ, tỷ lệ {26,9%|digital.uptake_rate}. Thanh toán trực tuyến {2.233|digital.fee_dossiers_online} hồ sơ."
    )
    page.p(
        "Sở tiếp tục làm sạch dữ liệu địa chính, phối hợp với Công an tỉnh đối chiếu thông tin chủ sử dụng đất theo Đề án "
        "{!06|name}; kết nối Hệ thống thông tin giải quyết TTHC với cơ quan thuế để luân chuyển hồ sơ nghĩa vụ tài chính. Phần "
        "mềm quản lý văn bản của hai sở đã được gộp, toàn bộ công chức dùng một tài khoản duy nhất."
    )
    page.head("III", "p strong", "III.", "ĐÁNH GIÁ CHUNG")
    page.head("III.1", "p em", "1.", "Ưu điểm")
    page.p(
        "Bộ máy mới đi vào hoạt động ổn định, lãnh đạo Sở quan tâm chỉ đạo, công khai số điện thoại tiếp nhận góp ý của người "
        "dân; các chi cục chủ động xử lý hồ sơ tồn của cơ quan cũ."
    )
    page.head("III.2", "p em", "2.", "Tồn tại, hạn chế")
    page.p("Tỷ lệ dịch vụ công phát sinh hồ sơ thấp, chưa đạt mục tiêu {90%|digital.uptake_target_stated} của tỉnh.")
    page.head("IV", "p strong", "IV.", "NHIỆM VỤ THÁNG 5/2025")
    page.p(
        "Rà soát, công bố lại danh mục TTHC thuộc phạm vi quản lý của Sở mới; tập huấn nghiệp vụ tiếp nhận hồ sơ đất đai cho bộ "
        "phận một cửa cấp huyện; hoàn thiện đề án vị trí việc làm trình UBND tỉnh."
    )
    page.p("Xử lý dứt điểm {!34|plan} hồ sơ quá hạn trước ngày 10/5/2025, phấn đấu số hóa đạt {!95%|target}.")
    page.head("V", "p strong", "V.", "KIẾN NGHỊ, ĐỀ XUẤT")
    page.p(
        "Đề nghị UBND tỉnh chỉ đạo Sở Tài chính bố trí kinh phí số hóa hồ sơ địa chính; đề nghị Sở Khoa học và Công nghệ sớm bổ "
        "sung chức năng thống kê hồ sơ quá hạn theo từng chi nhánh văn phòng đăng ký đất đai."
    )
