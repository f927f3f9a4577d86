"""By what authority a position signs: the table `rules/wording/signing.yaml` and its own cases."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from cchc.model.errors import InputError
from cchc.model.text import Text
from cchc.packs.entry import Entry
from cchc.packs.schema_refs import SourceRef
from cchc.vietnamese.fold import fold

SIGNING = "rules/wording/signing.yaml"
_NOT_JUDGED = "phu trach"


class SigningCase(Entry):
    """A signature and whether it fits; left out where the table says nothing on it."""

    unit: str
    authority: str
    position: str
    fits: bool | None = None


class SigningRule(Entry):
    """What must and must not be printed before some positions."""

    positions: tuple[str, ...] = Field(min_length=1)
    units: tuple[str, ...] = Field((), description="Beginnings of the agency's name; empty for every agency")
    needs: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    say: Text
    source: SourceRef
    cases: tuple[SigningCase, ...]

    def concerns(self, unit: str, position: str) -> bool:
        """Return whether the entry is about one who signs as `position` of the agency `unit`."""
        starts = any(_starts(unit, one) for one in self.units) or not self.units
        return starts and any(_starts(position, one) for one in self.positions)

    def fits(self, authority: str) -> bool:
        """Return whether the printed authority, `TM., KT.`, is as the entry asks."""
        printed = {one.strip() for one in authority.split(",")}
        return (not self.needs or bool(printed & set(self.needs))) and not printed & set(self.never)


def signing_rule(rules: Sequence[SigningRule], unit: str, position: str) -> SigningRule | None:
    """Return the entry that decides on a signature; None where the table names no such position."""
    last = position.rsplit(" / ", maxsplit=1)[-1]
    if _NOT_JUDGED in fold(last):
        return None
    return next((rule for rule in rules if rule.concerns(unit, _bare(last))), None)


def signing_problems(rules: Sequence[SigningRule]) -> Iterator[InputError]:
    """Yield every case that the table does not decide as the case says."""
    for case in (case for rule in rules for case in rule.cases):
        rule = signing_rule(rules, case.unit, case.position)
        found = rule.fits(case.authority) if rule else None
        if found is not case.fits:
            what = f"{case.unit}: '{case.authority} {case.position}'"
            yield InputError(f"ca {what} cho kết quả {found}, khác {case.fits}", SIGNING, key=case.position)


def _bare(position: str) -> str:
    """Return a position without `Q.` before it."""
    words = fold(position).split()
    return " ".join(words[1:] if words[:1] in (["q."], ["q"], ["quyen"]) else words)


def _starts(text: str, beginning: str) -> bool:
    return f"{fold(text)} ".startswith(f"{fold(beginning)} ")
