"""Cells of a column as figures: numbers as they are, text by the convention of tables, what cannot be used by its row."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
from pyarrow import compute as pc

from cchc.intake.report_file import figure_fault
from cchc.intake.unit_cells import CellError, read_figure
from cchc.model.figure import Stated
from cchc.packs.figure_schema import FigureDef
from cchc.tables.block import Cells

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cchc.model.columns import Mask, Values

Written = Callable[[str, FigureDef], float]
_MOST = 1e15
_DIGITS = 6


@dataclass(frozen=True)
class Fault:
    """A cell that cannot be used: its row in the block, what it holds, and what is wrong with it."""

    index: int
    cell: str
    reason: str


@dataclass(frozen=True)
class FigureColumn:
    """A figure over a block: NaN where it is not given; percents as fractions with half of their last printed digit."""

    values: "Values"
    half: "Values | None"
    faults: tuple[Fault, ...] = ()


def figure_column(cells: Cells, figure: FigureDef, written: Written = read_figure) -> FigureColumn:
    """Return a column of a table as values of a figure; `written` reads text, by the convention of tables or another."""
    if isinstance(cells, list):
        return _one_by_one(cells, figure, written)
    if pa.types.is_null(cells.type):
        return FigureColumn(np.full(len(cells), np.nan), None)
    if is_text(cells.type):
        return _texts(cells, figure, written)
    if _is_number(cells.type):
        return _numbers(cells, figure)
    return FigureColumn(np.full(len(cells), np.nan), None, tuple(_no_numbers(cells)))


def is_text(kind: pa.DataType) -> bool:
    """Return whether the cells of a column are text."""
    inner = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(pa.types.is_string(inner) or pa.types.is_large_string(inner) or pa.types.is_string_view(inner))


def text_column(cells: Cells) -> Any:
    """Return a column as text without outer blanks, empty where there is none."""
    if isinstance(cells, list):
        cells = pa.array(["" if cell is None else str(cell) for cell in cells], pa.string())
    plain = cells.dictionary_decode() if isinstance(cells, pa.DictionaryArray) else cells
    return pc.utf8_trim_whitespace(pc.fill_null(_as_text(plain), ""))


def _as_text(cells: Any) -> Any:
    if pa.types.is_timestamp(cells.type) and cells.type.tz is None:
        days = pc.cast(cells, pa.date32(), safe=False)
        # Programs that know no days without a time write midnight.
        cells = days if pc.cast(days, cells.type).equals(cells) else cells
    try:
        return pc.cast(cells, pa.string())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return pa.array([None if cell is None else str(cell) for cell in cells.to_pylist()], pa.string())


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _no_numbers(cells: Cells) -> Iterator[Fault]:
    for n, cell in enumerate(cells.to_pylist()):
        if cell is not None:
            yield Fault(n, str(cell), "cần một số")


def _numbers(cells: Cells, figure: FigureDef) -> FigureColumn:
    values = _floats(cells)
    bad = _faulty(values, figure)
    faults = tuple(_number_fault(int(n), float(values[n]), figure) for n in np.flatnonzero(bad))
    values = np.where(bad, np.nan, values)
    if figure.kind != "percent":
        return FigureColumn(values, None, faults)
    return FigureColumn(values / 100, 0.5 * 10.0 ** -_decimals(values) / 100, faults)


def _floats(cells: Cells) -> "Values":
    # 54.9 as a float of 32 bits is 54.90000153: what it stands for is its shortest text.
    short = pa.types.is_float32(cells.type) or pa.types.is_float16(cells.type)
    plain = pc.cast(pc.cast(cells, pa.float32()), pa.string()) if short else cells
    as_float = plain if pa.types.is_float64(plain.type) else pc.cast(plain, pa.float64(), safe=False)
    found: Values = as_float.to_numpy(zero_copy_only=False)
    return found


def _faulty(values: "Values", figure: FigureDef) -> "Mask":
    """Return where a number cannot be the value of the figure; `figure_fault` says why."""
    if figure.kind == "percent":
        bad = (values < 0) | (values > 100) | ((values > 0) & (values <= 1))
    else:
        bad = (values < 0) | (values > _MOST)
        if figure.kind == "count":
            bad |= np.isfinite(values) & (values != np.floor(values))
    result: Mask = bad
    return result


def _number_fault(n: int, value: float, figure: FigureDef) -> Fault:
    try:
        read_figure(value, figure)
    except CellError as error:
        return Fault(n, f"{value:.15g}", str(error))
    return Fault(n, f"{value:.15g}", figure_fault(figure, Stated(value=value)) or "không dùng được")


def _decimals(values: "Values") -> "NDArray[np.int64]":
    """Return how many decimals each value is printed with, at most six."""
    found = np.full(values.shape, _DIGITS)
    for digits in range(_DIGITS - 1, -1, -1):
        found[np.round(values, digits) == values] = digits
    return found


def _texts(cells: Cells, figure: FigureDef, written: Written) -> FigureColumn:
    """Each different text is read once: a column of counts has few of them."""
    coded = cells if pa.types.is_dictionary(cells.type) else pc.dictionary_encode(cells)
    read = [_read(cell, figure, written) for cell in coded.dictionary.to_pylist()]
    at = pc.fill_null(coded.indices, len(read)).to_numpy(zero_copy_only=False).astype(np.int64)
    values = np.array([*(value for value, _, _ in read), math.nan])
    half = np.array([*(half for _, half, _ in read), 0.0])
    wrong = {n: fault for n, (_, _, fault) in enumerate(read) if fault}
    faults = tuple(_found(coded, at, wrong)) if wrong else ()
    return FigureColumn(values[at], half[at] if figure.kind == "percent" else None, faults)


def _found(coded: Cells, at: "NDArray[np.int64]", wrong: dict[int, str]) -> Iterator[Fault]:
    for n in np.flatnonzero(np.isin(at, list(wrong))):
        code = int(at[n])
        yield Fault(int(n), str(coded.dictionary[code].as_py()), wrong[code])


def _one_by_one(cells: Sequence[object], figure: FigureDef, written: Written) -> FigureColumn:
    read = [_read(cell, figure, written) for cell in cells]
    faults = tuple(Fault(n, str(cells[n]), fault) for n, (_, _, fault) in enumerate(read) if fault)
    values, half = (np.array([one[k] for one in read], np.float64) for k in (0, 1))
    return FigureColumn(values, half if figure.kind == "percent" else None, faults)


def _read(cell: object, figure: FigureDef, written: Written) -> tuple[float, float, str]:
    """Return the value of a cell, half of its last printed digit, and what is wrong with it."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return math.nan, 0.0, ""
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return math.nan, 0.0, "cần một số"
    plain: Any = cell.strip() if isinstance(cell, str) else cell
    try:
        value = written(plain, figure) if isinstance(plain, str) else read_figure(plain, figure)
    except CellError as error:
        return math.nan, 0.0, str(error)
    return value, 0.5 * 10.0 ** -_printed(plain) / 100 if plain != "" else 0.0, ""


def _printed(cell: str | float) -> int:
    """Return the decimals that a percent is printed with."""
    if isinstance(cell, str):
        return min(len(cell.removesuffix("%").rstrip().replace(",", ".").partition(".")[2]), _DIGITS)
    return int(_decimals(np.array([float(cell)]))[0])
