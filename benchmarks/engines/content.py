"""A content folder of the size one asks for: seeded checks, inference rules and weights, written as our YAML."""

import random
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

GROUPS = 6
FIGURES = [f"bench.f{n:02d}" for n in range(10 * GROUPS)]
INFERENCE = 30
Content = dict[str, Any]
_SHARES = (0.4, 0.3, 0.2, 0.1)
_PER_PREFIX = 700
_ACT = {"act": "seeded"}
_SAME = {"vi": "số đo", "en": "measure"}
SPANS = list(combinations(range(5), 2))
"""A group of figures is the ten sums of neighbours among four whole numbers: from `a` up to before `b`."""


@dataclass(frozen=True)
class Size:
    """How many checks, and the seed they are drawn with."""

    checks: int = 200
    seed: int = 2025


def code(n: int) -> str:
    """Return the code of the n-th check."""
    return f"BN{'ABCDEFGH'[n // _PER_PREFIX]}{100 + n % _PER_PREFIX}"


def weights(size: Size) -> list[int]:
    """Return the weight of each check in the index: whole numbers."""
    draw = random.Random(size.seed + 1)
    return [draw.choice((1, 2, 3)) for _ in range(size.checks)]


def conditions(size: Size) -> list[str]:
    """Return the checks: comparisons, sums, ratios and Kleene combinations, in these shares."""
    draw = random.Random(size.seed)
    comparisons, sums, ratios = (round(size.checks * share) for share in _SHARES[:3])
    rest = size.checks - comparisons - sums - ratios
    found = [_comparison(draw) for _ in range(comparisons)] + _sums(draw, sums)
    found += [_ratio(draw) for _ in range(ratios)]
    return found + [f"({_comparison(draw)} and {_comparison(draw)}) or {_comparison(draw)}" for _ in range(rest)]


def _figure(group: int, span: tuple[int, int]) -> str:
    return FIGURES[10 * group + SPANS.index(span)]


def _comparison(draw: random.Random) -> str:
    group, (a, b) = draw.randrange(GROUPS), draw.choice(SPANS)
    inside = [span for span in SPANS if a <= span[0] and span[1] <= b and span != (a, b)]
    if not inside or draw.random() < 0.4:
        return f"{_figure(group, (a, b))} {draw.choice(('>', '>='))} {draw.randrange(50, 400) * (b - a)}"
    return f"{_figure(group, draw.choice(inside))} <= {_figure(group, (a, b))}"


def _sums(draw: random.Random, wanted: int) -> list[str]:
    """Return sums: first those that hold by what the figures are, then any three figures."""
    holding = [
        f"{_figure(g, (a, b))} + {_figure(g, (b, c))} == {_figure(g, (a, c))}"
        for g in range(GROUPS)
        for a, b, c in combinations(range(5), 3)
    ]
    draw.shuffle(holding)
    more = (draw.sample(FIGURES, 3) for _ in range(wanted - len(holding)))
    return [*holding, *(f"{a} + {b} == {c}" for a, b, c in more)][:wanted]


def _ratio(draw: random.Random) -> str:
    # Sixty-fourths are exact in binary: an engine may as well multiply.
    part, whole = draw.sample(FIGURES, 2)
    return f"{part} / {whole} >= {draw.randrange(1, 24) / 64}"


def _inference(size: Size) -> list[Content]:
    """Return rules on three levels: findings, findings with conclusions, conclusions."""
    draw = random.Random(size.seed + 2)
    each = INFERENCE // 3
    codes = [code(n) for n in range(size.checks)]
    names = [f"weakness.w{n:02d}" for n in range(INFERENCE)]
    found: list[Content] = []
    for n, name in enumerate(names):
        below = names[(n // each - 1) * each : n // each * each] if n >= each else []
        atoms = [f"{one}.fail" for one in draw.sample(codes, 7)]
        if n % 3 == 0:
            when: Content = {"all": [*draw.sample(below, min(1, len(below))), atoms[0]]}
        elif n % 3 == 1:
            when = {"any": [*draw.sample(below, min(2, len(below))), *atoms[:2]], "all": [atoms[3]]}
        else:
            when = {"any": [*draw.sample(below, min(2, len(below))), *atoms[:3]], "none": [atoms[4], atoms[5]]}
        found.append({"id": name.split(".")[1], "conclude": name, "title": _SAME, "when": when})
    return found


def write(root: Path, size: Size) -> None:
    """Write a whole content folder: everything but figures, checks and inference rules is as good as empty."""
    for relative, content in _files(size).items():
        path = root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _files(size: Size) -> dict[str, Content]:
    wording: dict[str, Content] = {
        name: {name.replace("-", "_"): []} for name in ("bodies", "events", "directives", "common-citations")
    }
    return {
        "indicators/figures/bench.yaml": {"group": "bench", "label": _SAME, "figures": [*map(_entry, FIGURES)]},
        "indicators/rates.yaml": {"rates": []},
        "rules/targets.yaml": {"targets": []},
        "rules/facts.yaml": {"facts": []},
        "rules/topics.yaml": {"topics": []},
        "rules/sources.yaml": {"sources": [{"id": "seeded", "document": "seeded", "seen": "none"}]},
        **{f"rules/wording/{name}.yaml": content for name, content in wording.items()},
        "rules/wording/signing.yaml": {"signing": []},
        "rules/wording/terms.yaml": {"terms": []},
        "rules/wording/acts.yaml": {"acts": []},
        "rules/outline/plain.yaml": {"id": "plain", "basis": "brief", "source": _ACT, "parts": []},
        "rules/profiles/general.yaml": {
            "id": "general", "label": _SAME, "outline": "plain", "home_affairs": "Sở Nội vụ"
        },
        "rules/weaknesses.yaml": {"rules": _inference(size)},
        **_check_files(size),
    }  # fmt: skip


def _entry(name: str) -> Content:
    label = {"vi": name, "en": name}
    return {"id": name, "label": label, "kind": "count", "unit": _SAME, "part": "I", "required": "optional"}


def _check_files(size: Size) -> dict[str, Content]:
    entries = [_check(n, must) for n, must in enumerate(conditions(size))]
    return {
        f"rules/checks/{start:05d}.yaml": {
            "topic": f"bench{start}", "prefix": code(start)[:3], "label": _SAME,
            "rules": entries[start : start + _PER_PREFIX],
        }
        for start in range(0, size.checks, _PER_PREFIX)
    }  # fmt: skip


def _check(n: int, must: str) -> Content:
    cases: list[Content] = [{"given": {}, "expect": outcome} for outcome in ("pass", "fail", "unknown")]
    texts = {"title": _SAME, "why": _SAME, "fix": _SAME}
    ground = {"severity": "info", "basis": "brief", "source": _ACT}
    return {"code": code(n), "origin": [], "must": must, **texts, **ground, "cases": cases}
