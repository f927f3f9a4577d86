"""A check for the terminal: the verdict first, then what to mend, then what is not known."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cchc.model.outcome import CheckResult, Outcome, ReportResult, Severity, Unreadable, Verdict, Weakness
from cchc.model.text import Language
from cchc.output.read_text import documents_text
from cchc.output.run import ReportShort, Run
from cchc.output.settled_words import compared_text, settled_text
from cchc.output.words import outcome_word, severity_word, source_text, verdict_word

_WIDTH = 110
_ORDER: tuple[Severity, ...] = ("error", "warning", "info")
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"verdict": "KẾT LUẬN", "read": "Đã đọc {found}/{expected} số liệu mà báo cáo kỳ này cần có",
           "missing": "chưa thấy: {names}", "more": "… và {n} số liệu khác (xem --format json)", "place": "Tại", "source": "Căn cứ", "fix": "Cần làm",
           "weaknesses": "ĐIỂM YẾU RÚT RA TỪ CÁC KẾT QUẢ TRÊN", "why": "Vì", "cause": "Nguyên nhân", "action": "Nên làm",
           "unreadable": "KHÔNG ĐỌC ĐƯỢC {n} TỆP", "used": "Số liệu dùng", "profile": "Hồ sơ áp dụng: {id}",
           "how": "Vì sao chưa kết luận được: thêm --all, hoặc cchc explain MÃ.",
           "summary": "TỔNG HỢP {n} BÁO CÁO",
           "chosen": "Kết luận xét trên toàn bộ báo cáo; dưới đây chỉ nêu {n}/{all} kiểm tra đã chọn.",
           "reasons": "… và {n} lý do khác (xem --format json)"},
    "en": {"verdict": "VERDICT", "read": "Read {found} of the {expected} figures that a report of this period needs",
           "missing": "not found: {names}", "more": "… and {n} more (see --format json)", "place": "At", "source": "Source", "fix": "To do",
           "weaknesses": "WEAKNESSES THAT FOLLOW FROM THE ABOVE", "why": "Because", "cause": "Cause", "action": "To do",
           "unreadable": "{n} FILES COULD NOT BE READ", "used": "Figures used", "profile": "Profile applied: {id}",
           "how": "Why nothing could be concluded: add --all, or cchc explain CODE.",
           "summary": "SUMMARY OF {n} REPORTS",
           "chosen": "The verdict is on the whole report; below are only the {n} of {all} checks chosen.",
           "reasons": "… and {n} more reasons (see --format json)"},
}  # fmt: skip
_SHOWN_MISSING = 8
_SHOWN_REASONS = 5


class CheckText:
    """A check for the terminal; `every` also lists what passed or does not apply, and why others are unknown."""

    def __init__(self, run: Run, labels: Mapping[str, str], lang: Language, every: bool) -> None:
        self._run, self._labels, self._lang, self._every = run, labels, lang, every

    def opening(self) -> str:
        """Return a line a report where there are several, and the files that could not be read."""
        run, blocks = self._run, []
        if len(run.checked) > 1:
            blocks.append("\n".join(_summary(run.checked, self._lang)))
        if run.unreadable:
            heading = _WORDS[self._lang]["unreadable"].format(n=len(run.unreadable))
            blocks.append("\n".join([heading, *_errors(run.unreadable)]))
        return "\n\n".join([*blocks, ""] if blocks and run.checked else blocks)

    def part(self, item: ReportResult) -> str:
        """Return one report."""
        text = "\n".join(_report(item, self._lang, self._labels, self._every))
        return f"\n\n{text}" if self._run.checked else text

    def closing(self) -> str:
        """Return how much was read in each document."""
        return f"\n\n{documents_text(self._run.documents, self._lang)}" if self._run.documents else "\n"


def _summary(reports: Sequence[ReportShort], lang: Language) -> Iterator[str]:
    """A line a report, those to be mended first, so that a reader of forty sees at once which to open."""
    yield _WORDS[lang]["summary"].format(n=len(reports))
    order: tuple[Verdict, ...] = ("mend", "undecided", "explain", "pass")
    width = max(len(verdict_word(r.verdict, lang)) for r in reports)
    for report in sorted(reports, key=lambda r: order.index(r.verdict)):
        verdict = f"{verdict_word(report.verdict, lang):<{width}}"
        yield f"  {verdict}  {_failed(report.failed, lang)}  {report.unit} · {report.file}"


def _errors(unreadable: Sequence[Unreadable]) -> Iterator[str]:
    for item in unreadable:
        yield from (f"  {line}" for line in item.error.splitlines())


def _report(report: ReportResult, lang: Language, labels: Mapping[str, str], every: bool) -> Iterator[str]:
    words = _WORDS[lang]
    yield f"{report.unit} · {report.period} · {report.file}"
    yield f"{words['verdict']}: {verdict_word(report.verdict, lang)} ({_counts(report.outcomes, lang)})"
    yield from _wrapped(compared_text(report, lang), "")
    if len(report.outcomes) < report.checks:
        yield words["chosen"].format(n=len(report.outcomes), all=report.checks)
    yield from _read(report, lang, labels)
    if report.note:
        yield from _wrapped(report.note, "")
    for severity in _ORDER:
        yield from _section(report, severity, lang)
    yield from _weaknesses(report.weaknesses, lang)
    others: tuple[Outcome, ...] = ("unknown", "not_applicable", "pass")
    for outcome in others if every else ():
        yield from _short(report, outcome, lang)
    if not every:
        yield from _unknown_codes(report, lang)


def _counts(outcomes: Sequence[CheckResult], lang: Language) -> str:
    rest = Counter(o.outcome for o in outcomes)
    kinds: tuple[Outcome, ...] = ("pass", "unknown", "not_applicable")
    failed = Counter(o.severity for o in outcomes if o.outcome == "fail")
    return ", ".join([_failed(failed, lang), *(f"{rest[k]} {outcome_word(k, lang).lower()}" for k in kinds)])


def _failed(failed: Mapping[Severity, int], lang: Language) -> str:
    return ", ".join(f"{failed.get(s, 0)} {severity_word(s, lang).lower()}" for s in _ORDER)


def _read(report: ReportResult, lang: Language, labels: Mapping[str, str]) -> Iterator[str]:
    words, read = _WORDS[lang], report.read
    text = words["read"].format(found=read.found, expected=read.expected)
    if read.missing:
        names = "; ".join(labels[name] for name in read.missing[:_SHOWN_MISSING])
        text += "; " + words["missing"].format(names=names)
        if len(read.missing) > _SHOWN_MISSING:
            text += " " + words["more"].format(n=len(read.missing) - _SHOWN_MISSING)
    yield from _wrapped(f"{text}. {words['profile'].format(id=report.profile)}.", "")


def _section(report: ReportResult, severity: Severity, lang: Language) -> Iterator[str]:
    failed = [o for o in report.outcomes if o.outcome == "fail" and o.severity == severity]
    if failed:
        yield ""
        yield f"{severity_word(severity, lang).upper()} ({len(failed)})"
    for outcome in failed:
        yield from _finding(outcome, lang)


def _finding(o: CheckResult, lang: Language) -> Iterator[str]:
    words = _WORDS[lang]
    yield from _wrapped(f"{o.code}  {o.title}", "  ", "          ")
    yield from _wrapped(settled_text(o, lang), "          ")
    yield from _wrapped(o.message, "          ")
    # Counts derived from the text and yes/no facts are already in the message; the JSON has them all.
    used = [f"{f.label}: {f.shown}" for f in o.figures if f.unit or f.id.startswith(("target.", "rate."))]
    if used:
        yield from _wrapped(f"{words['used']}: {'; '.join(used)}", "          ")
    for place in o.places[:3]:
        quote = f": “{place.quote}”" if place.quote else ""
        yield from _wrapped(f"{words['place']} {place.label()}{quote}", "          ")
    source = source_text(o.source.document, o.source.clause, o.basis, lang)
    yield from _wrapped(f"{words['source']}: {source}", "          ")
    yield from _wrapped(f"{words['fix']}: {o.fix}", "          ")


def _weaknesses(found: Sequence[Weakness], lang: Language) -> Iterator[str]:
    words = _WORDS[lang]
    if found:
        yield ""
        yield f"{words['weaknesses']} ({len(found)})"
    for weakness in found:
        yield from _wrapped(f"• {weakness.title}", "  ", "    ")
        texts = {step.id: step.text for step in weakness.chain}
        own = next((step for step in weakness.chain if step.id == weakness.id), None)
        reasons = own.because if own else ()
        for reason in reasons[:_SHOWN_REASONS]:
            yield from _wrapped(f"{words['why']}: {texts[reason]}", "      ")
        if len(reasons) > _SHOWN_REASONS:
            yield f"      {words['reasons'].format(n=len(reasons) - _SHOWN_REASONS)}"
        for kind, items in (("cause", weakness.cause), ("action", weakness.action)):
            for item in items:
                yield from _wrapped(f"{words[kind]}: {item.text}", "      ")


def _short(report: ReportResult, outcome: Outcome, lang: Language) -> Iterator[str]:
    found = [o for o in report.outcomes if o.outcome == outcome]
    if found:
        yield ""
        yield f"{outcome_word(outcome, lang).upper()} ({len(found)})"
    for o in found:
        yield from _wrapped(f"{o.code}  {o.title}: {o.message}", "  ", "          ")


def _unknown_codes(report: ReportResult, lang: Language) -> Iterator[str]:
    """Only the codes: sixty reasons why nothing was concluded would bury what was."""
    codes = [o.code for o in report.outcomes if o.outcome == "unknown"]
    if codes:
        yield ""
        yield f"{outcome_word('unknown', lang).upper()} ({len(codes)})"
        yield from _wrapped(" ".join(codes), "  ")
        yield f"  {_WORDS[lang]['how']}"


def _wrapped(text: str, indent: str, rest: str | None = None) -> list[str]:
    later = indent if rest is None else rest
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=later, break_long_words=False)
