"""Lines drawn on a PDF page -> tables: a grid, its cells and what they span."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from cchc.intake.pdf_letters import turned

# In points: thinner is a line, nearer is touching.
_THIN, _NEAR = 2.5, 3.0
# A page with more drawing than this is a map or a chart, no table.
_MOST_PATHS, _MOST_POINTS = 5000, 2000


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along an axis: at `at`, from `start` to `end`."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a table by its edges in points and its row and column, counted from 1, with what it spans."""

    left: float
    bottom: float
    right: float
    top: float
    row: int
    column: int
    rows: int
    columns: int

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the cell."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(frozen=True)
class TableGrid:
    """A table drawn with lines: its cells in reading order and the edges of its columns."""

    boxes: tuple[Box, ...]
    edges: tuple[float, ...]
    rows: int


def rules_of(page: Any, quarter: int) -> list[Rule]:
    """Return the straight lines drawn on a page, positions turned as its text is."""
    count = pdfium.FPDFPage_CountObjects(page)
    shapes = (pdfium.FPDFPage_GetObject(page, n) for n in range(count))
    paths = [shape for shape in shapes if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH]
    if len(paths) > _MOST_PATHS:
        return []
    return _merged(rule for path in paths for rule in _rules(path, quarter))


def tables_of(rules: Sequence[Rule]) -> list[TableGrid]:
    """Return the tables that lines make: each at least two cells."""
    tables = (_grid(group) for group in _touching_groups(rules))
    return [table for table in tables if table is not None]


def _rules(path: Any, quarter: int) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    for points in _outlines(path, quarter):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if min(max(xs) - min(xs), max(ys) - min(ys)) < _THIN:
            yield from _edge((min(xs), min(ys)), (max(xs), max(ys)))
        elif stroke.value:
            for a, b in pairwise(points):
                yield from _edge(a, b)


def _edge(a: tuple[float, float], b: tuple[float, float]) -> Iterator[Rule]:
    width, height = abs(a[0] - b[0]), abs(a[1] - b[1])
    if width < _THIN < height:
        yield Rule(True, (a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1]))
    elif height < _THIN < width:
        yield Rule(False, (a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0]))


def _outlines(path: Any, quarter: int) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each stroke of a path, closed ones closed."""
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, m)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for n in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, n)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        a, b = m.a * x.value + m.c * y.value + m.e, m.b * x.value + m.d * y.value + m.f
        points.append(turned(a, b, quarter))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return the lines with pieces of one line put together."""
    result: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.upright, round(r.at / 2), r.start)):
        last = result[-1] if result else None
        if last and last.upright == rule.upright and abs(last.at - rule.at) < _THIN and rule.start < last.end + _NEAR:
            result[-1] = Rule(last.upright, last.at, last.start, max(last.end, rule.end))
        else:
            result.append(rule)
    return result


def _touching_groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        near = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([rule, *(other for group in near for other in group)])
    return groups


def _touch(a: Rule, b: Rule) -> bool:
    if a.upright == b.upright:
        return abs(a.at - b.at) < _NEAR and a.start < b.end + _NEAR and b.start < a.end + _NEAR
    return _covers(a, b.at) and _covers(b, a.at)


def _covers(rule: Rule, at: float) -> bool:
    return rule.start - _NEAR <= at <= rule.end + _NEAR


def _grid(group: Sequence[Rule]) -> TableGrid | None:
    upright, level = [r for r in group if r.upright], [r for r in group if not r.upright]
    if not upright or len(level) < 2:
        return None
    # A table may be open at its sides: the ends of its lines are edges too.
    xs = _edges([r.at for r in upright] + [end for r in level for end in (r.start, r.end)])
    ys = _edges([r.at for r in level] + [end for r in upright for end in (r.start, r.end)])[::-1]
    if len(xs) * len(ys) > 20_000 or (len(xs) - 1) * (len(ys) - 1) < 2:
        return None
    boxes = _boxes(xs, ys, upright, level)
    return TableGrid(tuple(boxes), tuple(xs), len(ys) - 1) if len(boxes) > 1 else None


def _edges(positions: Iterable[float]) -> list[float]:
    """Return positions in order, those within a line's width of each other as one."""
    result: list[float] = []
    for position in sorted(positions):
        if not result or position - result[-1] > _NEAR:
            result.append(position)
    return result


def _boxes(xs: Sequence[float], ys: Sequence[float], upright: Sequence[Rule], level: Sequence[Rule]) -> list[Box]:
    """Return the cells: fields of the grid, those put together that no line divides."""
    taken: set[tuple[int, int]] = set()
    result = []
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            if (r, c) in taken:
                continue
            columns = rows = 1
            while c + columns < len(xs) - 1 and not _line(upright, xs[c + columns], (ys[r] + ys[r + 1]) / 2):
                columns += 1
            while r + rows < len(ys) - 1 and not _line(level, ys[r + rows], (xs[c] + xs[c + 1]) / 2):
                rows += 1
            taken.update((a, b) for a in range(r, r + rows) for b in range(c, c + columns))
            result.append(Box(xs[c], ys[r + rows], xs[c + columns], ys[r], r + 1, c + 1, rows, columns))
    return result


def _line(rules: Sequence[Rule], at: float, across: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start <= across <= rule.end for rule in rules)
