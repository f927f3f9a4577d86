"""What the columns of a register mean: guessed from headings, confirmed by the user in a small file."""

from collections.abc import Iterator
from collections.abc import Mapping as Pairs
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from cchc.model.errors import InputError, UsageError
from cchc.packs.entry import Entry
from cchc.packs.register_words import MEANINGS, MOMENTS, RegisterColumn, RegisterWords
from cchc.packs.source_text import SourceText, parse_yaml, read_text
from cchc.packs.validate import build
from cchc.vietnamese.fold import fold


class Mapping(Entry):
    """Columns of a register and what the office says about it.

    `columns`: canonical column to the heading as it stands in the files. `values`: canonical column to meaning to the
    words that have it. `due_includes_supplements`: the system has moved `due` for the waiting already. `no_due`:
    dossiers without due date are in time (`in_time`) or not known. `notification_only`: procedures that only notify.
    `date_order`: columns of dates with the day or the month first, where the cells do not tell or one of them misleads.
    """

    columns: Pairs[RegisterColumn, str]
    values: Pairs[RegisterColumn, Pairs[str, tuple[str, ...]]] = Field(default_factory=dict)
    due_includes_supplements: bool = False
    no_due: Literal["unknown", "in_time"] = "unknown"
    notification_only: tuple[str, ...] = ()
    holidays: tuple[date, ...] = ()
    date_order: Pairs[RegisterColumn, Literal["day_first", "month_first"]] = Field(default_factory=dict)

    def words(self, column: RegisterColumn, known: RegisterWords) -> dict[str, str]:
        """Return the folded words of a column with their meaning; what the user says goes before what is known."""
        own = self.values.get(column, {})
        return {**known.words(column), **{fold(word): meaning for meaning, each in own.items() for word in each}}


def read_mapping(path: Path) -> Mapping:
    """Return the mapping in a file; raise `InputError` with the line of the first fault."""
    source = parse_yaml(read_text(path), str(path))
    built = build(Mapping, source)
    if isinstance(built, list):
        raise built[0]
    for problem in _problems(built, source):
        raise problem
    return built


def _problems(mapping: Mapping, source: SourceText) -> Iterator[InputError]:
    for column, values in mapping.values.items():
        meanings = MEANINGS.get(column)
        for meaning in values:
            if meanings is None or meaning not in meanings:
                told = f"chọn một trong {', '.join(meanings)}" if meanings else f"cột '{column}' không có từ để khai"
                yield source.problem(f"không có nghĩa '{meaning}'; {told}", ("values", column, meaning))
    for column in mapping.date_order:
        if column not in MOMENTS or column not in mapping.columns:
            yield source.problem(
                f"'{column}' không phải cột ngày đã khai ở 'columns'; chọn trong {', '.join(MOMENTS)}",
                ("date_order", column),
            )


def refuse_half_pairs(columns: Pairs[RegisterColumn, object]) -> None:
    """Raise `UsageError` where the register says when supplements were asked for and not when they came, or so."""
    pairs: tuple[tuple[RegisterColumn, RegisterColumn], ...] = (
        ("supplement_asked", "supplement_given"),
        ("supplement2_asked", "supplement2_given"),
    )
    for asked, given in pairs:
        if (asked in columns) != (given in columns):
            there, gone = (asked, given) if asked in columns else (given, asked)
            raise UsageError(
                f"có cột '{there}' ({columns[there]}) mà không có cột '{gone}', nên không tính được thời gian chờ bổ sung;"
                f" hãy khai cột đó trong --mapping hoặc bỏ cột '{there}'"
            )
