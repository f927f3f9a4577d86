"""A register of dossiers that is open for counting."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cchc.model.register import Axis, DossierRef, Recount, RegisterCounts, Reject, Window
from cchc.register.mapping import Mapping
from cchc.register.options import RegisterOptions


class Register:
    """Dossiers of one or several files in a working database, until it is closed."""

    mapping: Mapping
    """The mapping that was used: as given, or as guessed from the headings."""

    def figures(self, window: Window, by: Axis | None = None) -> Recount:
        """Return every figure over `window`: of the whole, and of each unit, procedure or channel if asked for."""
        raise NotImplementedError

    def dossiers(
        self, figure: str, window: Window, group: tuple[Axis, str] | None = None, limit: int | None = None
    ) -> list[DossierRef]:
        """Return the dossiers counted in a figure, those that may be counted (`sure` False) too, in order of the files."""
        raise NotImplementedError

    def difference(
        self, inside: str, outside: str, window: Window, group: tuple[Axis, str] | None = None, limit: int | None = None
    ) -> list[DossierRef]:
        """Return the dossiers counted in figure `inside` and not in figure `outside`."""
        raise NotImplementedError

    def counts(self, window: Window) -> RegisterCounts:
        """Return how many rows there are and how many cannot be used for figures over `window`."""
        raise NotImplementedError

    def rejects(self, window: Window) -> Iterator[Reject]:
        """Yield every row that cannot be used for figures over `window`, in order of the files."""
        raise NotImplementedError


@contextmanager
def open_register(
    paths: Sequence[Path], root: Path, mapping: Mapping | None = None, options: RegisterOptions | None = None
) -> Iterator[Register]:
    """Open files (CSV, XLSX, Parquet) as one register; `root` is the content folder (headings and words).

    `mapping` None: columns are guessed from their headings. Raise `CchcError` where files, mapping or disk do not allow it.
    """
    raise NotImplementedError
    yield Register()
