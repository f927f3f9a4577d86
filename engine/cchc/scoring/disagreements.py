"""What a reviewer has to settle: where the self-score, the computed points and the appraised ones do not agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc.model.scorecard import Disagreement, DisagreementKind
from cchc.model.text import Language
from cchc.vietnamese.numbers import show_number

# Points are entered with two decimals.
_SAME = 0.005
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "self_above": "tự chấm {own} điểm, cao hơn điểm tính {points}",
        "self_below": "tự chấm {own} điểm, thấp hơn điểm tính {points}",
        "appraised_differs": "thẩm định {appraised} điểm, khác điểm tính {points}",
        "no_reason": "thẩm định {appraised} điểm, khác điểm tự chấm {own} mà chưa ghi lý do",
        "no_evidence": "tự chấm {own} điểm nhưng chưa có minh chứng: {required}",
    },
    "en": {
        "self_above": "self-score {own}, above the computed {points}",
        "self_below": "self-score {own}, below the computed {points}",
        "appraised_differs": "appraised {appraised}, not the computed {points}",
        "no_reason": "appraised {appraised}, not the self-score {own}, without a reason",
        "no_evidence": "self-score {own} without evidence: {required}",
    },
}


@dataclass(frozen=True)
class Claims:
    """What people say of a criterion: the unit's own points, the appraised ones and why, evidence asked for and given."""

    own: float | None
    appraised: float | None
    reason: str | None
    required: str | None
    evidence: str | None


def disagreements(points: float | None, claims: Claims, lang: Language) -> tuple[Disagreement, ...]:
    """Return what does not agree about one criterion; `points` are the computed ones."""
    numbers = {"points": points, "own": claims.own, "appraised": claims.appraised}
    shown = {name: show_number(value, lang) for name, value in numbers.items() if value is not None}
    words = _WORDS[lang]
    return tuple(
        Disagreement(kind=kind, text=words[kind].format(**shown, required=claims.required))
        for kind in _kinds(points, claims)
    )


def _kinds(points: float | None, claims: Claims) -> Iterator[DisagreementKind]:
    own, appraised = claims.own, claims.appraised
    if own is not None and points is not None and abs(own - points) > _SAME:
        yield "self_above" if own > points else "self_below"
    if appraised is not None and points is not None and abs(appraised - points) > _SAME:
        yield "appraised_differs"
    if appraised is not None and own is not None and abs(appraised - own) > _SAME and claims.reason is None:
        yield "no_reason"
    if own and claims.required and not claims.evidence:
        yield "no_evidence"
