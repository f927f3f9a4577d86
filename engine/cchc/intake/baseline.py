"""Read a baseline: the findings that were known when it was written."""

from pathlib import Path

from cchc.model.errors import ContentError, InputError
from cchc.model.triage import BASELINE_VERSION, Baseline
from cchc.packs.source_text import parse_yaml, read_text
from cchc.packs.validate import build

_AGAIN = "hãy ghi lại bằng --write-baseline"


def read_baseline(path: Path) -> Baseline:
    """Return a baseline; raise `InputError` where it is none or of another version, `ContentError` where it is damaged."""
    source = parse_yaml(read_text(path), str(path))
    version = source.data.get("cchc_baseline") if isinstance(source.data, dict) else None
    if version is None:
        raise InputError(f"đây không phải danh sách phát hiện đã biết của cchc; {_AGAIN}", str(path))
    if version != BASELINE_VERSION:
        raise InputError(
            f"danh sách này thuộc phiên bản {version}, bản cchc này đọc phiên bản {BASELINE_VERSION}; {_AGAIN}",
            str(path),
            source.line(("cchc_baseline",)),
        )
    built = build(Baseline, source)
    if isinstance(built, list):
        raise ContentError(built)
    return built
