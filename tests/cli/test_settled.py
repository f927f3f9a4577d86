"""Living with findings from the command line: exit codes, what is said, what is written."""

import csv
import io
import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from tests.cli.small import call
from tests.conftest import SAMPLES

SEED, MENDED = (SAMPLES / f"{name}-2025-04.yaml" for name in ("seed", "mended"))


@pytest.fixture
def known(tmp_path: Path) -> Path:
    path = tmp_path / "known.json"
    result = call("check", SEED, "--write-baseline", path)
    assert result.exit_code == 0
    assert "phát hiện đã biết vào" in result.stderr
    return path


def suppress(tmp_path: Path, *entries: str) -> Path:
    path = tmp_path / "s.yaml"
    path.write_text("suppressions:\n" + "".join(f"- {{{entry}}}\n" for entry in entries), encoding="utf-8")
    return path


def report_of(*arguments: str | Path) -> dict[str, object]:
    document = json.loads(call("check", *arguments, "--format", "json", "--all").stdout)
    jsonschema.validate(document, json.loads(call("schema", "check").stdout))
    report: dict[str, object] = document["reports"][0]
    return report


def test_only_known_findings_do_not_fail_and_the_verdict_stays_honest(known: Path) -> None:
    assert call("check", SEED).exit_code == 1
    result = call("check", SEED, "--baseline", known)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[1].startswith("KẾT LUẬN: Phải sửa trước khi gửi")
    count = len(json.loads(known.read_text(encoding="utf-8"))["reports"][0]["findings"])
    assert lines[2].startswith(f"So với danh sách đã biết: {count} phát hiện đã biết, 0 phát hiện mới, đã sửa: 0")


def test_the_same_report_under_another_name_is_known(known: Path, tmp_path: Path) -> None:
    copy = tmp_path / "khác" / "tên khác.yaml"
    copy.parent.mkdir()
    shutil.copy(SEED, copy)
    assert call("check", copy, "--baseline", known).exit_code == 0


def test_a_new_finding_fails(known: Path) -> None:
    document = json.loads(known.read_text(encoding="utf-8"))
    findings = document["reports"][0]["findings"]
    document["reports"][0]["findings"] = [one for one in findings if one["code"] != "ONL401"]
    known.write_text(json.dumps(document), encoding="utf-8")
    result = call("check", SEED, "--baseline", known)
    assert result.exit_code == 1
    assert "1 phát hiện mới" in result.stdout
    assert call("check", SEED, "--baseline", known, "--select", "warning").exit_code == 0


def test_what_was_mended_is_named(known: Path) -> None:
    compared = report_of(MENDED, "--baseline", known)["compared"]
    assert isinstance(compared, dict)
    # The two errors in the numbers of the seed, which its twin has right.
    assert {"ONL401", "ONL202"} <= {*compared["mended"], *compared["undetermined"]}


