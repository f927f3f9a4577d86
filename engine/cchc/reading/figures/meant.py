"""What figures mean in the light of what else is stated: `đúng hạn` alone is "not late", two trainings are a sum."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cchc.model.extraction import NotTaken, ReadFigure
from cchc.packs.figure_schema import FigureDef
from cchc.vietnamese.spelling import spell

_WHOLE = ("tổng", "toàn bộ", "cả thảy")


@dataclass(frozen=True)
class Meant:
    """The figures that stand, and those that may be parts of a sum that is not printed."""

    figures: tuple[ReadFigure, ...]
    parts: tuple[NotTaken, ...]


def as_meant(figures: Sequence[ReadFigure], definitions: Mapping[str, FigureDef]) -> Meant:
    """Return the figures, each one that stands without its companion named as the figure it then means.

    Of happenings told one by one (two courses, two appointments) the sum is not stated and no part is the figure,
    unless one of the numbers is called the total.
    """
    named = _companions(figures, definitions)
    sums = {key for key, same in _by_kind(named).items() if definitions[key[0]].events and _differ(same)}
    kept = [f for f in named if _key(f) not in sums or _whole(f)]
    left = (f for f in named if _key(f) in sums and not _whole(f))
    parts = (
        NotTaken(printed=f"{f.stated.value:g}", at=f.stated.at, reason="ambiguous", figure=f.id)
        for f in left
        if f.stated.at
    )
    return Meant(tuple(kept), tuple(parts))


def _companions(figures: Sequence[ReadFigure], definitions: Mapping[str, FigureDef]) -> list[ReadFigure]:
    stated = {_key(figure) for figure in figures}

    def meant(figure: ReadFigure) -> ReadFigure:
        definition = definitions[figure.id]
        if definition.alone_as is None or (definition.beside, *_key(figure)[1:]) in stated:
            return figure
        return figure.model_copy(update={"id": definition.alone_as})

    return [meant(figure) for figure in figures]


def _key(figure: ReadFigure) -> tuple[str, str, str, str]:
    one = figure.stated
    return figure.id, one.scope, one.span, one.period.label() if one.period else ""


def _by_kind(figures: Iterable[ReadFigure]) -> dict[tuple[str, str, str, str], list[ReadFigure]]:
    same: dict[tuple[str, str, str, str], list[ReadFigure]] = defaultdict(list)
    for figure in figures:
        same[_key(figure)].append(figure)
    return same


def _differ(figures: Sequence[ReadFigure]) -> bool:
    return len({figure.stated.value for figure in figures}) > 1


def _whole(figure: ReadFigure) -> bool:
    quote = spell(figure.stated.at.quote or "") if figure.stated.at else ""
    return any(word in quote for word in _WHOLE)
