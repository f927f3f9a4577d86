"""The legal definition of every figure as a condition on a dossier, and the columns without which it cannot be told.

Sources: Biểu II.06a, columns 3 to 13 (Thông tư 01/2020/TT-VPCP) for received, resolved, pending; Quyết định 766/QĐ-TTg for `sq.`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from cchc.register.clock import Rules
from cchc.register.tables import literal

_ONLINE = "channel IN ('provincial_portal', 'national_portal', 'online')"
# On line without saying through which portal leaves open whether it was this one.
_PORTAL = "CASE WHEN channel = 'online' THEN NULL ELSE channel = '{}' END"
_SERVICE = "service_level IN ('full', 'partial')"


@dataclass(frozen=True)
class Definition:
    """`condition` is of three outcomes; `needs`: columns of the register; `distinct`: procedures are counted, not dossiers."""

    condition: str
    needs: tuple[str, ...] = ()
    distinct: bool = False


SHARES: Mapping[str, tuple[str, str]] = {"digital.satisfaction_rate": ("sq.satisfied", "sq.rated")}
"""Percents of one count in another."""
MEANS = ("sq.processing_days",)


def counts_only_new(figure: str) -> bool:
    """Return whether a figure counts only dossiers received in the window, so that older ones do not matter to it."""
    return figure in _only_new()


@lru_cache(maxsize=1)
def _only_new() -> frozenset[str]:
    rules = Rules((), False, False, False, False, (), ("",))
    return frozenset(name for name, one in definitions(rules).items() if one.condition.startswith("is_new"))


def definitions(rules: Rules) -> dict[str, Definition]:
    """Return what every figure counts, in the order in which figures are shown."""
    found = dict(_settlement(rules)) | dict(_channels(rules)) | dict(_digitization(rules))
    return found | dict(_index(found))


def _settlement(rules: Rules) -> Iterator[tuple[str, Definition]]:
    """Yield what is received, resolved and pending."""
    resolved = _needs_of_resolved(rules)
    dated = (*resolved, "due")
    yield "dossiers.received", Definition("TRUE")
    yield "dossiers.carried_over", Definition("NOT is_new")
    yield "dossiers.new", Definition("is_new")
    yield "dossiers.new_online", Definition(f"is_new AND {_ONLINE}", ("channel",))
    yield "dossiers.new_direct_postal", Definition(f"is_new AND NOT {_ONLINE}", ("channel",))
    yield "dossiers.resolved", Definition("resolved", resolved)
    yield "dossiers.resolved_early", Definition("resolved AND early", dated)
    yield "dossiers.resolved_on_time", Definition("resolved AND on_time", dated)
    yield "dossiers.resolved_early_or_on_time", Definition("resolved AND NOT late", dated)
    yield "dossiers.resolved_late", Definition("resolved AND late", dated)
    yield "dossiers.pending", Definition("pending")
    yield "dossiers.pending_in_time", Definition("pending AND NOT overdue", ("due",))
    yield "dossiers.pending_overdue", Definition("pending AND overdue", ("due",))
    yield "dossiers.supplement", Definition("pending AND waiting", ("supplement_asked",))
    yield "dossiers.returned", Definition("has_ended AND coalesce(outcome = 'returned', FALSE)", ("outcome",))
    yield "dossiers.withdrawn", Definition("has_ended AND coalesce(outcome = 'withdrawn', FALSE)", ("outcome",))
    yield "register.undated_resolved", Definition("resolved AND due IS NULL", dated)
    yield "register.undated_pending", Definition("pending AND due IS NULL", ("due",))


def _needs_of_resolved(rules: Rules) -> tuple[str, ...]:
    return ("outcome",) if rules.returned_apart else ()


def _channels(rules: Rules) -> Iterator[tuple[str, Definition]]:
    """Yield what came through which channel, and what was paid and rated."""
    resolved, online = _needs_of_resolved(rules), ("channel", "service_level")
    national, provincial = (f"is_new AND ({_PORTAL.format(one)})" for one in ("national_portal", "provincial_portal"))
    yield "dossiers.online_processed", Definition(f"is_new AND {_ONLINE} AND {_SERVICE}", online)
    yield "digital.full_dossiers", Definition(f"is_new AND {_ONLINE} AND service_level = 'full'", online)
    yield "digital.online_dossiers", Definition(f"resolved AND {_ONLINE}", (*resolved, "channel"))
    yield (
        "digital.services_with_dossier",
        Definition(f"is_new AND {_ONLINE} AND {_SERVICE}", ("procedure", *online), distinct=True),
    )
    yield "procedures.with_dossier", Definition("is_new", ("procedure",), distinct=True)
    yield "digital.national_portal_procedures", Definition(national, ("procedure", "channel"), distinct=True)
    yield "register.national_portal_dossiers", Definition(national, ("channel",))
    yield "register.provincial_portal_dossiers", Definition(provincial, ("channel",))
    yield "digital.postal_received", Definition("is_new AND channel = 'post'", ("channel",))
    yield (
        "digital.postal_returned",
        Definition("gave_result AND result_channel = 'post'", ("outcome", "result_channel")),
    )
    yield "digital.fee_dossiers", Definition("is_new AND fee", ("fee",))
    yield "digital.fee_dossiers_online", Definition("is_new AND fee AND paid_online", ("fee", "paid_online"))
    yield (
        "digital.fee_procedures_online",
        Definition("is_new AND fee AND paid_online", ("procedure", "fee", "paid_online"), distinct=True),
    )
    yield "digital.satisfaction_forms", Definition("resolved AND satisfaction IS NOT NULL", (*resolved, "satisfaction"))


def _digitization(rules: Rules) -> Iterator[tuple[str, Definition]]:
    """Yield what was digitized, with procedures that only notify and, where the office names them, without."""
    counted = {
        "in_total": Definition("is_new"),
        "in_digitized": Definition("is_new AND digitized_parts", ("digitized_parts",)),
        "in_reused": Definition("is_new AND reused_parts", ("reused_parts",)),
        "out_total": Definition("gave_result", ("outcome",)),
        "out_digitized": Definition("gave_result AND digitized_result", ("outcome", "digitized_result")),
    }
    yield from ((f"digitization.{name}", one) for name, one in counted.items())
    if rules.notification_only:
        notices = f"procedure IN ({', '.join(map(literal, rules.notification_only))})"
        yield "digitization.excluded_dossiers", Definition(f"is_new AND {notices}", ("procedure",))
        for name, one in counted.items():
            without = Definition(f"{one.condition} AND NOT ({notices})", ("procedure", *one.needs))
            yield f"register.{name}_without_notices", without


def _index(found: Mapping[str, Definition]) -> Iterator[tuple[str, Definition]]:
    """Yield the counts of the 766 index."""
    resolved = found["dossiers.resolved"].needs
    yield "sq.dossiers", Definition("resolved OR pending", resolved)
    yield "sq.dossiers_on_time", Definition("resolved AND NOT late OR pending AND NOT overdue", (*resolved, "due"))
    yield "sq.dossiers_overdue", Definition("resolved AND late OR pending AND overdue", (*resolved, "due"))
    same = {
        "sq.received": "dossiers.new",
        "sq.received_online": "dossiers.new_online",
        "sq.with_fee": "digital.fee_dossiers",
        "sq.paid_online": "digital.fee_dossiers_online",
        "sq.digitization_base": "digitization.out_total",
        "sq.electronic_results": "digitization.out_digitized",
        "sq.digitized": "digitization.in_digitized",
        "sq.reused": "digitization.in_reused",
        "sq.rated": "digital.satisfaction_forms",
    }
    yield from ((name, found[other]) for name, other in same.items())
    rated = found["digital.satisfaction_forms"].needs
    yield "sq.satisfied", Definition("resolved AND coalesce(satisfaction = 'satisfied', FALSE)", rated)
    yield "digital.satisfaction_rate", found["digital.satisfaction_forms"]
    yield "sq.processing_days", Definition("gave_result", ("outcome",))
