"""Which column of a file is which: by the headings of the mapping, or guessed by the known synonyms."""

from collections.abc import Mapping as Pairs
from collections.abc import Sequence

from cchc.model.errors import InputError
from cchc.packs.register_words import COLUMNS, NEEDED, RegisterColumn, RegisterWords
from cchc.register.mapping import Mapping
from cchc.vietnamese.fold import fold

Layout = Pairs[RegisterColumn, int]
"""Canonical column to its place among the columns of a file, from 0."""
HEADING_WITHIN = 15
_SHOWN = 30


def guess(headings: Sequence[str], words: RegisterWords) -> dict[RegisterColumn, str]:
    """Return what the headings can be taken for; of several headings of one column the preferred one."""
    known, found = words.heading_of(), dict[RegisterColumn, tuple[int, str]]()
    for heading in headings:
        if (meaning := known.get(fold(heading))) is not None:
            column, rank = meaning
            found[column] = min(found.get(column, (rank, heading)), (rank, heading))
    return {column: found[column][1] for column in COLUMNS if column in found}


def layout(headings: Sequence[str], mapping: Mapping, file: str, words: RegisterWords) -> Layout:
    """Return where the mapped columns stand; raise `InputError` where one is not there, or is there twice."""
    places: dict[RegisterColumn, int] = {}
    folded = [fold(heading) for heading in headings]
    for column, heading in mapping.columns.items():
        at = [n for n, one in enumerate(folded) if one == fold(heading)]
        if not at:
            raise InputError(f"không có cột '{heading}' ({column}){_near(heading, headings)}; {_seen(headings)}", file)
        if len(at) > 1:
            raise InputError(f"có {len(at)} cột cùng tên '{heading}'; hãy đổi tên một cột trong tệp", file)
        places[column] = at[0]
    for column in NEEDED:
        if column not in places:
            raise InputError(_not_found(column, headings, words), file)
    return places


def heading_row(records: Sequence[Sequence[str]], mapping: Mapping | None, words: RegisterWords) -> int:
    """Return which of the first records is the headings: the one with most known ones, the first of equals."""
    known = {fold(one) for one in mapping.columns.values()} if mapping else set(words.heading_of())
    counts = [len({fold(cell) for cell in record} & known) for record in records[:HEADING_WITHIN]]
    return counts.index(max(counts)) if counts else 0


def _not_found(column: RegisterColumn, headings: Sequence[str], words: RegisterWords) -> str:
    entry = words.columns[column]
    near = next((n for n in (_near(one, headings) for one in entry.headings) if n), "")
    return (
        f"không thấy cột '{entry.label.vi}' ({column}){near}; {_seen(headings)};"
        " hãy ghi tên cột vào tệp của --mapping ('--write-mapping' in ra mẫu)"
    )


def _near(wanted: str, headings: Sequence[str]) -> str:
    from cchc.packs.validate import nearest

    folded = {fold(heading): heading for heading in headings if heading.strip()}
    near = nearest(fold(wanted), folded)
    return f", có phải '{folded[near]}'?" if near else ""


def _seen(headings: Sequence[str]) -> str:
    shown = [f"'{heading}'" for heading in headings if heading.strip()]
    more = f" và {len(shown) - _SHOWN} cột nữa" if len(shown) > _SHOWN else ""
    return f"tệp có các cột: {', '.join(shown[:_SHOWN]) or '(không có)'}{more}"
