"""How findings, statements and causes are put into words in a chain of reasons."""

from cchc.model.text import Language, Text

CAUSE_ORIGIN = {
    "outside": Text(vi="Khách quan", en="Outside the unit"),
    "inside": Text(vi="Chủ quan", en="Inside the unit"),
}

_FINDING = {
    ("fail", False): Text(vi="{code}: {text}", en="{code}: {text}"),
    ("fail", True): Text(vi="{code} không bị vi phạm: {text}", en="{code} is not violated: {text}"),
    ("pass", False): Text(vi="{code} đạt: {text}", en="{code} holds: {text}"),
    ("pass", True): Text(vi="{code} không đạt: {text}", en="{code} does not hold: {text}"),
    ("unknown", False): Text(
        vi="{code} chưa kiểm tra được vì thiếu số liệu: {text}",
        en="{code} cannot be checked, figures are missing: {text}",
    ),
    ("unknown", True): Text(vi="{code} kiểm tra được: {text}", en="{code} can be checked: {text}"),
    ("not_applicable", False): Text(vi="{code} không áp dụng: {text}", en="{code} does not apply: {text}"),
    ("not_applicable", True): Text(vi="{code} có áp dụng: {text}", en="{code} applies: {text}"),
}

_ABSENT = Text(vi="Không thấy: {text}", en="Not seen: {text}")


def finding_text(code: str, outcome: str, text: str, lang: Language, denied: bool) -> str:
    """Say that a check has an outcome, or that it has not."""
    return _FINDING[outcome, denied].get(lang).format(code=code, text=text)


def flag_text(label: Text, lang: Language, denied: bool) -> str:
    """Say that a statement or fact holds, or that it does not."""
    text = label.get(lang)
    return _ABSENT.get(lang).format(text=text) if denied else text[:1].upper() + text[1:]
