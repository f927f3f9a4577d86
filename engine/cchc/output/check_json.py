"""The JSON of a check: a contract with a schema (`cchc schema check`)."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from cchc.model.outcome import ReportResult, Unreadable


class CheckDocument(BaseModel):
    """All reports of a run, and the files that could not be used."""

    model_config = ConfigDict(frozen=True)

    reports: tuple[ReportResult, ...]
    unreadable: tuple[Unreadable, ...]


def check_json(reports: Sequence[ReportResult], unreadable: Sequence[Unreadable]) -> str:
    """Return the run as indented JSON, Vietnamese as it is."""
    return CheckDocument(reports=tuple(reports), unreadable=tuple(unreadable)).model_dump_json(indent=2)
