"""Walk through the blocks of a report with the headings that are open, and note under which each block stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc.model.blocks import Block, TextDocument
from cchc.reading.parts.candidates import Candidate, candidate_at, row_candidate_at
from cchc.reading.parts.ends import annex_of, closes, lists_recipients, signs_off
from cchc.reading.parts.headings import HeadingBook, Wording
from cchc.reading.parts.labels import Label
from cchc.reading.parts.under import allowed, in_order
from cchc.reading.passage import CLOSING, OPENING, OUTSIDE

"""Part of text under a main heading that the outline does not have."""

_RANKS = {
    "phần": 0,
    "chương": 0,
    "mục": 1,
    "upper": 1,
    "roman": 2,
    "arabic": 3,
    "multi": 4,
    "bracket": 6,
    "letter": 5,
    "bullet": 7,
}
_LAST_PARTS = ("III", "IV", "V")
_TITLE_WORDS = 25
_RUN_ON_WORDS = 12
_PLAIN_AFTER = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A heading: the parts it names (none if the outline has no such heading), how deep it stands, and under which."""

    candidate: Candidate
    parts: tuple[str, ...]
    depth: int
    above: "Found | None"
    continues: bool = False

    @property
    def style(self) -> str:
        """The look that headings of its level share."""
        return self.candidate.label.style if self.candidate.label else f"none {self.candidate.look}"


class Walk:
    """The walk: `part_of` and `starts` tell for every block its part and where the part's text begins in it."""

    def __init__(
        self, document: TextDocument, book: HeadingBook, ids: tuple[str, ...], numbered: Mapping[int, str]
    ) -> None:
        self._blocks, self._book, self._ids, self._numbered = document.blocks, book, ids, numbered
        self._candidate_at = row_candidate_at if document.format == "sheet" else candidate_at
        self._open: list[Found] = []
        self._part = OPENING
        self._sealed = False
        self.found: list[Found] = []
        self.part_of = [OPENING] * len(self._blocks)
        self.starts = [0] * len(self._blocks)
        self.end_of_text = len(self._blocks)
        """Where the closing, the annexes or the notes begin."""

    def run(self, start: int) -> None:
        """Walk from block `start` to the end."""
        n = start
        while n < len(self._blocks):
            if self._blocks[n].kind in ("footnote", "header", "footer"):
                self._end(n)
                break
            found = None if self._ended(n) else self._heading(n)
            n = self._enter(found) if found else self._stay(n)

    def _stay(self, n: int) -> int:
        self.part_of[n] = self._part
        return n + 1

    def _end(self, n: int) -> None:
        self.end_of_text = min(self.end_of_text, n)

    def _ended(self, n: int) -> bool:
        """Note the closing, the recipients and the annexes; return whether no heading can follow."""
        block = self._blocks[n]
        annex = annex_of(block, self._book, self._part == CLOSING or self._sealed)
        if annex:
            self._part, self._sealed = annex, True
        elif self.found and not self._sealed and lists_recipients(block, self._book):
            self._part, self._sealed = CLOSING, True
        elif self.found and not self._sealed and (closes(block, self._book) or self._signed_off(block)):
            self._part = CLOSING
        else:
            return self._sealed
        self._open = []
        self._end(n)
        return True

    def _signed_off(self, block: Block) -> bool:
        return self._part.partition(".")[0] in _LAST_PARTS and signs_off(block)

    def _enter(self, found: Found) -> int:
        self.found.append(found)
        self._open = [*self._open[: found.depth], found]
        self.end_of_text = len(self._blocks)
        named = (f.parts[0] for f in reversed(self._open) if f.parts)
        self._part = next(named, OUTSIDE)
        at = found.candidate
        for n in range(at.first, at.last + 1):
            self.part_of[n] = self._part
            self.starts[n] = len(self._blocks[n].text)
        self.starts[at.last] = at.body
        return at.last + 1

    def _heading(self, n: int) -> Found | None:
        at = self._candidate_at(self._blocks, n)
        if at is None or not at.title:
            return None
        if n in self._numbered and at.label:
            return self._at_depth(at, self._depth(at.label), (self._numbered[n],))
        wordings = self._book.wordings(at.title)
        if at.label is None or at.label.bullet:
            return self._unnumbered(at, wordings)
        if "." in at.label.printed and any(w.part == at.label.printed for w in wordings):
            return self._at_depth(at, min(at.label.printed.count("."), len(self._open)), (at.label.printed,))
        depth = self._depth(at.label)
        return self._known(at, wordings, depth) or self._unknown(at, at.label, depth)

    def _depth(self, label: Label) -> int:
        """Return how deep a number stands: beside its like, else below all that rank above it."""
        for n, heading in enumerate(self._open):
            if heading.style == label.style:
                return n
        kind = label.style.split()[0]
        for n, heading in enumerate(self._open):
            other = heading.candidate.label
            if other and other.style.split()[0] == kind and label.ordinal == other.ordinal + 1:
                return n
            if other and _rank(other) > _rank(label):
                return n
        return len(self._open)

    def _known(self, at: Candidate, wordings: Sequence[Wording], depth: int) -> Found | None:
        above = self._open[depth - 1] if depth else None
        usable = [w for w in wordings if allowed(w, above.parts if above else None, depth, self._ids)]
        # Headings end with nothing or a full stop; an item of a list that names them ends with a semicolon.
        if not usable or at.closed in (";", ",") or self._book.is_sentence(at.title, _best(usable, depth)):
            return None
        return self._at_depth(at, depth, _named(usable, depth), _best(usable, depth).continues)

    def _at_depth(self, at: Candidate, depth: int, parts: tuple[str, ...], continues: bool = False) -> Found:
        return Found(at, parts, depth, self._open[depth - 1] if depth else None, continues)

    def _unknown(self, at: Candidate, label: Label, depth: int) -> Found | None:
        """Return a heading that the outline has not, where its number and shape leave no doubt that it is one."""
        words = len(at.title.split())
        if self._book.is_task(at.title) or words > _TITLE_WORDS or (at.closed and not at.look):
            return None
        beside = self._open[depth] if depth < len(self._open) else None
        if beside is None:
            opens = not at.runs_on and label.ordinal == 1
            below_results = depth == 1 and "II" in self._open[0].parts
            top = depth == 0 and (_rank(label) <= _RANKS["roman"] or bool(at.look))
            return self._at_depth(at, depth, ()) if opens and (below_results or top) else None
        last = beside.candidate.label
        follows = last is not None and 0 < label.ordinal - last.ordinal <= _gap(label, depth)
        fits = words <= _RUN_ON_WORDS or not at.runs_on
        return self._at_depth(at, depth, ()) if follows and fits else None

    def _unnumbered(self, at: Candidate, wordings: Sequence[Wording]) -> Found | None:
        """Return a heading without a number: a line that looks like one, or words that lead a paragraph or a dash."""
        loose = at.label is not None or not at.look or at.runs_on
        # Of a paragraph with several lines the others may be about something else: "Ưu điểm: ...", "Hạn chế: ...".
        if at.closed or (loose and (self._part == CLOSING or "\n" in self._blocks[at.last].text[at.body :])):
            return None
        seen = {part for found in self.found for part in found.parts}
        for depth in self._depths_without_number(at, loose):
            above = self._open[depth - 1] if depth else None
            usable = [
                w for w in wordings if not w.continues and allowed(w, above.parts if above else None, depth, self._ids)
            ]
            if depth == 0:
                usable = [w for w in usable if self._may_be_main(w, loose)]
            if usable and not self._book.is_sentence(at.title, _best(usable, depth)):
                best = _best(usable, depth)
                if best.part in seen or (loose and best.rest > _PLAIN_AFTER):
                    return None
                return self._at_depth(at, depth, _named(usable, depth))
        return None

    def _depths_without_number(self, at: Candidate, loose: bool) -> Sequence[int]:
        """Return where a heading without a number can stand; one that looks like text only beside or below its like."""
        style = at.label.style if at.label else f"none {at.look}"
        like = [n for n, heading in enumerate(self._open) if heading.style == style]
        return like or ([len(self._open)] if loose else range(len(self._open), -1, -1))

    def _may_be_main(self, wording: Wording, loose: bool) -> bool:
        """Return whether a line may open a main part: in the order of the outline, and not among numbered main parts."""
        top = self._open[0] if self._open else None
        if top is None:
            return not loose or not self.found
        if top.candidate.label is None:
            return in_order(wording.part, self._part, self._ids)
        return "." not in wording.part and in_order(wording.part, self._part, self._ids)


