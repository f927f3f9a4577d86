"""Find the files a user means: files, folders with their subfolders, and patterns that the shell has left as they are."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc.intake.report_file import SUFFIXES as STRUCTURED
from cchc.model.errors import CchcError, InputError
from cchc.model.outcome import Unreadable
from cchc.packs.source_text import is_folder, reason

ANSWERED = ".gop-y.docx"
"""How the name of a copy with remarks ends: an answer, not another report."""

# In a folder these are notes and tables beside the reports; by name they are read like any other.
_BESIDE = frozenset({".md", ".csv"})
# What Word leaves in a folder while a file is open, and what the system hides.
_HIDDEN = (".", "~$")


def each_file(paths: Sequence[Path]) -> Iterator[Path | Unreadable]:
    """Yield every report once, in the order asked for; a path that leads to none is yielded as unreadable."""
    seen: set[str] = set()
    for path in paths:
        if isinstance(named := _nameable(path), Unreadable):
            yield named
            continue
        try:
            # Path.resolve raises on a loop of links; such a file is to be named as unreadable like any other.
            files = {os.path.realpath(file): file for start in _matching(path) for file in report_files(start)}
        except CchcError as error:
            yield Unreadable(file=str(path), error=str(error))
            continue
        yield from (_nameable(file) for real, file in files.items() if real not in seen)
        seen |= set(files)


def _nameable(file: Path) -> Path | Unreadable:
    """Return a path, as unreadable where no result could print its name: bytes that are not UTF-8."""
    printed = str(file).encode("utf-8", "replace").decode("utf-8")
    if printed == str(file):
        return file
    return Unreadable(file=printed, error=f"{printed}: tên tệp hoặc thư mục có ký tự không đọc được; hãy đổi tên")


def report_files(path: Path) -> list[Path]:
    """Return `path` itself, or the reports in it and its subfolders if it is a folder; raise `InputError` if there are none.

    A subfolder that may not be opened and a link that leads nowhere are in the list too, so that they are named among
    the unreadable ones and not lost.
    """
    if not is_folder(path):
        return [path]
    refused: list[OSError] = []
    found: list[Path] = []
    kinds = _in_folders()
    for folder, inner, names in os.walk(path, onerror=refused.append):
        inner[:] = [name for name in inner if not name.startswith(_HIDDEN)]
        found += [file for file in (Path(folder, name) for name in names) if _is_report(file, kinds)]
    closed = {Path(error.filename): error for error in refused}
    if path in closed:
        raise InputError(f"không mở được: {reason(closed[path])}", str(path))
    if not found and not closed:
        raise InputError(
            f"thư mục không có báo cáo nào ({', '.join(sorted(kinds))}); hãy chỉ đúng thư mục chứa báo cáo", str(path)
        )
    return sorted([*found, *closed])


def own_names(files: Sequence[Path]) -> list[str]:
    """Return a name of its own for each file: without suffix, with its folder's name where two would be the same."""
    times = Counter(file.stem.casefold() for file in files)
    taken: Counter[str] = Counter()
    names = []
    for file in files:
        plain = times[file.stem.casefold()] == 1 or not file.parent.name
        name = file.stem if plain else f"{file.parent.name}_{file.stem}"
        taken[name.casefold()] += 1
        names.append(name if taken[name.casefold()] == 1 else f"{name}-{taken[name.casefold()]}")
    return names


def _in_folders() -> frozenset[str]:
    # Imported here: a check of one structured report has no use for the readers of documents.
    from cchc.intake.documents import SUFFIXES

    return frozenset({*STRUCTURED, *SUFFIXES}) - _BESIDE


def _is_report(file: Path, kinds: frozenset[str]) -> bool:
    name = file.name.lower()
    return file.suffix.lower() in kinds and not name.startswith(_HIDDEN) and not name.endswith(ANSWERED)


def _matching(path: Path) -> list[Path]:
    """Return the files of a pattern such as `*.docx`: a Windows console hands it over as it was typed."""
    if not any(mark in str(path) for mark in "*?[") or os.path.lexists(path):
        return [path]
    start = Path(path.anchor)
    try:
        found = sorted(start.glob(str(path.relative_to(start))))
    # A pattern that Python refuses, such as `**.docx`, matches nothing.
    except (OSError, ValueError):
        found = []
    if not found:
        raise InputError("không có tệp nào khớp với mẫu tên này; hãy kiểm tra lại đường dẫn", str(path))
    return found
