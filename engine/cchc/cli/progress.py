"""A progress bar for runs that last."""

import sys
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

Item = TypeVar("Item")
_PATIENCE = 2.0


class Progress:
    """Shows how many files are done, on a terminal and only once a run has lasted two seconds."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._bar: ProgressBar[Any] | None = None
        self._shown = 0

    def __call__(self, done: int, total: int) -> None:
        """Tell that `done` of `total` files are done."""
        if self._bar is None and (not sys.stderr.isatty() or time.monotonic() - self._start < _PATIENCE):
            return
        if self._bar is None:
            self._bar = click.progressbar(length=total, label="Đang đọc", file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._shown)
        self._shown = done

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)


def watched(start: Callable[[Progress], Iterator[Item]]) -> Iterator[Item]:
    """Yield what `start` yields, with a bar that is gone once all of it is there."""
    with Progress() as progress:
        yield from start(progress)
