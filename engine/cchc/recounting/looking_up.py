"""The use case: the dossiers of one channel, found and counted, as offices ask of the one-stop system."""

from collections import Counter

from cchc.model.recounting import Dossier, LookUp, ProcedureCount
from cchc.model.register import Axis, Recount, Window
from cchc.recounting.behind import dossier
from cchc.register.register import Register

STATES = (
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


def look_up(register: Register, channel: str, window: Window, shown: int | None = None) -> LookUp:
    """Return the dossiers of a channel to be dealt with in the window, all of them counted and `shown` of them listed.

    Raise `UsageError` if the register has no channels.
    """
    group: tuple[Axis, str] = ("channel", channel)
    # Asked for to fail with the name of the column where there is none.
    register.dossiers("dossiers.new_online", window, group, 0)
    new, old = Counter[str](), Counter[str]()
    listed: list[Dossier] = []
    for ref, state in register.classified(STATES, window, group):
        (new if ref.received >= window.start else old)[ref.procedure] += 1
        if shown is None or len(listed) < shown:
            listed.append(dossier(ref, window, state))
    recount = register.figures(window, by="channel")
    return LookUp(
        channel=channel,
        files=recount.counts.files,
        window_from=window.first,
        window_to=window.last,
        rows=recount.counts.rows,
        rejected=recount.counts.rows - recount.counts.used,
        procedures=tuple(
            ProcedureCount(procedure=name, new=new[name], carried_over=old[name])
            for name in sorted({*new, *old}, key=lambda one: (-new[one], one))
        ),
        dossiers=tuple(listed),
        maybe=_maybe(recount, channel),
    )


def _maybe(recount: Recount, channel: str) -> int:
    """Return how many dossiers may have come by the channel: those of which it is not said, or not which portal."""
    unsaid = _UNSAID if channel.endswith("portal") else ("",)
    groups = (one for one in recount.groups if one.by == "channel" and one.name in unsaid)
    return sum(int(one.figures["dossiers.received"].low or 0) for one in groups)
