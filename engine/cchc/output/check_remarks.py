"""The findings of a check as remarks to be written into the report."""

from cchc.model.outcome import SEVERITIES, CheckResult, ReportResult
from cchc.model.text import Language
from cchc.output.settled_words import settled_text
from cchc.output.word_comments import Remark
from cchc.output.words import source_text


def remarks_of(result: ReportResult, lang: Language) -> tuple[Remark, ...]:
    """Return a remark for every failed check that was asked for, what weighs most first."""
    failed = [o for o in result.outcomes if o.outcome == "fail"]
    ordered = sorted(failed, key=lambda o: (-SEVERITIES.index(o.severity), o.code))
    return tuple(_remark(outcome, lang) for outcome in ordered)


def _remark(o: CheckResult, lang: Language) -> Remark:
    source = source_text(o.source.document, o.source.clause, o.basis, lang)
    text = ". ".join(filter(None, (settled_text(o, lang), o.message or o.title)))
    return Remark(code=o.code, text=text, fix=o.fix, source=source, places=o.places)
