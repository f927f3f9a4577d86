"""What a report leaves out of a rate: "100% ... (không tính (1) ...; (2) ...)", "trừ 04 TTHC ..."."""

import re
from collections.abc import Iterator

from cchc.model.report import Exclusion
from cchc.packs.statement_schema import RateWords
from cchc.reading.passage import Outlined, Passage, place
from cchc.reading.said.sayings import Sayings
from cchc.reading.said.sentences import Span, sentences, trimmed

_COUNT = re.compile(r"\s*[:(]?\s*(\d+)\s+(?=\S)")
_NUMBERED = re.compile(r"\(\d{1,2}\)|\b\d{1,2}[.)]\s")
_NAME_ENDS = re.compile(r"(?:[.,;:]\s*|\s)(?:do|vì)\s|\.\s|\)\s*\.?\s*$|[*“”]")
_BASIS = re.compile(
    r"\btheo\s+((?:Công văn|Quyết định|Văn bản|Thông báo|Kế hoạch|Hướng dẫn)\s[^;.)]*\d[^;.)]*)", re.IGNORECASE
)
# "gồm các thủ tục:" before the first name, and words that lead to a name without a colon.
_LEAD = re.compile(r"^(?:[^;:,]{1,40}:)?\s*(?:(?:là|gồm|bao gồm|đối với|các|những|có)\s+)*[\s*“\"-]*", re.IGNORECASE)
_SHORTEST_NAME = 3


def read_exclusions(outlined: Outlined, said: Sayings) -> tuple[Exclusion, ...]:
    """Return what Parts I to III say that is not counted, each with the rate named before it in the same sentence."""
    stating = (p for p in outlined.passages if p.part.split(".")[0] in ("I", "II", "III"))
    return tuple(e for passage in stating for e in _in_passage(passage, said))


def _in_passage(passage: Passage, said: Sayings) -> Iterator[Exclusion]:
    text = passage.block.text
    for sentence in sentences(text, passage.start) if "%" in text else ():
        for hit in said.not_counted.find(text, *sentence):
            end = _end(text, hit.start, sentence[1])
            rate = _rate(passage, (sentence[0], hit.start), said)
            if rate and said.not_counted_what.any(text, hit.end, end):
                yield _exclusion(passage, rate, (hit.start, hit.end, end))


def _exclusion(passage: Passage, rate: RateWords, span: tuple[int, int, int]) -> Exclusion:
    text = passage.block.text
    start, after, end = span
    names = tuple(_names(text, after, end))
    dossiers = re.search(r"(\d[\d.]*)\s+hồ sơ", text[after:end], re.IGNORECASE)
    basis = _BASIS.search(text, after, end)
    return Exclusion(
        applies_to=rate.figures,
        procedures=names,
        dossiers=int(dossiers[1].replace(".", "")) if dossiers else None,
        basis=basis[1].strip() if basis else None,
        at=place(passage, start, text.find(names[0], after) + len(names[0]) if names else end),
    )


def _end(text: str, start: int, sentence_end: int) -> int:
    """Return where the exclusion ends: at the bracket that closes the one it stands in, else with the sentence."""
    depth = 0
    for n in range(start, sentence_end):
        depth += (text[n] == "(") - (text[n] == ")")
        if depth < 0:
            return n
    return sentence_end


def _rate(passage: Passage, span: Span, said: Sayings) -> RateWords | None:
    """Return the rate named last before the exclusion, in a sentence that states a percent."""
    text = passage.block.text
    meant = [
        hit.value
        for hit in said.rates.find(text, *span)
        if (not hit.value.parts or passage.part in hit.value.parts) and passage.part not in hit.value.not_parts
    ]
    return meant[-1] if meant and "%" in text[slice(*span)] else None


def _names(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the names of the procedures, one a number "(1)"; without numbers they stand between semicolons.

    "trừ 04 TTHC chưa phát sinh hồ sơ" tells how many and names none.
    """
    marks = list(_NUMBERED.finditer(text, start, end))
    if not marks:
        yield from () if _COUNT.match(text, start, end) else _listed(text[start:end])
    for mark, following in zip(marks, (*marks[1:], None), strict=False):
        yield from _listed(text[mark.end() : following.start() if following else end], ";.")


def _listed(text: str, marks: str = ";") -> Iterator[str]:
    for one in text.split(";") if marks == ";" else (text,):
        cut = _NAME_ENDS.search(one)
        bare = _LEAD.sub("", one[: cut.start() if cut else len(one)].strip())
        a, b = trimmed(bare, 0, len(bare))
        if len(bare[a:b].split()) >= _SHORTEST_NAME:
            yield bare[a:b]
