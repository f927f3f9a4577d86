"""The layout script keeps every word, and makes real headings, footnotes and a table."""

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import docx
import pytest
from tests.conftest import ROOT
from tests.samples.test_samples import DOCUMENTS, word_lines

REPORT = """SỞ NGOẠI VỤ
Số: 15/BC-SNgV

Huế, ngày 02 tháng 6 năm 2025

BÁO CÁO
Cải cách hành chính tháng 5/2025

I. CHỈ ĐẠO, ĐIỀU HÀNH

Sở có 12 nhiệm vụ¹, lãnh đạo Sở trực tiếp chỉ đạo và theo dõi từng nhiệm vụ được giao trong

¹ Tính đến ngày 14/5/2025.

năm, không để chậm tiến độ.

II. THỦ TỤC HÀNH CHÍNH

- Số TTHC của Sở: 21. (MC: 19; MCLT: 2); TTHC của địa phương: 4.
- Rà soát TTHC nội bộ: số TTHC được rà soát: 2; số TTHC được đơn giản hóa: 1.
+ Trong tháng, Sở đã tiếp nhận 40 hồ sơ, trong đó: mới 38 hồ sơ.

1. Tiếp tục rà soát các thủ tục lãnh sự, đề xuất cắt giảm thành phần hồ sơ, phối hợp với Công an tỉnh trong việc quản lý người nước ngoài, bảo đảm thời hạn trả lời không quá thời gian quy định của pháp luật.

Nơi nhận:
- Sở Nội vụ;

GIÁM ĐỐC
(đã ký)
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lay_out", ROOT / "benchmarks/lay_out.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["lay_out"] = module
    spec.loader.exec_module(module)
    return module


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]", "", text)))


@pytest.fixture(scope="module")
def laid_out(script: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lay_out")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    out = folder / "report.docx"
    assert script.main([str(folder / "report.txt"), str(out), "--table", "thủ tục hành chính"]) == 0
    return out


def test_numbered_headings_are_headings_and_long_tasks_are_not(laid_out: Path) -> None:
    styles = {one.text: one.style.name for one in docx.Document(str(laid_out)).paragraphs if one.style}
    assert styles["I. CHỈ ĐẠO, ĐIỀU HÀNH"] == "Heading 1"
    assert styles["II. THỦ TỤC HÀNH CHÍNH"] == "Heading 1"
    assert next(style for text, style in styles.items() if text.startswith("1. Tiếp tục")) == "Normal"


def test_bullets_of_the_section_become_rows_with_what_governs_them(laid_out: Path) -> None:
    head, table, closing = docx.Document(str(laid_out)).tables
    assert [cell.text for cell in head.rows[0].cells] == [
        "SỞ NGOẠI VỤ\nSố: 15/BC-SNgV",
        "Huế, ngày 02 tháng 6 năm 2025",
    ]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nội dung", "Số liệu"],
        ["Số TTHC của Sở", "21"],
        ["Số TTHC của Sở: MC", "19"],
        ["Số TTHC của Sở: MCLT", "2"],
        ["TTHC của địa phương", "4"],
        ["Rà soát TTHC nội bộ: số TTHC được rà soát", "2"],
        ["Rà soát TTHC nội bộ: số TTHC được đơn giản hóa", "1"],
    ]
    assert closing.rows[0].cells[1].text == "GIÁM ĐỐC\n(đã ký)"


def test_a_sentence_cut_by_a_page_is_one_paragraph_and_its_mark_a_footnote(laid_out: Path) -> None:
    lines = list(word_lines(laid_out))
    assert any(line.endswith("được giao trong năm, không để chậm tiến độ.") for line in lines)
    assert " Tính đến ngày 14/5/2025." in lines
    assert "¹" not in "".join(lines)


def test_every_word_of_a_wrapped_text_is_kept(script: ModuleType, tmp_path: Path) -> None:
    source = DOCUMENTS / "so-ke-hoach-9-thang-2024.txt"
    out = tmp_path / "out.docx"
    assert script.main([str(source), str(out)]) == 0
    assert words("\n".join(word_lines(out))) == words(source.read_text(encoding="utf-8"))


def test_without_libreoffice_the_pdf_is_refused_with_a_reason(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert script.main([str(DOCUMENTS / "so-ke-hoach-9-thang-2024.txt"), str(tmp_path / "out.pdf")]) == 2
    assert "LibreOffice" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()
