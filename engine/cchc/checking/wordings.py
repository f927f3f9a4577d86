"""Judge the wordings met in a report at its day and in its province: right, wrong, or open where no source tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cchc.model.place import Place
from cchc.model.report import Citation
from cchc.model.text import Text
from cchc.model.wording import Mention
from cchc.packs.resolve import Reading, same_province
from cchc.packs.wording_schema import Act, Use
from cchc.vietnamese.numbers import show_date
from cchc.vietnamese.spelling import spell

Verdict = Literal["right", "wrong", "open"]
# What these parts say is said of today; the others may tell of any day of the period.
_NOT_READ = Text(vi="chưa đọc các văn bản viện dẫn", en="citations were not read")
_OF_TODAY = frozenset({"IV", "V", "mở đầu", "kết thúc"})


@dataclass(frozen=True)
class Judged:
    """A mention, the entry it is judged by, and why it is open if it is."""

    mention: Mention
    use: Use
    verdict: Verdict
    why: Text | None = None

    @property
    def at(self) -> Place | None:
        """Where it stands, with its words."""
        return self.mention.at


def judged(r: Reading) -> Iterator[Judged]:
    """Yield every mention of an entry that this report's province and pack know."""
    for mention in _mentions(r):
        use = _use(r, mention.entry)
        if use:
            yield _judge(r, mention, use)


def act_cited(r: Reading, citation: Citation) -> Act | None:
    """Return the act of the table that a citation names, by its number."""
    return next((act for act in r.pack.wordings.acts if _same(act.number, citation.number)), None)


def _mentions(r: Reading) -> Iterator[Mention]:
    """Yield the mentions; of a report that has none, given by hand, the acts it cites."""
    if r.report.mentions is not None:
        yield from r.report.mentions
        return
    for citation in r.report.citations or ():
        act = act_cited(r, citation)
        if act:
            yield Mention(entry=act.id, printed=f"{citation.type} {citation.number}", at=citation.at)


def _use(r: Reading, entry: str) -> Use | None:
    """Return the entry of the report's own province, else the one of all provinces."""
    fitting = [
        use
        for use in r.pack.wordings.uses.get(entry, ())
        if use.province is None or same_province(use.province, r.report.province)
    ]
    return max(fitting, key=lambda use: use.province is not None, default=None)


def _judge(r: Reading, mention: Mention, use: Use) -> Judged:
    start = use.from_
    if start is None or not start <= r.day <= (use.to or date.max) or (mention.quoted and mention.quoted < start):
        return Judged(mention, use, "right")
    if isinstance(use, Act) and use.amended_by:
        together = _cited_too(r, use.amended_by)
        if together is not False:
            return Judged(mention, use, "right") if together else Judged(mention, use, "open", _NOT_READ)
    if use.unsure and (use.sure_from is None or r.day < use.sure_from):
        return Judged(mention, use, "open", use.unsure)
    if _may_be_earlier(r, mention, start):
        return Judged(mention, use, "open", _within_period(start))
    return Judged(mention, use, "wrong")


def _within_period(start: date) -> Text:
    return Text(
        vi=f"kỳ số liệu bắt đầu trước {show_date(start)}, có thể nói về trước ngày đó",
        en=f"the period begins before {show_date(start, 'en')} and it may be said of the days before",
    )


def _may_be_earlier(r: Reading, mention: Mention, start: date) -> bool:
    """Return whether a result may be one of the days before a change that lies within the period.

    Where the user asks for the judgement of another day, the text is taken as written on that day.
    """
    if r.day != r.report.date() or (mention.at and mention.at.part.split(".")[0] in _OF_TODAY):
        return False
    return (r.report.period.data_from or r.report.period.window()[0]) < start


def _cited_too(r: Reading, number: str) -> bool | None:
    cited = r.report.citations
    return None if cited is None else any(_same(number, citation.number) for citation in cited)


def _same(one: str, other: str | None) -> bool:
    return other is not None and spell("".join(one.split())) == spell("".join(other.split()))
