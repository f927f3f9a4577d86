"""Run the sentences that stand beside the figures: what is read from each must be what its case says."""

from collections.abc import Iterator

from cchc.model.blocks import Block
from cchc.model.errors import InputError
from cchc.model.period import Period
from cchc.packs.figure_schema import ReadCase
from cchc.packs.pack import Pack
from cchc.packs.reading_content import reading_content, wording_problems
from cchc.reading.figures.lexicon import Lexicon
from cchc.reading.figures.prose import FigureReader
from cchc.reading.figures.scan import Scanner
from cchc.reading.passage import Passage

# Cases are read as if they stood in a department's report on this month; what they say of other months shows it.
_PERIOD = Period(kind="month", year=2025, number=4)
_UNIT = "Sở Công Thương"


class Cases:
    """The cases of a content root, ready to be run."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._content = reading_content(pack.root)
        self._scanner = Scanner(Lexicon(pack.figures.values(), self._content.words), _PERIOD, (_UNIT,))

    def reads(self, case: ReadCase) -> dict[str, set[str]]:
        """Return the unit's own figures of the period in a case, percents with their sign."""
        blocks = [
            Passage(Block(line, f"đoạn {n}"), self._part(case)) for n, line in enumerate(case.text.splitlines(), 1)
        ]
        found: dict[str, set[str]] = {}
        for figure in FigureReader(self._scanner).read(blocks).figures:
            one = figure.stated
            if one.scope == "own" and one.span == "period":
                found.setdefault(figure.id, set()).add(f"{one.value:g}{'%' if one.percent_sign else ''}")
        return found

    def failing(self) -> Iterator[InputError]:
        """Yield every case that reads otherwise, and every wording that rests on a context that does not exist."""
        yield from wording_problems(self._pack.figures.values(), self._content)
        for group in self._pack.figure_groups:
            for case in group.cases:
                found, wanted = self.reads(case), expected(case)
                if found != wanted:
                    message = f"chờ {_told(wanted)} nhưng đọc được {_told(found)}"
                    yield InputError(message, f"indicators/figures/{group.group}.yaml", key=case.text[:60])

    def _part(self, case: ReadCase) -> str:
        first = next(iter(case.reads), None)
        return case.part or (self._pack.figures[first].part if first else "II.2")


def expected(case: ReadCase) -> dict[str, set[str]]:
    """Return what a case says must be read, in the form of `Cases.reads`."""
    return {name: {_as_printed(value)} for name, value in case.reads.items()}


def _as_printed(value: float | str) -> str:
    text = str(value).replace(",", ".")
    return text if text.endswith("%") else f"{float(text):g}"


def _told(values: dict[str, set[str]]) -> str:
    return ", ".join(f"{name}={'/'.join(sorted(v))}" for name, v in sorted(values.items())) or "không có số liệu nào"
