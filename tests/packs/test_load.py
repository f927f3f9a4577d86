"""Broken content is refused at load with file and line; the nearest name is suggested."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import ROOT

from cchc.model.errors import ContentError, InputError
from cchc.packs.load import load_pack
from cchc.packs.locate import content_root


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("rules", "indicators"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def edit(path: Path, old: str, new: str) -> int:
    """Replace the first `old` and return the line it stood in."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def problems(content: Path) -> list[InputError]:
    with pytest.raises(ContentError) as caught:
        len(load_pack(content).indices)
    return caught.value.problems


def test_an_unknown_figure_in_a_condition_names_file_line_and_nearest(content: Path) -> None:
    file = content / "rules/checks/dossiers.yaml"
    line = edit(file, "must: dossiers.received ==", "must: dossiers.recieved ==")
    (problem,) = problems(content)
    assert (problem.file, problem.line) == ("rules/checks/dossiers.yaml", line)
    assert "không có tên 'dossiers.recieved', có phải 'dossiers.received'?" in problem.message


def test_points_that_do_not_add_up_are_refused(content: Path) -> None:
    line = edit(content / "indicators/indices/rooms-and-units.yaml", "    max: 20.5", "    max: 21.5")
    found = problems(content)
    assert found
    assert all(p.file == "indicators/indices/rooms-and-units.yaml" for p in found)
    assert any(p.line is not None and p.line <= line for p in found)


def test_a_duplicate_key_is_refused_at_its_line(content: Path) -> None:
    line = edit(content / "rules/topics.yaml", "topics:\n", "topics:\n  - {id: a, id: b}\n")
    found = problems(content)
    assert any("khóa 'id' bị lặp" in p.message and p.line == line + 1 for p in found)


def test_every_problem_is_reported_at_once(content: Path) -> None:
    edit(content / "rules/checks/dossiers.yaml", "must: dossiers.received ==", "must: dossiers.recieved ==")
    edit(content / "rules/profiles/general.yaml", "outline: department", "outline: departments")
    assert {p.file for p in problems(content)} == {"rules/checks/dossiers.yaml", "rules/profiles/general.yaml"}


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("rules/checks/dossiers.yaml", "act: tt-01-2020-vpcp", "act: tt-01-2021-vpcp", "không có văn bản"),
        ("rules/checks/dossiers.yaml", "code: DOS101", "code: ONL899", "phải bắt đầu bằng DOS"),
        ("rules/checks/dossiers.yaml", "expect: fail", "expect: failed", "chọn một trong"),
        ("rules/topics.yaml", "field: digital,", "field: digitale,", "không có nhóm quy tắc 'digitale', có phải 'digital'"),
        ("rules/targets.yaml", "to: 2025-12-31, value: 90%", "to: 2025-99-31, value: 90%", "không đọc được"),
        ("rules/targets.yaml", "to: 2025-12-31, value: 90%", "to: sau này, value: 90%", "cần một ngày"),
        ("rules/weaknesses.yaml", "all: [ONL301.fail", "all: [ONL399.fail", "ONL399"),
        ("indicators/rates.yaml", "dossiers.resolved_early / dossiers.resolved", "dossiers.early / dossiers.resolved", "không có tên"),
        ("rules/facts.yaml", "kind: flag", "kind: flagg", "chọn một trong"),
    ],
)  # fmt: skip
def test_broken_references_are_refused(content: Path, file: str, old: str, new: str, message: str) -> None:
    edit(content / file, old, new)
    found = problems(content)
    assert [p for p in found if p.file == file and message in p.message], [p.text() for p in found]


def test_an_error_without_a_source_is_refused(content: Path) -> None:
    file = content / "rules/checks/dossiers.yaml"
    edit(file, "basis: sourced", "basis: unsourced")
    assert any("chưa có căn cứ (unsourced) không được là lỗi" in p.message for p in problems(content))


def test_two_values_of_a_target_at_one_time_are_refused(content: Path) -> None:
    edit(content / "rules/targets.yaml", "from: 2022-01-01", "from: 2021-12-31")
    assert any("trùng thời gian" in p.message for p in problems(content))


def test_a_folder_without_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="phải có 'rules/'"):
        content_root(tmp_path)


def test_the_order_of_files_does_not_matter(content: Path) -> None:
    """Renaming a rule file changes the order of the folder, and nothing else."""
    before = load_pack(content)
    checks = content / "rules/checks"
    (checks / "dossiers.yaml").rename(checks / "zz_dossiers.yaml")
    after = load_pack(content)
    key: Callable[[str], str] = str
    assert sorted((r.rule.code for r in before.rules), key=key) == sorted((r.rule.code for r in after.rules), key=key)
    assert {r.rule.code: r.must for r in before.rules} == {r.rule.code: r.must for r in after.rules}
