"""Run the cases that stand beside the slips: what is found in each must be what its case says."""

from collections.abc import Iterator
from pathlib import Path

from cchc.model.errors import InputError
from cchc.packs.reading_content import reading_content
from cchc.packs.slip_schema import SLIPS, SlipCase
from cchc.reading.cited.citations import citation_spans
from cchc.reading.worded.slip import Written
from cchc.reading.worded.slips import SlipFinder


def found_in(root: Path, case: SlipCase) -> list[str]:
    """Return the slips in the text of a case, each as `kind: words printed`, sorted."""
    content = reading_content(root)
    written = Written(case.text, citation_spans(case.text, content.documents))
    return sorted(f"{s.kind}: {case.text[s.start : s.end]}" for s in SlipFinder(content.slips).find([written]))


def failing_slips(root: Path) -> Iterator[InputError]:
    """Yield every case in which something else is found than it says."""
    for case in reading_content(root).slips.cases:
        found = found_in(root, case)
        if found != sorted(case.finds):
            yield InputError(f"chờ {list(case.finds)} nhưng tìm thấy {found}", SLIPS, key=case.text[:60])
