"""Random tables of reports, and the same reports one by one."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from cchc.bulk.headings import level_of, period_of
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.tables.block import Block

FIELDS = ("đơn vị", "cấp", "tỉnh", "kỳ", "số liệu từ ngày", "số liệu đến ngày")
SPANS = ("", "ytd.", "prev.")
Row = Mapping[str, str]

_UNITS = ("Sở Công Thương", "Sở Y tế", "UBND xã Tân Lập", "Sở Nội vụ")
_LEVELS = ("sở", "department", "xã", "phòng", "province", "chi cục")
_PERIODS = ("tháng 4/2025", "2025-04", "Q1/2025", "năm 2024", "T8/2026", "6 tháng đầu năm 2025")
_PERCENTS = ("0%", "100%", "12,5%", "90%", "13%", "66,67")
_COUNTS = ("0", "1", "2", "3", "5", "8", "40", "1.234")


def random_rows(pack: Pack, size: int, seed: int) -> list[Row]:
    """Reports from empty to full, of all levels, in provinces with and without rules of their own."""
    choose = random.Random(seed)
    return [_row(pack, choose) for _ in range(size)]


def _row(pack: Pack, choose: random.Random) -> Row:
    provinces = ("Bắc Giang", "Khánh Hòa", "Lào Cai")
    said = [choose.choice(words) for words in (_UNITS, _LEVELS, provinces, _PERIODS)]
    window = ("15/3/2025", "2025-04-14") if choose.random() < 0.3 else ("", "")
    row = dict(zip(FIELDS, (*said, *window), strict=True))
    density = choose.choice([0, 0.05, 0.5, 1])
    for name, figure in pack.figures.items():
        for span in SPANS:
            if choose.random() < density:
                row[span + name] = choose.choice(_PERCENTS if figure.kind == "percent" else _COUNTS)
    return row


def block_of(rows: Sequence[Row], headings: Sequence[str]) -> Block:
    columns = {heading: pa.array([row.get(heading) for row in rows], pa.string()) for heading in headings}
    return Block(np.arange(1, len(rows) + 1), columns)


def every_heading(pack: Pack) -> list[str]:
    return [*FIELDS, *(span + name for name in pack.figures for span in SPANS)]


def report_of(row: Row) -> Report:
    """The same report as a file of its own would have it."""
    figures: dict[str, list[object]] = {}
    previous: dict[str, object] = {}
    for heading, cell in row.items():
        name = heading.removeprefix("prev.").removeprefix("ytd.")
        value: object = (
            cell
            if cell.endswith("%")
            else float(cell.replace(".", "").replace(",", "."))
            if heading not in FIELDS
            else None
        )
        if value is None:
            continue
        if heading.startswith("prev."):
            previous[name] = value
        else:
            span = "year_to_date" if heading.startswith("ytd.") else "period"
            figures.setdefault(name, []).append({"value": value, "span": span})
    unit, level, province, period, start, end = (row[field] for field in FIELDS)
    raw = {"unit": unit, "level": level_of(level), "province": province, "period": period_of(period, start, end)}
    return Report.model_validate(
        {**raw, "figures": figures, **({"previous": {"figures": previous}} if previous else {})}
    )


def write_csv(path: Path, rows: Sequence[Row], headings: Sequence[str]) -> Path:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    lines = [",".join(quoted(row.get(heading, "")) for heading in headings) for row in rows]
    path.write_text("\n".join([",".join(map(quoted, headings)), *lines]) + "\n", encoding="utf-8")
    return path
