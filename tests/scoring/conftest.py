"""Small indices and tables made in a line."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from cchc.formula.parse import Parser
from cchc.model.columns import Columns
from cchc.model.units import UnitKind, UnitsTable
from cchc.packs.index_lint import index_problems
from cchc.packs.indices import IndexDef
from cchc.scoring.tree import ReadyIndex, make_ready

NAMES = ("a.done", "a.total", "a.late", "a.ideas", "b.done", "b.total", "s.share", "s.forms")
BANDS = [
    {"id": "good", "label": {"vi": "Tốt", "en": "Good"}, "from": 80, "to": 100, "includes": "both"},
    {"id": "fair", "label": {"vi": "Khá", "en": "Fair"}, "from": 50, "to": 80, "includes": "from"},
    {"id": "weak", "label": {"vi": "Yếu", "en": "Weak"}, "from": 0, "to": 50, "includes": "from"},
]
GROUND: dict[str, Any] = {"basis": "unsourced", "source": {"act": "here"}}
Leaf = dict[str, Any]
MakeIndex = Callable[..., IndexDef]
MakeReady = Callable[..., ReadyIndex]
MakeTable = Callable[..., UnitsTable]


def _text(text: str) -> dict[str, str]:
    return {"vi": text, "en": text}


def _leaf(raw: Leaf, number: int) -> Leaf:
    code = raw.get("code", f"1.{number}")
    return {"code": code, "title": _text(f"Tiêu chí {code}"), **GROUND, **raw}


@pytest.fixture
def parser() -> Parser:
    return Parser({**dict.fromkeys(NAMES, "number"), "rate.a": "percent", "target.t": "percent"})


@pytest.fixture
def index_of() -> MakeIndex:
    """An index of one field that holds the given criteria; `more` overrides keys of the index."""

    def make(*leaves: Leaf, **more: Any) -> IndexDef:
        total = sum(leaf["max"] for leaf in leaves)
        field = {"code": "1", "title": _text("Lĩnh vực"), "max": total, **GROUND}
        field["criteria"] = [_leaf(leaf, n) for n, leaf in enumerate(leaves, start=1)]
        raw = {
            "id": "small",
            "title": _text("Chỉ số nhỏ"),
            "note": _text("Để thử"),
            "total": total,
            "coverage_threshold": "80%",
            "not_applicable": "reduce_max",
            "kinds": ["room", "sub_department", "service_unit"],
            "together": [["room", "sub_department", "service_unit"]],
            "bands": {**GROUND, "levels": BANDS},
            "sources": [{"id": "here", "document": "Bài thử", "seen": "whole"}],
            "domains": [field],
        }
        return IndexDef.model_validate({**raw, **more})

    return make


@pytest.fixture
def ready_of(index_of: MakeIndex, parser: Parser) -> MakeReady:
    def make(*leaves: Leaf, **more: Any) -> ReadyIndex:
        index = index_of(*leaves, **more)
        assert index_problems(index, parser, ()) == []
        rates = {"a": parser.number("a.done / a.total")}
        return make_ready(index, parser, rates, {"t": 0.5})

    return make


@pytest.fixture
def table_of() -> MakeTable:
    """Units from columns of figures; None is "not given"."""

    def make(
        figures: Mapping[str, Sequence[float | None]],
        kinds: Sequence[UnitKind] | None = None,
        judgements: Mapping[str, Sequence[float | None]] | None = None,
        self_scores: Mapping[str, Sequence[float | None]] | None = None,
        not_applicable: Mapping[str, Sequence[bool]] | None = None,
    ) -> UnitsTable:
        given = [*figures.values(), *(judgements or {}).values()]
        size = len(given[0])
        return UnitsTable(
            file="units.csv",
            ids=tuple(f"u{i}" for i in range(size)),
            names=tuple(f"Phòng {i}" for i in range(size)),
            kinds=tuple(kinds or ["room"] * size),
            figures=Columns(size, {k: np.array(v, dtype=np.float64) for k, v in figures.items()}),
            judgements={k: np.array(v, dtype=np.float64) for k, v in (judgements or {}).items()},
            self_scores={k: np.array(v, dtype=np.float64) for k, v in (self_scores or {}).items()},
            not_applicable={k: np.array(v) for k, v in (not_applicable or {}).items()},
        )

    return make
