"""The working database: in a folder of its own that is gone when the run ends, with a bound on memory and on disk."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.model.errors import UsageError
from cchc.packs.source_text import reason

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# What the dossiers take in the database for each byte of the files, and as much again to group them out of core.
_DISK_PER_BYTE = {".parquet": 8.0, ".xlsx": 10.0}
_DISK_PER_CSV_BYTE = 1.0
_NO_ROOM = "hãy chọn thư mục khác bằng --temp hoặc giải phóng đĩa"
_DISK_FULL = ("no space left", "could not write")
_FULL = f"hết chỗ trên đĩa cho tệp tạm; {_NO_ROOM}"


@contextmanager
def workspace(temp: Path | None) -> Iterator[Path]:
    """Make a folder for the run and remove it, however the run ends; raise `UsageError` where none can be made."""
    try:
        if temp is not None:
            temp.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="cchc-register-", dir=temp))
    except OSError as error:
        raise UsageError(f"không tạo được thư mục tạm: {reason(error)}; {_NO_ROOM}") from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def refuse_small_disk(paths: list[Path], folder: Path) -> None:
    """Raise `UsageError` where the disk has no room for what the files need, before anything is loaded."""
    need = sum(path.stat().st_size * _DISK_PER_BYTE.get(path.suffix.lower(), _DISK_PER_CSV_BYTE) for path in paths)
    free = shutil.disk_usage(folder).free
    if need > free:
        raise UsageError(f"cần khoảng {_size(need)} đĩa để xử lý, {folder.parent} chỉ còn {_size(free)}; {_NO_ROOM}")


def _size(count: float) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{count / 1e6:.1f} MB"


@contextmanager
def database(folder: Path, memory: str, threads: int | None) -> "Iterator[DuckDBPyConnection]":
    """Open a database in `folder`; raise `UsageError` where the memory is none that can be given."""
    try:
        import duckdb
    except ModuleNotFoundError:
        raise UsageError("cần cài thêm DuckDB để đọc sổ hồ sơ: pip install 'cchc[register]'") from None

    with told():
        connection = duckdb.connect(str(folder / "register.duckdb"))
    try:
        try:
            connection.execute(f"SET memory_limit = '{memory.replace(chr(39), '')}'")
        except duckdb.Error:
            raise UsageError(f"--memory cần một lượng như 1GB hoặc 500MB, đang ghi '{memory}'") from None
        with told():
            connection.execute(f"SET temp_directory = '{str(folder / 'spill').replace(chr(39), chr(39) * 2)}'")
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute("SET enable_progress_bar = false")
            if threads is not None:
                connection.execute(f"SET threads = {threads:d}")
        yield connection
    finally:
        connection.close()


@contextmanager
def told() -> Iterator[None]:
    """Say in one sentence that memory or disk did not suffice; a stop by the user stays one."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        if "max_temp_directory_size" in str(error):
            raise UsageError(_FULL) from None
        raise UsageError("không đủ bộ nhớ để xử lý; hãy tăng --memory, ví dụ --memory 2GB") from None
    except duckdb.Error as error:
        if any(sign in str(error).lower() for sign in _DISK_FULL):
            raise UsageError(_FULL) from None
        first = str(error).splitlines()[0]
        raise UsageError(f"không xử lý được sổ hồ sơ ({first}); hãy thử lại, hoặc xuất lại tệp") from None
    except RuntimeError as error:
        # So the database says that Ctrl-C came while it was at work.
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from None
        raise
