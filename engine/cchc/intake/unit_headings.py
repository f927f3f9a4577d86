"""Headings of a units table: which column means what, and the nearest known heading when one is mistyped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cchc.intake.unit_cells import CellError
from cchc.packs.appraisal import Appraisal
from cchc.packs.curve_specs import ENTERED
from cchc.packs.figure_schema import FigureDef
from cchc.packs.indices import Criterion, IndexDef
from cchc.packs.validate import nearest
from cchc.vietnamese.fold import fold

_FIELDS = {
    "ma": "id", "id": "id", "ma don vi": "id",
    "don vi": "name", "ten don vi": "name", "name": "name",
    "loai": "kind", "kind": "kind", "loai don vi": "kind",
    "khong ap dung": "not_applicable", "not_applicable": "not_applicable",
    "ghi chu": "remark", "note": "remark",
    "trang thai": "state", "state": "state",
    "ngay nop": "submitted", "submitted": "submitted",
    "han nop": "deadline", "deadline": "deadline",
    "so ngay nop muon": "days_late", "days_late": "days_late",
    "truc thuoc": "parent", "thuoc": "parent", "parent": "parent",
    "so lieu tu ngay": "period_from", "period_from": "period_from",
    "so lieu den ngay": "period_to", "period_to": "period_to",
}  # fmt: skip
_ENTERED = {
    "cham": "judgement", "judgement": "judgement", "tu cham": "self_score", "self_score": "self_score",
    "tham dinh": "appraised", "appraised": "appraised", "ly do": "reason", "reason": "reason",
    "minh chung": "evidence", "evidence": "evidence",
}  # fmt: skip

UNDER = " / "
"""Stands between the two rows of a heading where a column is named by both."""


def field_of(heading: str) -> str | None:
    """Return the field that a heading names: `id`, `name`, `kind`, `not_applicable`, `remark`, `parent`, `period_from`, ...

    None where it names none."""
    return _FIELDS.get(fold(" ".join(heading.split())))


def is_entered(heading: str) -> bool:
    """Return whether a heading names what people enter for a criterion: points, reasons, evidence."""
    return fold(" ".join(heading.split())) in _ENTERED


@dataclass(frozen=True)
class Column:
    """A column: its heading as written and what it holds: `("figure", id)`, `("judgement", code)`, `("id", "")`."""

    heading: str
    target: tuple[str, str]


@dataclass(frozen=True)
class FigureNames:
    """The names of figures that a heading may use: ids and labels, in one row or two."""

    figures: Mapping[str, FigureDef]

    @cached_property
    def _by_label(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for figure in self.figures.values():
            for label in {fold(figure.label.vi), fold(figure.label.en)}:
                found.setdefault(label, []).append(figure.id)
        return found

    def figure(self, name: str) -> str:
        """Return the figure of an id or label."""
        if name in self.figures:
            return name
        ids = self._by_label.get(fold(name), [])
        if len(ids) == 1:
            return ids[0]
        if ids:
            raise CellError(f"nhãn '{name}' chỉ nhiều số liệu; hãy dùng mã: {', '.join(ids)}")
        group, under, own = name.partition(UNDER)
        if under:
            return self._of_two(group, own)
        raise CellError(f"không có số liệu hay cột '{name}'{_hint(name, self._words())}")

    def _of_two(self, group: str, own: str) -> str:
        """Return the figure that a heading of two rows names: both rows together, or an id in the lower one."""
        labels = (own, f"{group} {own}", f"{own} {group}")
        found = {ids[0] for label in labels[1:] if len(ids := self._by_label.get(fold(label), [])) == 1}
        found |= {own} & set(self.figures)
        if len(found) == 1:
            return found.pop()
        raise CellError(
            f"'{own}' dưới '{group}' không cho biết là số liệu nào; hãy gộp hai dòng tiêu đề thành một dòng,"
            " mỗi cột một mã hoặc nhãn số liệu (xem 'cchc figures')"
        )

    def _words(self) -> Iterable[str]:
        labels = (figure.label.vi for figure in self.figures.values())
        return ["mã", "đơn vị", "loại", "không áp dụng", *self.figures, *labels]


@dataclass(frozen=True)
class Headings(FigureNames):
    """The headings that a table for one index may have."""

    index: IndexDef
    appraisal: Appraisal

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """Criteria of the index by code."""
        return {leaf.code: leaf for leaf in self.index.leaves()}

    def find(self, heading: str, position: int) -> Column:
        """Return the meaning of a heading; raise `CellError` if it has none."""
        name = " ".join(heading.split())
        if not name:
            raise CellError(f"cột thứ {position} không có tiêu đề")
        if field := field_of(name):
            return Column(name, (field, ""))
        start, divided, code = name.partition(UNDER if UNDER in name else ":")
        if divided and fold(start) in _ENTERED:
            return Column(name, (_ENTERED[fold(start)], self.criterion(code.strip(), _ENTERED[fold(start)])))
        return Column(name, ("figure", self.figure(name)))

    def criterion(self, code: str, kind: str = "") -> str:
        """Return a criterion's code if it exists and, for a judgement, is scored by a person."""
        inside = [other for other in self.criteria if other.startswith(f"{code}.")]
        if inside:
            raise CellError(f"'{code}' là nhóm tiêu chí, hãy ghi từng tiêu chí: {', '.join(inside)}")
        if code not in self.criteria:
            raise CellError(f"không có tiêu chí '{code}'{_hint(code, self.criteria)}")
        if kind == "judgement" and self.criteria[code].curve.type not in ENTERED:
            raise CellError(f"tiêu chí {code} tính từ số liệu, người chấm không nhập điểm; dùng 'tự chấm:{code}'")
        return code


def _hint(word: str, known: Iterable[str]) -> str:
    """Return `, có phải 'x'?`; marks and case do not count."""
    by_fold = {fold(name): name for name in known}
    near = nearest(fold(word), by_fold)
    return f", có phải '{by_fold[near]}'?" if near else ""
