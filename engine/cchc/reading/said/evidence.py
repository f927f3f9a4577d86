"""Where a report shows what backs it: a quality system with its scope, initiatives by name, conclusions, directives answered."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc.model.wording import Mention
from cchc.packs.evidence_schema import Directive, EvidenceWords, compiled
from cchc.reading.passage import CLOSING, Outlined, place
from cchc.vietnamese.spelling import spell

_READ = frozenset({"paragraph", "cell", "footnote", "textbox"})


@dataclass(frozen=True)
class _Looked:
    id: str
    say: re.Pattern[str]
    parts: tuple[str, ...] = ()
    beside: re.Pattern[str] | None = None
    without: re.Pattern[str] | None = None

    def find(self, spelled: str, part: str) -> re.Match[str] | None:
        if self.parts and part.partition(".")[0] not in self.parts:
            return None
        if (self.beside and not self.beside.search(spelled)) or (self.without and self.without.search(spelled)):
            return None
        return self.say.search(spelled)


class EvidenceFinder:
    """The signs of evidence and the directives of provinces, ready for any number of texts."""

    def __init__(self, words: EvidenceWords, directives: Iterable[Directive]) -> None:
        signs = (
            _Looked(
                sign.id,
                _any_of(sign.say),
                sign.parts,
                compiled(sign.beside) if sign.beside else None,
                compiled(sign.without) if sign.without else None,
            )
            for sign in words.entries
        )
        self._signs = (*signs, *(_Looked(d.id, _any_of(d.say)) for d in directives))

    def find(self, text: str, part: str) -> Iterator[tuple[str, int, int]]:
        """Yield the first place of every sign in a paragraph of a part: its id, start and end."""
        spelled = spell(text)
        for sign in self._signs:
            if hit := sign.find(spelled, part):
                yield sign.id, *hit.span()


def read_evidence(outlined: Outlined, finder: EvidenceFinder) -> tuple[Mention, ...]:
    """Return the signs of evidence of a document, one of a kind a paragraph, in reading order."""
    passages = (p for p in outlined.passages if p.block.kind in _READ and p.part != CLOSING)
    return tuple(
        Mention(entry=sign, printed=p.block.text[start:end], at=place(p, start, end))
        for p in passages
        for sign, start, end in finder.find(p.block.text, p.part)
    )


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{form})" for form in forms))
