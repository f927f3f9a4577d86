"""The identity of a finding: the same for the same fault in the same unit, wherever it stands and whatever the file is called.

It is made of the code, the unit, the values the rule used, and the parts and quotes that show them, all folded. Numbers of
paragraphs, file names and the period are left out: a sentence that moved is the same finding, and so is one that was copied into
next month's report. Other numbers or other words are another finding: that says too much rather than hide a new fault.
"""

import hashlib
import json

from cchc.model.outcome import CheckResult
from cchc.vietnamese.fold import fold

# Raised whenever identities change, so that an old baseline is known for what it is.
_SCHEME = "cchc/1"
_LENGTH = 24


def fingerprint(unit: str, outcome: CheckResult) -> str:
    """Return the identity of a finding of a unit."""
    figures = sorted({(f.id, f"{f.value:.9g}") for f in outcome.figures if f.value is not None})
    places = sorted({(p.part, fold(p.quote or "")) for p in outcome.places})
    text = json.dumps([_SCHEME, outcome.code, fold(unit), figures, places], ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def identified(unit: str, outcome: CheckResult) -> CheckResult:
    """Return a finding with its identity; other outcomes as they are."""
    if outcome.outcome != "fail":
        return outcome
    return outcome.model_copy(update={"fingerprint": fingerprint(unit, outcome)})
