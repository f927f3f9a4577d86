"""The figures of a register as JSON and CSV, and the rows that cannot be used as CSV, in pieces: they may be many."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from cchc.model.register import GroupFigures, Recount, Recounted, Reject
from cchc.model.text import Language
from cchc.output import register_words as say
from cchc.output.csv_text import CsvShape, csv_lines, csv_text
from cchc.packs.pack import Pack
from cchc.packs.register_words import RegisterWords

_AT_ONCE = 5_000
_FIGURES = {
    "vi": ["Nhóm theo", "Tên", "Mã số liệu", "Số liệu", "Giá trị", "Ít nhất", "Nhiều nhất", "Vì sao chưa tính được"],
    "en": ["Group by", "Name", "Figure id", "Figure", "Value", "At least", "At most", "Why not computed"],
}
_REJECTS = {
    "vi": ["Tệp", "Dòng", "Mã hồ sơ", "Cột", "Giá trị", "Mã lý do", "Lý do"],
    "en": ["File", "Line", "Dossier", "Column", "Value", "Reason id", "Reason"],
}


def register_json(recount: Recount) -> Iterator[str]:
    """Yield an object in pieces: what was read, then the groups, whose figures have `low`, `high`, `missing_column`."""
    counts = recount.counts
    head = {
        "window": {"from": recount.window.first.isoformat(), "to": recount.window.last.isoformat()},
        "returned_apart": recount.returned_apart,
        "files": list(counts.files),
        "rows": counts.rows,
        "used": counts.used,
        "received": {"from": counts.received[0].isoformat(), "to": counts.received[1].isoformat()}
        if counts.received
        else None,
        "rejected": dict(counts.rejected),
        "notes": [{"id": note.id, **note.about} for note in counts.notes],
    }
    yield json.dumps(head, ensure_ascii=False, indent=2)[:-2] + ',\n  "groups": ['
    for n, group in enumerate(recount.groups):
        yield ("," if n else "") + "\n    " + json.dumps(_group(group), ensure_ascii=False)
    yield "\n  ]\n}\n"


def _group(group: GroupFigures) -> dict[str, object]:
    return {"by": group.by, "name": group.name, "figures": {name: _one(one) for name, one in group.figures.items()}}


def _one(one: Recounted) -> dict[str, object]:
    return {"low": one.low, "high": one.high, "missing_column": one.missing_column}


def register_csv(
    recount: Recount, pack: Pack, words: RegisterWords, lang: Language, shape: CsvShape
) -> Iterator[str]:  # fmt: skip
    """Yield a line a figure of a group: its value where it is certain, and both ends of its range."""
    lines = (
        (
            say.axis_text(group.by, lang) if group.by else "", say.group_text(group, lang) if group.by else "",
            name, say.figure_text(name, pack, lang), *(_number(end, shape) for end in (one.value, one.low, one.high)),
            say.why_not(one, words, lang) if one.low is None else "",
        )
        for group in recount.groups
        for name, one in group.figures.items()
    )  # fmt: skip
    yield csv_text(_FIGURES[lang], [], shape)
    while some := list(islice(lines, _AT_ONCE)):
        yield csv_lines(some, shape)


def _number(value: float | None, shape: CsvShape) -> str | None:
    """Return a count as whole, a share or a mean with two decimals: one column has all of them."""
    if value is None:
        return None
    return str(int(value)) if float(value).is_integer() else f"{value:.2f}".replace(".", shape.decimal)


def rejects_csv(rejects: Iterable[Reject], words: RegisterWords, lang: Language, shape: CsvShape) -> Iterator[str]:
    """Yield a line a row that cannot be used: where it stands, what is wrong, and the cell that is wrong."""
    lines = (
        (
            one.file, one.line, one.code, say.column_text(one.column, words, lang) if one.column else None,
            one.value, one.reason, say.reason_text(one.reason, lang),
        )
        for one in rejects
    )  # fmt: skip
    yield csv_text(_REJECTS[lang], [], shape)
    while some := list(islice(lines, _AT_ONCE)):
        yield csv_lines(some, shape)
