"""A block of a document with the part of the report it stands in, and places that quote it."""

from dataclasses import dataclass

from cchc.model.blocks import Block
from cchc.model.place import Place
from cchc.model.report import Part

OPENING = "mở đầu"
CLOSING = "kết thúc"
OUTSIDE = "ngoài đề cương"
_MOST = 400
_ENDS = ";.\n"
_MARKS = ",:()"


@dataclass(frozen=True, slots=True)
class Passage:
    """A block and the id of the part it belongs to; a footnote belongs to the part of its mark.

    `start` is where the body of the part begins in the block: after a heading that runs on into text ("c) Nền tảng:
    Không có"), 0 in text that holds no heading, the length of the text in a block that is a heading and nothing more.
    """

    block: Block
    part: str
    start: int = 0

    @property
    def body(self) -> str:
        """The text after the heading."""
        return self.block.text[self.start :]


@dataclass(frozen=True)
class Outlined:
    """The passages of a document in reading order and the parts found, in the order of their headings.

    `headings` tells for each of `parts` the block of its heading. Blocks before the first heading have the part
    `OPENING`; the closing sentence, recipients and signature have `CLOSING`. `others` are the headings that the outline
    does not have. Where the document does not keep to the outline of a reform report (`whole` is false: about something
    else, in plain paragraphs, a sheet of figures), a heading that is not there is not missing.
    """

    passages: tuple[Passage, ...]
    parts: tuple[Part, ...]
    headings: tuple[Block, ...]
    others: tuple[Place, ...] = ()
    whole: bool = True


def place(passage: Passage, start: int, end: int) -> Place:
    """Return the place of `text[start:end]`, its quote widened to whole clauses until it occurs once in the block."""
    text = passage.block.text
    a, b = _trimmed(text, start, end)
    while _recurs(text, text[a:b]) and (a > 0 or b < len(text)) and b - a < _MOST:
        a = _back(text, a)
        if _recurs(text, text[a:b]):
            b = _forth(text, b)
    a, b = _trimmed(text, a, b)
    return Place(part=passage.part, detail=passage.block.place, quote=text[a:b])


def _recurs(text: str, quote: str) -> bool:
    # The third time and the hundredth do not matter: counting them all would read a long block again for each quote.
    return text.find(quote, text.find(quote) + len(quote)) >= 0


def _back(text: str, at: int) -> int:
    """Return where the clause before `at` begins; of a clause too long to be quoted, where a word of it does."""
    far, at = at - _MOST, at - 1
    while at > 0 and text[at - 1] not in _ENDS + _MARKS and not (at < far and text[at - 1].isspace()):
        at -= 1
    return max(at, 0)


def _forth(text: str, at: int) -> int:
    far, at = at + _MOST, at + 1
    while at < len(text) and text[at] not in _ENDS + _MARKS and not (at > far and text[at].isspace()):
        at += 1
    return min(at, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ";,.:-+*"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ";,:*"):
        end -= 1
    return start, end
