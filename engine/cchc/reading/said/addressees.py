"""To whom a recommendation goes: the bodies right after its own request verb."""

import re
from collections.abc import Iterator

from cchc.reading.said.sayings import Sayings
from cchc.reading.said.sentences import clauses, sentences

_LINK = re.compile(r"[\s,;]*(?:(?:và|cùng|hoặc|cũng như)\s+)?(?:với\s+)?(?:các\s+cơ quan\s*:?\s*)?", re.IGNORECASE)
_LEVEL = re.compile(r"\s+(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)(?=\s)")
_WORD = re.compile(r"\s+([\w-]+)")
_LONGEST_NAME = 12


def addressees_in(text: str, said: Sayings) -> tuple[str, ...]:
    """Return the bodies that composed `text` asks, as printed.

    They follow the first request verb of a sentence ("Sở A đề nghị Sở B, UBND tỉnh ...") and each later one that begins
    a clause, or begin the text where it has none ("Đối với UBND tỉnh: ..."). Bodies that the request is about, or that
    those asked shall turn to, are not among them.
    """
    verbs = [verb for span in sentences(text) for verb in said.requests.find(text, *span)[:1]]
    if not verbs:
        return _names(text, said.concerning.begins(text) or 0, said)
    first = next((names for verb in verbs if (names := _names(text, verb.end, said))), ())
    return tuple(dict.fromkeys((*first, *_of_later_clauses(text, verbs[0].start, said))))


def _of_later_clauses(text: str, after: int, said: Sayings) -> Iterator[str]:
    for start, end in (clause for sentence in sentences(text) for clause in clauses(text, *sentence)):
        verb = said.requests.begins(text, start, end) if start > after else None
        yield from _names(text, verb, said) if verb else ()


def _names(text: str, at: int, said: Sayings) -> tuple[str, ...]:
    names: list[str] = []
    while at < len(text):
        link = _LINK.match(text, at)
        start = link.end() if link else at
        end = _name_end(text, start, said)
        if end is None:
            break
        names.append(text[start:end].strip())
        at = end
    return tuple(dict.fromkeys(names))


def _name_end(text: str, start: int, said: Sayings) -> int | None:
    """Return where the name of a body that begins at `start` ends, None where none begins."""
    known = said.bodies.begins(text, start) if text[start : start + 1].isalpha() else None
    if known is None:
        return _unlisted(text, start, said)
    return _with_area(text, known, said)


def _with_area(text: str, end: int, said: Sayings) -> int:
    """Return the end of a name with the place behind it, which is in capitals: "UBND tỉnh Bắc Giang"."""
    level = _LEVEL.match(text, end)
    at = level.end() if level else end
    word = _WORD.match(text, at)
    while word and word[1][:1].isupper() and said.heads.begins(text, word.start(1)) is None:
        end = at = word.end()
        word = _WORD.match(text, at)
    return end


def _unlisted(text: str, start: int, said: Sayings) -> int | None:
    """Return where a name ends that begins as bodies do and is in no list: before what the body shall do, or a comma."""
    head = said.heads.begins(text, start) if text[start : start + 1].isupper() else None
    if head is None or said.acts.begins(text, start):
        return None
    mark = re.search(r"[,.;:()\n]", text[head:])
    limit = head + mark.start() if mark else len(text)
    end = min((h.start for h in said.acts.find(text, head, limit)), default=limit)
    name = text[start:end].rstrip()
    if said.field_heads.covers(name):
        # A unit inside an agency need not name it: "Đề nghị Sở trang bị ...".
        return start + len(name)
    proper = any(word[:1].isupper() for word in text[head:end].split())
    return start + len(name) if proper and len(name.split()) <= _LONGEST_NAME else None
