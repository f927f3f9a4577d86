"""A check as annotations of GitHub Actions: a line a finding, at the line of the report where it has lines."""

from collections.abc import Iterator, Mapping

from cchc.model.outcome import CheckResult, ReportResult, Severity, Unreadable
from cchc.model.text import Language
from cchc.output.plain import plain
from cchc.output.run import Run
from cchc.output.settled_words import settled_text
from cchc.output.words import line_of, place_text

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_UNREADABLE: Mapping[Language, str] = {"vi": "Không đọc được", "en": "Could not be read"}


class CheckGithub:
    """A check as workflow commands; a settled finding is a notice, so that only what is open stands out."""

    def __init__(self, run: Run, lang: Language) -> None:
        self._run, self._lang = run, lang

    def opening(self) -> str:
        """Return nothing: every line stands alone."""
        return ""

    def part(self, item: ReportResult) -> str:
        """Return a line for each finding of a report."""
        return "".join(f"{self._finding(item, o)}\n" for o in item.outcomes if o.outcome == "fail")

    def closing(self) -> str:
        """Return a line for each file that could not be read."""
        return "".join(f"{self._missing(one)}\n" for one in self._run.unreadable)

    def _finding(self, report: ReportResult, o: CheckResult) -> str:
        command = _COMMANDS[o.severity] if o.open else "notice"
        place = o.places[0] if o.places else None
        fields = {"file": report.file, "title": f"{o.code} {o.title}"}
        line = line_of(place) if place else None
        fields |= {"line": str(line)} if line else {}
        return _command(command, fields, "\n".join(self._texts(o)))

    def _texts(self, o: CheckResult) -> Iterator[str]:
        settled = settled_text(o, self._lang)
        if settled:
            yield settled
        yield o.message or o.title
        yield from (place_text(place) for place in o.places[:1])
        yield o.fix

    def _missing(self, item: Unreadable) -> str:
        return _command("error", {"file": item.file, "title": _UNREADABLE[self._lang]}, item.error)


def _command(name: str, fields: Mapping[str, str], text: str) -> str:
    shown = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    return f"::{name} {shown}::{_data(text)}"


def _data(text: str) -> str:
    """Escape a message as the runner reads it; anything else could end the line and begin a command of its own."""
    return plain(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
