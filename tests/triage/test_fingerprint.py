"""The identity of a finding survives what does not change it, and nothing else."""

import pytest
from tests.triage.results import outcome, place

from cchc.model.outcome import CheckResult
from cchc.triage.fingerprint import fingerprint, identified

ORIGINAL = outcome("DOS101", "fail", place("II.2", "đoạn 4", "tiếp nhận  331 hồ sơ"), place("I", "đoạn 1", "Kế hoạch"))


@pytest.mark.parametrize(
    "same",
    [
        outcome("DOS101", "fail", place("II.2", "đoạn 40", "Tiếp nhận 331 hồ sơ"), place("I", None, "Kế hoạch")),
        outcome("DOS101", "fail", place("I", "đoạn 1", "Kế hoạch"), place("II.2", "dòng 9", "tiếp nhận 331 hồ sơ")),
        outcome("DOS101", "fail", *ORIGINAL.places, severity="info"),
    ],
    ids=["moved and re-spaced", "in another order", "of another severity"],
)
def test_the_same_fault_keeps_its_identity(same: CheckResult) -> None:
    assert fingerprint("SỞ  mẫu", same) == fingerprint("Sở Mẫu", ORIGINAL)


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("Sở Khác", ORIGINAL),
        ("Sở Mẫu", outcome("DOS102", "fail", *ORIGINAL.places)),
        ("Sở Mẫu", outcome("DOS101", "fail", *ORIGINAL.places, value=332)),
        ("Sở Mẫu", outcome("DOS101", "fail", place("II.3", None, "tiếp nhận 331 hồ sơ"), place("I", None, "Kế hoạch"))),
        ("Sở Mẫu", outcome("DOS101", "fail", place("II.2", "đoạn 4", "tiếp nhận 332 hồ sơ"))),
    ],
    ids=["unit", "code", "value", "part", "quote"],
)
def test_another_fault_has_another(unit: str, other: CheckResult) -> None:
    assert fingerprint(unit, other) != fingerprint("Sở Mẫu", ORIGINAL)


def test_only_findings_have_one() -> None:
    assert identified("Sở Mẫu", outcome(kind="unknown")).fingerprint is None
    assert identified("Sở Mẫu", outcome()).fingerprint
