"""Footnote marks: superscript digits in the text, and at the start of the note they belong to."""

import re

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_VALUES = str.maketrans(_DIGITS, "0123456789")
_RAISED = str.maketrans("0123456789", _DIGITS)
# "m²", "km³" are units; elsewhere a raised number after a word, a number or a bracket is a mark.
_MARK = re.compile(rf"(?<=\S)(?<![{_DIGITS}])(?<!\bm)(?<!\b[kcdmh]m)[{_DIGITS}]{{1,4}}(?![{_DIGITS}])")
_NOTE = re.compile(rf"\s*([{_DIGITS}]{{1,4}})(?![{_DIGITS}])[\s.):]*(?=\S)")


def raised(number: str) -> str:
    """Return digits as superscripts: `12` becomes `¹²`."""
    return number.translate(_RAISED)


def marks_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return the footnote marks of a text: the offset and number of each."""
    return tuple((m.start(), int(m[0].translate(_VALUES))) for m in _MARK.finditer(text))


def note_in(text: str) -> tuple[int, str] | None:
    """Return the number and the text of a footnote if `text` is one: it begins with a superscript number."""
    match = _NOTE.match(text)
    return (int(match[1].translate(_VALUES)), text[match.end() :].strip()) if match else None
