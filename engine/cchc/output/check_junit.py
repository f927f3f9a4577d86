"""A check as JUnit XML, which build servers show as tests: a suite a report, a case a rule."""

from collections import Counter
from typing import TYPE_CHECKING

from cchc.model.outcome import CheckResult, Outcome, ReportResult, Unreadable
from cchc.model.text import Language
from cchc.output.plain import plain
from cchc.output.run import Run
from cchc.output.settled_words import settled_text
from cchc.output.words import outcome_word, place_text, severity_word, source_text

if TYPE_CHECKING:
    from lxml import etree

_UNREADABLE: dict[Language, str] = {"vi": "Không đọc được", "en": "Could not be read"}
_SKIPPED: tuple[Outcome, ...] = ("unknown", "not_applicable")


class CheckJunit:
    """A check as JUnit XML: a finding is a failure; what is unknown, does not apply or is settled is skipped, saying why."""

    def __init__(self, run: Run, lang: Language) -> None:
        self._run, self._lang = run, lang

    def opening(self) -> str:
        """Return the beginning of the suites."""
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cchc">\n'

    def part(self, item: ReportResult) -> str:
        """Return the suite of one report, its cases in the order of the result."""
        cases = [self._kind(o) for o in item.outcomes]
        suite = _suite(f"{item.unit} · {item.period} · {item.file}", Counter(cases))
        for outcome, kind in zip(item.outcomes, cases, strict=True):
            self._case(suite, item, outcome, kind)
        return _text(suite)

    def closing(self) -> str:
        """Return a suite for each file that could not be read, and the end."""
        return "".join(self._missing(one) for one in self._run.unreadable) + "</testsuites>\n"

    def _kind(self, o: CheckResult) -> str:
        if o.outcome == "fail":
            return "failure" if o.open else "skipped"
        return "skipped" if o.outcome in _SKIPPED else "passed"

    def _case(self, suite: "etree._Element", report: ReportResult, o: CheckResult, kind: str) -> None:
        case = _child(suite, "testcase", classname=f"{report.unit}.{o.topic}", name=f"{o.code} {o.title}", time="0")
        if kind == "failure":
            failure = _child(case, "failure", message=o.message or o.title, type=o.severity)
            failure.text = plain("\n".join(self._lines(o)))
        elif kind == "skipped":
            said = settled_text(o, self._lang) or outcome_word(o.outcome, self._lang)
            _child(case, "skipped", message=f"{said}: {o.message or o.title}")

    def _lines(self, o: CheckResult) -> list[str]:
        source = source_text(o.source.document, o.source.clause, o.basis, self._lang)
        head = f"{severity_word(o.severity, self._lang)}: {o.message or o.title}"
        return [head, *(place_text(place) for place in o.places), source, o.fix]

    def _missing(self, item: Unreadable) -> str:
        suite = _suite(item.file, Counter({"error": 1}))
        case = _child(suite, "testcase", classname="cchc", name=_UNREADABLE[self._lang], time="0")
        _child(case, "error", message=item.error, type="unreadable")
        return _text(suite)


def _suite(name: str, cases: "Counter[str]") -> "etree._Element":
    from lxml import etree

    suite = etree.Element("testsuite")
    _set(suite, name=name, tests=str(cases.total()), failures=str(cases["failure"]), errors=str(cases["error"]))
    _set(suite, skipped=str(cases["skipped"]), time="0")
    return suite


def _child(parent: "etree._Element", tag: str, **attributes: str) -> "etree._Element":
    from lxml import etree

    child = etree.SubElement(parent, tag)
    _set(child, **attributes)
    return child


def _set(element: "etree._Element", **attributes: str) -> None:
    for name, value in attributes.items():
        element.set(name, plain(value))


def _text(suite: "etree._Element") -> str:
    from lxml import etree

    return etree.tostring(suite, encoding="unicode", pretty_print=True)
