"""Names of agencies whose capitals are not those of the name: `Sở nội vụ`."""

from collections.abc import Iterable, Iterator, Sequence

from cchc.vietnamese.phrases import PhraseBook, Word, words_in


class Capitals:
    """The names of departments, ready to be compared."""

    def __init__(self, names: Iterable[str]) -> None:
        departments = [name for name in names if name.startswith("Sở ")]
        self.book: PhraseBook[str] = PhraseBook((name.replace(" - ", "[-|,] "), name) for name in departments)

    def wrong(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
        """Yield the stretches of a text that name a department in other capitals, and the name as it should be.

        A name in capitals alone is a heading; one that begins small may speak of departments of all provinces.
        """
        for hit in self.book.find(words):
            printed = text[hit.start : hit.end]
            if printed[0].isupper() and not printed.isupper() and _initials(printed) != _initials(hit.value):
                yield hit.start, hit.end, hit.value


def _initials(name: str) -> list[str]:
    return [name[word.start] for word in words_in(name) if word.text.isalpha()]
