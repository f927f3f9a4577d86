"""Which files a user means by files, folders and patterns."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.intake.files import each_file, own_names, report_files
from cchc.model.errors import InputError
from cchc.model.extraction import Hints
from cchc.model.outcome import Unreadable
from cchc.opening import attempt
from cchc.packs.pack import Pack


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def names(found: list[Path], folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in found]


def test_a_folder_gives_reports_of_every_kind_and_leaves_what_lies_beside_them(tmp_path: Path) -> None:
    put(tmp_path, "b.docx", "a.pdf", "sở/c.XLSX", "sở/d.txt", "e.yaml", "f.html", "g.doc")
    put(tmp_path, "README.md", "units.csv", "anh.png", "~$b.docx", ".ẩn.docx", ".kín/x.docx", "b.gop-y.docx")
    assert names(report_files(tmp_path), tmp_path) == [
        "a.pdf", "b.docx", "e.yaml", "f.html", "g.doc", "sở/c.XLSX", "sở/d.txt",
    ]  # fmt: skip


def test_a_file_is_taken_by_name_whatever_it_is(tmp_path: Path) -> None:
    put(tmp_path, "a.gop-y.docx", "x.md")
    for path in tmp_path.iterdir():
        assert report_files(path) == [path]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="không có báo cáo nào"):
        report_files(tmp_path)


def test_every_file_comes_once_in_the_order_asked_for(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", "b.docx", "c/d.docx")
    missing = tmp_path / "*.pdf"
    found = list(each_file([tmp_path / "b.docx", missing, tmp_path, tmp_path / "c" / ".." / "a.docx"]))
    assert [Path(f.file if isinstance(f, Unreadable) else f).name for f in found] == [
        "b.docx", "*.pdf", "a.docx", "d.docx",
    ]  # fmt: skip
    assert isinstance(found[1], Unreadable)
    assert "không có tệp nào khớp" in found[1].error


def test_a_pattern_finds_files_in_subfolders_and_a_name_with_brackets_is_itself(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", "c/d.docx", "báo cáo [1].docx")
    assert list(each_file([tmp_path / "**" / "d*.docx"])) == [tmp_path / "c/d.docx"]
    assert list(each_file([tmp_path / "báo cáo [1].docx"])) == [tmp_path / "báo cáo [1].docx"]


def test_a_pattern_relative_to_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "x/a.docx", "x/b.txt")
    monkeypatch.chdir(tmp_path)
    assert list(each_file([Path("x/*.docx")])) == [Path("x/a.docx")]
    (bad,) = each_file([Path("**.docx")])
    assert isinstance(bad, Unreadable) or bad.suffix == ".docx"


def test_names_of_results_are_never_the_same() -> None:
    files = [Path(name) for name in ("a/x.docx", "b/x.docx", "b/y.docx", "b/X.pdf", "z.docx")]
    assert own_names(files) == ["a_x", "b_x", "y", "b_X-2", "z"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode here")
def test_a_name_that_is_not_utf8_is_named_as_far_as_it_can_be_and_the_others_go_on(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", "\udcff.docx", "c.docx")
    found = list(each_file([tmp_path, tmp_path / "\udcfe"]))
    assert [f for f in found if isinstance(f, Path)] == [tmp_path / "a.docx", tmp_path / "c.docx"]
    bad = [f for f in found if isinstance(f, Unreadable)]
    assert [Path(f.file).name for f in bad] == ["?.docx", "?"]
    assert all(f.file in f.error and "hãy đổi tên" in f.error and f.error.encode() for f in bad)


def test_a_link_that_leads_nowhere_is_in_the_list_so_that_it_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.docx")
    (tmp_path / "b.docx").symlink_to(tmp_path / "mất.docx")
    assert names(report_files(tmp_path), tmp_path) == ["a.docx", "b.docx"]


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "kín"
    put(folder, "a.docx", "a.yaml")
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


@pytest.mark.parametrize("name", ["a.docx", "a.yaml"])
def test_a_file_in_a_folder_that_may_not_be_entered_is_named(
    closed: Path, name: str, pack: Pack, request: pytest.FixtureRequest
) -> None:
    # Only now: as root the folder is made, as nobody it is closed.
    request.getfixturevalue("unprivileged")
    path = closed / name
    assert list(each_file([path])) == [path]
    found = attempt(path, pack, Hints())
    assert isinstance(found, Unreadable)
    assert "không có quyền truy cập" in found.error
