"""Read a suppression file; every fault of it is named with its line."""

from pathlib import Path

from cchc.model.errors import ContentError, InputError
from cchc.model.triage import Suppression, SuppressionFile
from cchc.packs.source_text import parse_yaml, read_text
from cchc.packs.validate import build

Located = tuple[Suppression, int | None]


def read_suppressions(path: Path) -> tuple[Located, ...]:
    """Return the entries of a file with their lines; raise `InputError` or `ContentError` with what is wrong with it."""
    source = parse_yaml(read_text(path), str(path))
    if not isinstance(source.data, dict):
        raise InputError("cần khóa 'suppressions'; 'cchc template suppressions' in ra mẫu", str(path), 1)
    built = build(SuppressionFile, source)
    if isinstance(built, list):
        raise ContentError(built)
    return tuple((one, source.line(("suppressions", n))) for n, one in enumerate(built.suppressions))
