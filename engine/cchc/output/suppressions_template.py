"""A suppression file to fill in."""

from typing import get_args

from cchc.model.text import Language
from cchc.model.triage import Reason, Role
from cchc.output.settled_words import reason_word, role_word

_TEXTS: dict[Language, tuple[str, str, str, str, str, str]] = {
    "vi": (
        "Phát hiện được bỏ qua có lý do: vẫn hiện ra kèm lý do, không đổi kết quả hay điểm, chỉ không làm mã thoát bằng 1.\n"
        "# Dùng: cchc check BÁO_CÁO --suppress TỆP_NÀY. Bỏ dấu # ở đầu dòng để dùng một mục; xóa dòng không cần.",
        "Mỗi mục cần code, reason, by. Các khóa khác thu hẹp phạm vi: unit (đơn vị), report (tên tệp, dùng được * và ?),\n"
        "# part (phần, mục và các mục con), quote (nguyên văn, không phân biệt hoa thường, dấu). Một phát hiện ở nhiều chỗ chỉ\n"
        "# được bỏ qua khi mọi chỗ đều có mục nêu.",
        "Lý do (reason)",
        "Vai trò (by), không ghi tên người",
        "bắt buộc khi reason là exempt_by_decision",
        "có giá trị với báo cáo đến hết ngày này",
    ),
    "en": (
        "Findings set aside for a reason: still shown, with the reason; no outcome or score changes, only the exit code does.\n"
        "# Use: cchc check REPORT --suppress THIS_FILE. Take away the # to use an entry; delete the lines you do not need.",
        "An entry needs code, reason, by. The other keys narrow it: unit, report (file name, with * and ?), part (with the parts\n"
        "# below it), quote (words of the report; case and marks do not matter). A finding in several places is set aside only\n"
        "# where an entry names each of them.",
        "Reasons (reason)",
        "Roles (by), never a person's name",
        "needed where reason is exempt_by_decision",
        "holds for reports up to this day",
    ),
}


def suppressions_template(lang: Language) -> str:
    """Return an empty suppression file with everything that may stand in it as comments."""
    head, scope, reasons, roles, decision, until = _TEXTS[lang]
    lines = [f"# {head}", "#", f"# {scope}", "#", f"# {reasons}:"]
    lines += [f"#   {one}: {reason_word(one, lang)}" for one in get_args(Reason)]
    lines += [f"# {roles}:", *(f"#   {one}: {role_word(one, lang)}" for one in get_args(Role)), ""]
    example = (
        "- code: DIG402", "  unit: Sở Công Thương", "  report: bao-cao-*.docx", "  part: II.6", '  quote: "…"',
        "  reason: exempt_by_decision", f'  decision: "…"    # {decision}', '  note: "…"', "  by: head_of_office",
        f"  until: 2025-12-31    # {until}",
    )  # fmt: skip
    return "\n".join([*lines, "suppressions: []", "# suppressions:", *(f"# {line}" for line in example)]) + "\n"
