"""The dossiers behind differences: those the report may have counted and the register did not, or the other way round."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc.model.recounting import Claim, Dossier, DossierSet, HeldFigure, SetKind
from cchc.model.register import Axis, DossierRef, Window
from cchc.packs.register_against import RegisterAgainst
from cchc.recounting.readings import Taker
from cchc.register.register import Register

Group = tuple[Axis, str] | None


@dataclass(frozen=True)
class Asked:
    """Which dossiers are behind a difference: those counted in `inside` and not in `outside`."""

    kind: SetKind
    inside: str
    outside: str | None


@dataclass(frozen=True)
class Behind:
    """Finds the dossiers behind differences; `shown` of each set are listed, all of them when None."""

    register: Register
    window: Window
    group: Group
    taker: Taker
    table: RegisterAgainst
    shown: int | None

    def sets(self, figures: Sequence[HeldFigure]) -> tuple[list[HeldFigure], list[DossierSet]]:
        """Return the figures with the sets behind their differences; one set may stand behind several figures."""
        asked: dict[Asked, list[str]] = {}
        linked = [self._linked(one, asked) for one in figures]
        return linked, [self._set(one, names) for one, names in asked.items()]

    def _linked(self, figure: HeldFigure, asked: dict[Asked, list[str]]) -> HeldFigure:
        claims = tuple(self._with_set(figure, claim, asked) for claim in figure.claims)
        return figure.model_copy(update={"claims": claims})

    def _with_set(self, figure: HeldFigure, claim: Claim, asked: dict[Asked, list[str]]) -> Claim:
        which = self._asked(figure, claim) if claim.state == "differs" else None
        if which is None:
            return claim
        names = asked.setdefault(which, [])
        if figure.figure not in names:
            names.append(figure.figure)
        return claim.model_copy(update={"dossiers": list(asked).index(which)})

    def _asked(self, figure: HeldFigure, claim: Claim) -> Asked | None:
        """Return the set that tells most about a difference, None where the register has no dossier to show."""
        part, whole = figure.reading.part, figure.reading.whole
        more = claim.difference is not None and claim.difference > 0
        if whole is not None and more:
            return None if figure.reading.whole_from_report else Asked("wider_only", whole, part)
        if more:
            wider = [*claim.same_as, *(one for one in self.table.wider(part) if self._holds(one, claim.value))]
            return Asked("wider_only", wider[0], part) if wider else None
        if claim.same_as:
            return Asked("other_only", part, claim.same_as[0])
        return Asked("counted", part, None)

    def _holds(self, figure: str, value: float) -> bool:
        """Return whether a set is large enough for what the report says: a smaller one explains nothing."""
        found = self.taker.count(figure)
        return found is not None and found.high >= value

    def _set(self, asked: Asked, figures: Sequence[str]) -> DossierSet:
        found = DossierSet(
            kind=asked.kind, inside=asked.inside, outside=asked.outside, figures=tuple(figures), number=0
        )
        if self.table.counts_procedures(asked.inside):
            names = self._procedures(asked)
            return found.model_copy(update={"number": len(names), "procedures": tuple(names[: self.shown])})
        refs = self._refs(asked)
        listed = tuple(dossier(ref, self.window) for ref in refs)
        return found.model_copy(update={"number": self._number(asked), "dossiers": listed})

    def _number(self, asked: Asked) -> int:
        if asked.outside is not None:
            return self.register.difference_number(asked.inside, asked.outside, self.window, self.group)
        counted = self.taker.count(asked.inside)
        return int(counted.high) if counted else 0

    def _refs(self, asked: Asked) -> list[DossierRef]:
        if asked.outside is None:
            return self.register.dossiers(asked.inside, self.window, self.group, self.shown)
        return self.register.difference(asked.inside, asked.outside, self.window, self.group, self.shown)

    def _procedures(self, asked: Asked) -> list[str]:
        without = self._named(asked.outside) if asked.outside else set()
        return sorted(self._named(asked.inside) - without)

    def _named(self, figure: str) -> set[str]:
        """Return the procedures that a figure counts; of one unit by way of its dossiers, as groups are not crossed."""
        if self.group is not None:
            dossiers = self.register.dossiers(figure, self.window, self.group)
            return {ref.procedure for ref in dossiers if ref.sure and ref.procedure}
        groups = self.register.figures(self.window, by="procedure").groups
        return {one.name for one in groups if one.by and one.name and one.figures[figure].low}


def dossier(ref: DossierRef, window: Window, state: str | None = None) -> Dossier:
    """Return a dossier of the register for a reader: as it was known at the cut-off."""
    ended = ref.finished if ref.finished and ref.finished <= window.cut_off else None
    return Dossier(
        code=ref.code, file=ref.file, line=ref.line, unit=ref.unit, procedure=ref.procedure, channel=ref.channel,
        received=ref.received, due=ref.due_extended, finished=ended, state=state, sure=ref.sure,
    )  # fmt: skip
