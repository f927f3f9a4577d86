"""What a reviewer has to settle."""

from dataclasses import replace

import pytest

from cchc.scoring.disagreements import Claims, disagreements

_NOTHING = Claims(own=None, appraised=None, reason=None, required=None, evidence=None)


def _kinds(points: float | None, claims: Claims) -> list[str]:
    return [one.kind for one in disagreements(points, claims, "vi")]


@pytest.mark.parametrize(
    ("points", "claims", "kinds"),
    [
        (2.0, _NOTHING, []),
        (2.0, replace(_NOTHING, own=2.0, appraised=2.0), []),
        (2.0, replace(_NOTHING, own=2.5), ["self_above"]),
        (2.0, replace(_NOTHING, own=1.5), ["self_below"]),
        (None, replace(_NOTHING, own=1.5), []),
        (2.0, replace(_NOTHING, appraised=1.0), ["appraised_differs"]),
        (1.0, replace(_NOTHING, own=2.0, appraised=1.0), ["self_above", "no_reason"]),
        (1.0, replace(_NOTHING, own=2.0, appraised=1.0, reason="Thiếu văn bản"), ["self_above"]),
        (2.0, replace(_NOTHING, own=2.0, required="Kế hoạch"), ["no_evidence"]),
        (2.0, replace(_NOTHING, own=2.0, required="Kế hoạch", evidence="12/KH"), []),
        (0.0, replace(_NOTHING, own=0.0, required="Kế hoạch"), []),
    ],
)
def test_kinds(points: float | None, claims: Claims, kinds: list[str]) -> None:
    assert _kinds(points, claims) == kinds


def test_missing_evidence_is_named() -> None:
    claims = replace(_NOTHING, own=1.5, required="Kế hoạch năm")
    (one,) = disagreements(1.5, claims, "vi")
    assert one.text == "tự chấm 1,5 điểm nhưng chưa có minh chứng: Kế hoạch năm"
