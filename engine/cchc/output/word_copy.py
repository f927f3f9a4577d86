"""Write a copy of a Word file in which a few parts are others: whole or not at all, never over the file it came from."""

import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cchc.model.errors import UsageError
from cchc.packs.source_text import reason

if TYPE_CHECKING:
    from cchc.wordml.package import Package


def refuse_target(source: Path, target: Path) -> None:
    """Raise `UsageError` where a copy of `source` must not be written to `target`."""
    if os.path.realpath(source) == os.path.realpath(target) or _is_same(source, target):
        raise UsageError(f"bản có góp ý {target} sẽ ghi đè lên báo cáo gốc; hãy chọn tên khác")
    if target.suffix.lower() != source.suffix.lower():
        raise UsageError(f"bản có góp ý {target} cần có đuôi {source.suffix} như báo cáo gốc; hãy đổi tên")
    # A name that is too long is refused when that copy is written.
    with suppress(OSError):
        if target.is_dir():
            own = target / f"{source.stem}.gop-y{source.suffix}"
            raise UsageError(f"{target} là một thư mục; hãy cho tên tệp, ví dụ {own}")


def write_copy(package: "Package", changed: Mapping[str, bytes], target: Path) -> None:
    """Write `package` with the `changed` parts, new ones last; raise `UsageError` where the system refuses."""
    real = Path(os.path.realpath(target))
    # A name of its own for each process, so that two runs into one folder do not write into each other.
    half = real.with_name(f".cchc-{os.getpid()}.tmp")
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        with half.open("xb") as out:
            _fill(out, package, changed)
        half.replace(real)
    except (OSError, ValueError) as error:
        raise UsageError(f"không ghi được {target}: {reason(error)}; hãy chọn nơi khác") from None
    finally:
        with suppress(OSError, ValueError):
            half.unlink(missing_ok=True)


def _is_same(source: Path, target: Path) -> bool:
    try:
        return source.samefile(target)
    except (OSError, ValueError):
        return False


def _fill(out: BinaryIO, package: "Package", changed: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in package.parts.items():
            archive.writestr(_entry_like(package.entries[name]), changed.get(name, content))
        for name, content in changed.items():
            if name not in package.parts:
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _entry_like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return the entry of the copy: packed as before, with the same time; sizes and offsets are its own."""
    own = zipfile.ZipInfo(entry.filename, entry.date_time)
    own.compress_type, own.external_attr, own.create_system = (
        entry.compress_type,
        entry.external_attr,
        entry.create_system,
    )
    own.comment = entry.comment
    return own
