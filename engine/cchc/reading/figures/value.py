"""From a printed number to the value of a figure, in the figure's own unit."""

from cchc.model.extraction import NotTakenReason
from cchc.model.figure import Stated
from cchc.packs.figure_schema import FigureDef
from cchc.reading.figures.context import Context
from cchc.vietnamese.printed import Printed

_MOST = 1e15
_MILLION = 1e6


def fault(figure: FigureDef, printed: Printed) -> NotTakenReason | None:
    """Return why a number cannot be the value of a figure, None where it can."""
    if printed.unclear:
        return "ambiguous"
    if figure.kind == "percent":
        return "impossible" if printed.value > 100 else None
    whole = figure.kind != "count" or printed.value.is_integer()
    return None if whole and printed.value < _MOST else "impossible"


def stated(figure: FigureDef, printed: Printed | None, context: Context) -> Stated:
    """Return the statement of a figure in its context; without a number it says that there is none.

    Money is in triệu đồng, as the data dictionary has it. A count in `ngàn` or `triệu` is rounded and so approximate.
    """
    if printed is None:
        return _with(figure, 0.0, 0, False, context)
    if figure.kind == "money":
        full = printed.scaled or printed.money
        value = printed.value / _MILLION if full else printed.value
        return _with(figure, value, 0 if full else printed.decimals, printed.approx, context)
    return _with(figure, printed.value, printed.decimals, printed.approx or printed.scaled, context)


def _with(figure: FigureDef, value: float, decimals: int, approx: bool, context: Context) -> Stated:
    return Stated.model_validate(
        {
            "value": value,
            "decimals": decimals,
            "percent_sign": figure.kind == "percent",
            "approx": approx,
            "scope": context.scope or "own",
            "span": "period" if figure.standing and context.span == "year_to_date" else context.span,
            "period": context.period,
        }
    )
