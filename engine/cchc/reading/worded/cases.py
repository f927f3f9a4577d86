"""Run the sentences that stand beside terms and acts: what is found in each must be what its case says."""

from collections.abc import Iterator
from datetime import date

from cchc.model.blocks import Block
from cchc.model.errors import InputError
from cchc.packs.pack import Pack
from cchc.packs.reading_content import reading_content
from cchc.packs.wording_schema import Term, TermCase, Use
from cchc.packs.wordings import ACTS, TERMS
from cchc.reading.passage import Passage
from cchc.reading.worded.terms import TermReader

Found = tuple[tuple[str, ...], date | None]


def failing_terms(pack: Pack) -> Iterator[InputError]:
    """Yield every sentence in which an entry is found otherwise."""
    reader = TermReader(pack, reading_content(pack.root))
    for entry in (*pack.wordings.terms, *pack.wordings.acts):
        for case in entry.cases:
            found = _found(reader, entry, case)
            if found != (case.finds, case.quoted):
                message = f"chờ {_told((case.finds, case.quoted))} nhưng đọc được {_told(found)}: '{case.text[:80]}'"
                yield InputError(message, TERMS if isinstance(entry, Term) else ACTS, key=entry.id)


def _found(reader: TermReader, entry: Use, case: TermCase) -> Found:
    passage = Passage(Block(case.text, "đoạn 1"), case.part)
    own = [mention for mention in reader.of_passage(passage) if mention.entry == entry.id]
    return tuple(m.printed for m in own), own[0].quoted if own else None


def _told(found: Found) -> str:
    words, quoted = found
    return "; ".join(f"'{word}'" for word in words) + (f" (dẫn lại ngày {quoted})" if quoted else "") or "không có gì"
