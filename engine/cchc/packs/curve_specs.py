"""How a criterion turns figures into points: the vocabulary of curves that an index file may use."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from cchc.model.text import Text
from cchc.packs.entry import Entry


def _fraction(raw: Any) -> Any:
    if isinstance(raw, str) and raw.strip().endswith("%"):
        return float(raw.strip()[:-1].replace(",", ".")) / 100
    if isinstance(raw, int | float) and raw > 1:
        # 85 for 85% would make full points unreachable for everyone, without a word.
        raise ValueError(f"tỷ lệ trên 1 phải ghi kèm dấu %: {raw:g}%")
    return raw


Fraction = Annotated[float, BeforeValidator(_fraction), Field(ge=0)]
Points = Annotated[float, Field(allow_inf_nan=False)]


class _Ratio(Entry):
    """A curve over a ratio; `percent_decimals`: the ratio is first rounded to a percentage with so many decimals."""

    percent_decimals: int | None = Field(None, ge=0, le=9)


class Linear(_Ratio):
    """Points in proportion to the value; full at 1 (100%). Source: QĐ 766/QĐ-TTg, dossiers on time."""

    type: Literal["linear"]


class CappedLinear(_Ratio):
    """Points in proportion to the value; full at `full_at` and above. Source: QĐ 766/QĐ-TTg, full at 80%."""

    type: Literal["capped_linear"]
    full_at: Annotated[Fraction, Field(gt=0)]


class LinearWithFloor(_Ratio):
    """Nothing below `floor`; from there on in proportion to the value, full at 1. Source: plan completion of PAR INDEX."""

    type: Literal["linear_with_floor"]
    floor: Fraction


class CappedLinearWithFloor(_Ratio):
    """Nothing below `floor`; from there on in proportion, full at `full_at`. Source: Quy định 11-QĐ/TU, II.6: 60%, 85%."""

    type: Literal["capped_linear_with_floor"]
    full_at: Annotated[Fraction, Field(gt=0)]
    floor: Fraction


class Level(Entry):
    """Points from a value on, that value included unless `above` is set."""

    from_: Fraction = Field(alias="from")
    points: Points = Field(ge=0)
    above: bool = False


class StepCurve(Entry):
    """Points by thresholds of a ratio; 0 below the lowest. Source: Quy định 11-QĐ/TU, II.1.1: 100/90/80/70%."""

    type: Literal["step"]
    levels: tuple[Level, ...] = Field(min_length=1)


class CountLevel(Entry):
    """Points from a count on, that count included."""

    from_: int = Field(alias="from", ge=0)
    points: Points = Field(ge=0)


class CountStep(Entry):
    """Points by thresholds of a count; 0 below the lowest. Source: Quy định 11-QĐ/TU, I.4: new ideas."""

    type: Literal["count_step"]
    levels: tuple[CountLevel, ...] = Field(min_length=1)


class Option(Entry):
    """One of the answers a person chooses from."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Text
    points: Points = Field(ge=0)


class Ordinal(Entry):
    """Points of the option that a person chose; none chosen is unknown. Source: TT 01/2018/TT-VPCP, indicator 6."""

    type: Literal["ordinal"]
    options: tuple[Option, ...] = Field(min_length=2)


class Case(Entry):
    """Points where a condition holds."""

    when: str = Field(description="Condition over figures")
    points: Points = Field(ge=0)


class Conditional(Entry):
    """Points of the first case that holds, else `otherwise`. Source: TT 01/2018/TT-VPCP, indicator 9: three inputs.

    Unknown while an earlier case may still hold with other points.
    """

    type: Literal["conditional"]
    cases: tuple[Case, ...] = Field(min_length=1)
    otherwise: Points = Field(0, ge=0)


class Boolean(Entry):
    """All points when the condition in `value` holds, none when not. Source: Quy định 11-QĐ/TU, I.3: all reports on time."""

    type: Literal["boolean"]


class Checklist(Entry):
    """`each` points for every item that is done, up to the maximum. Source: Phú Thọ, criterion 3.2: four times 0.5."""

    type: Literal["checklist"]
    each: Points = Field(gt=0)


