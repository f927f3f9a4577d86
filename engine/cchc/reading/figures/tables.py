"""Figures in tables: the words over a column or left of a row name the figure, the other axis says whose it is or when."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cchc.model.extraction import NotTaken, NotTakenReason, ReadFigure
from cchc.model.place import Place
from cchc.model.report import DetailRow
from cchc.packs.figure_schema import FigureDef
from cchc.reading.figures.context import Context
from cchc.reading.figures.grid import Entry, Grid, grids
from cchc.reading.figures.scan import LabelAt, Scan, Scanner, hits_within
from cchc.reading.figures.value import fault, stated
from cchc.reading.passage import Passage
from cchc.vietnamese.fold import fold

_SURE = 0.9
_CAPTION = 160
_TOTAL = re.compile(
    r"(?:tong(?: (?:so|cong|chung|hop))*|cong|toan (?:so|co quan|don vi|nganh|xa|phuong|tinh|thanh pho|huyen))(?: \(?(?:ho so|chung|i+|[0-9+=]+)\)?)*"
)
_SHARE = re.compile(r"%|\btỷ lệ\b|\btỉ lệ\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(ke hoach|chi tieu|duoc giao nam|du toan|muc tieu)\b")
_COMPARED = re.compile(r"\b(so sanh|so voi|tang|giam|chenh lech|cung ky|ky truoc|nam truoc|thang truoc|quy truoc)\b")
_SO_FAR = re.compile(r"\b(luy ke|tu dau nam|cong don)\b")


@dataclass(frozen=True)
class TableFound:
    """What the tables of a document state."""

    figures: tuple[ReadFigure, ...]
    not_taken: tuple[NotTaken, ...]
    detail_rows: tuple[DetailRow, ...]


@dataclass(frozen=True)
class _Named:
    figure: FigureDef
    by_column: bool


class TableReader:
    """Reads the tables of one document."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self.figures: list[ReadFigure] = []
        self.not_taken: list[NotTaken] = []
        self.details: list[DetailRow] = []
        self._caption = Context()

    def read(self, passages: Iterable[Passage]) -> TableFound:
        """Return the figures of all tables; lines of fields or procedures under a total become detail rows."""
        every = list(passages)
        for grid in grids(every):
            self._caption = self._captioned(every, grid.table)
            self._grid(grid)
        return TableFound(tuple(self.figures), tuple(self.not_taken), tuple(self.details))

    def _grid(self, grid: Grid) -> None:
        rows: dict[int, list[tuple[Entry, _Named]]] = defaultdict(list)
        for entry in grid.entries(self._is_none):
            named = self._named(entry)
            if named is not None:
                rows[entry.row].append((entry, named))
        totals = {row for row, found in rows.items() if self._own_row(found[0][0].label)}
        before = len(self.details)
        for row, found in rows.items():
            by_column = [(e, n) for e, n in found if n.by_column]
            for entry, named in found:
                if not named.by_column:
                    self._take(entry, named.figure, self._time(entry.headings, self._caption))
            if by_column:
                self._row(by_column, own=row in totals or len(rows) == 1)
        if not totals:
            # Without a line of totals a table may list some of the fields only, and they need not add up to anything.
            del self.details[before:]

    def _captioned(self, passages: Sequence[Passage], table: int) -> Context:
        """Return the scope and time that the line above a table gives all its numbers."""
        first = next((n for n, p in enumerate(passages) if p.block.cell and p.block.cell.table == table), 0)
        above = passages[first - 1] if first else None
        if above is None or above.block.cell or len(above.block.text) > _CAPTION:
            return Context()
        end = self.scanner.scan(above.block.text, above.part, 0, Context()).end
        return Context(scope=end.scope, span=end.span, period=end.period)

    def _row(self, found: Sequence[tuple[Entry, _Named]], *, own: bool) -> None:
        label = found[0][0].label
        scope = self._caption.scope if own else self._scope(label)
        if own or scope:
            for entry, named in found:
                self._take(entry, named.figure, self._time(entry.headings, replace(self._caption, scope=scope)))
        elif label:
            values = {
                n.figure.id: (stated(n.figure, e.printed, Context()),) for e, n in found if not _fault(e, n.figure)
            }
            if values:
                self.details.append(DetailRow(name=label, figures=values))

    def _take(self, entry: Entry, figure: FigureDef, context: Context | NotTakenReason) -> None:
        at = Place(part=entry.passage.part, detail=entry.passage.block.place, quote=entry.passage.block.text.strip())
        reason = context if isinstance(context, str) else _fault(entry, figure)
        if reason is not None or isinstance(context, str):
            printed = entry.passage.block.text.strip()
            self.not_taken.append(NotTaken(printed=printed, at=at, reason=reason or "ambiguous", figure=figure.id))
            return
        value = stated(figure, entry.printed, context).model_copy(update={"at": at})
        self.figures.append(ReadFigure(id=figure.id, stated=value, confidence=_SURE))

    def _named(self, entry: Entry) -> _Named | None:
        """Return the figure that the column or the row names; None where neither or both do."""
        shares = (entry.unit, *entry.headings[-1:], entry.label)
        percent = (entry.printed is not None and entry.printed.kind == "percent") or any(map(_SHARE.search, shares))
        part = entry.passage.part
        column = self._figure(entry.headings, part, percent=percent)
        row = self._figure(entry.labels, part, percent=percent)
        if (column is None) == (row is None):
            return None
        figure = column or row
        return _Named(figure, column is not None) if figure else None

    def _figure(self, words: Sequence[str], part: str, *, percent: bool) -> FigureDef | None:
        """Return the figure that the last of some headings names, or the one above a mere `Tổng số` or `Tỷ lệ`."""
        text = ": ".join(words)
        scan = self.scanner.scan(text, part, 0, Context())
        named = [at for at in scan.labels if at.labels]
        last = len(text) - len(words[-1]) if words else 0
        own = [at for at in named if scan.words[at.first].start >= last]
        if not own and not (words and (_TOTAL.fullmatch(_bare(words[-1])) or _SHARE.search(words[-1]))):
            return None
        label = _chosen(scan, own or named)
        figures = [one.figure for one in label.labels] if label else []
        if percent:
            # Beside a line "Trước hạn" the percent of the line "Đúng hạn" is not that of both.
            counts = [f for f in figures if f.kind != "percent" and f.beside is None]
            rates = [self.scanner.lexicon.figures.get(f.rate or "") for f in counts]
            figures = [f for f in (*figures, *rates) if f is not None and f.kind == "percent"]
        else:
            figures = [f for f in figures if f.kind != "percent"]
        return figures[0] if len(figures) == 1 else None

    def _is_none(self, text: str) -> bool:
        words = self.scanner.lexicon.words(text)
        hits = self.scanner.lexicon.none.at(words, 0)
        return bool(hits) and hits[0].after == len(words)

    def _time(self, headings: Sequence[str], context: Context) -> Context | NotTakenReason:
        """Return the context with the time a heading names, or why its numbers are no results of the period."""
        heading = ": ".join(headings)
        plain = fold(heading)
        if _SO_FAR.search(plain):
            return replace(context, span="year_to_date")
        end = self.scanner.scan(heading, "", 0, Context()).end
        if end.span != "period":
            return replace(context, span=end.span, period=end.period)
        if _PLANNED.search(plain):
            return "target"
        labelled = "chuyen" in plain or "tu ky truoc" in plain
        return "comparison" if _COMPARED.search(plain) and not labelled else context

    def _own_row(self, label: str) -> bool:
        plain = _bare(label)
        own = any(plain == fold(name) for name in self.scanner.own_names)
        whole = plain.startswith("toan tinh") and not self.scanner.whole_is_own
        return own or (bool(_TOTAL.fullmatch(plain)) and not whole)

    def _scope(self, label: str) -> str | None:
        """Return the scope a row names: a level of government or a body, alone in the label."""
        words = self.scanner.lexicon.words(label)
        levels = [
            hit for hit in self.scanner.lexicon.scopes.at(words, 0) if not (hit.value.ignore or hit.value.opening)
        ]
        if levels:
            return levels[0].value.as_
        return label if hits_within(self.scanner.lexicon.bodies, words, 0, min(3, len(words))) else None


def _bare(label: str) -> str:
    return fold(label).strip(" :.()-+*")


def _chosen(scan: Scan, named: Sequence[LabelAt]) -> LabelAt | None:
    """Return the last label outside brackets, which narrow the words before them and name nothing of their own."""
    depths = [0]
    for word in scan.words:
        depths.append(depths[-1] + (word.text == "(") - (word.text == ")"))
    outside = [at for at in named if depths[at.first] == 0]
    return outside[-1] if outside else named[-1] if named else None


def _fault(entry: Entry, figure: FigureDef) -> NotTakenReason | None:
    if entry.printed is None:
        return None
    return "ambiguous" if entry.printed.kind == "fraction" else fault(figure, entry.printed)
