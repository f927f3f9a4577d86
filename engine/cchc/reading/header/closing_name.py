"""What the closing sentence calls the report: `Trên đây là Báo cáo kết quả ... tháng 4/2025`."""

import re

from cchc.vietnamese.spelling import spell

_SAID = re.compile(r"^\W*trên đây là\s+(?:toàn bộ\s+|nội dung\s+)?báo cáo(?=\s)")
_END = re.compile(r"[,;:.](?!\d)|\./|\n|\s+(?:của|trân trọng|kính|đề nghị|xin|để)\s|$")
_LEAST_WORDS = 3


def closing_name(sentences: list[str]) -> str | None:
    """Return the name of the report in its closing sentence; None where the sentence only says `báo cáo`."""
    for sentence in sentences:
        words = spell(sentence)
        match = _SAID.match(words)
        end = _END.search(words, match.end()) if match else None
        if match and end:
            name = " ".join(sentence[match.end() : end.start()].split())
            return name if len(name.split()) >= _LEAST_WORDS else None
    return None
