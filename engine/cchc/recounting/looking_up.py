"""The use case: the dossiers of one channel, found and counted, as offices ask of the one-stop system."""

from collections import Counter
from collections.abc import Iterator

from cchc.model.recounting import LookUp, ProcedureCount
from cchc.model.register import Axis, DossierRef, Recount, Window
from cchc.recounting.behind import dossier
from cchc.register.register import Register

_STATES = (
    "dossiers.returned",
    "dossiers.withdrawn",
    "dossiers.resolved_early",
    "dossiers.resolved_on_time",
    "dossiers.resolved_late",
    "dossiers.supplement",
    "dossiers.pending_overdue",
    "dossiers.pending_in_time",
    "dossiers.resolved",
    "dossiers.pending",
)
"""What a dossier can be at the cut-off: the first that surely holds is its state."""
_UNSAID = ("", "online")


def look_up(register: Register, channel: str, window: Window) -> LookUp:
    """Return the dossiers of a channel to be dealt with in the window; raise `UsageError` if the register has no channels."""
    group: tuple[Axis, str] = ("channel", channel)
    found = [ref for ref in register.dossiers("dossiers.received", window, group) if ref.channel == channel]
    # Asked for to fail with the name of the column where there is none.
    register.dossiers("dossiers.new_online", window, group, 0)
    states = dict(_states(register, window, group))
    recount = register.figures(window, by="channel")
    return LookUp(
        channel=channel,
        files=recount.counts.files,
        window_from=window.first,
        window_to=window.last,
        rows=recount.counts.rows,
        rejected=recount.counts.rows - recount.counts.used,
        procedures=tuple(_procedures(found, window)),
        dossiers=tuple(dossier(ref, window, states.get(ref.code)) for ref in found),
        maybe=_maybe(recount, channel),
    )


def _states(register: Register, window: Window, group: tuple[Axis, str]) -> Iterator[tuple[str, str]]:
    """Yield the state of every dossier by its code, the least telling first so that the most telling one stays."""
    counted = register.figures(window).whole.figures
    for figure in reversed(_STATES):
        if counted[figure].missing_column is None:
            yield from ((ref.code, figure) for ref in register.dossiers(figure, window, group) if ref.sure)


def _procedures(found: list[DossierRef], window: Window) -> Iterator[ProcedureCount]:
    new = Counter(ref.procedure for ref in found if ref.received >= window.start)
    old = Counter(ref.procedure for ref in found if ref.received < window.start)
    for name in sorted({*new, *old}, key=lambda one: (-new[one], one)):
        yield ProcedureCount(procedure=name, new=new[name], carried_over=old[name])


def _maybe(recount: Recount, channel: str) -> int:
    """Return how many dossiers may have come by the channel: those of which it is not said, or not which portal."""
    unsaid = _UNSAID if channel.endswith("portal") else ("",)
    groups = (one for one in recount.groups if one.by == "channel" and one.name in unsaid)
    return sum(int(one.figures["dossiers.received"].low or 0) for one in groups)