def test_a_baseline_is_written_the_same_every_time(known: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.json"
    call("check", SEED, "--write-baseline", again)
    assert again.read_bytes() == known.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--write-baseline", "b.json", "--select", "ONL"], "không đi cùng --select, --ignore"),
        (["--write-baseline", SEED], "ghi đè lên tệp đầu vào"),
        (["--baseline", "không có.json"], "không có.json: không có tệp này"),
        (["--baseline", SEED], "không phải danh sách phát hiện đã biết"),
        (["--suppress", "không có.yaml"], "không có.yaml: không có tệp này"),
        (["--suppress", SEED], "không có khóa 'unit'"),
        (["--select", "onlin"], "không có mã, nhóm, mức hay căn cứ 'onlin'"),
        (["--ignore", "warnings"], "có phải 'warning'?"),
        (["--select", "ON"], "không có mã, nhóm, mức hay căn cứ 'ON'"),
        (["--select", "ONL", "--ignore", "onl"], "không để lại kiểm tra nào"),
    ],
)
def test_bad_calls_are_one_sentence_and_2(
    arguments: list[str | Path], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call("check", SEED, *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert not list(tmp_path.iterdir())


def test_no_baseline_is_written_where_a_report_could_not_be_read(tmp_path: Path) -> None:
    target = tmp_path / "known.json"
    result = call("check", SEED, tmp_path / "không có.docx", "--write-baseline", target)
    assert result.exit_code == 2
    assert f"chưa ghi {target} vì có báo cáo không đọc được" in result.stderr
    assert not target.exists()


ERRORS = ("ONL401", "ONL202", "TRM601", "TRM602", "TRM611", "ASM406")


def test_findings_set_aside_are_shown_with_the_reason_and_do_not_fail(tmp_path: Path) -> None:
    file = suppress(tmp_path, *(f"code: {code}, reason: accepted, by: head_of_office" for code in ERRORS))
    result = call("check", SEED, "--suppress", file)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].startswith("KẾT LUẬN: Phải sửa trước khi gửi")
    assert f"{len(ERRORS)} phát hiện đã bỏ qua có lý do" in result.stdout
    assert result.stdout.count("Đã bỏ qua: chấp nhận để nguyên; quyết định bởi lãnh đạo cơ quan, đơn vị") == len(ERRORS)
    assert result.stderr == ""


def test_no_outcome_changes_in_any_form(tmp_path: Path) -> None:
    file = suppress(tmp_path, *(f"code: {code}, reason: wrong_reading, by: reviewer" for code in ERRORS))
    before, after = report_of(SEED), report_of(SEED, "--suppress", file)
    outcomes = after["outcomes"]
    assert isinstance(outcomes, list)
    assert {o["code"] for o in outcomes if o["suppressed"]} == set(ERRORS)
    after["outcomes"] = [{**o, "suppressed": None} for o in outcomes]
    assert after == before
    rows = list(csv.DictReader(io.StringIO(call("check", SEED, "--suppress", file, "--format", "csv").stdout)))
    assert {row["Mã"] for row in rows if row["Đã xử lý"].startswith("Đã bỏ qua: máy đọc sai")} == set(ERRORS)


def test_entries_that_no_longer_fit_are_named_with_their_line(tmp_path: Path) -> None:
    file = suppress(
        tmp_path,
        "code: ONL410, reason: accepted, by: reviewer",
        "code: ONL401, reason: accepted, by: reviewer, until: 2025-03-31",
        "code: DOS101, reason: accepted, by: reviewer",
        "code: DOS101, unit: Sở Khác, reason: accepted, by: reviewer",
    )
    result = call("check", SEED, "--suppress", file)
    assert result.exit_code == 1
    said = result.stderr.splitlines()
    assert len(said) == 3
    assert said[0].startswith(f"Lưu ý: {file}:2: ONL410: không có quy tắc này, có phải 'ONL4")
    assert said[1].startswith(f"Lưu ý: {file}:3: ONL401: hết hạn từ sau ngày 31/3/2025")
    assert said[2].startswith(f"Lưu ý: {file}:4: DOS101: không còn phát hiện nào khớp")


@pytest.mark.parametrize(
    "words", [["ONL401"], ["onl"], ["digital"], ["dossiers"], ["warning"], ["brief"], ["ONL", "seed"]]
)
def test_select_and_ignore_part_the_findings(words: list[str]) -> None:
    """By code, beginning, topic, severity and basis: what is chosen and what is left are the whole, and do not meet."""
    options = [part for word in words for part in ("--select", word)]
    chosen = {o["code"] for o in _outcomes(*options)}
    left = {o["code"] for o in _outcomes(*[part for word in words for part in ("--ignore", word)])}
    every = {o["code"]: o for o in _outcomes()}
    assert chosen
    assert chosen.isdisjoint(left)
    assert chosen | left == set(every)
    assert chosen == {code for code, o in every.items() if any(_named(o, word) for word in words)}


def _outcomes(*options: str) -> list[dict[str, str]]:
    found = report_of(SEED, *options)["outcomes"]
    assert isinstance(found, list)
    return found


def _named(o: dict[str, str], word: str) -> bool:
    return word in (o["topic"], o["severity"], o["basis"]) or o["code"].startswith(word.upper())


def test_select_and_ignore_together() -> None:
    codes = {o["code"] for o in _outcomes("--select", "error,ONL", "--ignore", "ONL4")}
    every = _outcomes()
    assert codes == {
        o["code"]
        for o in every
        if (o["severity"] == "error" or o["code"].startswith("ONL")) and o["code"][:4] != "ONL4"
    }


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "matrix", "matrix-csv"])
def test_every_form_is_the_same_twice_and_ends_with_1(form: str) -> None:
    first, second = (call("check", SEED, MENDED, "--format", form) for _ in range(2))
    assert first.exit_code == 1
    assert "ONL401" in first.stdout
    assert first.stdout == second.stdout


def test_findings_come_in_reading_order_in_every_form() -> None:
    order = [o["code"] for o in _outcomes() if o["outcome"] == "fail"]
    sarif = json.loads(call("check", SEED, "--format", "sarif").stdout)["runs"][0]["results"]
    assert [r["ruleId"] for r in sarif] == order
    github = call("check", SEED, "--format", "github").stdout.splitlines()
    assert [line.partition("title=")[2][:6] for line in github] == order
    parts = [o["places"][0]["part"] for o in _outcomes() if o["outcome"] == "fail"]  # type: ignore[index]
    mains = [part.partition(".")[0] for part in parts]
    assert mains == sorted(mains, key=["mở đầu", "I", "II", "III", "IV", "V", "kết thúc"].index)
