"""The JSON of a check: a contract with a schema (`cchc schema check`)."""

from pydantic import BaseModel, ConfigDict

from cchc.model.outcome import ReportResult, Unreadable
from cchc.output import json_parts
from cchc.output.run import Run


class CheckDocument(BaseModel):
    """All reports of a run, and the files that could not be used."""

    model_config = ConfigDict(frozen=True)

    reports: tuple[ReportResult, ...]
    unreadable: tuple[Unreadable, ...]


class CheckJson:
    """A check as indented JSON; what passed only with `every`."""

    def __init__(self, run: Run, every: bool) -> None:
        self._run, self._every = run, every

    def opening(self) -> str:
        """Return the beginning of the object."""
        return json_parts.OPENING

    def part(self, item: ReportResult) -> str:
        """Return one result."""
        shown = tuple(o for o in item.outcomes if self._every or o.outcome != "pass")
        return json_parts.item(item.model_copy(update={"outcomes": shown}), first=not self._run.checked)

    def closing(self) -> str:
        """Return the files that could not be used, and the end."""
        return json_parts.closing(self._run, bool(self._run.checked))
