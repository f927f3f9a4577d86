"""A report with its evidence in order passes; each thing taken away is found, and nothing else of its kind is."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cchc.cli.main import main

GOOD = (Path(__file__).parents[1] / "data/evidence-in-order.txt").read_text("utf-8")
BREAKS = {
    "EVD101": ("ba trăm ba mươi mốt", "ba trăm hai mươi mốt"),
    "EVD401": ("02 thư xin lỗi", "01 thư xin lỗi"),
    "EVD402": (" theo Công văn số 55/VPCP-KSTT ngày 02/01/2025 của Văn phòng Chính phủ", ""),
    "EVD403": (" tại Công văn số 300/SCT-VP ngày 02/3/2025", ""),
    "EVD404": ("Rà soát 05 TTHC lĩnh vực điện, hoàn thành trước ngày 20/5/2025", "Tiếp tục rà soát các TTHC"),
    "EVD405": (": “Mã QR tra cứu hồ sơ”", ""),
    "EVD501": ("Số liệu được trích xuất từ Hệ thống thông tin giải quyết TTHC tỉnh ngày 15/4/2025. ", ""),
    "EVD502": ("Sở đã ban hành Kế hoạch số 04/KH-SCT ngày 20/01/2025. ", ""),
    "EVD503": ("; đã có Thông báo kết luận số 15/TB-SCT ngày 10/4/2025", ""),
    "EVD505": (" đối với 142 quy trình, đánh giá nội bộ ngày 20/3/2025", ""),
    "EVD507": ("Công văn số 211/SNV-CCHC ngày 19/02/2025", "Công văn số 211/SNV-CCHC"),
    "EVD508": ("12/2025/QĐ-UBND", "12/QĐ-UBND"),
    "EVD601": (", Sở đã đề xuất cắt giảm, đơn giản hóa TTHC liên quan đến hoạt động sản xuất, kinh doanh", ""),
}


def failing(tmp_path: Path, text: str) -> list[str]:
    """Return the rules on evidence that a text breaks."""
    file = tmp_path / "bao-cao.txt"
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(file), "--format", "json", "--all", "--select", "evidence"])
    outcomes = json.loads(result.stdout)["reports"][0]["outcomes"]
    return [o["code"] for o in outcomes if o["outcome"] == "fail"]


def test_in_order(tmp_path: Path) -> None:
    assert failing(tmp_path, GOOD) == []


@pytest.mark.parametrize("code", BREAKS)
def test_what_is_taken_away_is_found(tmp_path: Path, code: str) -> None:
    before, after = BREAKS[code]
    assert GOOD.count(before) == 1
    assert failing(tmp_path, GOOD.replace(before, after)) == [code]
