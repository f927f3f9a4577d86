"""Old encodings are told by letters and fonts; Unicode text is never accused."""

import pytest
from tests.conftest import ROOT

from cchc.intake.old_fonts import looks_like, old_font_warning, wholly_old

TCVN3 = "C«ng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc, b¸o c¸o c¶i c¸ch hµnh chÝnh"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, baùo caùo caûi caùch haønh chính, ñôn vò, ngöôøi"


@pytest.mark.parametrize(("text", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_a_text_wholly_in_an_old_encoding_cannot_be_read(text: str, name: str) -> None:
    fault = wholly_old(text)
    assert fault is not None
    assert name in fault
    assert "không đọc được chắc chắn" in fault
    assert "UniKey" in fault


def test_a_paragraph_in_an_old_encoding_is_told_among_others() -> None:
    text = "Sở đã tiếp nhận được nhiều hồ sơ của người dân. " * 20 + TCVN3
    assert wholly_old(text) is None
    warning = old_font_warning(text, ())
    assert warning is not None
    assert "bỏ sót" in warning


@pytest.mark.parametrize("font", [".VnTime", ".VnArialH", "ABCDEF+.VnTime", "VNI-Times"])
def test_a_font_name_is_enough(font: str) -> None:
    assert old_font_warning("Tong so: 12", [font]) is not None


def test_unicode_is_not_accused() -> None:
    sample = (ROOT / "sample_reports/seed-2025-04.yaml").read_text(encoding="utf-8")
    assert old_font_warning(sample, ["Times New Roman", "Vnexpress Sans"[:2], "Arial"]) is None
    assert looks_like("Ông Müller, «trích dẫn», Sony®, 25°C, 3½, café, ½ ngày, Công ty Citroën, Køb") is None
