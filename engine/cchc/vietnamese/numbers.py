"""Numbers as people write them: `1.234`, `12,77%`, `14/4/2025` (English: `1,234`, `12.77%`, `2025-04-14`)."""

from datetime import date

from cchc.model.text import Language


def show_number(value: float, lang: Language = "vi", decimals: int = 2) -> str:
    """Write a count or quantity, at most `decimals` decimals, no trailing zeros."""
    text = f"{value:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def show_percent(fraction: float, lang: Language = "vi", decimals: int = 2) -> str:
    """Write a fraction as a percent: 18/141 becomes `12,77%`."""
    return f"{show_number(fraction * 100, lang, decimals)}%"


def show_date(day: date, lang: Language = "vi") -> str:
    """Write a date: `14/4/2025`."""
    return f"{day.day}/{day.month}/{day.year}" if lang == "vi" else day.isoformat()
