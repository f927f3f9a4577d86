"""Self-score against computed and appraised points of one unit, and what a reviewer has to settle."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cchc.model.scorecard import CriterionScore, UnitScore
from cchc.output.scorecard_html_markup import Column, listed, table, tag
from cchc.output.scorecard_html_words import Say

if TYPE_CHECKING:
    from cchc.output.scorecard_html_markup import Child


def review(unit: UnitScore, say: Say) -> "Iterator[Child]":
    """Return the sums, and a table of the criteria that have something to settle; nothing where nobody scored."""
    scored = [c for c in unit.criteria if c.self_score is not None or c.appraised is not None or c.disagreements]
    if not scored:
        return
    yield tag("h4", say("review"))
    yield from (tag("p", line) for line in _sums(unit, say))
    issues = sorted((c for c in scored if c.disagreements), key=lambda c: -_size(c))
    if issues:
        heads = ("self", "computed", "appraised")
        columns = [Column(say("criterion"), "name"), *(Column(say(h), "number") for h in heads), Column(say("issue"))]
        yield table(say("review_table", unit=unit.name), columns, (_row(c, say) for c in issues))
    if rest := len(scored) - len(issues):
        yield tag("p", say("review_rest", n=rest))


def _sums(unit: UnitScore, say: Say) -> Iterator[str]:
    if unit.self_points is not None:
        entered = sum(c.self_score is not None for c in unit.criteria)
        yield say("review_sum", points=say.number(unit.self_points), n=entered)
    if unit.self_difference is not None:
        both = sum(c.difference is not None for c in unit.criteria)
        yield say("review_gap", n=both, gap=say.signed(unit.self_difference))


def _size(c: CriterionScore) -> float:
    """Return how far the numbers of a criterion are apart: what is to be settled first."""
    given = [points for points in (c.self_score, c.points, c.appraised) if points is not None]
    return round(max(given) - min(given), 9) if given else 0.0


def _row(c: CriterionScore, say: Say) -> "list[Child]":
    appraised = say("none") if c.appraised is None else say.number(c.appraised)
    own = say("none") if c.self_score is None else say.number(c.self_score)
    lines = [d.text for d in c.disagreements]
    if c.appraisal_reason:
        lines.append(f"{say('reason')}: {c.appraisal_reason}")
    if c.evidence_required:
        given = say("given", text=c.evidence) if c.evidence else say("not_given")
        lines.append(f"{say('evidence')}: {say('asked', text=c.evidence_required)}; {given}")
    elif c.evidence:
        lines.append(f"{say('evidence')}: {say('given', text=c.evidence)}")
    return [f"{c.code} {c.title}", own, say.number(c.points), appraised, listed(lines)]
