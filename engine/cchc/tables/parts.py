"""A result in parts: each is written whole or not at all, so that a run that was stopped goes on where it was."""

import json
import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cchc.model.errors import UsageError
from cchc.packs.source_text import reason

_RUN = "cchc-run.json"
_HALF = ".part-*"
# Other programs name their parts nearly so: what does not have our form is not ours to throw away.
_NUMBER = "[0-9]" * 6
_OURS = (
    *(f"part-{_NUMBER}{kind}" for kind in (".csv", ".parquet", ".none", ".json", ".rejects")), _HALF, "rejects.csv",
)  # fmt: skip


@dataclass(frozen=True)
class Parts:
    """The folder of the parts of one run; `suffix` of a part is that of the result: `.csv`, `.parquet`, or
    `.none` where only what is counted is wanted."""

    folder: Path
    suffix: str

    def begin(self, run: Mapping[str, object]) -> bool:
        """Make the folder ready for a run; return whether it holds parts of the very same one.

        Parts of another run are thrown away; a folder with anything else in it is refused by `UsageError`.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            said = self.folder / _RUN
            same = _said(said) == run
            if same:
                self._clear_halves()
            else:
                self._clear(known=said.exists())
                said.write_text(json.dumps(run, ensure_ascii=False, indent=1, sort_keys=True), "utf-8")
        except OSError as error:
            raise UsageError(f"không ghi được {self.folder}: {reason(error)}; hãy chọn nơi khác") from None
        return same

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs out of the folder, where the system can; raise `UsageError` where one is in it already."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = _locked(self.folder)
        except BlockingIOError:
            told = f"một lệnh khác đang ghi vào {self.folder}; hãy đợi lệnh đó xong hoặc chọn nơi khác"
            raise UsageError(told) from None
        except OSError as error:
            raise UsageError(f"không ghi được {self.folder}: {reason(error)}; hãy chọn nơi khác") from None
        try:
            yield
        finally:
            if handle is not None:
                os.close(handle)

    def _clear_halves(self) -> None:
        for path in self.folder.glob(_HALF):
            path.unlink(missing_ok=True)

    def _clear(self, *, known: bool) -> None:
        """Throw all parts away; a folder that no run made may hold nothing at all."""
        inside = set(self.folder.iterdir())
        ours = {path for pattern in (*_OURS, _RUN) for path in self.folder.glob(pattern) if known}
        if inside - ours:
            strange = sorted(path.name for path in inside - ours)[0]
            raise UsageError(f"thư mục {self.folder} đã có tệp khác ({strange}); hãy chọn thư mục trống")
        for path in ours:
            path.unlink()

    def done(self, number: int) -> dict[str, int] | None:
        """Return what a finished part counted, None where it is not finished, or its files are not as they were written."""
        try:
            said = json.loads(self._path(number, ".json").read_text("utf-8"))
            found: dict[str, int] = said["counts"]
            whole = said["bytes"] == _sizes(self.result(number), self.rejects(number))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return found if whole else None

    def result(self, number: int) -> Path:
        """Return the file of a part."""
        return self._path(number, self.suffix)

    def rejects(self, number: int) -> Path:
        """Return the file of the rows of a part that could not be used."""
        return self._path(number, ".rejects")

    def _path(self, number: int, suffix: str) -> Path:
        return self.folder / f"part-{number:06}{suffix}"

    def write(self, number: int, fill: Callable[[Path, Path], Mapping[str, int]]) -> dict[str, int]:
        """Write a part: `fill` gets where the result and the rejects go and returns what it counted.

        Two processes may be at one part, as when a worker is taken for dead: both write the same.
        """
        mark = f".part-{number:06}-{platform.node()}-{os.getpid()}"
        half = [self.folder / f"{mark}{suffix}" for suffix in (self.suffix, ".rejects", ".json")]
        try:
            counts = dict(fill(half[0], half[1]))
            # A machine that loses its power may leave files of the right name with nothing in them.
            said = {"counts": counts, "bytes": _sizes(*half[:2])}
            half[2].write_text(json.dumps(said, sort_keys=True), "utf-8")
            # The counts come last: a part without them is made again.
            for path, whole in zip(
                half, (self.result(number), self.rejects(number), self._path(number, ".json")), strict=True
            ):
                path.replace(whole)
        finally:
            for path in half:
                path.unlink(missing_ok=True)
        return counts

    def remove(self) -> None:
        """Throw the parts away, and the folder with them."""
        self._clear(known=True)
        self.folder.rmdir()

    def results(self, count: int) -> Iterator[Path]:
        """Yield the files of the parts in their order."""
        return (self.result(number) for number in range(count))

    def all_rejects(self, count: int) -> Sequence[Path]:
        """Return the files of the rejects in the order of the parts."""
        return [self.rejects(number) for number in range(count)]


def _sizes(*paths: Path) -> list[int]:
    return [path.stat().st_size for path in paths]


def _said(path: Path) -> object:
    """Return what run a folder is of, None where that is not known: it was stopped while it wrote that down."""
    try:
        return json.loads(path.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None


def _locked(folder: Path) -> int | None:
    """Return what holds the lock of a folder, None where the system has none; raise `BlockingIOError` where it is taken."""
    # The system lets go of it when the process ends, however it ends.
    try:
        import fcntl
    except ImportError:
        return None
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise
    except OSError:
        # Some file systems of a network have no locks.
        os.close(handle)
        return None
    return handle
