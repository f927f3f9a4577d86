"""The sentences of the narrative as marks, by which a later report shows what was taken over from this one."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from cchc.model.report import Sentence
from cchc.reading.passage import Outlined, Passage, place
from cchc.reading.said.sentences import sentences
from cchc.vietnamese.phrases import words_in
from cchc.vietnamese.spelling import spell

_SHORTEST = 8
_PRINTED = frozenset({"paragraph", "textbox"})
_TOLD = frozenset({"I", "II", "III", "IV"})
# Difficulties stay until someone removes them: saying them again in the same words is honest. So are requests (Part V).
_STAYS = "III.3"
_CITED = re.compile(r"\d\s*(?:/\s*\d{4}\s*)?[/-]\s*[A-ZĐ]{2}")
_QUARTER = spell("quý")
_QUARTERS = frozenset({"i", "ii", "iii", "iv"})


def read_narrative(outlined: Outlined) -> tuple[Sentence, ...]:
    """Return the sentences of Parts I to IV that a new report would be expected to word anew.

    Left out: headings, the opening and the close, tables, difficulties and requests, short sentences, sentences that cite
    a document, and in Parts I and II sentences with a number, which are forms of words that are filled in each time.
    """
    return tuple(one for passage in outlined.passages for one in _told(passage))


def _told(passage: Passage) -> Iterator[Sentence]:
    main = passage.part.split(".")[0]
    if main not in _TOLD or passage.part.startswith(_STAYS) or passage.block.kind not in _PRINTED:
        return
    text = passage.block.text
    for start, end in sentences(text, passage.start):
        said = text[start:end]
        filled_in = main in ("I", "II") and any(c.isdigit() for c in said)
        words = _masked(said)
        if len(words) >= _SHORTEST and not filled_in and not _CITED.search(said):
            yield Sentence(mark=_mark(words), words=len(words), at=place(passage, start, end))


def _masked(text: str) -> list[str]:
    """Return the words with every number, and the Roman number of a quarter, as `#`."""
    words = [w.text for w in words_in(text) if w.text[0].isalnum()]
    before = ["", *words]
    return ["#" if w[0].isdigit() or (w in _QUARTERS and before[n] == _QUARTER) else w for n, w in enumerate(words)]


def _mark(words: list[str]) -> str:
    return blake2b(" ".join(words).encode(), digest_size=8).hexdigest()
