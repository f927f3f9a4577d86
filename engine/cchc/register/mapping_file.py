"""The guessed mapping as a small file for the user to confirm."""

from collections.abc import Iterator, Sequence

from cchc.packs.register_words import COLUMNS, MEANINGS, NEEDED, RegisterWords
from cchc.register.mapping import Mapping
from cchc.vietnamese.fold import fold

_HEAD = """\
# Cột của sổ hồ sơ, do cchc đoán theo tên cột. Hãy xem lại từng dòng, sửa nếu sai, rồi chạy với --mapping tệp này.
# Bên trái là tên cột trong cchc, bên phải là tên cột đúng như trong tệp.
"""
_TAIL = """
# Hệ thống Một cửa đã tự lùi ngày hẹn trả khi chờ bổ sung hồ sơ chưa? (true / false)
due_includes_supplements: {due}
# Hồ sơ không có ngày hẹn trả: unknown (chưa biết), in_time (thủ tục không quy định thời hạn, tính là trong hạn).
no_due: {no_due}
# Mã hoặc tên các thủ tục chỉ là thông báo, để tính số hóa cả hai cách: [1.000123, 1.000456]
notification_only: []
# Ngày nghỉ lễ trong tuần, dùng với --working-days: [2025-04-07, 2025-04-30, 2025-05-01]
holidays: []
# Cột ngày ghi ngày trước (13/4/2025) hay tháng trước (4/13/2025), khi các ô không tự cho biết: {{received: day_first}}
date_order: {{}}
# Từ trong ô mà cchc chưa biết nghĩa, ví dụ:
# values:
#   channel: {{provincial_portal: [Trực tuyến], direct: [Quầy số 1]}}
#   các nghĩa: {meanings}
"""


def mapping_text(mapping: Mapping, headings: Sequence[str], words: RegisterWords) -> str:
    """Return a mapping as commented YAML: every column of `cchc`, those not found as comments, and the headings unused."""
    meanings = "; ".join(f"{c}: {', '.join(m)}" for c, m in MEANINGS.items())
    return (
        _HEAD
        + "columns:\n"
        + "".join(_columns(mapping, words))
        + "".join(_unused(mapping, headings))
        + _TAIL.format(due=str(mapping.due_includes_supplements).lower(), no_due=mapping.no_due, meanings=meanings)
    )


def _columns(mapping: Mapping, words: RegisterWords) -> Iterator[str]:
    for column in COLUMNS:
        label = words.columns[column].label.vi
        if column in mapping.columns:
            yield f"  {column}: {_quoted(mapping.columns[column])}  # {label}\n"
        else:
            need = "phải có" if column in NEEDED else "không thấy"
            yield f"  # {column}: ''  # {label} ({need})\n"


def _unused(mapping: Mapping, headings: Sequence[str]) -> Iterator[str]:
    used = {fold(heading) for heading in mapping.columns.values()}
    rest = [heading for heading in headings if heading.strip() and fold(heading) not in used]
    if rest:
        yield f"# Cột trong tệp không dùng đến: {', '.join(_quoted(heading) for heading in rest)}\n"


def _quoted(text: str) -> str:
    return "'" + " ".join(text.split()).replace("'", "''") + "'"
