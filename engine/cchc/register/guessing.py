"""The mapping that the headings of a file suggest, as a file for the user to confirm."""

from pathlib import Path

from cchc.model.errors import InputError
from cchc.packs.register_words import register_words
from cchc.packs.source_text import is_folder
from cchc.register.columns import guess
from cchc.register.database import database, workspace
from cchc.register.mapping import Mapping
from cchc.register.mapping_file import mapping_text
from cchc.register.opening import tables_of


def guessed_mapping(path: Path, root: Path) -> str:
    """Return commented YAML; raise `InputError` where no heading is known or the file cannot be read."""
    words = register_words(root)
    if is_folder(path) or not path.is_file():
        raise InputError("không có tệp này; hãy kiểm tra lại đường dẫn", str(path))
    with workspace(None) as folder, database(folder, "500MB", None) as connection:
        headings = tables_of(path, connection, folder, None, words)[0].headings
    mapping = Mapping(columns=guess(headings, words))
    return mapping_text(mapping, headings, words)
