"""Charts as SVG: bars with whiskers, bands of ranks, stacked bars; readable in black and white, without colour.

The label of a row stands above its bar, so that a chart is as narrow as a telephone and long names still fit.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc.output.scorecard_html_markup import tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDTH, _LEFT, _PLOT, _ROW, _BAR = 420, 8, 404, 38, 12
_LETTER = 6.3
_DARK, _LIGHT, _INK, _FAINT = "#2f5d8a", "#c9d8e8", "#1a1a1a", "#8a8a8a"


@dataclass(frozen=True)
class Bar:
    """A value with its range; without a value only the range is drawn. `said`: the same in words."""

    label: str
    said: str
    value: float | None
    low: float
    high: float


@dataclass(frozen=True)
class Ranks:
    """A rank, the band it is likely to lie in and the outermost ranks; `said`: the same in words."""

    label: str
    said: str
    rank: int | None
    low: int
    high: int
    best: int
    worst: int


@dataclass(frozen=True)
class Stack:
    """Parts of a whole of 100, each with its short name, and the share that is not known; `said`: the sum in words."""

    label: str
    said: str
    parts: tuple[tuple[str, float], ...]
    unknown: float


def bars(key: str, title: str, about: str, rows: Sequence[Bar]) -> "_Element":
    """Return a bar a row on a scale from 0 to 100 or the highest value; whiskers show the range."""
    top = max([100.0, *(row.high for row in rows), *(row.value or 0.0 for row in rows)])
    at = _scale(0, top)
    drawn = [part for n, row in enumerate(rows) for part in (*_label(n, row.label, row.said), *_bar(n, row, at))]
    return _chart(key, title, about, len(rows), [*_axis(len(rows), (0, 25, 50, 75, 100), at), *drawn])


def rank_bands(key: str, title: str, about: str, rows: Sequence[Ranks], last: int) -> "_Element":
    """Return a band a row on a scale from the first to the `last` rank."""
    at = _scale(1, max(last, 2), 10)
    step = max(1, -(-last // 10))
    ticks = [1, *(n for n in range(step, last + 1, step) if n > 1)]
    drawn = [part for n, row in enumerate(rows) for part in (*_label(n, row.label, row.said), *_band(n, row, at))]
    return _chart(key, title, about, len(rows), [*_axis(len(rows), ticks, at), *drawn])


def stacks(key: str, title: str, about: str, rows: Sequence[Stack]) -> "_Element":
    """Return a stacked bar a row; parts carry their short names, what is not known is hatched, what is lost empty."""
    top = max([100.0, *(sum(value for _, value in row.parts) + row.unknown for row in rows)])
    at = _scale(0, top)
    hatch = tag("path", d="M0,6 L6,0", stroke=_FAINT, stroke_width="1")
    pattern = tag("pattern", hatch, id=f"{key}-hatch", width="6", height="6", patternUnits="userSpaceOnUse")
    drawn = [part for n, row in enumerate(rows) for part in (*_label(n, row.label, row.said), *_stack(n, row, at, key))]
    return _chart(key, title, about, len(rows), [tag("defs", pattern), *_axis(len(rows), (0, 50, 100), at), *drawn])


def _chart(key: str, title: str, about: str, rows: int, parts: "Iterable[_Element]") -> "_Element":
    height = rows * _ROW + 22
    return tag(
        "svg", tag("title", title, id=f"{key}-title"), tag("desc", about, id=f"{key}-desc"), *parts,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {_WIDTH} {height}", role="img",
        aria_labelledby=f"{key}-title {key}-desc", font_size="12",
    )  # fmt: skip


def _scale(first: float, last: float, inset: float = 0) -> Callable[[float], float]:
    width = _PLOT - 2 * inset
    return lambda value: _LEFT + inset + width * (value - first) / (last - first)


def _axis(rows: int, ticks: Iterable[float], at: Callable[[float], float]) -> "Iterable[_Element]":
    bottom = rows * _ROW + 4
    for tick in ticks:
        x = _number(at(tick))
        yield tag("line", x1=x, x2=x, y1="0", y2=str(bottom), stroke="#d5d5d5")
        side = "start" if tick == 0 else "end" if at(tick) >= _LEFT + _PLOT - 1 else "middle"
        yield _text(at(tick), bottom + 13, str(tick), side)


def _label(row: int, label: str, said: str) -> "Iterable[_Element]":
    y = row * _ROW + 13
    room = int((_PLOT - len(said) * _LETTER - 12) / _LETTER)
    short = label if len(label) <= room else label[: max(room - 1, 8)].rstrip() + "…"
    # What is said of a row stays readable where a grid line crosses it.
    yield tag("rect", x=str(_LEFT), y=str(y - 11), width=str(_PLOT), height="15", fill="#fff")
    yield _text(_LEFT, y, short)
    yield _text(_LEFT + _PLOT, y, said, "end", "bold")


def _bar(row: int, bar: Bar, at: Callable[[float], float]) -> "Iterable[_Element]":
    y = row * _ROW + 19
    if bar.value is None:
        yield _rect(at(bar.low), y, at(bar.high), fill="#fff", stroke=_INK, stroke_dasharray="3 2")
        return
    yield _rect(at(0), y, at(max(bar.value, 0.0)), fill=_DARK)
    if round(bar.high - bar.low, 2) > 0:
        yield from _whisker(at(bar.low), at(bar.high), y + _BAR / 2)


def _whisker(low: float, high: float, y: float) -> "Iterable[_Element]":
    # White below black: seen on the bar and beside it.
    shape = f"M{low:.1f},{y - 5:.1f} v10 M{low:.1f},{y:.1f} H{high:.1f} M{high:.1f},{y - 5:.1f} v10"
    yield tag("path", d=shape, stroke="#fff", stroke_width="4", fill="none")
    yield tag("path", d=shape, stroke=_INK, stroke_width="1.5", fill="none")


def _band(row: int, ranks: Ranks, at: Callable[[float], float]) -> "Iterable[_Element]":
    y = row * _ROW + 19
    middle = _number(y + _BAR / 2)
    yield tag("line", x1=_number(at(ranks.best)), x2=_number(at(ranks.worst)), y1=middle, y2=middle, stroke=_INK)
    yield _rect(at(ranks.low) - 5, y, at(ranks.high) + 5, fill=_LIGHT, stroke=_DARK, rx="6")
    if ranks.rank is not None:
        yield tag("circle", cx=_number(at(ranks.rank)), cy=middle, r="4", fill=_INK)


def _stack(row: int, stack: Stack, at: Callable[[float], float], key: str) -> "Iterable[_Element]":
    y = row * _ROW + 19
    yield _rect(at(0), y, at(100), fill="#fff", stroke=_FAINT)
    start = 0.0
    for n, (name, value) in enumerate(stack.parts):
        fill, ink = (_DARK, "#fff") if n % 2 == 0 else (_LIGHT, _INK)
        left, right = at(start), at(start + value)
        yield _rect(left, y, right, fill=fill, stroke="#fff", stroke_width="0.5")
        if right - left >= len(name) * 5.5 + 3:
            yield _text((left + right) / 2, y + 9.5, name, "middle", fill=ink, size="10")
        start += value
    if stack.unknown > 0:
        yield _rect(at(start), y, at(start + stack.unknown), fill=f"url(#{key}-hatch)", stroke=_FAINT)


def _rect(left: float, y: float, right: float, **look: str) -> "_Element":
    width = _number(max(right - left, 0.5))
    return tag("rect", x=_number(left), y=_number(y), width=width, height=str(_BAR), **look)


def _text(x: float, y: float, words: str, side: str = "start", weight: str = "normal", **look: str) -> "_Element":
    size = look.pop("size", "12")
    look = {"fill": _INK, **look}
    return tag("text", words, x=_number(x), y=_number(y), text_anchor=side, font_weight=weight, font_size=size, **look)


def _number(value: float) -> str:
    return f"{value:.1f}"