def _rank(label: Label) -> float:
    kind, _, rest = label.style.partition(" ")
    return _RANKS[kind] + (int(rest) / 10 if kind == "multi" else 0)


def _gap(label: Label, depth: int) -> int:
    """Return how far a number may run ahead: main parts and fields may be missing, an item of a list may not."""
    if depth == 0 and _rank(label) <= _RANKS["roman"]:
        return 4
    return 3 if depth == 1 and label.style.startswith("arabic") else 2 if "letter" in label.style else 1


def _best(usable: Sequence[Wording], depth: int) -> Wording:
    """Return what a title says above all: exact before general words, the first before later ones, its own depth first."""
    return min(usable, key=lambda w: (w.weak, w.first, abs(w.part.count(".") - depth)))


def _named(usable: Sequence[Wording], depth: int) -> tuple[str, ...]:
    """Return the parts that a title names: one, or several main parts or parts of the assessment under one heading."""
    best = _best(usable, depth)
    joined = {
        w.part for w in usable if w.part[:1] in "IV" and (not w.weak or best.part == "I") and _joins(best.part, w.part)
    }
    return tuple(sorted(joined | {best.part}, key=lambda part: (part != "I", part)))


def _joins(best: str, other: str) -> bool:
    """Return whether two parts can share a heading: "Tổ chức bộ máy, chế độ công vụ"."""
    if best == "I":
        return other == "II"
    if best.startswith("II."):
        return best.count(".") == other.count(".") == 1 and other.startswith("II.")
    main = ("III", "IV", "V")
    return (best in main and other in main) or (best.startswith("III.") and other.startswith("III."))
