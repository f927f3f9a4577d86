"""What governs the words of a sentence at a point: what they are about, whose numbers follow, of when."""

from dataclasses import dataclass, replace

from cchc.model.figure import Span
from cchc.model.period import Period
from cchc.packs.reading import Governor
from cchc.reading.figures.times import Time


@dataclass(frozen=True, slots=True)
class Context:
    """What governs the words at a point: kind of thing, its state, whose numbers, of which time."""

    subject: str | None = None
    assumed: bool = False
    """The subject is what the part is usually about: it holds only where the block names no other."""
    kind_of: str | None = None
    family: str | None = None
    state: str | None = None
    scope: str | None = None
    share: bool = False
    """The numbers are shares by field of one stated before, or it is not clear whose they are."""
    span: Span = "period"
    period: Period | None = None

    def holds(self, wanted: str) -> bool:
        """Return whether one of the governors in `a|b|none` is in force; `none`: no subject has been named."""
        options = wanted.split("|")
        return self.subject in options or self.state in options or ("none" in options and self.subject is None)


@dataclass(frozen=True)
class Change:
    """A word that changes the context from where it stands on."""

    governor: Governor | None = None
    scope: str | None = None
    scoped: bool = False
    share: bool = False
    passing: bool = False
    """Stands amid a sentence behind other numbers: whose the numbers behind the next `;` are cannot be told."""
    behind: bool = False
    """Stands behind the number it is said of, at the end of a clause: it says nothing of the next one."""
    time: Time | None = None

    @property
    def names_subject(self) -> bool:
        """Whether it says what the numbers are about."""
        return self.governor is not None and self.governor.axis == "subject"

    @property
    def lasts(self) -> bool:
        """Whose numbers and of when hold on to the next such word; what they are about does not."""
        return self.scoped or self.time is not None

    def applied(self, here: Context) -> Context:
        """Return the context behind the word."""
        if self.governor is not None:
            here = _governed(here, self.governor)
        if self.scoped:
            here = replace(here, scope=self.scope, share=self.share)
        return replace(here, span=self.time.span, period=self.time.period) if self.time else here


def _governed(here: Context, governor: Governor) -> Context:
    if governor.axis == "state":
        return replace(here, state=governor.id)
    if governor.id == here.kind_of:
        return here
    family = governor.family or governor.id
    state = here.state if here.family in (None, family) else None
    return replace(here, subject=governor.id, assumed=False, kind_of=governor.kind_of, family=family, state=state)
