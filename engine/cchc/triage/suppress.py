"""Set findings aside for a reason: shown beside them, never changing an outcome; and say which entries no longer fit."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import PurePath

from cchc.model.outcome import CheckResult, ReportResult
from cchc.model.place import Place
from cchc.model.triage import Suppressed, Suppression
from cchc.vietnamese.fold import fold
from cchc.vietnamese.numbers import show_date


@dataclass
class Entry:
    """A suppression, where it stands, and what became of it in this run: what it met, what was left, when it had run out."""

    suppression: Suppression
    file: str
    line: int | None
    judged: bool = False
    used: bool = False
    partly: list[str] = field(default_factory=list)
    expired: str | None = None

    def about(self, result: ReportResult) -> bool:
        """Return whether an entry is about a report."""
        one = self.suppression
        unit = one.unit is None or fold(one.unit) == fold(result.unit)
        return unit and (one.report is None or fnmatch(PurePath(result.file).name, one.report))

    def covers(self, place: Place) -> bool:
        """Return whether an entry is about a place."""
        one = self.suppression
        part = one.part is None or place.part == one.part or place.part.startswith(f"{one.part}.")
        return part and (one.quote is None or fold(one.quote) in fold(place.quote or ""))

    @property
    def everywhere(self) -> bool:
        """Whether an entry sets a code aside wherever it is found."""
        return self.suppression.part is None and self.suppression.quote is None

    def shown(self) -> Suppressed:
        """Return the reason as it is shown beside a finding."""
        one = self.suppression
        return Suppressed(
            reason=one.reason, by=one.by, decision=one.decision, note=one.note, until=one.until,
            file=self.file, line=self.line,
        )  # fmt: skip


class Suppressions:
    """The entries of a suppression file during one run."""

    def __init__(self, entries: Sequence[Entry], codes: Collection[str], near: Callable[[str], str]) -> None:
        self._entries, self._codes, self._near = entries, codes, near

    def apply(self, result: ReportResult) -> ReportResult:
        """Return a result whose findings carry why they were set aside; outcomes stay what they are."""
        own = [entry for entry in self._entries if entry.about(result)]
        return result.model_copy(update={"outcomes": tuple(self._settled(o, own, result) for o in result.outcomes)})

    def _settled(self, outcome: CheckResult, own: Sequence[Entry], result: ReportResult) -> CheckResult:
        entries = [entry for entry in own if entry.suppression.code == outcome.code]
        for entry in entries:
            entry.judged = True
        live = [entry for entry in entries if not _expired(entry, result)]
        if outcome.outcome != "fail" or not live:
            return outcome
        return _suppressed(outcome, live, result)

    def warnings(self) -> Iterator[str]:
        """Yield what the keeper of the file should look at, once the run is over: file and line first."""
        for entry in self._entries:
            said = self._warning(entry)
            if said:
                at = f"{entry.file}:{entry.line}" if entry.line else entry.file
                yield f"{at}: {entry.suppression.code}: {said}"

    def _warning(self, entry: Entry) -> str | None:
        if entry.suppression.code not in self._codes:
            return f"không có quy tắc này{self._near(entry.suppression.code)}; hãy sửa mã hoặc bỏ mục này"
        if entry.expired:
            return entry.expired
        if entry.partly:
            return f"chưa bỏ qua được vì phát hiện còn ở chỗ khác: {'; '.join(entry.partly)}; hãy thêm mục cho chỗ đó"
        # Where no report of the run is about it, nothing is known of it.
        return "không còn phát hiện nào khớp; hãy bỏ mục này" if entry.judged and not entry.used else None


def _suppressed(outcome: CheckResult, live: Sequence[Entry], result: ReportResult) -> CheckResult:
    """A finding is set aside only when all the places that show it are: the next fault of its kind must not hide."""
    whole = [entry for entry in live if entry.everywhere]
    quoted = [place for place in outcome.places if place.quote] or list(outcome.places)
    matching = whole or [entry for entry in live if any(entry.covers(place) for place in quoted)]
    if not matching:
        return outcome
    left = [] if whole else [place for place in quoted if not any(entry.covers(place) for entry in matching)]
    for entry in matching:
        entry.used = entry.used or not left
        entry.partly += [f"{result.file}: {_place(place)}" for place in left]
    return outcome if left else outcome.model_copy(update={"suppressed": matching[0].shown()})


def _place(place: Place) -> str:
    return f"{place.label()} “{place.quote}”" if place.quote else place.label()


def _expired(entry: Entry, result: ReportResult) -> bool:
    until, day = entry.suppression.until, result.as_of
    if until is None or day is None or day <= until:
        return False
    entry.expired = (
        f"hết hạn từ sau ngày {show_date(until, 'vi')}, không áp dụng cho {result.file}"
        f" (ngày {show_date(day, 'vi')}); hãy gia hạn hoặc bỏ mục này"
    )
    return True
