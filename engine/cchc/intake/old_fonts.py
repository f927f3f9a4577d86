"""Text typed in the encodings of before Unicode (TCVN3 of the .Vn fonts, VNI): letters look right only in the old font."""

import re
from collections.abc import Collection

_FONTS = {"TCVN3 (ABC)": re.compile(r"^\.?Vn[A-Z]"), "VNI": re.compile(r"^VNI[- ]", re.IGNORECASE)}
# Signs that stand within words in the old encodings and never in Unicode Vietnamese. Vietnamese letters of Latin-1
# (é, ã, ô...) tell nothing and are left out, so are the quotes « » and the sign ® where they may be themselves.
_LETTERS = {
    "TCVN3 (ABC)": re.compile(r"(?<=[A-Za-z])[µ¸¶·¨¾¼½ª¬©](?!\d)|(?<=[A-Za-z])[«»®](?=[A-Za-z])|(?<!\S)®(?=[a-zA-Z¸µ¶·¹©ª«¬])"),
    "VNI": re.compile(r"(?<=[aeiouyAEIOUYôö])[øûïåäëüØÛÏÅÄËÜ]|öô|(?<![^\W_])ñ(?=[aeiouyôö])|[a-z]ö(?=[a-z])"),
}  # fmt: skip
_UNICODE = re.compile("[\u1ea0-\u1ef9ăâđêôơưĂÂĐÊÔƠƯ]")
_ENOUGH = 3
_MEND = "hãy chuyển cả văn bản sang Unicode bằng UniKey (Ctrl+Shift+F6) rồi kiểm tra lại"


def looks_like(text: str) -> str | None:
    """Return the old encoding whose letters stand in `text`, or None."""
    signs = {name: len(form.findall(text)) for name, form in _LETTERS.items()}
    name = max(signs, key=lambda key: signs[key])
    # A foreign name or two in a long report is no old encoding.
    return name if signs[name] >= _ENOUGH and signs[name] * 200 >= len(text.split()) else None


def wholly_old(text: str) -> str | None:
    """Return why a text cannot be read where hardly a word of it is in Unicode, or None."""
    name = looks_like(text)
    if name is None or _mostly_unicode(text):
        return None
    return f"văn bản gõ bằng phông cũ {name}, không phải Unicode, nên không đọc được chắc chắn điều gì; {_MEND}"


def old_font_warning(text: str, fonts: Collection[str]) -> str | None:
    """Return a warning about words in an old encoding, told by their letters or by the names of the fonts they are set in."""
    name = looks_like(text)
    if name is None:
        name = next((key for key, form in _FONTS.items() if any(form.match(_plain(font)) for font in fonts)), None)
    if name:
        return f"văn bản có chỗ dùng phông cũ {name}, không phải Unicode: số liệu ở đó có thể bị bỏ sót; {_MEND}"
    return None


def _plain(font: str) -> str:
    """Return the name without the prefix of an embedded subset (`ABCDEF+.VnTime`)."""
    return re.sub(r"^[A-Z]{6}\+", "", font.strip())


def _mostly_unicode(text: str) -> bool:
    old = sum(len(form.findall(text)) for form in _LETTERS.values())
    # ô and â are letters of both worlds, so an old text has some too.
    return len(_UNICODE.findall(text)) > 4 * old