class StepIncrement(Entry):
    """`base` at `start` and `add` for every whole `step` above it, up to the maximum; 0 below. Source: NĐ 307/2025, 3e."""

    type: Literal["step_increment"]
    start: float = Field(ge=0)
    base: Points = Field(ge=0)
    step: float = Field(gt=0)
    add: Points = Field(gt=0)


class RelativeToMean(Entry):
    """Points at or above a mean, and below it. Source: Hải Phòng 212/2025/QĐ-UBND, II.5.1a: PAR INDEX of the city.

    The mean is `mean` (a formula) where there is one, else that of the units of the table that are ranked together.
    """

    type: Literal["relative_to_mean"]
    at_or_above: Points = Field(ge=0)
    below: Points = Field(ge=0)
    mean: str | None = None


class RankLevel(Entry):
    """Points up to a rank, that rank included."""

    to: int = Field(ge=1)
    points: Points = Field(ge=0)


class RankBand(Entry):
    """Points by rank, 0 behind the last level; the value is the rank. Source: NĐ 307/2025, 3l: rank by SIPAS."""

    type: Literal["rank_band"]
    levels: tuple[RankLevel, ...] = Field(min_length=1)


class CaseCount(Entry):
    """Dossiers that earn so many points each."""

    count: str = Field(description="Formula: number of dossiers")
    points: Points = Field(ge=0)


class PerCaseAverage(Entry):
    """Mean of the points of single dossiers, rounded. Source: TT 01/2018/TT-VPCP, Article 15.2: one decimal."""

    type: Literal["per_case_average"]
    cases: tuple[CaseCount, ...] = Field(min_length=1)
    of: str = Field(description="Formula: number of all dossiers; those in no case earn 0")
    decimals: int | None = Field(None, ge=0, le=9)


class Part(Entry):
    """One term of a sum: `times` the value, at most `cap`."""

    value: str
    times: Points = Field(gt=0)
    cap: Points | None = Field(None, gt=0)


class CompositeSum(Entry):
    """Sum of parts, each with its factor and cap. Source: QĐ 766/QĐ-TTg, payment group as fitted on live data."""

    type: Literal["composite_sum"]
    parts: tuple[Part, ...] = Field(min_length=1)


class Answer(Entry):
    """Answers of one kind in a survey and the share of full satisfaction that each counts for."""

    count: str
    weight: Fraction = Field(le=1)


class SurveyWeighted(Entry):
    """Weighted answers over all answers; unknown below `least` answers. Source: Yên Bái survey forms, 100/60/20/0."""

    type: Literal["survey_weighted"]
    answers: tuple[Answer, ...] = Field(min_length=1)
    least: int = Field(ge=1)


class Survey(Entry):
    """In proportion to a satisfaction share; unknown while `responses` is below `least` or not given. Source: SIPAS."""

    type: Literal["survey"]
    responses: str = Field(description="Formula: number of answers that the share rests on")
    least: int = Field(ge=1)


class Deduction(Entry):
    """All points, less `each` per unit of the value, never below 0. Source: Phú Thọ, criterion 3.3."""

    type: Literal["deduction"]
    each: Points = Field(gt=0)


class Judgement(Entry):
    """Points entered by a person; no formula. Not entered is unknown. Source: NĐ 233/2026, Article 5."""

    type: Literal["judgement"]


class Info(Entry):
    """Shown, without points. Source: QĐ 766/QĐ-TTg, row 2.2: mean time of settlement."""

    type: Literal["info"]


CurveSpec = Annotated[
    Linear | CappedLinear | LinearWithFloor | CappedLinearWithFloor | StepCurve | CountStep | Ordinal | Conditional
    | Boolean | Checklist | StepIncrement | RelativeToMean | RankBand | PerCaseAverage | CompositeSum | SurveyWeighted
    | Survey | Deduction | Judgement | Info,
    Field(discriminator="type"),
]  # fmt: skip

ENTERED: frozenset[str] = frozenset({"judgement", "ordinal"})
"""Curves whose points a person enters."""
OWN_FORMULAS: frozenset[str] = frozenset({"conditional", "per_case_average", "composite_sum", "survey_weighted"})
"""Curves that say themselves which figures they take."""
