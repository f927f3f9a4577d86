"""Numbers of list items as a page prints them: 1. a. A. i. I."""

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def list_number(at: int, kind: str) -> str:
    """Return the number of an item in an HTML list of `kind` (`1`, `a`, `A`, `i`, `I`), with its dot."""
    if kind in ("a", "A"):
        text = _letters(at)
    elif kind in ("i", "I"):
        text = _roman(at)
    else:
        text = str(at)
    return f"{text.upper() if kind.isupper() else text}."


def _letters(at: int) -> str:
    text = ""
    while at > 0:
        at, rest = divmod(at - 1, 26)
        text = chr(ord("a") + rest) + text
    return text or "0"


def _roman(at: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (at // value)
        at %= value
    return text or "0"
