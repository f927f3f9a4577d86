"""Run the cases that stand beside the signs of evidence: what is found in each must be what its case says."""

from collections.abc import Iterator
from pathlib import Path

from cchc.model.errors import InputError
from cchc.packs.evidence_schema import EVIDENCE
from cchc.packs.reading_content import reading_content
from cchc.reading.said.evidence import EvidenceFinder


def failing_signs(root: Path) -> Iterator[InputError]:
    """Yield every case in which other signs are found than it says."""
    words = reading_content(root).evidence
    finder = EvidenceFinder(words, ())
    for case in words.cases:
        found = sorted(sign for sign, _, _ in finder.find(case.text, "I"))
        if found != sorted(case.finds):
            yield InputError(f"chờ {list(case.finds)} nhưng tìm thấy {found}", EVIDENCE, key=case.text[:60])
