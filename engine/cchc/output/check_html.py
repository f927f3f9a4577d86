"""A check as one self-contained page: the report's own text with the findings beside it, read on a desk, a telephone, on A4."""

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from cchc.model.outcome import ReportResult, Unreadable, Verdict
from cchc.model.text import Language
from cchc.output.check_html_report import VERDICT_CLASSES, Titles, counted, report_section
from cchc.output.check_html_spots import ReportText
from cchc.output.check_html_words import Say
from cchc.output.run import ReportShort, Run
from cchc.output.scorecard_html_markup import Column, listed, page, serialised, table, tag
from cchc.output.words import verdict_word

if TYPE_CHECKING:
    from lxml.etree import _Element

    from cchc.output.scorecard_html_markup import Child

_WORST: tuple[Verdict, ...] = ("mend", "undecided", "explain", "pass")
_MAIN = "</main>"


class CheckHtml:
    """A check as a page without script; `text_of` gives the text of the report in a file, None for a structured one."""

    def __init__(
        self, run: Run, titles: Titles, text_of: Callable[[str], ReportText | None], lang: Language, every: bool
    ) -> None:
        self._run, self._titles, self._text_of, self._every = run, titles, text_of, every
        self._say = Say(lang)

    def opening(self) -> str:
        """Return the head of the page, and where there are several reports a line for each, the worst first."""
        return self._frame()[0]

    def part(self, item: ReportResult) -> str:
        """Return one report."""
        key = f"r{len(self._run.checked) + 1}"
        section = report_section(item, self._text_of(item.file), self._titles, key, self._every, self._say)
        return "\n" + serialised(section)

    def closing(self) -> str:
        """Return the end of the page."""
        return self._frame()[1]

    def _frame(self) -> tuple[str, str]:
        """Return what stands before and after the reports: they go into `main`, whose end tag is never in a text."""
        run, say = self._run, self._say
        title = say("reports", n=len(run.checked)) if len(run.checked) > 1 else say("title")
        style = files("cchc.output").joinpath("check.css").read_text(encoding="utf-8")
        head = tag("header", tag("h1", title, id="top"), *_unreadable(run.unreadable, say), *_summary(run.checked, say))
        before, _, after = page(say.lang, title, style, [head, tag("main")]).rpartition(_MAIN)
        return before, f"\n{_MAIN}{after}"


def _unreadable(items: Sequence[Unreadable], say: Say) -> "Iterator[_Element]":
    if items:
        yield tag("h2", say("unreadable", n=len(items)))
        yield listed(item.error for item in items)


def _summary(reports: Sequence[ReportShort], say: Say) -> "Iterator[_Element]":
    if len(reports) < 2:
        return
    keyed = [(f"r{n}", report) for n, report in enumerate(reports, 1)]
    keyed.sort(key=lambda item: _badness(item[1]))
    rows = [_row(key, report, say) for key, report in keyed]
    columns = [Column(say("report"), "name"), Column(say("verdict")), Column(say("findings"))]
    yield table(say("order"), columns, rows, "summary")


def _row(key: str, report: ReportShort, say: Say) -> "list[Child]":
    return [
        tag("span", tag("a", report.unit, href=f"#{key}"), tag("small", report.file)),
        tag("span", verdict_word(report.verdict, say.lang), class_=VERDICT_CLASSES[report.verdict]),
        counted(report.failed, say),
    ]


def _badness(report: ReportShort) -> tuple[int, int, int]:
    failed = report.failed
    return _WORST.index(report.verdict), -failed.get("error", 0), -failed.get("warning", 0)
