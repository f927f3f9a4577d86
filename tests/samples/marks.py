"""Marks in the text of a sample: which number is which figure, and which must never be taken.

`{1.268|dossiers.received}` is a figure; after `;` may follow `@cấp tỉnh` (scope), `+ytd` (year to date), `+năm 2024`
(another period), `~` (approximate), `=1268` (value that cannot be read off the print), `row` (of a detail table). Two ids divided by a comma share one number. `{!95%|target}` is a
trap. The marks are set by hand while reading the sample; the truth file is written from them and from nothing else.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Any

_MARK = re.compile(r"\{(!?)([^{}|]*)\|([^{}|]*)\}")
_INLINE = re.compile(r"\*\*|~~|\[\^\d+\]|\[-.*?-\]|\[[+=](.*?)[+=]\]", re.DOTALL)
_MULTIPLIERS = {"ngàn": 1_000, "nghìn": 1_000, "triệu": 1_000_000}
_ZEROS = re.compile(r"^(không|chưa|0)\b", re.IGNORECASE)
_SYMBOL = r"(?:\d+(?:/\d{4})?\s?[/-]\s?[A-ZĐƯ][A-Za-zĐđƯư]*(?:[-/][A-ZĐƯ][A-Za-zĐđƯư]*)*)"
# Shapes that no reader could take for a figure; every other number of a sample carries a mark.
_HARMLESS = re.compile(
    rf"{_SYMBOL}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}|\d{{1,2}}/\d{{1,2}}(?= ?[-–] ?\d|[/\d]*\))"
    r"|ngày \d{1,2} tháng \d{1,2} năm \d{4}|[Tt]háng \d{1,2}(?:[/-]\d{4})?|THÁNG \d{1,2}|[69] (?:tháng|THÁNG)"
    r"|(?m:^\d{1,2}\.(?= ))|\b(?:19|20)\d\d(?: ?[-–] ?(?:20)\d\d)?(?![0-9])|\(\d{1,2}\)|https?://\S+|II\.0\w+",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number marked in a sample: where it stands in the plain text, and what it is."""

    start: int
    end: int
    printed: str
    what: str
    trap: bool


def compose(text: str) -> str:
    """Return the text in composed form, the form of all quotes."""
    return unicodedata.normalize("NFC", text)


def unmarked(text: str) -> str:
    """Return the text without figure marks; inline marks for the look of words stay."""
    return _MARK.sub(lambda m: m[2], text)


def plain(text: str) -> str:
    """Return the text as a reader sees it: tracked insertions in, deletions out."""
    return _INLINE.sub(lambda m: m[1] or "", unmarked(text))


def marks_in(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the plain text of a block and the marks in it."""
    seen = _INLINE.sub(lambda m: m[1] or "", text)
    found, out, at = [], "", 0
    for match in _MARK.finditer(seen):
        out += seen[at : match.start()]
        found.append(Mark(len(out), len(out) + len(match[2]), match[2], match[3], bool(match[1])))
        out += match[2]
        at = match.end()
    return out + seen[at:], tuple(found)


def loose_numbers(text: str) -> list[str]:
    """Return the numbers of a marked text that are neither marked nor of a harmless shape."""
    rest = _HARMLESS.sub(" ", _MARK.sub(" ", _INLINE.sub(lambda m: m[1] or "", text)))
    return re.findall(r"\S*[0-9]\S*", rest)


def value(printed: str) -> float:
    """Return the number that is printed, percents in percent; words for none are 0."""
    if _ZEROS.match(printed.strip()):
        return 0.0
    match = re.search(r"\d+(?:[.,]\d+)*", printed)
    assert match, printed
    multiplier = next((n for word, n in _MULTIPLIERS.items() if word in printed), 1)
    number = match[0]
    if "%" in printed or multiplier > 1:
        return round(float(number.replace(",", ".")) * multiplier, 4)
    return float(number.replace(".", "").replace(",", "."))


def quote(text: str, start: int, end: int) -> str:
    """Return the clause around a number, widened until it has words and stands once in its block."""
    a, b = start, end
    while (len(text[a:b].split()) < 5 or text.count(text[a:b].strip()) > 1) and (a > 0 or b < len(text)):
        a = _edge(text, a, -1)
        b = _edge(text, b, 1)
    return text[a:b].strip(" ;,.:()\n")


def _edge(text: str, at: int, step: int) -> int:
    limit = 0 if step < 0 else len(text)
    while at != limit:
        at += step
        near = text[at - 1 : at + 1] if step < 0 else text[at : at + 2]
        if at == limit:
            return at
        mark = text[at - 1] if step < 0 else text[at]
        if mark in ";\n()" or (mark in ",.:" and (near[1:] == " " or len(near) == 1)):
            return at
    return at


@dataclass
class Truth:
    """What a careful reader takes from one sample, collected while the sample is built."""

    file: str
    hand: str
    unit: str
    level: str
    province: str
    period: dict[str, Any]
    number: str | None
    issued: date | None
    units: dict[str, str]
    title: str | None = None
    signer_position: str | None = None
    parts: list[dict[str, Any]] = field(default_factory=list)
    figures: list[dict[str, Any]] = field(default_factory=list)
    detail_rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    not_figures: list[dict[str, Any]] = field(default_factory=list)
    seeded: list[dict[str, Any]] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    part: str = "mở đầu"

    def __post_init__(self) -> None:
        days = {key: date.fromisoformat(day) for key, day in self.period.items() if key.startswith("data_")}
        self.period = {**self.period, **days}

    def say(self, text: str, place: str | None = None, row: str | None = None, part: str | None = None) -> str:
        """Record the marks of one block (a cell when it has a `place`) and return it without them."""
        seen, marks = marks_in(text)
        self.loose += loose_numbers(text)
        for mark in marks:
            words = " ".join(compose(seen if place else quote(seen, mark.start, mark.end)).split())
            where = {"part": part or self.part, **({"place": place} if place else {}), "quote": words}
            if mark.trap:
                self.not_figures.append({"printed": mark.printed, "reason": mark.what, **where})
            else:
                self._figure(mark, where, row)
        return unmarked(text)

    def head(self, part: str, title: str, also: str = "") -> None:
        """Open a part of the report; `also`: the second part that a combined heading stands for."""
        self.part = part
        shown = compose(plain(title)).strip(" :.")
        self.parts += [{"id": one, "title": shown} for one in (part, also) if one]

    def _figure(self, mark: Mark, where: dict[str, Any], row: str | None) -> None:
        ids, *attributes = mark.what.split(";")
        given = next((float(a[1:]) for a in attributes if a[0] == "="), None)
        span = next((a[1:] for a in attributes if a[0] == "+"), "period")
        named = {"ytd": "year_to_date"}.get(span, span)
        entry = {
            "value": number(value(mark.printed) if given is None else given),
            "scope": next((a[1:] for a in attributes if a[0] == "@"), "own"),
            "span": named if named in ("period", "year_to_date") else "other",
            **({} if named in ("period", "year_to_date") else {"period": named}),
            "approx": "~" in attributes,
            **where,
        }
        for one in ids.split(","):
            if "row" in attributes:
                assert row, mark
                self.detail_rows.setdefault(row, {})[one] = entry["value"]
            else:
                self.figures.append({"id": one, "value": entry["value"], "unit": self.units[one], **entry})


def number(amount: float) -> int | float:
    """Return a whole number without its decimal point."""
    return int(amount) if amount == int(amount) else amount
