"""What a scorecard in words says of a unit beside its points: subtotals, lateness, state, change."""

from collections.abc import Iterator, Mapping

from cchc.model.scorecard import SubtotalScore, UnitScore
from cchc.model.text import Language
from cchc.output.score_later import change_lines
from cchc.vietnamese.numbers import show_number

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "late": "Nộp muộn: trừ {late} điểm",
        "state": "Trạng thái: {state}",
        "subtotal": "{points} trên {max} điểm; {bands}",
    },
    "en": {
        "late": "Late: {late} points off",
        "state": "State: {state}",
        "subtotal": "{points} of {max} points; {bands}",
    },
}


def beside_lines(unit: UnitScore, lang: Language) -> Iterator[str]:
    """Yield one line for each of these that the unit has."""
    words = _WORDS[lang]
    yield from (f"{one.title}: {subtotal_text(one, lang)}" for one in unit.subtotals)
    if unit.late:
        yield words["late"].format(late=show_number(unit.late, lang))
    if unit.state:
        yield words["state"].format(state=unit.state)
    yield from change_lines(unit, lang)


def subtotal_text(one: SubtotalScore, lang: Language) -> str:
    """Return a second total: points, or from what is known to what is possible, and the bands they fall in."""
    points = " - ".join(dict.fromkeys(show_number(end, lang) for end in one.points))
    bands = " - ".join(dict.fromkeys((one.bands[0], one.bands[-1])))
    return _WORDS[lang]["subtotal"].format(points=points, max=show_number(one.max, lang), bands=bands)
