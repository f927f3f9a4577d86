"""Where a result waits until all of it is there: in memory while it is small, else in a nameless file of this machine."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType

from cchc.model.errors import UsageError

_IN_MEMORY = 8_000_000
_AT_ONCE = 1_000_000


class Spool:
    """Text that is added piece by piece and read back once; it is gone when the run ends, however it ends."""

    def __init__(self) -> None:
        # A file name that is not UTF-8 comes through as it is.
        self._file = SpooledTemporaryFile(  # noqa: SIM115 (closed by __exit__)
            _IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline=""
        )

    def add(self, text: str) -> None:
        """Add text; raise `UsageError` where the machine has no room for it."""
        try:
            self._file.write(text)
        except OSError as error:
            from cchc.packs.source_text import reason

            raise UsageError(f"không ghi được tệp tạm: {reason(error)}; hãy giải phóng bộ nhớ hoặc đĩa") from None

    def __iter__(self) -> Iterator[str]:
        self._file.seek(0)
        while text := self._file.read(_AT_ONCE):
            yield text

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
