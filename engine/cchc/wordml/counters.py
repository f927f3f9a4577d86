"""How a list counts: the n-th item in the manner of each number format of Word."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Beyond these no list goes, and the text of a number would grow with the number.
_MAX_ROMAN = 3999
_MAX_LETTERS = 26 * 30


def printed(value: int, form: str) -> str:
    """Return `value` in a number format (`upperRoman`, `lowerLetter`...); one that is not known counts in digits."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{value:02}"
    if form in ("upperRoman", "lowerRoman") and 0 < value <= _MAX_ROMAN:
        return _cased(_roman(value), form)
    if form in ("upperLetter", "lowerLetter") and 0 < value <= _MAX_LETTERS:
        return _cased(_letters(value), form)
    return str(value)


def _cased(text: str, form: str) -> str:
    return text if form.startswith("upper") else text.lower()


def _roman(value: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        text += sign * count
    return text


def _letters(value: int) -> str:
    """Return A to Z, then AA, BB: Word doubles the letter and does not count on as AB."""
    times, letter = divmod(value - 1, 26)
    return chr(ord("A") + letter) * (times + 1)
