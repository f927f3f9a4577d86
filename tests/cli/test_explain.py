"""`cchc explain`, `cchc profiles`, `cchc pack docs` from the command line."""

from pathlib import Path

from click.testing import CliRunner, Result
from tests.conftest import ROOT

from cchc.cli.main import main


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_markdown_and_text_say_the_same_of_a_rule() -> None:
    text, markdown = call("explain", "DOS101"), call("explain", "DOS101", "--format", "markdown")
    assert (text.exit_code, markdown.exit_code) == (0, 0)
    assert markdown.stdout.startswith("# DOS101. ")
    assert "Mức: Lỗi" in text.stdout
    assert "**Mức:** Lỗi" in markdown.stdout


def test_every_kind_of_thing_is_explained() -> None:
    for name in ("ONL301", "TG01", "dossiers.received", "on_time", "service-quality-766", "bac-ninh"):
        for lang in ("vi", "en"):
            result = call("explain", name, "--lang", lang)
            assert result.exit_code == 0, result.output


def test_profiles_are_listed_and_one_is_told_in_full() -> None:
    listed = call("profiles", "--format", "csv").stdout
    assert listed.splitlines()[0].lstrip("\ufeff").startswith("Mã,")
    assert "commune-under-district" in listed
    assert "Bộ Nội vụ" in call("profiles", "province").stdout
    assert call("profiles", "province", "--format", "markdown").stdout.startswith("# province. ")


def test_forms_that_do_not_fit_are_refused() -> None:
    for arguments, word in ((("--format", "markdown"), "cần tên"), (("general", "--format", "csv"), "danh sách")):
        result = call("profiles", *arguments)
        assert result.exit_code == 2
        assert word in result.stderr
    assert "có phải 'khanh-hoa'" in call("profiles", "khanh-hoà").stderr


def test_pack_docs_writes_pages_and_removes_only_its_own(tmp_path: Path) -> None:
    old, mine = tmp_path / "rules/vi/OLD101.md", tmp_path / "rules/vi/ghi-chu.md"
    old.parent.mkdir(parents=True)
    old.write_text("<!-- cchc pack docs -->\n", encoding="utf-8")
    mine.write_text("# Của tôi\n", encoding="utf-8")
    result = call("pack", "docs", "-o", tmp_path, "--content", ROOT)
    assert result.exit_code == 0, result.output
    assert "bỏ 1 trang cũ" in result.stdout
    assert (tmp_path / "rules/en/DOS101.md").read_text(encoding="utf-8").startswith("<!-- cchc pack docs -->")
    assert (old.exists(), mine.exists()) == (False, True)


def test_pack_check_counts_profiles_and_values_without_quotation() -> None:
    said = call("pack", "check", ROOT)
    assert said.exit_code == 0
    assert "giá trị chỉ tiêu, hạn gửi chưa có trích nguyên văn" in said.stdout
