"""What `cchc pack check` proves beyond the shape of the content: numbers stand in their quotes, grounds were seen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc.model.errors import InputError
from cchc.packs import schema as s
from cchc.packs.pack import Pack
from cchc.packs.resolve import as_number
from cchc.packs.source_text import SourceText, parse_yaml, read_text
from cchc.vietnamese.fold import fold

_NONE = ("khong", "zero", "none", "no")
_TARGETS = "rules/targets.yaml"


@dataclass(frozen=True)
class _Quoted:
    """A number, the words it must stand in, and where both are declared."""

    number: float | str
    quote: str | None
    source: SourceText
    path: tuple[str | int, ...]


def unproved(pack: Pack) -> Iterator[InputError]:
    """Yield every number that its own quote lacks, and every ground said to be a document that nobody saw."""
    for one in _numbers(pack):
        if one.quote is not None and not stands_in(one.number, one.quote):
            yield one.source.problem(f"trích dẫn không có số {one.number}: “{one.quote}”", one.path)
    yield from _unseen(pack)


def without_quote(pack: Pack) -> int:
    """Return how many values of targets have no quotation of their source."""
    return sum(one.quote is None for one in _numbers(pack))


def stands_in(number: float | str, quote: str) -> bool:
    """Return whether a number stands in a quote: `90%` as `90%` or `90 %`, `0` also as a word, `1,5` also as `1.5`."""
    value = as_number(number)
    if isinstance(number, str) and number.strip().endswith("%"):
        shares = re.findall(r"(\d+(?:[.,]\d+)?) ?(?:%|phần trăm|per cent|percent)", quote)
        return any(abs(as_number(f"{share}%") - value) < 1e-9 for share in shares)
    if value == 0 and set(re.findall(r"\w+", fold(quote))) & set(_NONE):
        return True
    return any(as_number(found) == value for found in re.findall(r"\d+(?:[.,]\d+)?", quote))


def _numbers(pack: Pack) -> Iterator[_Quoted]:
    source = _parsed(pack, _TARGETS)
    for n, target in enumerate(pack.targets.values()):
        yield from _values(target.values, source, ("targets", n, "values"))
    for path in sorted((pack.root / "rules/profiles").glob("*.yaml")):
        file = _parsed(pack, f"rules/profiles/{path.name}")
        entry = s.ProfileEntry.model_validate(file.data)
        for target_id, own in entry.targets.items():
            if isinstance(own, tuple):
                yield from _values(own, file, ("targets", target_id))
        for n, due in enumerate(entry.due):
            yield _Quoted(due.day or due.working_days or 0, due.quote, file, ("due", n))


def _values(values: Sequence[s.DatedValue], source: SourceText, path: tuple[str | int, ...]) -> Iterator[_Quoted]:
    yield from (_Quoted(value.value, value.quote, source, (*path, n)) for n, value in enumerate(values))


def _unseen(pack: Pack) -> Iterator[InputError]:
    unseen = {id_ for id_, source in pack.sources.items() if source.seen == "none"}
    for rule in pack.rules:
        if rule.rule.basis == "sourced" and rule.rule.source.act in unseen:
            message = f"căn cứ 'sourced' nhưng chưa đọc văn bản '{rule.rule.source.act}' (seen: none); hãy đổi 'basis'"
            yield InputError(message, rule.file, rule.line, rule.rule.code)
    source = _parsed(pack, _TARGETS)
    for n, target in enumerate(pack.targets.values()):
        for m, value in enumerate(target.values):
            if value.basis == "sourced" and value.source.act in unseen:
                message = f"căn cứ 'sourced' nhưng chưa đọc văn bản '{value.source.act}' (seen: none)"
                yield source.problem(message, ("targets", n, "values", m))


def _parsed(pack: Pack, relative: str) -> SourceText:
    return parse_yaml(read_text(pack.root / relative, relative), relative)
