"""Judged reports as rows of a result, a line a report."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import compute as pc

from cchc.bulk.check_block import Judged
from cchc.bulk.evaluation import Found
from cchc.bulk.kinds import Kinds
from cchc.bulk.report_rows import ReportRows
from cchc.model.outcome import SEVERITIES
from cchc.model.text import Language
from cchc.packs.weaknesses import REPORTED_KINDS

_SMALL = pa.dictionary(pa.int16(), pa.string())
SCHEMA = pa.schema([
    ("row", pa.int64()), ("id", pa.string()), ("unit", pa.string()), ("level", _SMALL), ("province", _SMALL),
    ("period", _SMALL), ("verdict", _SMALL), ("errors", pa.int16()), ("warnings", pa.int16()), ("notes", pa.int16()),
    ("passed", pa.int16()), ("unknown", pa.int16()), ("not_applicable", pa.int16()), ("read", pa.int16()),
    ("expected", pa.int16()), ("error_codes", pa.string()), ("warning_codes", pa.string()), ("weaknesses", pa.string()),
])  # fmt: skip
HEADINGS: Mapping[Language, Sequence[str]] = {
    "vi": ("Dòng", "Mã", "Đơn vị", "Cấp", "Tỉnh", "Kỳ", "Kết luận", "Số lỗi", "Số cảnh báo", "Số lưu ý", "Đạt", "Chưa đủ số liệu",
           "Không áp dụng", "Số liệu có", "Số liệu cần", "Mã lỗi", "Mã cảnh báo", "Hạn chế, mâu thuẫn"),
    "en": ("Row", "Id", "Unit", "Level", "Province", "Period", "Verdict", "Errors", "Warnings", "Notes", "Passed", "Unknown",
           "Not applicable", "Figures read", "Figures needed", "Error codes", "Warning codes", "Weaknesses, contradictions"),
}  # fmt: skip


def record_batch(
    rows: ReportRows, judged: Judged, kinds: Kinds, verdicts: Sequence[str], lang: Language
) -> pa.RecordBatch:
    """Return the rows that are kept; `verdicts` are the words for `cchc.bulk.check_block.VERDICTS`."""
    error, warning, note = (judged.failed[name] for name in reversed(SEVERITIES))
    codes, conclusions = judged.layout.codes, judged.layout.conclusions
    reported = np.array([name.startswith(REPORTED_KINDS) for name in conclusions])
    columns = [
        pa.array(rows.numbers),
        rows.texts.get("id", _nothing(rows.size)),
        rows.texts.get("name", _nothing(rows.size)),
        *_of_kind(rows, kinds, lang),
        _coded(judged.verdict, verdicts),
        *(pa.array(found.counts) for found in (error, warning, note)),
        *map(pa.array, (judged.passed, judged.unknown, judged.not_applicable, judged.read, judged.expected)),
        _names(error, codes),
        _names(warning, codes),
        _names(judged.concluded.where(reported[judged.concluded.columns]), conclusions),
    ]
    batch = pa.RecordBatch.from_arrays(columns, schema=SCHEMA)
    return batch if rows.kept.all() else batch.filter(pa.array(rows.kept))


def _nothing(size: int) -> Any:
    return pa.array([""] * size, pa.string())


def _of_kind(rows: ReportRows, kinds: Kinds, lang: Language) -> list[Any]:
    numbers, at = np.unique(rows.kind, return_inverse=True)
    reports = [kinds[int(n)].reading.report for n in numbers]
    words = ([r.level for r in reports], [r.province for r in reports], [r.period.label(lang) for r in reports])
    return [_coded(at, each) for each in words]


def _coded(at: Any, words: Sequence[str]) -> Any:
    """Return a column of few words, in the order of words: what was met before must leave no trace in a result."""
    different = sorted(set(words))
    numbers = np.array([different.index(word) for word in words], np.int16)
    return pa.DictionaryArray.from_arrays(pa.array(numbers[at]), pa.array(different, pa.string()))


def _names(found: Found, names: Sequence[str]) -> Any:
    """Return for each row the names of its columns, with blanks between them."""
    words = pa.array(names, pa.string()).take(pa.array(found.columns))
    return pc.binary_join(pa.ListArray.from_arrays(pa.array(found.ends), words), " ")
