"""Numbers stand in the words quoted for them; grounds called documents were seen; what nobody uses is named."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT

from cchc.packs.load import load_pack
from cchc.packs.pack import Pack
from cchc.packs.proofs import stands_in, unproved, without_quote
from cchc.packs.unused import unused


@pytest.mark.parametrize(
    ("number", "quote", "stands"),
    [
        ("90%", "chưa đạt so với tỷ lệ đề ra của tỉnh 90%", True),
        ("90%", "đạt 90 % trở lên", True),
        ("90%", "đạt 90 phần trăm", True),
        ("90%", "đạt 190% và 9%", False),
        ("90%", "có 90 thủ tục", False),
        ("12,5%", "mức 12,5%", True),
        (0, "không có hồ sơ quá hạn", True),
        (0, "zero overdue dossiers", True),
        (0, "10 hồ sơ", False),
        (20, "trước ngày 20 của tháng", True),
        (20, "trước ngày 2 tháng 10", False),
    ],
)
def test_a_number_in_its_quote(number: float | str, quote: str, stands: bool) -> None:
    assert stands_in(number, quote) is stands


def test_the_shipped_content_is_proved(pack: Pack) -> None:
    assert list(unproved(pack)) == []


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("rules", "indicators"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> int:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_quote_without_its_number_is_an_error_with_file_and_line(content: Path) -> None:
    line = change(content / "rules/targets.yaml", "tỷ lệ đề ra của tỉnh 90%", "tỷ lệ đề ra của tỉnh 80%")
    (problem,) = unproved(load_pack(content))
    assert (problem.file, problem.line) == ("rules/targets.yaml", line)
    assert "không có số 90%" in problem.message


def test_a_sourced_rule_rests_on_something_that_was_seen(content: Path) -> None:
    change(content / "rules/checks/dossiers.yaml", "act: tt-01-2020-vpcp", "act: cv-211-snv")
    (problem,) = unproved(load_pack(content))
    assert problem.file == "rules/checks/dossiers.yaml"
    assert "chưa đọc văn bản 'cv-211-snv'" in problem.message


def test_values_without_a_quotation_are_counted(content: Path) -> None:
    before = without_quote(load_pack(content))
    change(content / "rules/targets.yaml", "quote: chưa đạt so với tỷ lệ đề ra của tỉnh 90%", "quote: null")
    assert without_quote(load_pack(content)) == before + 1


def test_what_is_used_nowhere_is_named(content: Path) -> None:
    added = "facts:\n  - {id: doc.idle_thing, kind: count, label: {vi: Thử, en: Test}}\n"
    change(content / "rules/facts.yaml", "facts:\n", added)
    change(content / "rules/sources.yaml", "sources:\n", "sources:\n  - {id: idle-source, document: x, seen: none}\n")
    said = {
        kind: text for text in unused(load_pack(content)) for kind in ("dữ kiện", "văn bản") if text.startswith(kind)
    }
    assert "doc.idle_thing" in said["dữ kiện"]
    assert "idle-source" in said["văn bản"]
    assert "doc.issued" not in said["dữ kiện"]
    assert "seed-report" not in said["văn bản"]
