"""Answer in the Word file itself: a copy of the report in which each remark is a comment on the very words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.model.errors import InputError
from cchc.model.place import Place
from cchc.model.text import Language
from cchc.output.word_comments_part import CommentsPart, Paragraph, serialised
from cchc.output.word_copy import refuse_target, write_copy
from cchc.output.word_spot import Spot, Spots

if TYPE_CHECKING:
    from cchc.wordml.package import Package

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"fix": "Cách sửa: ", "source": "Căn cứ: ", "at": "Tại: ", "also": "Xem thêm: ", "more": "và {n} chỗ khác",
           "general": "Góp ý chung cho báo cáo"},
    "en": {"fix": "To do: ", "source": "Source: ", "at": "At: ", "also": "See also: ", "more": "and {n} more",
           "general": "Remarks on the whole report"},
}  # fmt: skip
_SIGNED = "báo cáo gốc có chữ ký số, chữ ký không còn giá trị trong bản có góp ý: chỉ dùng bản này để sửa dự thảo"
_NOTHING = "không có đoạn văn nào để đặt góp ý; hãy xem kết quả trên màn hình"
_LONGEST_QUOTE = 80
_SHOWN_PLACES = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """What a comment says: the rule's code, one sentence, how to mend it, what it rests on, and the places it is about."""

    code: str
    text: str
    fix: str
    source: str
    places: tuple[Place, ...]


def annotate(
    source: Path,
    target: Path,
    remarks: Sequence[Remark],
    headings: Mapping[str, str],
    title: str | None = None,
    lang: Language = "vi",
) -> tuple[str, ...]:
    """Write a copy of `source` with `remarks` as comments, and return what the user should know about it, in Vietnamese.

    `headings` gives for each part the place of the block that is its heading, `title` the place of the title. Nothing
    but the comments and their marks differs from `source`. Raise `InputError` where `source` is no Word file that can be
    read, `UsageError` where `target` is not to be written.
    """
    from cchc.wordml.package import open_package

    refuse_target(source, target)
    package = open_package(source)
    changed = commented(package, remarks, headings, title, lang) if remarks else {}
    if changed is None:
        raise InputError(_NOTHING, str(source))
    write_copy(package, changed, target)
    return (_SIGNED,) if any(name.startswith("_xmlsignatures/") for name in package.parts) else ()


def commented(
    package: "Package",
    remarks: Sequence[Remark],
    headings: Mapping[str, str],
    title: str | None,
    lang: Language,
) -> dict[str, bytes] | None:
    """Return the parts of `package` that change when it gets `remarks`; None where there is no word to hang them on."""
    from cchc.wordml.walk import walk

    spots = Spots(walk(package), headings)
    top = spots.title(title)
    if top is None:
        return None
    comments = CommentsPart(package)
    for spot, paragraphs in _comments(spots, top, remarks, lang):
        spot.line.enclose(spot.start, spot.end, comments.add(paragraphs))
    return {package.main: serialised(package.xml(package.main)), **comments.changed()}


def _comments(
    spots: Spots, top: Spot, remarks: Sequence[Remark], lang: Language
) -> Iterator[tuple[Spot, list[Paragraph]]]:
    """Yield a comment for all remarks that have no place of their own, then one for each of the others."""
    found = [(remark, spots.best(remark.places)) for remark in remarks]
    homeless = [remark for remark, best in found if best is None]
    general = [p for r in homeless for p in _paragraphs(r, r.places[1:], next(iter(r.places), None), lang)]
    if general:
        yield top, [(_WORDS[lang]["general"], ""), *general]
    for remark, best in found:
        if best is not None:
            place, spot = best
            others = [p for p in dict.fromkeys(remark.places) if p != place]
            shown = place if spot.precision in ("near", "above") else None
            yield spot, list(_paragraphs(remark, others, shown, lang))


def _paragraphs(remark: Remark, others: Sequence[Place], at: Place | None, lang: Language) -> Iterator[Paragraph]:
    words = _WORDS[lang]
    yield f"[{remark.code}] ", _one_line(remark.text)
    if at is not None:
        yield words["at"], _cited(at)
    if others:
        more = [words["more"].format(n=len(others) - _SHOWN_PLACES)] if len(others) > _SHOWN_PLACES else []
        yield words["also"], "; ".join([*map(_cited, others[:_SHOWN_PLACES]), *more])
    if remark.fix:
        yield words["fix"], _one_line(remark.fix)
    if remark.source:
        yield words["source"], _one_line(remark.source)


def _cited(place: Place) -> str:
    quote = _one_line(place.quote or "")
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[:_LONGEST_QUOTE].rpartition(" ")[0] + "…"
    return f"{place.label()}: “{quote}”" if quote else place.label()


def _one_line(text: str) -> str:
    return " ".join(text.split())
