"""Checks of profiles: what they name exists, and their dated values do not overlap."""

from collections.abc import Iterator
from datetime import date

from cchc.model.errors import InputError
from cchc.packs import schema as s
from cchc.packs.pack import Pack
from cchc.packs.profiles import Files
from cchc.packs.source_text import SourceText
from cchc.packs.validate import did_you_mean


def profile_problems(pack: Pack, files: Files) -> Iterator[InputError]:
    """Yield every broken reference and every overlap, with file and line."""
    codes = [rule.rule.code for rule in pack.rules]
    for source, entry in files:
        if entry.outline is not None and entry.outline not in pack.outlines:
            hint = did_you_mean(entry.outline, pack.outlines)
            yield source.problem(f"không có đề cương '{entry.outline}'{hint}", ("outline",))
        for key, named in (("ignore", entry.ignore), ("severities", tuple(entry.severities))):
            for n, code in enumerate(named):
                if code not in codes:
                    path = (key, n) if key == "ignore" else (key, code)
                    yield source.problem(f"không có quy tắc '{code}'{did_you_mean(code, codes)}", path)
        yield from _targets(pack, source, entry)
        yield from _due(pack, source, entry)


def _targets(pack: Pack, source: SourceText, entry: s.ProfileEntry) -> Iterator[InputError]:
    for target, own in entry.targets.items():
        if target not in pack.targets:
            hint = did_you_mean(target, pack.targets)
            yield source.problem(f"không có chỉ tiêu '{target}'{hint}", ("targets", target))
        for n, value in enumerate(own if isinstance(own, tuple) else ()):
            path = ("targets", target, n)
            yield from _act(pack, source, value.source.act, path)
            if isinstance(own, tuple) and any(_overlap(value, other) for other in own[:n]):
                yield source.problem("hai giá trị trùng thời gian", path)


def _due(pack: Pack, source: SourceText, entry: s.ProfileEntry) -> Iterator[InputError]:
    for n, due in enumerate(entry.due):
        yield from _act(pack, source, due.source.act, ("due", n))
        for other in entry.due[:n]:
            shared = not due.periods or not other.periods or set(due.periods) & set(other.periods)
            if shared and _overlap(due, other):
                yield source.problem("hai hạn gửi trùng thời gian cho cùng một loại kỳ", ("due", n))


def _act(pack: Pack, source: SourceText, act: str, path: tuple[str | int, ...]) -> Iterator[InputError]:
    if act not in pack.sources:
        yield source.problem(f"không có văn bản '{act}'{did_you_mean(act, pack.sources)}", path)


def _overlap(one: s.DatedValue | s.DueDay, other: s.DatedValue | s.DueDay) -> bool:
    return one.from_ <= (other.to or date.max) and other.from_ <= (one.to or date.max)
