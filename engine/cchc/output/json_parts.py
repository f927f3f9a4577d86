"""JSON of a run written report by report: `{"reports": [...], "unreadable": [...]}`, indented, Vietnamese as it is."""

import textwrap
from collections.abc import Iterable

from pydantic import BaseModel

from cchc.output.run import Run

OPENING = '{\n  "reports": ['


def item(model: BaseModel, first: bool) -> str:
    """Return an element of a list one level down, after the comma that parts it from the one before."""
    return f"{'' if first else ','}\n{textwrap.indent(model.model_dump_json(indent=2), '    ')}"


def closing(run: Run, any_reports: bool) -> str:
    """Return the end of the reports and the list of files that could not be used."""
    unreadable = _list(item(one, n == 0) for n, one in enumerate(run.unreadable))
    return f'{_end(any_reports)},\n  "unreadable": {unreadable}\n}}'


def _list(items: Iterable[str]) -> str:
    text = "".join(items)
    return f"[{text}{_end(bool(text))}"


def _end(filled: bool) -> str:
    return "\n  ]" if filled else "]"
