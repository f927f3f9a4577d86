"""Which of the pages that stand on disk are not written any more."""

from collections.abc import Collection, Iterable
from pathlib import Path


def stale(folders: Iterable[Path], written: Collection[Path], mark: str) -> list[Path]:
    """Return the pages below `folders` that begin with `mark` and are not among those written; other files are not ours."""
    pages = (path for folder in folders for path in sorted(folder.glob("*/*.md")) if path not in written)
    return [path for path in pages if path.read_text(encoding="utf-8").startswith(mark)]
