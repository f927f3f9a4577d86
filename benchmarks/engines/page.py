"""The measurements as a page in Markdown; every sentence that names a number takes it from the same run."""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.engines import page_words as words
from benchmarks.engines.machine import machine, versions
from benchmarks.engines.measure import Measured
from benchmarks.engines.registry import BASE, COLUMNS, ROWS
from benchmarks.engines.timing import Cell

_BYTES_READ, _BYTES_WRITTEN = 60 * 8, 200 + 30 + 8


def number(value: float) -> str:
    """Return a number as Vietnamese writes it: `1.234,5`."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def count(value: int) -> str:
    """Return a whole number as Vietnamese writes it."""
    return f"{value:,}".replace(",", ".")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(measured: Measured, date: str) -> str:
    """Return the page."""
    about = words.ABOUT.format(machine=machine(), versions=versions(), date=date, rows=ROWS, columns=count(COLUMNS))
    parts = [words.TITLE, about, words.SIZES, _sizes(measured), _read_sizes(measured)]
    if measured.stream:
        parts += [words.LIMIT, _limit(measured), words.STREAM, _stream(measured), _read_stream(measured)]
        parts += [words.RULES, _rules(measured), _read_rules(measured), words.PEAKS, _peaks(measured)]
        parts += [_read_peaks(measured), words.COLD, _cold(measured), _read_cold(measured)]
    return "\n\n".join(parts) + "\n"


def _sizes(measured: Measured) -> str:
    base = measured.sizes[BASE]
    heads = ["Bộ máy", "nạp (ms)", *(f"N = {count(cell.size)}" for cell in base)]
    rows = (
        [name, number(1000 * measured.load[name]), *(_cell(*pair) for pair in zip(cells, base, strict=True))]
        for name, cells in measured.sizes.items()
    )
    return table(heads, rows)


def _cell(cell: Cell, base: Cell) -> str:
    if cell.skipped:
        return f"bỏ (~{number(cell.seconds)} s)"
    ratio = cell.rate / base.rate
    return f"{number(cell.rate)} ({number(ratio) if ratio >= 0.01 else f'{ratio:.4f}'.replace('.', ',')}×)"


def _ranked(measured: Measured, place: int) -> list[tuple[str, Cell]]:
    cells = [(name, cells[place]) for name, cells in measured.sizes.items() if not cells[place].skipped]
    return sorted(cells, key=lambda pair: -pair[1].rate)


def _read_sizes(measured: Measured) -> str:
    others = [name for name in measured.sizes if not name.startswith("cchc") and name != words.HAND]
    said = []
    for place, cell in enumerate(measured.sizes[BASE]):
        ranked = _ranked(measured, place)
        first = next((name, one) for name, one in ranked if name in others)
        ours = next((name, one) for name, one in ranked if name.startswith("cchc"))
        said.append(words.place(count(cell.size), ours, first, number(_ratio(ours[1], first[1]))))
    return words.READ_SIZES.format(places="; ".join(said), load=number(1000 * measured.load[BASE]))


def _ratio(one: Cell, other: Cell) -> float:
    return max(one.rate, other.rate) / min(one.rate, other.rate)


def _limit(measured: Measured) -> str:
    ours, hand = (measured.sizes[name] for name in (BASE, words.HAND))
    best, same = (max((c for c in cells if not c.skipped), key=lambda cell: cell.rate) for cells in (ours, hand))
    largest = ours[-1]
    bound = measured.bandwidth * 1e9
    return words.READ_LIMIT.format(
        bandwidth=number(measured.bandwidth), read=_BYTES_READ, written=_BYTES_WRITTEN,
        only=number(bound / _BYTES_READ / 1e6), both=number(bound / (_BYTES_READ + _BYTES_WRITTEN) / 1e6),
        ours=number(best.rate / 1e6), size=count(best.size), hand_size=count(same.size), hand=number(same.rate / 1e6),
        of_hand=number(100 * best.rate / same.rate), of_bound=number(100 * best.rate * _BYTES_READ / bound),
        million=number(largest.rate / 1e6), hand_million=number(hand[-1].rate / 1e6),
        hand_bound=number(100 * same.rate * _BYTES_READ / bound),
    )  # fmt: skip


def _stream(measured: Measured) -> str:
    base = [cell for cell in measured.sizes[BASE] if cell.size <= 100_000]
    ends = next(iter(measured.stream.values()))
    heads = ["Bộ máy", *(f"N = {count(cell.size)}" for cell in (*base, *ends))]
    return table(heads, ([name, *_times(measured, name, len(base))] for name in measured.stream))


def _times(measured: Measured, name: str, few: int) -> Iterator[str]:
    for cell in (*measured.sizes[name][:few], *measured.stream[name]):
        told = f"{number(1000 * cell.seconds)} ms" if cell.seconds < 1 else f"{number(cell.seconds)} s"
        yield f"bỏ (~{told})" if cell.skipped else told


def _read_stream(measured: Measured) -> str:
    cells = measured.sizes[BASE]
    fixed = 1e3 * cells[0].seconds
    ten = measured.stream[BASE][-1]
    return words.READ_STREAM.format(fixed=number(fixed), ten=number(ten.seconds), each=number(1e6 / ten.rate))


def _rules(measured: Measured) -> str:
    counts = [rules for rules, *_ in next(iter(measured.rules.values()))]
    heads = ["Bộ máy", *(f"{count(rules)} quy tắc" for rules in counts)]
    rows = (
        [name, *(f"{number(1e6 / cell.rate)} (nạp {number(load)} s)" for _, load, cell in cells)]
        for name, cells in measured.rules.items()
    )
    return table(heads, rows)


def _read_rules(measured: Measured) -> str:
    def each(place: int) -> str:
        rules, _, cell = measured.rules[BASE][place]
        return number(1e9 / cell.rate / rules)

    load = measured.rules[BASE][-1][1]
    return words.READ_RULES.format(few=each(0), many=each(-1), load=number(load))


def _peaks(measured: Measured) -> str:
    heads = ["Bộ máy", "N", "trước khi chạy (MB)", "cao nhất (MB)", "thêm (MB)"]
    rows = (
        [name, count(size), number(before), number(after), number(after - before)]
        for name, (size, before, after) in measured.peaks.items()
    )
    return table(heads, rows)


def _read_peaks(measured: Measured) -> str:
    size, before, after = measured.peaks[BASE]
    return words.READ_PEAKS.format(
        size=count(size), added=number(after - before), given=number(size * _BYTES_READ / 2**20)
    )


def _cold(measured: Measured) -> str:
    rows = ([name, number(least), number(middle)] for name, (least, middle) in measured.cold.items())
    return table(["Cả tiến trình", "ít nhất (ms)", "trung vị (ms)"], rows)


def _read_cold(measured: Measured) -> str:
    bare, _, check = (least for least, _ in measured.cold.values())
    return words.READ_COLD.format(check=number(check), bare=number(bare), own=number(check - bare))
