"""Why a criterion of a unit is unknown, in words."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from cchc.formula import tree as t
from cchc.formula.evaluate import Evaluator
from cchc.formula.words import Writer
from cchc.model.columns import Columns
from cchc.model.text import Language
from cchc.model.units import UnitsTable
from cchc.packs.curve_specs import ENTERED, Survey
from cchc.scoring.tree import Leaf
from cchc.vietnamese.numbers import show_number

_WORDS = {
    "vi": {
        "judgement": "chưa có điểm do người chấm nhập",
        "missing": "thiếu số liệu: {}",
        "conflict": "số liệu mâu thuẫn, phải có: {}",
        "few": "mới có {} phiếu, cần ít nhất {}",
        "zero": "mẫu số bằng 0",
    },
    "en": {
        "judgement": "no points entered by an assessor yet",
        "missing": "figures missing: {}",
        "conflict": "contradictory figures, must be: {}",
        "few": "{} answers so far, at least {} needed",
        "zero": "the denominator is 0",
    },
}


@dataclass(frozen=True)
class Reasons:
    """Explains unknown criteria of one table."""

    table: UnitsTable
    labels: Mapping[str, str]
    lang: Language

    def missing(self, leaf: Leaf, row: int) -> tuple[str, ...]:
        """Return the labels of the figures of a criterion that the unit has not given."""
        columns = self.table.figures.values
        absent = (name for name in leaf.figures() if name not in columns or math.isnan(columns[name][row]))
        return tuple(map(self.label, absent))

    def reason(self, leaf: Leaf, row: int, conflict: bool) -> str:
        """Return why the criterion is unknown for the unit."""
        words, missing = _WORDS[self.lang], self.missing(leaf, row)
        if leaf.criterion.curve.type in ENTERED and not missing:
            return words["judgement"]
        if conflict and leaf.consistent is not None:
            return words["conflict"].format(Writer(self.label, self.lang).write(leaf.consistent))
        if missing:
            return words["missing"].format("; ".join(missing))
        return self.few(leaf, row) or words["zero"]

    def few(self, leaf: Leaf, row: int) -> str | None:
        """Return how many answers a survey has and needs, if it has too few."""
        if not isinstance(leaf.criterion.curve, Survey) or not isinstance(leaf.enough, t.Compare):
            return None
        own = {name: column[row : row + 1] for name, column in self.table.figures.values.items()}
        answers = float(Evaluator(Columns(1, own)).number(leaf.enough.left)[0])
        least = leaf.criterion.curve.least
        shown = (show_number(answers, self.lang), show_number(least, self.lang))
        return _WORDS[self.lang]["few"].format(*shown) if answers < least else None

    def label(self, name: str) -> str:
        """Return the label of a figure."""
        return self.labels.get(name, name)
