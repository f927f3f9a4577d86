"""One value of the report against what the register gives: equal, different, or left open and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.model.figure import Stated, agree
from cchc.model.recounting import Claim, ClaimState, HeldFigure, OpenReason, Reading
from cchc.model.report import Report
from cchc.packs.register_against import OWN, RegisterAgainst
from cchc.recounting.readings import Taken, Taker, is_own

_HAIR = 1e-9


@dataclass(frozen=True)
class Holder:
    """Holds figures of a report against a register."""

    taker: Taker
    table: RegisterAgainst
    report: Report
    percents: frozenset[str]

    def figures(self) -> Iterator[HeldFigure]:
        """Yield every figure that the report states of itself and that a register may give."""
        for figure in self.table.figures:
            if stated := [one for one in self.report.figures.get(figure, ()) if is_own(one)]:
                yield self._held(figure, stated)

    def _held(self, figure: str, stated: Sequence[Stated]) -> HeldFigure:
        taken = [self.taker.take(spec) for spec in self.table.readings(figure)]
        groups: dict[tuple[float, int, bool], list[Stated]] = {}
        for one in stated:
            groups.setdefault((one.value, one.decimals, one.approx), []).append(one)
        return HeldFigure(
            figure=figure,
            reading=taken[0].reading,
            counted=taken[0].counted,
            missing_column=taken[0].missing,
            claims=tuple(self._claim(figure, same, taken) for same in groups.values()),
            contradicts=not agree(stated),
        )

    def _claim(self, figure: str, same: Sequence[Stated], taken: Sequence[Taken]) -> Claim:
        one = same[0]
        state, reading, reason = self._state(figure, one, taken)
        differs = state == "differs"
        return Claim(
            value=one.value,
            decimals=one.decimals,
            places=tuple(each.at for each in same if each.at),
            state=state,
            difference=_difference(one.value, taken[0]) if differs else None,
            reading=reading,
            open_reason=reason,
            same_as=tuple(self._same(figure, one.value)) if differs else (),
        )

    def _state(
        self, figure: str, one: Stated, taken: Sequence[Taken]
    ) -> tuple[ClaimState, Reading | None, OpenReason | None]:
        if one.approx:
            return "rough", None, None
        slack = _HAIR + (one.half_digit if figure in self.percents else 0.0)
        for n, way in enumerate(taken):
            if way.counted and way.counted.low == way.counted.high and abs(way.counted.low - one.value) <= slack:
                return "equal", way.reading if n else None, None
        if taken[0].counted is None:
            return "not_computed", None, None
        if any(_within(one.value, way, slack) for way in taken):
            blank = any(
                way.counted and way.counted.low - slack <= one.value <= way.counted.high + slack for way in taken
            )
            return "open", None, "blank" if blank else "rejected"
        if self._left_out(figure, taken):
            return "open", None, "excluded"
        return "differs", None, None

    def _left_out(self, figure: str, taken: Sequence[Taken]) -> bool:
        """Return whether the report leaves procedures out and nobody has said which of the register these are."""
        said = any(figure in one.applies_to for one in self.report.exclusions or ())
        return said and any(way.reading.part.startswith(OWN) and way.counted is None for way in taken)

    def _same(self, figure: str, value: float) -> Iterator[str]:
        """Yield the other counts of the register that are exactly what the report says; nothing is like many things."""
        for other in self.table.others(figure) if value else ():
            found = self.taker.count(other)
            if found and found.low == found.high == value:
                yield other


def _within(value: float, way: Taken, slack: float) -> bool:
    return way.counted is not None and way.lowest - slack <= value <= way.highest + slack


def _difference(value: float, way: Taken) -> float | None:
    if way.counted is None:
        return None
    nearest = way.counted.low if value < way.counted.low else way.counted.high
    return round(value - nearest, 6)
