"""What the shape of a curve cannot say: whether its best option is the maximum, and its levels are in order."""

from collections.abc import Iterator

from cchc.packs import curve_specs as c
from cchc.packs.indices import Criterion
from cchc.packs.problem import Path, Problem
from cchc.vietnamese.numbers import show_number

_MARGIN = 1e-9


def curve_problems(leaf: Criterion, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the curve of a criterion: its best option is not its maximum, its levels are not in order."""
    curve = leaf.curve
    yield from _best(leaf, path)
    if isinstance(curve, c.StepCurve | c.CountStep):
        yield from _levels(leaf, curve, path)
    if isinstance(curve, c.LinearWithFloor) and curve.floor > 1:
        yield Problem((*path, "floor"), "mức sàn lớn hơn 100%, không đơn vị nào có điểm")
    if isinstance(curve, c.CappedLinearWithFloor) and curve.floor > curve.full_at:
        yield Problem((*path, "floor"), "mức sàn lớn hơn mức đạt điểm tối đa")


def _levels(leaf: Criterion, curve: c.StepCurve | c.CountStep, path: Path) -> Iterator[Problem]:
    levels = sorted((float(level.from_), level.points) for level in curve.levels)
    if len({start for start, _ in levels}) < len(levels):
        yield Problem((*path, "levels"), f"{leaf.code}: có hai mức bắt đầu từ cùng một giá trị")
    points = [p for _, p in levels] if levels[0][0] == 0 else [0.0, *(p for _, p in levels)]
    if points not in (sorted(points), sorted(points, reverse=True)):
        yield Problem((*path, "levels"), f"{leaf.code}: điểm các mức lúc tăng lúc giảm")


def _best(leaf: Criterion, path: Path) -> Iterator[Problem]:
    options = _options(leaf.curve)
    if options and abs(max(options) - leaf.max) > _MARGIN:
        shown = f"{show_number(max(options))} điểm, điểm tối đa của tiêu chí là {show_number(leaf.max)}"
        yield Problem((*path, "levels"), f"{leaf.code}: mức cao nhất được {shown}")


def _options(curve: c.CurveSpec) -> list[float]:
    """Return the points among which a curve chooses; none for one that has no options."""
    match curve:
        case c.StepCurve() | c.CountStep() | c.RankBand():
            return [level.points for level in curve.levels]
        case c.Ordinal():
            return [option.points for option in curve.options]
        case c.Conditional():
            return [curve.otherwise, *(case.points for case in curve.cases)]
        case c.RelativeToMean():
            return [curve.at_or_above, curve.below]
        case c.PerCaseAverage():
            return [case.points for case in curve.cases]
        case c.CompositeSum() if all(part.cap for part in curve.parts):
            return [sum(part.cap or 0.0 for part in curve.parts)]
        case _:
            return []
