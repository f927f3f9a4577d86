"""Shape of `rules/register/headings.yaml`: how exports of one-stop systems call their columns and what their cells say."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import Field

from cchc.model.errors import ContentError, InputError
from cchc.model.text import Text
from cchc.packs.entry import Entry
from cchc.packs.source_text import SourceText, parse_yaml, read_text
from cchc.packs.validate import build
from cchc.vietnamese.fold import fold

FILE = "rules/register/headings.yaml"
RegisterColumn = Literal[
    "code", "unit", "procedure", "service_level", "channel", "received", "due", "finished", "outcome",
    "supplement_asked", "supplement_given", "supplement2_asked", "supplement2_given",
    "digitized_parts", "reused_parts", "digitized_result", "fee", "paid_online", "result_channel", "satisfaction",
]  # fmt: skip
COLUMNS: tuple[RegisterColumn, ...] = get_args(RegisterColumn)
NEEDED: tuple[RegisterColumn, ...] = ("code", "received", "finished")
MOMENTS: tuple[RegisterColumn, ...] = (
    "received", "due", "finished", "supplement_asked", "supplement_given", "supplement2_asked", "supplement2_given"
)  # fmt: skip
FLAGS: tuple[RegisterColumn, ...] = ("digitized_parts", "reused_parts", "digitized_result", "paid_online")
MEANINGS: Mapping[str, tuple[str, ...]] = {
    "service_level": ("full", "partial", "information"),
    "channel": ("direct", "post", "provincial_portal", "national_portal", "online"),
    "outcome": ("result", "returned", "withdrawn"),
    "result_channel": ("direct", "post", "online"),
    "satisfaction": ("satisfied", "not_satisfied"),
    **dict.fromkeys(FLAGS, ("yes", "no")),
    "fee": ("none",),
}
"""What a cell of a column of words can mean; `online` is one of the two portals where it is not said which."""


class ColumnWords(Entry):
    """One column: what it is called, by preference, and its words by meaning."""

    label: Text
    headings: tuple[str, ...] = Field(min_length=1)
    values: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)


class RegisterWords(Entry):
    """Headings and words of all columns."""

    columns: Mapping[RegisterColumn, ColumnWords]
    yes_no: Mapping[Literal["yes", "no"], tuple[str, ...]]
    no_fee: tuple[str, ...]

    def words(self, column: str) -> dict[str, str]:
        """Return the folded words of a column with their meaning; nothing for a column that has none."""
        if column == "fee":
            return {fold(word): "none" for word in self.no_fee}
        said: Mapping[str, tuple[str, ...]] = (
            {str(k): v for k, v in self.yes_no.items()} if column in FLAGS else self.columns[column].values  # type: ignore[index]
        )
        return {fold(word): meaning for meaning, words in said.items() for word in words}

    def heading_of(self) -> dict[str, tuple[RegisterColumn, int]]:
        """Return every folded heading with its column and its rank among the headings of that column."""
        return {
            fold(heading): (column, rank)
            for column, entry in self.columns.items()
            for rank, heading in reversed(list(enumerate(entry.headings)))
        }


@lru_cache(maxsize=4)
def register_words(root: Path) -> RegisterWords:
    """Return the words of the content at `root`; raise `ContentError` with file and line of every fault."""
    source = parse_yaml(read_text(root / FILE, FILE), FILE)
    built = build(RegisterWords, source)
    problems = built if isinstance(built, list) else list(_problems(built, source))
    if problems or isinstance(built, list):
        raise ContentError(problems)
    return built


def _problems(words: RegisterWords, source: SourceText) -> Iterator[InputError]:
    for column in COLUMNS:
        if column not in words.columns:
            yield source.problem(f"thiếu cột '{column}'", ("columns",))
    seen: dict[str, str] = {}
    for column, entry in words.columns.items():
        path = ("columns", column)
        yield from _repeated(entry.headings, seen, column, source, (*path, "headings"))
        meanings = MEANINGS.get(column, ()) if column not in (*FLAGS, "fee") else ()
        for meaning in {*meanings, *entry.values}:
            if meaning not in meanings or meaning not in entry.values:
                yield source.problem(f"'values' phải có đúng: {', '.join(meanings) or 'không có gì'}", path)
        said: dict[str, str] = {}
        for meaning, each in entry.values.items():
            yield from _repeated(each, said, meaning, source, (*path, "values", meaning))
    said = {}
    for answer, each in words.yes_no.items():
        yield from _repeated(each, said, answer, source, ("yes_no", answer))


def _repeated(
    words: Sequence[str], seen: dict[str, str], owner: str, source: SourceText, path: tuple[str | int, ...]
) -> Iterator[InputError]:
    """Yield words that already mean something else; the same word twice for one owner does no harm."""
    for n, word in enumerate(words):
        other = seen.setdefault(fold(word), owner)
        if other != owner:
            yield source.problem(f"'{word}' đã thuộc '{other}'", (*path, n))
