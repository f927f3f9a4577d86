"""A small report in the tests' own words, as text and as a Word file, and calls of the command line."""

from pathlib import Path

from click.testing import CliRunner, Result
from docx import Document

from cchc.cli.main import main

HEAD = (
    "UBND TỈNH HÀ NAM",
    "SỞ CÔNG THƯƠNG",
    "Số: 45/BC-SCT",
    "Hà Nam, ngày 16 tháng 4 năm 2025",
    "BÁO CÁO",
    "Công tác cải cách hành chính tháng 4/2025",
)
BODY = (
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "Sở đã ban hành Kế hoạch số 04/KH-SCT ngày 20/01/2025 về cải cách hành chính.",
    "II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH",
    "2. Cải cách thủ tục hành chính",
    "Trong kỳ, Sở đã tiếp nhận 331 hồ sơ, trong đó tiếp nhận mới 320 hồ sơ, kỳ trước chuyển sang 6 hồ sơ.",
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 99,38%.",
    "Phát 1.500 tờ gấp cho người dân.",
    "III. ĐÁNH GIÁ CHUNG",
    "2. Tồn tại, hạn chế",
    "Còn hồ sơ giải quyết quá hạn.",
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
    "1. Tiếp tục rà soát thủ tục hành chính.",
)


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def as_text(path: Path, head: tuple[str, ...] = HEAD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join((*head, *BODY)) + "\n", encoding="utf-8")
    return path


def as_word(path: Path, head: tuple[str, ...] = HEAD) -> Path:
    document = Document()
    for line in (*head, *BODY):
        document.add_paragraph(line)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path
