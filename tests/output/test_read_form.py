"""Letterhead, signature and layout as `cchc read` shows them."""

from cchc.model.report import Document
from cchc.model.wording import Layout
from cchc.output.read_form import form_lines


def test_what_was_read_is_shown_and_the_unknown_left_out() -> None:
    read = Document.model_validate(
        {"national_title": True, "agency_above": "UBND TỈNH MẪU", "agency": "SỞ MẪU", "symbol": "BC-SM", "place": "Mẫu", "dated": "4/2025", "sign_authority": "KT.", "signer_named": False}
    )  # fmt: skip
    layout = Layout.model_validate(
        {"page_width": 210, "page_height": 297, "margin_top": 20, "font": "Arial", "font_share": 0.9, "first_indent": 12.7, "page_number": "top_center_first"}
    )  # fmt: skip
    assert list(form_lines(read, layout, "vi")) == [
        "Đầu văn bản: có Quốc hiệu, Tiêu ngữ; UBND TỈNH MẪU / SỞ MẪU; số để trống, ký hiệu BC-SM; địa danh Mẫu; ngày để trống, tháng 4/2025",
        "Chữ ký: quyền hạn KT.; không thấy họ tên người ký",
        "Trình bày: khổ 210 × 297 mm; thụt đầu dòng 12,7 mm; Arial (90% lời văn); số trang giữa lề trên, cả trang đầu",
    ]
    assert "first line 12.7 mm" in list(form_lines(read, layout, "en"))[2]


def test_nothing_read_is_nothing_shown() -> None:
    assert list(form_lines(Document.model_validate({}), None, "vi")) == []
