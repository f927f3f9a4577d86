"""Scorecard as Markdown: for a web page, a ticket or a mail that shows tables."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cchc.model.scorecard import Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.score_later import change_lines, later_text, to_settle
from cchc.output.score_words import band_text, coverage_percent, fixed
from cchc.vietnamese.numbers import show_number

_WORDS = {
    "vi": {
        "head": ("Hạng", "Đơn vị", "Chỉ số (%)", "Khoảng (%)", "Độ phủ (%)", "Xếp loại"),
        "fields": ("Lĩnh vực", "Điểm", "Tính được", "Tối đa"),
        "losses": "Mất điểm nhiều nhất",
        "unknown": "Chưa tính được",
        "loss": "{code} {title}: mất {lost} trên {max} điểm",
    },
    "en": {
        "head": ("Rank", "Unit", "Index (%)", "Range (%)", "Coverage (%)", "Band"),
        "fields": ("Field", "Points", "Possible", "Maximum"),
        "losses": "Largest losses",
        "unknown": "Not scored yet",
        "loss": "{code} {title}: {lost} of {max} points lost",
    },
}  # fmt: skip
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>#|"})


def scorecard_markdown(card: Scorecard, lang: Language = "vi") -> str:
    """Return the scorecard as Markdown, units best first; what is unknown is an empty cell with its reason below."""
    return "\n".join(_lines(card, lang)) + "\n"


def _lines(card: Scorecard, lang: Language) -> Iterator[str]:
    yield f"# {_plain(card.title)}"
    yield from ("", _plain(card.note))
    yield from (line for note in card.notes for line in ("", _plain(note)))
    for group, units in groupby(card.by_rank(), key=lambda unit: unit.group):
        yield from ("", f"## {_plain(group[:1].upper() + group[1:])}", "")
        yield from _table(_WORDS[lang]["head"], [_row(unit, lang) for unit in units])
    for unit in card.by_rank():
        yield from _unit(unit, lang)
    for block in later_text(card, lang):
        yield from ("", f"## {_plain(block[0])}", "", *(f"- {_plain(line.strip())}" for line in block[1:]))


def _row(unit: UnitScore, lang: Language) -> list[str]:
    low, high = (fixed(end, lang) for end in unit.range)
    index = "" if unit.percent is None else fixed(unit.percent, lang)
    coverage = show_number(coverage_percent(unit, 1), lang, 1)
    return [
        str(unit.rank or ""),
        unit.name,
        index,
        low if low == high else f"{low} - {high}",
        coverage,
        band_text(unit, lang),
    ]


def _unit(unit: UnitScore, lang: Language) -> Iterator[str]:
    words = _WORDS[lang]
    yield from ("", f"### {_plain(unit.name)} ({_plain(unit.id)})", "")
    rows = [
        [f"{d.code}. {d.title}", *(show_number(v, lang) for v in (d.points, d.possible, d.max))] for d in unit.domains
    ]
    yield from _table(words["fields"], rows)
    losses = [
        str(words["loss"]).format(
            code=c.code, title=c.title, lost=show_number(c.lost or 0.0, lang), max=show_number(c.max, lang)
        )
        + (f"; {c.step.text}" if c.step else "")
        for c in unit.losses()
    ]
    yield from _list(str(words["losses"]), losses)
    yield from _list(
        str(words["unknown"]), [f"{c.code} {c.title}: {c.reason}" for c in unit.criteria if c.state == "unknown"]
    )
    heading, *others = [*to_settle(unit, lang)] or [""]
    yield from _list(heading.rstrip(":"), [line.removeprefix("  - ") for line in others])
    heading, *others = [*change_lines(unit, lang)] or [""]
    yield from (("", _plain(heading), "", *(f"- {_plain(line.strip())}" for line in others)) if heading else ())


def _list(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"**{_plain(heading)}**", "", *(f"- {_plain(line)}" for line in lines))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for cells in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cell if cell == '---' else _plain(cell) for cell in cells)} |"


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return " ".join(text.split()).translate(_MARKS)
