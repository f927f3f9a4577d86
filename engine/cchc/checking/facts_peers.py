"""Facts on how far a figure is from those of the units of the same level for the same period."""

from collections.abc import Callable, Mapping

import numpy as np

from cchc.checking.fact import UNKNOWN, Fact, FactRule
from cchc.checking.facts_history import one_value
from cchc.model.figure import Figures
from cchc.packs.resolve import Reading

_LEAST_PEERS = 8
# Scales the median deviation to the standard deviation of a normal distribution.
_NORMAL = 0.6745


def _uptake(figures: Figures) -> float | None:
    stated = one_value(figures, "digital.uptake_rate")
    done, of = one_value(figures, "digital.services_with_dossier"), one_value(figures, "digital.services_total")
    if done and of and of.value:
        return 100 * done.value / of.value
    return stated.value if stated else None


def _received(figures: Figures) -> float | None:
    stated = one_value(figures, "dossiers.received")
    return stated.value if stated else None


def _distance(value: Callable[[Figures], float | None], name: str) -> FactRule:
    """Return the rule for the robust z-score against the peers: distance from their median in scaled median deviations.

    Unknown with fewer than 8 peers, and where the deviation is 0: half of the peers saying the same is no yardstick.
    """

    def rule(r: Reading) -> Fact:
        own = value(r.report.figures)
        peers = [x for one in r.past.peers if (x := value(one.figures)) is not None]
        if own is None or len(peers) < _LEAST_PEERS:
            return UNKNOWN
        middle = float(np.median(peers))
        spread = float(np.median([abs(x - middle) for x in peers]))
        stated = one_value(r.report.figures, name)
        places = (stated.at,) if stated and stated.at else ()
        return Fact(_NORMAL * abs(own - middle) / spread, places) if spread else UNKNOWN

    return rule


PEER_FACTS: Mapping[str, FactRule] = {
    "peers.received_distance": _distance(_received, "dossiers.received"),
    "peers.uptake_distance": _distance(_uptake, "digital.uptake_rate"),
}
