"""The best of all ways to give each label one number: what a sentence means as a whole, not pair by pair."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from functools import cache
from typing import TypeVar

_MOST = 40
L = TypeVar("L", bound=Hashable)
N = TypeVar("N", bound=Hashable)


def best_matching(edges: Mapping[tuple[L, N], float]) -> dict[N, L]:
    """Return the label of each matched number, such that the weights (all positive) add up to the most.

    Equal sums are settled by the order of `edges`. A sentence falls into small groups that share labels, each solved
    on its own; in one too large to be a sentence of a report the heaviest edges are taken first.
    """
    chosen: dict[N, L] = {}
    for group in _groups(edges):
        chosen |= _best(group) if len(group) <= _MOST else _heaviest(group)
    return chosen


def _groups(edges: Mapping[tuple[L, N], float]) -> list[dict[tuple[L, N], float]]:
    """Return the edges in groups that share neither a label nor a number."""
    groups: list[dict[tuple[L, N], float]] = []
    for edge, weight in edges.items():
        joined = {edge: weight}
        apart = []
        for group in groups:
            touches = any(label == edge[0] or number == edge[1] for label, number in group)
            joined = {**group, **joined} if touches else joined
            apart += [] if touches else [group]
        groups = [*apart, joined]
    return groups


def _best(edges: Mapping[tuple[L, N], float]) -> dict[N, L]:
    options: dict[N, list[tuple[L, float]]] = defaultdict(list)
    for (label, number), weight in edges.items():
        options[number].append((label, weight))
    numbers = list(options)

    @cache
    def from_(i: int, used: frozenset[L]) -> tuple[float, tuple[tuple[N, L], ...]]:
        if i == len(numbers):
            return 0.0, ()
        best = from_(i + 1, used)
        for label, weight in options[numbers[i]]:
            if label not in used:
                rest, pairs = from_(i + 1, used | {label})
                best = max(best, (weight + rest, ((numbers[i], label), *pairs)), key=lambda found: found[0])
        return best

    return dict(from_(0, frozenset())[1])


def _heaviest(edges: Mapping[tuple[L, N], float]) -> dict[N, L]:
    chosen: dict[N, L] = {}
    for label, number in sorted(edges, key=lambda edge: -edges[edge]):
        if number not in chosen and label not in chosen.values():
            chosen[number] = label
    return chosen
