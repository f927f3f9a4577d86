"""Signs of evidence in a document: which, in which part, and the cases beside the wordings."""

from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.reading.documents import CONTENT, outlined

from cchc.packs.evidence_schema import Sign
from cchc.packs.load import load_pack
from cchc.reading.said.evidence import EvidenceFinder, read_evidence
from cchc.reading.said.evidence_cases import failing_signs

FINDER = EvidenceFinder(CONTENT.evidence, load_pack(ROOT).directives)


def signs(*lines: str) -> list[tuple[str, str]]:
    found = read_evidence(outlined(*lines), FINDER)
    return [(m.entry, m.at.part) for m in found if m.at]


def test_signs_come_with_their_part() -> None:
    found = signs(
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "Duy trì ISO 9001:2015 đối với 45 quy trình, đánh giá nội bộ ngày 12/3/2025.",
        "Sở đã kiểm tra 02 phòng, có Biên bản kiểm tra.",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "Tiếp tục duy trì ISO 9001:2015.",
    )
    assert found == [
        ("iso-claim", "I"), ("iso-version", "I"), ("iso-scope", "I"), ("iso-audit", "I"), ("inspection-conclusion", "I"),
    ]  # fmt: skip


def test_a_directive_is_known_by_what_it_is_about() -> None:
    lines = "II. KẾT QUẢ", "Sở đã rà soát, đề xuất cắt giảm, đơn giản hóa TTHC liên quan đến sản xuất, kinh doanh."
    assert signs(*lines) == [("kh-58-2025", "II")]
    assert signs("II. KẾT QUẢ", "Đơn giản hóa TTHC nội bộ; hoạt động kinh doanh ổn định.") == []


def test_the_cases_beside_the_wordings_hold() -> None:
    assert list(failing_signs(Path(ROOT))) == []


def test_a_broken_form_is_refused() -> None:
    with pytest.raises(ValueError, match="biểu thức"):
        Sign(id="x", say=("(",))
