"""Read a structured report from YAML or JSON, and hold its figures against the data dictionary."""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from cchc.model.errors import ContentError, InputError
from cchc.model.figure import Figures, Stated
from cchc.model.report import Report
from cchc.model.wording import CAPITALS, IN_WORDS
from cchc.packs.figure_schema import FigureDef
from cchc.packs.pack import Pack
from cchc.packs.slip_schema import SlipKind
from cchc.packs.source_text import SourceText, is_folder, parse_yaml, read_text
from cchc.packs.validate import build, did_you_mean

# Above this a float no longer holds every whole number, and no office counts that far.
_MOST = 1e15
SUFFIXES = (".yaml", ".yml", ".json")


def read_report(path: Path, pack: Pack) -> Report:
    """Return the report in a file; raise `ContentError` with every fault found in it."""
    if is_folder(path):
        raise InputError("không mở được thư mục này; hãy kiểm tra quyền truy cập", str(path))
    if path.suffix.lower() not in SUFFIXES and path.exists():
        raise InputError(
            f"chưa đọc được loại tệp '{path.suffix or path.name}'; bản này đọc báo cáo dạng {', '.join(SUFFIXES)}"
            " ('cchc template' in ra mẫu để điền)",
            str(path),
        )
    source = parse_yaml(read_text(path), str(path))
    if isinstance(source.data, dict) and "figures" not in source.data and "units" in source.data:
        raise InputError("đây là bảng chấm điểm đơn vị, hãy dùng 'cchc score'", str(path))
    report = build(Report, source)
    if isinstance(report, list):
        raise ContentError(report)
    problems = [*_figures(source, report.figures, pack, ("figures",)), *_others(source, report, pack)]
    if problems:
        raise ContentError(problems)
    return report


def _others(source: SourceText, report: Report, pack: Pack) -> Iterator[InputError]:
    if report.previous:
        yield from _figures(source, report.previous.figures, pack, ("previous", "figures"))
    for i, row in enumerate(report.detail_rows or ()):
        yield from _figures(source, row.figures, pack, ("detail_rows", i, "figures"))
    for i, statement in enumerate(report.statements or ()):
        yield from _unknown(source, statement.topics, pack.topics, "chủ đề", ("statements", i, "topics"))
    for i, part in enumerate(report.parts or ()):
        yield from _unknown(source, part.topics or (), pack.topics, "chủ đề", ("parts", i, "topics"))
    for i, exclusion in enumerate(report.exclusions or ()):
        yield from _unknown(source, exclusion.applies_to, pack.figures, "số liệu", ("exclusions", i, "applies_to"))
    entries = dict.fromkeys((*pack.wordings.uses, *get_args(SlipKind), CAPITALS, IN_WORDS))
    for i, mention in enumerate(report.mentions or ()):
        yield from _unknown(source, (mention.entry,), entries, "mục thuật ngữ, lỗi viết", ("mentions", i, "entry"))


def _unknown(
    source: SourceText, words: tuple[str, ...], known: Mapping[str, object], what: str, path: tuple[str | int, ...]
) -> Iterator[InputError]:
    for word in words:
        if word not in known:
            yield source.problem(f"không có {what} '{word}'{did_you_mean(word, known)}", path)


def _figures(source: SourceText, figures: Figures, pack: Pack, path: tuple[str | int, ...]) -> Iterator[InputError]:
    for name, stated in figures.items():
        definition = pack.figures.get(name)
        if definition is None:
            yield source.problem(f"không có số liệu '{name}'{did_you_mean(name, pack.figures)}", (*path, name))
            continue
        for one in stated:
            fault = figure_fault(definition, one)
            if fault:
                yield source.problem(fault, (*path, name))


def figure_fault(definition: FigureDef, stated: Stated) -> str | None:
    """Return what is wrong with a value for its kind of figure, or None."""
    value = stated.value
    if not math.isfinite(value):
        return "cần một số hữu hạn"
    if value < 0:
        return f"số liệu không thể âm: {value:g}"
    if value > _MOST:
        return f"số quá lớn: {value:g}; hãy kiểm tra lại"
    if definition.kind == "percent":
        return _percent_fault(stated)
    if stated.percent_sign:
        return f"đây là số {definition.unit.vi}, không phải tỷ lệ phần trăm"
    if definition.kind == "count" and not value.is_integer():
        return f"số đếm ({definition.unit.vi}) phải là số nguyên, đang ghi {value:g}"
    return None


def _percent_fault(stated: Stated) -> str | None:
    if stated.value > 100:
        return f"tỷ lệ phần trăm không thể quá 100, đang ghi {stated.value:g}"
    if 0 < stated.value <= 1 and not stated.percent_sign:
        return (
            f"tỷ lệ ghi theo phần trăm: {stated.value * 100:g}% nếu là {stated.value * 100:g} trên 100, "
            f"'{stated.value:g}%' nếu là {stated.value:g} trên 100"
        )
    return None
