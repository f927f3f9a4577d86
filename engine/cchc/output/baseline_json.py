"""A baseline as a file: readable JSON in one order, so that its history shows what changed."""

from cchc.model.triage import Baseline


def baseline_json(baseline: Baseline) -> str:
    """Return the text of a baseline file."""
    return baseline.model_dump_json(indent=2) + "\n"
