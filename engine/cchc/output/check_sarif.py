"""A check as SARIF 2.1.0, for tools that gather findings of many checkers."""

import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from cchc import __version__
from cchc.model.outcome import CheckResult, Outcome, ReportResult, Unreadable
from cchc.model.place import Place
from cchc.model.text import Language
from cchc.output.plain import plain
from cchc.output.run import Run
from cchc.output.sarif_rules import LEVELS
from cchc.output.settled_words import suppressed_text
from cchc.output.words import line_of, place_text, severity_word, source_text

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_KINDS: Mapping[Outcome, str] = {"fail": "fail", "pass": "pass", "unknown": "open", "not_applicable": "notApplicable"}
_IDENTITY = "cchc/1"
_Json = dict[str, Any]


class CheckSarif:
    """A check as one SARIF run: the findings of each report in reading order; the other outcomes only with `every`.

    A reader that knows no kinds takes every result for a fault, so what is not known is left out unless it is asked for.
    """

    def __init__(self, run: Run, rules: Sequence[_Json], lang: Language, every: bool) -> None:
        self._run, self._rules, self._lang, self._every = run, rules, lang, every
        self._index = {rule["id"]: n for n, rule in enumerate(rules)}
        self._any = False

    def opening(self) -> str:
        """Return the tool with its rules, and the beginning of the results."""
        driver = {"name": "cchc", "semanticVersion": __version__, "rules": [_plain(rule) for rule in self._rules]}
        head = _dumped({"driver": driver})
        return (
            f'{{\n  "$schema": "{_SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n'
            f'      "tool": {_inner(head, 6)},\n      "language": "{self._lang}",\n      "results": ['
        )

    def part(self, item: ReportResult) -> str:
        """Return the results of one report."""
        shown = [o for o in item.outcomes if o.outcome == "fail" or self._every]
        return "".join(self._item(self._result(item, o)) for o in shown)

    def closing(self) -> str:
        """Return the end of the results, and the files that could not be read as notifications of the tool."""
        unreadable = self._run.unreadable
        ran = {"executionSuccessful": not unreadable, "toolExecutionNotifications": [_missing(o) for o in unreadable]}
        end = "\n      ]" if self._any else "]"
        return f'{end},\n      "invocations": {_inner(_dumped([_plain(ran)]), 6)}\n    }}\n  ]\n}}\n'

    def _item(self, result: _Json) -> str:
        comma, self._any = "," if self._any else "", True
        return f"{comma}\n{textwrap.indent(_dumped(_plain(result)), ' ' * 8)}"

    def _result(self, report: ReportResult, o: CheckResult) -> _Json:
        failed = o.outcome == "fail"
        result: _Json = {
            "ruleId": o.code, "ruleIndex": self._index[o.code], "kind": _KINDS[o.outcome],
            "level": LEVELS[o.severity] if failed else "none",
            "message": {"text": _sentences(o.title, o.message)},
            "locations": _locations(report.file, o.places),
            "properties": self._properties(report, o),
        }  # fmt: skip
        if failed:
            result["partialFingerprints"] = {_IDENTITY: o.fingerprint or ""}
            result["suppressions"] = self._suppressions(o)
        if failed and report.compared:
            result["baselineState"] = "unchanged" if o.known else "new"
        return result

    def _suppressions(self, o: CheckResult) -> list[_Json]:
        if o.suppressed is None:
            return []
        own = o.suppressed
        properties = own.model_dump(mode="json", include={"reason", "by", "decision", "until"}, exclude_none=True)
        location: _Json = {"physicalLocation": {"artifactLocation": {"uri": _uri(own.file)}}}
        if own.line:
            location["physicalLocation"]["region"] = {"startLine": own.line}
        text = suppressed_text(own, self._lang)
        entry = {"kind": "external", "status": "accepted", "justification": text, "location": location}
        return [{**entry, "properties": properties}]

    def _properties(self, report: ReportResult, o: CheckResult) -> _Json:
        return {
            "unit": report.unit, "period": report.period, "topic": o.topic, "basis": o.basis,
            "severity": severity_word(o.severity, self._lang),
            "source": source_text(o.source.document, o.source.clause, o.basis, self._lang), "fix": o.fix,
        }  # fmt: skip


def _sentences(title: str, message: str) -> str:
    return f"{title.rstrip('.')}. {message}" if message and message != title else title


def _locations(file: str, places: Sequence[Place]) -> list[_Json]:
    """A location for each place; a report that gives none still has the file itself."""
    whole: _Json = {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}
    return [_location(file, place) for place in places] or [whole]


def _location(file: str, place: Place) -> _Json:
    physical: _Json = {"artifactLocation": {"uri": _uri(file)}}
    line = line_of(place)
    # A region must be counted by lines or characters, which Word and PDF do not have: there the words stand in the message.
    if line:
        physical["region"] = {"startLine": line, **({"snippet": {"text": place.quote}} if place.quote else {})}
    logical = {"name": place.part, "fullyQualifiedName": place.label(), "kind": "section"}
    return {
        "physicalLocation": physical,
        "logicalLocations": [logical],
        "message": {"text": place_text(place)},
        **({"properties": {"quote": place.quote}} if place.quote else {}),
    }


def _missing(item: Unreadable) -> _Json:
    location = {"physicalLocation": {"artifactLocation": {"uri": _uri(item.file)}}}
    return {"level": "error", "message": {"text": item.error}, "locations": [location]}


def _uri(file: str) -> str:
    path = PurePosixPath(Path(file).as_posix())
    uri = PurePosixPath("/", path).as_uri()
    return uri if path.is_absolute() else uri.removeprefix("file:///")


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, Iterable) else value


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _inner(text: str, indent: int) -> str:
    return textwrap.indent(text, " " * indent).lstrip()
