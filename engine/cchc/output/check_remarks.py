"""The findings of a check as remarks to be written into the report."""

from cchc.model.outcome import SEVERITIES, CheckResult, ReportResult
from cchc.model.place import Place
from cchc.model.text import Language
from cchc.output.word_comments import Remark
from cchc.output.words import source_text


def remarks_of(result: ReportResult, lang: Language) -> tuple[Remark, ...]:
    """Return a remark for every failed check that was asked for, what weighs most first."""
    failed = [o for o in result.outcomes if o.outcome == "fail"]
    ordered = sorted(failed, key=lambda o: (-SEVERITIES.index(o.severity), o.code))
    return tuple(_remark(outcome, lang) for outcome in ordered)


def _remark(o: CheckResult, lang: Language) -> Remark:
    source = source_text(o.source.document, o.source.clause, o.basis, lang)
    text, places = _with_parts_named(o) if _about_parts(o) else (o.message, o.places)
    return Remark(code=o.code, text=text or o.title, fix=o.fix, source=source, places=places)


def _about_parts(o: CheckResult) -> bool:
    """Return whether a remark is on headings that are not there: it has their ids for places, and no words to quote."""
    facts = any(figure.id.startswith(("part.", "parts.")) for figure in o.figures)
    return facts and bool(o.places) and not any(place.detail or place.quote for place in o.places)


def _with_parts_named(o: CheckResult) -> tuple[str, tuple[Place, ...]]:
    """Return the message with the missing headings named once, and the heading they all belong under as the one place."""
    ids = [place.part for place in o.places]
    above = {part.rpartition(".")[0] for part in ids}
    places = (Place(part=above.pop()),) if len(above) == 1 and "" not in above else o.places
    return f"{o.message.rstrip('.')} ({', '.join(ids)}).", places
