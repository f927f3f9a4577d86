"""The foot of a report: the closing mark, the recipients, the position of the one who signs."""

import re
from collections.abc import Iterator, Sequence

from cchc.model.blocks import Block
from cchc.packs.reading_schema import Agencies
from cchc.reading.header.head import columns
from cchc.reading.parts.headings import loud
from cchc.reading.parts.labels import label_of
from cchc.vietnamese.spelling import spell

_RECIPIENTS = re.compile(r"nơi nhận\s*:?\s*")
_DASH = re.compile(r"^\s*[-–—+•*]\s*")
# The one who drafted, set small after the last recipient, is a person's name.
_SUBSCRIPT = re.compile(r"_\{[^}]*\}?")
_MARK = re.compile(r"(?:\.\s?/\s?\.?|/\s?\.)\W*$")


def recipients_of(blocks: Sequence[Block]) -> tuple[str, ...] | None:
    """Return the recipients as printed, without dashes and full stops; None where no list was found."""
    for n, block in enumerate(blocks):
        match = _RECIPIENTS.search(spell(block.text))
        if match and not any(c.isalnum() for c in block.text[: match.start()]):
            own = block.text[match.end() :]
            items = [item for text in (own, *_listed(block, blocks[n + 1 :])) for item in _items(text)]
            return tuple(_joined(items)) or None
    return None


def signer_position(blocks: Sequence[Block], words: Agencies) -> str | None:
    """Return the position of the one who signs, as printed; its lines are divided by ` / `."""
    lines = [line for block in blocks for line in columns(block.text) if label_of(block) is None or block.cell]
    found: list[str] = []
    for line in lines:
        plain = _plain(line)
        position = any(plain == p or plain.startswith(f"{p} ") for p in words.positions) and len(plain.split()) <= 5
        if loud(line) and (position or plain.split(" ", maxsplit=1)[0] in words.authority):
            found.append(line.strip(" *_,"))
            if position and not _signs_for(plain, line, words):
                break
        elif found:
            break
    return " / ".join(found) or None


def closing_mark(blocks: Sequence[Block]) -> bool | None:
    """Return whether the text ends with `./.`; None where no closing sentence was found."""
    texts = [block.text.strip() for block in blocks if any(c.isalnum() for c in block.text)]
    if any(_MARK.search(line) for text in texts for line in text.split("\n")):
        return True
    closing = [text for text in texts if spell(text).startswith("trên đây")]
    return False if closing else None


def _listed(block: Block, following: Sequence[Block]) -> Iterator[str]:
    """Yield the texts of the blocks that go on with the list; a list in a table cell ends with its cell."""
    if block.cell and any(c.isalnum() for c in block.text[len("Nơi nhận:") :]):
        return
    for other in following:
        label = label_of(other)
        if not (other.number or (label and label.bullet) or (other.cell and block.cell and _DASH.match(other.text))):
            return
        yield other.text


def _items(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        piece = next(iter(columns(line)), "")
        for item in re.split(r";\s*(?=[-–])", piece):
            cleaned = _SUBSCRIPT.sub("", _DASH.sub("", item)).strip(" ;.*_")
            if any(c.isalpha() for c in cleaned):
                yield cleaned if not loud(cleaned) or len(cleaned.split()) < 3 else ""


def _joined(items: Sequence[str]) -> list[str]:
    """Return the items, a line that begins in small letters put to the one before; the list ends at the signature."""
    out: list[str] = []
    for item in items:
        if not item:
            break
        if out and item[0].islower() and "@" not in item:
            out[-1] = f"{out[-1]} {item}"
        else:
            out.append(item)
    return out


def _plain(line: str) -> str:
    return " ".join(spell(line).replace(".", " ").strip(" *_,").split())


def _signs_for(plain: str, line: str, words: Agencies) -> bool:
    """Return whether a position is that of the one signed for: `KT. CHỦ TỊCH`."""
    return "." in line and plain.split(" ", maxsplit=1)[0] in words.authority
