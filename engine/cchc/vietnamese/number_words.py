"""Numbers written in words: `ba trăm hai mươi hai` is 322."""

from cchc.vietnamese.spelling import spell

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_GROUPS = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỉ": 1_000_000_000}
_FILL = frozenset({"linh", "lẻ"})
_MOST_WORDS = 20


def number_in_words(text: str) -> int | None:
    """Return the number that a text spells and nothing more; None where it is anything else."""
    words = spell(text).split()
    if not words or len(words) > _MOST_WORDS:
        return None
    total, group, last = 0, [], 0
    for word in words:
        if word not in _GROUPS:
            group.append(word)
            continue
        value = _below_thousand(group)
        if not value or (last and _GROUPS[word] >= last):
            return None
        last, group = _GROUPS[word], []
        total += value * last
    rest = _below_thousand(group) if group else 0
    return None if rest is None or (total and rest >= last) else total + rest


def _below_thousand(words: list[str]) -> int | None:
    """Return a number of at most three digits: `ba trăm linh năm`, `mười hai`, `bảy`."""
    hundreds, rest = (words[0], words[2:]) if words[1:2] == ["trăm"] else (None, words)
    tens = _below_hundred(rest, after_hundreds=hundreds is not None)
    if hundreds is None:
        return tens
    return None if hundreds not in _DIGITS or tens is None else 100 * _DIGITS[hundreds] + tens


def _below_hundred(words: list[str], *, after_hundreds: bool) -> int | None:
    match words:
        case [] if after_hundreds:
            return 0
        case [fill, unit] if after_hundreds and fill in _FILL and unit in _DIGITS:
            return _DIGITS[unit]
        case ["mười"]:
            return 10
        case ["mười", unit] if unit in _DIGITS:
            return 10 + _DIGITS[unit]
        case [tens, "mươi"] if tens in _DIGITS:
            return 10 * _DIGITS[tens]
        case [tens, "mươi", unit] if tens in _DIGITS and unit in _DIGITS:
            return 10 * _DIGITS[tens] + _DIGITS[unit]
        case [unit] if unit in _DIGITS and not after_hundreds:
            return _DIGITS[unit]
        case _:
            return None
