"""What a scorecard in words says of a unit beside its points: subtotals, lateness, state, change."""

from collections.abc import Iterator, Mapping

from cchc.model.scorecard import UnitScore
from cchc.model.text import Language
from cchc.output.score_later import change_lines
from cchc.vietnamese.numbers import show_number

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "late": "Nộp muộn: trừ {late} điểm",
        "state": "Trạng thái: {state}",
        "subtotal": "{title}: {points} trên {max} điểm; {bands}",
    },
    "en": {
        "late": "Late: {late} points off",
        "state": "State: {state}",
        "subtotal": "{title}: {points} of {max} points; {bands}",
    },
}


def beside_lines(unit: UnitScore, lang: Language) -> Iterator[str]:
    """Yield one line for each of these that the unit has."""
    words = _WORDS[lang]
    for one in unit.subtotals:
        span = " - ".join(dict.fromkeys(show_number(end, lang) for end in one.points))
        bands = " - ".join(dict.fromkeys((one.bands[0], one.bands[-1])))
        yield words["subtotal"].format(title=one.title, points=span, max=show_number(one.max, lang), bands=bands)
    if unit.late:
        yield words["late"].format(late=show_number(unit.late, lang))
    if unit.state:
        yield words["state"].format(state=unit.state)
    yield from change_lines(unit, lang)
