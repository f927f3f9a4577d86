"""One value of the report against what the register gives: equal, different, or left open and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isinf

from cchc.model.figure import Stated, agree
from cchc.model.recounting import Claim, ClaimState, HeldFigure, OpenReason
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
        state, way, reason = self._state(one, taken, _HAIR + (one.half_digit if figure in self.percents else 0.0))
        differs = state == "differs"
        other = way if way is not taken[0] else None
        return Claim(
            value=one.value,
            decimals=one.decimals,
            places=tuple(each.at for each in same if each.at),
            state=state,
            difference=_difference(one.value, taken[0]) if differs else None,
            reading=other and other.reading,
            counted=other and other.counted,
            open_reason=reason,
            same_as=tuple(self._same(figure, one.value)) if differs else (),
        )

    def _state(
        self, one: Stated, taken: Sequence[Taken], slack: float
    ) -> tuple[ClaimState, Taken | None, OpenReason | None]:
        """Return how a value stands to the register, by which of the ways it is right, or why that is left open."""
        if one.approx:
            return "rough", None, None
        if fits := [way for way in taken if _is(one.value, way, slack)]:
            return "equal", fits[0], None
        if taken[0].counted is None:
            return "not_computed", None, None
        if any(_by_blanks(one.value, way, slack) for way in taken):
            return "open", None, "blank"
        if near := [way for way in taken if way.counted and way.lowest - slack <= one.value <= way.highest + slack]:
            partial = any(isinf(way.highest) for way in near) or self.taker.lost.cut_short
            return "open", None, "partial" if partial else "rejected"
        return ("open", None, "excluded") if self._left_out(taken) else ("differs", None, None)

    def _left_out(self, taken: Sequence[Taken]) -> bool:
        """Return whether the report leaves procedures out and nobody has said which of the register these are."""
        unsaid = any(way.reading.part.startswith(OWN) and way.counted is None for way in taken)
        return unsaid and bool(self.report.exclusions)

    def _same(self, figure: str, value: float) -> Iterator[str]:
        """Yield the other counts of the register that are exactly what the report says; nothing is like many things."""
        for other in self.table.others(figure) if value else ():
            found = self.taker.count(other)
            if found and found.low == found.high == value:
                yield other


def _is(value: float, way: Taken, slack: float) -> bool:
    return way.counted is not None and way.counted.low == way.counted.high and _by_blanks(value, way, slack)


def _by_blanks(value: float, way: Taken, slack: float) -> bool:
    return way.counted is not None and way.counted.low - slack <= value <= way.counted.high + slack


def _difference(value: float, way: Taken) -> float | None:
    if way.counted is None:
        return None
    nearest = way.counted.low if value < way.counted.low else way.counted.high
    return round(value - nearest, 6)
