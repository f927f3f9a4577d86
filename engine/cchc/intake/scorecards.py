"""Read a scorecard that was written as JSON, to compare with."""

import json
from pathlib import Path

from pydantic import ValidationError

from cchc.model.errors import InputError
from cchc.model.scorecard import Scorecard
from cchc.packs.source_text import read_text

_HOW = "hãy dùng tệp ghi bằng 'cchc score BẢNG --format json -o TỆP.json'"


def scorecard_of(path: Path, index: str) -> Scorecard:
    """Return the scorecard in a file; raise `InputError` where it is none, or one of another index than `index`."""
    try:
        raw = json.loads(read_text(path), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise InputError(f"không đọc được thành JSON; {_HOW}", str(path)) from error
    if not isinstance(raw, dict) or not {"index", "units"} <= set(raw):
        raise InputError(f"đây không phải một bảng điểm; {_HOW}", str(path))
    if raw["index"] != index:
        raise InputError(
            f"bảng điểm này theo bộ chỉ số '{raw['index']}', không so sánh được với '{index}'; hãy chọn bảng điểm kỳ trước của cùng bộ",
            str(path),
            key="index",
        )
    try:
        return Scorecard.model_validate(raw)
    except ValidationError as error:
        key = ".".join(map(str, error.errors(include_url=False)[0]["loc"]))
        message = "bảng điểm thiếu hoặc sai ở đây (có thể do phiên bản khác ghi, hoặc đã bị sửa); hãy chấm lại kỳ trước"
        raise InputError(message, str(path), key=key) from error


def _refused(constant: str) -> float:
    raise ValueError(constant)
