"""What became of units since an earlier scorecard of the same index."""

from collections.abc import Iterable, Iterator, Mapping

from cchc.model.outcome import FigureShown
from cchc.model.scorecard import Change, FigureChange, Scorecard, UnitScore
from cchc.model.text import Language

# A scorecard is written with six decimals: what differs less is the same number.
_DECIMALS = 6
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "new": "đơn vị mới so với {file}, chưa có gì để so sánh: {names}",
        "gone": "đơn vị có trong {file} mà bảng này không có: {names}",
        "scheme": "thang điểm đã đổi so với {file}: mức tăng, giảm không hoàn toàn so sánh được",
    },
    "en": {
        "new": "units that {file} does not have, without a change: {names}",
        "gone": "units of {file} that are not in this table: {names}",
        "scheme": "the points of the index are not those of {file}: changes compare only roughly",
    },
}


def changed(card: Scorecard, earlier: Scorecard, file: str, lang: Language = "vi") -> Scorecard:
    """Return a scorecard whose units say what changed since `earlier`, an earlier one of the same index, from `file`.

    Units are found again by their id. What is not known on one of the two sides has no difference.
    """
    before = {unit.id: unit for unit in earlier.units}
    units = tuple(
        unit.model_copy(update={"change": _change(unit, before[unit.id], file)}) if unit.id in before else unit
        for unit in card.units
    )
    notes = (*card.notes, *_notes(card, earlier, file, lang))
    return card.model_copy(update={"units": units, "notes": notes})


def _notes(card: Scorecard, earlier: Scorecard, file: str, lang: Language) -> Iterator[str]:
    now, then = {unit.id for unit in card.units}, {unit.id for unit in earlier.units}
    lists = (("new", card.units, then), ("gone", earlier.units, now))
    for key, units, others in lists:
        names = ", ".join(unit.name for unit in units if unit.id not in others)
        if names:
            yield _WORDS[lang][key].format(file=file, names=names)
    if _scheme(card) != _scheme(earlier):
        yield _WORDS[lang]["scheme"].format(file=file)


def _scheme(card: Scorecard) -> tuple[float, tuple[tuple[str, float], ...]]:
    fields = card.units[0].domains if card.units else ()
    return card.scale, tuple(sorted((field.code, field.max) for field in fields))


def _change(now: UnitScore, then: UnitScore, file: str) -> Change:
    ranked = now.rank is not None and then.rank is not None and now.group == then.group
    return Change(
        earlier=file,
        points=_difference(now.points, then.points) if _counted(now) == _counted(then) else None,
        percent=_difference(now.percent, then.percent),
        rank=now.rank - then.rank if ranked and now.rank and then.rank else None,
        figures=tuple(_figures(now, then)),
    )


def _counted(unit: UnitScore) -> dict[str, float]:
    """Return the criteria that points are added over: with others, more points need not mean better work."""
    return {c.code: round(c.max, _DECIMALS) for c in unit.criteria if c.points is not None}


def _difference(now: float | None, then: float | None) -> float | None:
    if now is None or then is None:
        return None
    return round(round(now, _DECIMALS) - round(then, _DECIMALS), _DECIMALS) + 0.0


def _figures(now: UnitScore, then: UnitScore) -> Iterator[FigureChange]:
    after, before = _by_id(now), _by_id(then)
    for name, shown in {**before, **after}.items():
        values = [_value(side.get(name)) for side in (before, after)]
        if values[0] != values[1]:
            yield FigureChange(id=name, label=shown.label, before=values[0], now=values[1])


def _by_id(unit: UnitScore) -> dict[str, FigureShown]:
    figures: Iterable[FigureShown] = (figure for criterion in unit.criteria for figure in criterion.figures)
    return {figure.id: figure for figure in figures}


def _value(figure: FigureShown | None) -> float | None:
    return None if figure is None or figure.value is None else round(figure.value, _DECIMALS)
