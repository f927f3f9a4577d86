"""A mistake in a content file, and where it is."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """A mistake and its place in the file: `("domains", 0, "criteria", 2, "max")`."""

    path: Path
    message: str
