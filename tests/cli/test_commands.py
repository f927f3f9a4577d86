"""The commands as people call them: output, exit code, errors of every kind."""

import csv
import io
import json
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from tests.conftest import ROOT, SAMPLES

from cchc.cli.main import main

SEED, MENDED, FAULTY = (SAMPLES / f"{name}-2025-04.yaml" for name in ("seed", "mended", "faulty"))
UNITS = SAMPLES / "units-2025.csv"


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def failed(*arguments: str | Path) -> str:
    """Return the one message of a call that could not be carried out."""
    result = call(*arguments)
    assert result.exit_code == 2, result.output
    assert "Lỗi: " in result.output or "KHÔNG ĐỌC ĐƯỢC" in result.output
    return result.output


@pytest.mark.parametrize(("file", "code", "verdict"), [(SEED, 1, "mend"), (MENDED, 0, "explain"), (FAULTY, 1, "mend")])
def test_the_json_of_a_check_follows_its_schema(file: Path, code: int, verdict: str) -> None:
    result = call("check", file, "--format", "json", "--all")
    assert result.exit_code == code
    document = json.loads(result.stdout)
    jsonschema.validate(document, json.loads(call("schema", "check").stdout))
    (report,) = document["reports"]
    assert report["verdict"] == verdict
    assert {"file", "unit", "period", "verdict", "outcomes", "weaknesses", "read"} <= set(report)
    outcome = report["outcomes"][0]
    keys = {"code", "origin", "outcome", "severity", "basis", "message", "figures", "places", "source", "fix"}
    assert keys <= set(outcome)
    assert set(report["read"]) == {"found", "expected", "missing"}
    assert all({"id", "title", "chain", "cause", "action"} <= set(w) for w in report["weaknesses"])


def test_without_all_what_passed_is_left_out() -> None:
    outcomes = json.loads(call("check", SEED, "--format", "json").stdout)["reports"][0]["outcomes"]
    assert {o["outcome"] for o in outcomes} == {"fail", "unknown", "not_applicable"}


def test_the_csv_of_a_check_opens_as_a_table(tmp_path: Path) -> None:
    target = tmp_path / "kết quả.csv"
    assert call("check", SEED, FAULTY, "--format", "csv", "-o", target).exit_code == 1
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert {row["Đơn vị"] for row in rows} == {"Sở Công Thương", "Sở Mẫu"}
    assert (rows[0]["Kết quả"], rows[0]["Mức"], rows[0]["Kết luận"]) == ("Cần xem lại", "Lỗi", "Phải sửa trước khi gửi")
    uptake = next(r for r in rows if r["Mã"] == "ONL301" and r["Đơn vị"] == "Sở Công Thương")
    assert uptake["Nhận xét"] == "18/141 = 12,77%, chỉ tiêu 90%: cần 127 dịch vụ, còn thiếu 109"


@pytest.mark.parametrize(
    ("options", "code"),
    [([], 1), (["--select", "TRD"], 0), (["--select", "ONL301", "--fail-on", "warning"], 1), (["--ignore", "error"], 0),
     (["--select", "ONL301"], 0), (["--select", "ONL301", "--fail-on", "info"], 1), (["--select", "ONL,DOS", "--ignore", "ONL"], 0)],
)  # fmt: skip
def test_selection_and_threshold_decide_the_exit_code(options: list[str], code: int) -> None:
    assert call("check", SEED, *options).exit_code == code


def test_text_says_the_verdict_first_and_quotes_the_report() -> None:
    text = call("check", SEED).stdout
    assert text.splitlines()[1].startswith("KẾT LUẬN: Phải sửa trước khi gửi")
    assert "Đã đọc" in text
    assert "“226 hồ sơ đạt tỷ lệ 100%”" in text


def test_english_output_has_no_vietnamese_words_of_ours() -> None:
    text = call("check", MENDED, "--lang", "en").stdout
    assert "VERDICT: May be sent, with explanations" in text
    for word in ("Căn cứ", "Cần làm", "Cảnh báo", "chưa nêu"):
        assert word not in text


def test_a_date_before_the_target_leaves_it_unknown() -> None:
    result = call("check", SEED, "--format", "json", "--all", "--select", "ONL301", "--as-of", "31/12/2024")
    (outcome,) = json.loads(result.stdout)["reports"][0]["outcomes"]
    assert outcome["outcome"] == "unknown"


def test_a_folder_is_checked_and_unreadable_files_are_listed(tmp_path: Path) -> None:
    shutil.copy(MENDED, tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_text("unit: [", encoding="utf-8")
    result = call("check", tmp_path)
    assert result.exit_code == 2
    assert "Gửi được, cần giải trình" in result.stdout
    assert "KHÔNG ĐỌC ĐƯỢC 1 TỆP" in result.stdout
    assert f"{tmp_path / 'b.yaml'}:2: YAML sai cú pháp" in result.stdout
    document = json.loads(call("check", tmp_path, "--format", "json").stdout)
    assert [len(document["reports"]), len(document["unreadable"])] == [1, 1]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "không có tệp này"),
        ("", "tệp trống"),
        ("unit: x\nlevel: [\n", "YAML sai cú pháp"),
        ("unit: x\nunit: y\n", "khóa 'unit' bị lặp"),
    ],
)
def test_bad_files_end_with_one_sentence_and_2(tmp_path: Path, text: str | None, message: str) -> None:
    path = tmp_path / "r.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    result = call("check", path)
    assert result.exit_code == 2
    assert message in result.stdout
    assert "Traceback" not in result.output


def test_a_folder_without_reports(tmp_path: Path) -> None:
    assert "không có báo cáo nào" in failed("check", tmp_path)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", SEED, "--profile", "bac-gian"], "có phải 'bac-giang'?"),
        (["check", SEED, "--as-of", "hôm nay"], "--as-of cần một ngày"),
        (["check", SEED, "--select", "ONLL"], "không có mã, nhóm, mức hay căn cứ 'ONLL'"),
        (["check", SEED, "-o", SEED / "x.txt"], "một phần của đường dẫn không phải thư mục"),
        (["check", SEED, "-o", SAMPLES], "đây là thư mục, cần một tệp"),
        (["check", SEED, "-o", SEED], "ghi đè lên tệp đầu vào"),
        (["score", UNITS, "-o", UNITS], "ghi đè lên tệp đầu vào"),
        (["explain", "ONL310"], "có phải 'ONL301'?"),
        (["score", UNITS, "--index", "rooms-and-unit"], "có phải 'rooms-and-units'?"),
        (["score", UNITS, UNITS, "--format", "csv"], "một bảng mỗi lần"),
        (["rules", "--topic", "x"], "không có nhóm 'x'"),
        (["check", SEED, "--content", "/tmp"], "phải có 'rules/'"),
        (["check", SEED, "--select", "o"], "không có mã, nhóm, mức hay căn cứ 'o'"),
        (["check", SEED, "--ignore", "error,warning,info"], "không để lại kiểm tra nào"),
        (["check"], "thiếu tham số BÁO_CÁO..."),
        (["chek"], "không có lệnh 'chek', có phải 'check'?"),
        (["pack", "chek"], "không có lệnh 'chek', có phải 'check'?"),
        (["check", SEED, "--selct", "x"], "không có tùy chọn '--selct', có phải '--select'?"),
        (["check", SEED, "--format", "xml"], "tùy chọn '--format' chỉ nhận một trong: text, json, csv"),
        (["check", SEED, "--format"], "tùy chọn '--format' cần một giá trị"),
        (["check", SEED, "--all=1"], "tùy chọn '--all' không nhận giá trị"),
        (["schema", "x"], "tham số [report|read|check|score|compare|against|lookup] chỉ nhận một trong: report, read, check, score, compare,"),
        (["explain", "A", "B"], "thừa tham số B"),
    ],
)  # fmt: skip
def test_bad_calls_are_answered(arguments: list[str | Path], message: str) -> None:
    assert message in failed(*arguments)


def test_an_unknown_profile_is_answered_before_files_are_read() -> None:
    assert "hiện có: attached-unit, bac-giang, bac-ninh" in failed("check", "/khong/co.yaml", "--profile", "x")


def test_the_report_template_is_a_report_that_states_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mau.yaml"
    assert call("template", "report", "-o", path).exit_code == 0
    report = json.loads(call("check", path, "--format", "json").stdout)["reports"][0]
    assert not [o["code"] for o in report["outcomes"] if o["outcome"] == "fail" and o["severity"] == "error"]
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), {"type": "object"})


def test_the_units_template_asks_for_units(tmp_path: Path) -> None:
    path = tmp_path / "don-vi.csv"
    assert call("template", "units", "-o", path).exit_code == 0
    assert "chưa có dòng đơn vị nào" in failed("score", path)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("P1,Phòng Một,phòng\r\n")
    result = call("score", path, "--format", "json")
    assert result.exit_code == 0
    (unit,) = json.loads(result.stdout)["units"]
    assert (unit["percent"], unit["rank"], unit["coverage"], unit["range"]) == (None, None, 0.0, [0.0, 100.0])


def test_samples_follow_the_published_report_schema() -> None:
    schema = json.loads(call("schema", "report").stdout)
    for file in (SEED, MENDED, FAULTY):
        data = json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), default=str))
        jsonschema.validate(data, schema)


@pytest.mark.parametrize(
    "command", [["rules"], ["rules", "--format", "csv"], ["figures"], ["figures", "--lang", "en"], ["indices"]]
)
def test_listings(command: list[str]) -> None:
    result = call(*command)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 30


def test_csv_for_a_vietnamese_excel(tmp_path: Path) -> None:
    target = tmp_path / "bang-diem.csv"
    assert call("score", UNITS, "--format", "csv", "--sep", ";", "--decimal", ",", "-o", target).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig")), delimiter=";"))
    plain = csv.DictReader(io.StringIO(call("score", UNITS, "--format", "csv").stdout))
    for row, same in zip(rows, plain, strict=True):
        assert row["Đơn vị"] == same["Đơn vị"]
        assert row["Chỉ số (%)"].replace(",", ".") == same["Chỉ số (%)"]
    assert "--sep là một dấu" in failed("score", UNITS, "--format", "csv", "--decimal", ",")


def test_a_report_of_which_nothing_is_known_is_not_called_good(tmp_path: Path) -> None:
    path = tmp_path / "mau.yaml"
    call("template", "report", "-o", path)
    result = call("check", path, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["reports"][0]["verdict"] == "undecided"


def test_a_report_of_which_hardly_anything_is_known_is_not_called_good(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(
        "unit: Sở Mẫu\nlevel: department\nprovince: Bắc Giang\nperiod: {kind: month, year: 2025, number: 4}\n"
        "figures: {dossiers.received: 331, dossiers.carried_over: 6, dossiers.new: 325}\n",
        encoding="utf-8",
    )
    result = call("check", path)
    assert result.exit_code == 1
    assert "Chưa đủ số liệu để kết luận" in result.stdout


def test_the_verdict_is_on_the_whole_report_whatever_was_chosen() -> None:
    result = call("check", SEED, "--select", "DOS101")
    assert result.exit_code == 0
    assert "KẾT LUẬN: Phải sửa trước khi gửi" in result.stdout
    assert "dưới đây chỉ nêu 1/" in result.stdout


def test_reports_in_subfolders_are_found_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for folder in ("2025/04", ".cu"):
        (tmp_path / folder).mkdir(parents=True)
        shutil.copy(MENDED, tmp_path / folder / "bao-cao.yaml")
    (report,) = json.loads(call("check", tmp_path, "--format", "json").stdout)["reports"]
    assert report["file"].endswith("2025/04/bao-cao.yaml")


def test_a_missing_file_is_called_missing_whatever_its_kind(tmp_path: Path) -> None:
    for name in ("khong-co.docx", "khong-co"):
        assert "không có tệp này" in failed("check", tmp_path / name)


def test_units_may_be_wrapped_like_the_scorecard(tmp_path: Path) -> None:
    path = tmp_path / "units.json"
    path.write_text(
        json.dumps({"units": [{"id": "A", "name": "Phòng A", "kind": "phòng", "figures": {}}]}), encoding="utf-8"
    )
    assert call("score", path).exit_code == 0


def test_a_loop_of_links_is_one_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    for command, path in (("check", tmp_path / "a.yaml"), ("score", tmp_path / "a.yaml"), ("check", tmp_path)):
        message = failed(command, path)
        assert message
        assert "Traceback" not in message
    assert call("check", MENDED, "-o", tmp_path / "a.yaml").exit_code != 0


def test_a_file_named_twice_is_checked_once() -> None:
    document = json.loads(call("check", SEED, SEED.parent / "../sample_reports" / SEED.name, "--format", "json").stdout)
    assert len(document["reports"]) == 1


@pytest.mark.parametrize("province", ["tỉnh Bắc Giang", "bắc giang", "Bac Giang"])
def test_the_name_of_the_province_may_be_written_in_other_ways(tmp_path: Path, province: str) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(
        SEED.read_text(encoding="utf-8").replace("province: Bắc Giang", f"province: {province}"), encoding="utf-8"
    )
    report = json.loads(call("check", path, "--format", "json", "--all").stdout)["reports"][0]
    assert report["profile"] == "bac-giang"
    assert next(o for o in report["outcomes"] if o["code"] == "ONL301")["outcome"] == "fail"


def test_weaknesses_of_checks_that_were_not_chosen_are_left_out() -> None:
    report = json.loads(call("check", SEED, "--select", "trd", "--format", "json").stdout)["reports"][0]
    codes = {o["code"] for o in report["outcomes"]}
    assert codes
    assert all(code.startswith("TRD") for code in codes)
    assert "weakness.online_uptake" not in {w["id"] for w in report["weaknesses"]}


def test_explain_by_code_and_by_origin() -> None:
    assert call("explain", "onl301").stdout == call("explain", "TG01").stdout
    assert "Ví dụ (cần xem lại): DVC trực tuyến có phát sinh hồ sơ = 18" in call("explain", "ONL301").stdout


def test_pack_check_counts_what_it_proved() -> None:
    result = call("pack", "check", ROOT)
    assert result.exit_code == 0
    assert "(0 sai)" in result.stdout
    assert "(0 wrong)" in call("pack", "check", ROOT, "--lang", "en").stdout


def test_pack_check_names_a_wrong_case(tmp_path: Path) -> None:
    for name in ("rules", "indicators"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "rules/checks/dossiers.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("320}, expect: fail", "325}, expect: fail", 1), encoding="utf-8"
    )
    result = call("pack", "check", tmp_path)
    assert result.exit_code == 2
    assert "rules/checks/dossiers.yaml:" in result.output
    assert "DOS101: ca thử" in result.output


@pytest.mark.parametrize("arguments", [[], ["--help"], ["check", "--help"], ["pack"], ["template", "-h"], ["chek"]])
def test_the_frame_of_help_is_vietnamese(arguments: list[str]) -> None:
    text = call(*arguments).output
    assert text.startswith("Cách dùng: ")
    for word in ("Usage", "Options", "Commands", "Show this", "Try ", "Error", "default:", "[OPTIONS]", "TEXT", "PATH"):
        assert word not in text


def test_a_report_that_nothing_passed_is_not_called_good(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(
        "unit: Sở\nlevel: department\nprovince: Bắc Giang\nperiod: {kind: month, year: 2025, number: 4}\n", "utf-8"
    )
    text = call("check", path, "--select", "DOS101").stdout
    assert "KẾT LUẬN: Chưa đủ số liệu để kết luận" in text
    assert "KẾT LUẬN: Đạt" not in text


def test_a_folder_of_forty_begins_with_a_line_for_each_and_what_could_not_be_read(tmp_path: Path) -> None:
    for n in range(37):
        shutil.copy(FAULTY if n % 10 == 0 else MENDED, tmp_path / f"báo cáo {n:02}.yaml")
    for n in range(3):
        (tmp_path / f"hỏng {n}.yaml").write_text("unit: [", encoding="utf-8")
    result = call("check", tmp_path, "--select", "DOS")
    assert result.exit_code == 2
    lines = result.stdout.splitlines()
    assert lines[0] == "TỔNG HỢP 37 BÁO CÁO"
    assert [line.strip().startswith("Phải sửa") for line in lines[1:38]] == [True] * 4 + [False] * 33
    assert lines[39] == "KHÔNG ĐỌC ĐƯỢC 3 TỆP"
    rows = list(csv.DictReader(io.StringIO(call("check", tmp_path, "--format", "csv").stdout)))
    assert len([row for row in rows if row["Kết luận"] == "Không đọc được"]) == 3
    document = json.loads(call("check", tmp_path, "--format", "json").stdout)
    assert [len(document["reports"]), len(document["unreadable"])] == [37, 3]
    jsonschema.validate(document, json.loads(call("schema", "check").stdout))


def test_a_unit_named_like_a_formula_stays_text_in_the_csv(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    text = MENDED.read_text(encoding="utf-8").replace("unit: Sở Công Thương", "unit: \"=cmd|' /C calc'!A0\"", 1)
    path.write_text(text, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(call("check", path, "--format", "csv").stdout)))
    assert {row["Đơn vị"] for row in rows} == {"'=cmd|' /C calc'!A0"}


def test_the_json_of_a_score_follows_its_schema() -> None:
    document = json.loads(call("score", UNITS, "--format", "json").stdout)
    jsonschema.validate(document, json.loads(call("schema", "score").stdout))


def test_english_templates_have_no_vietnamese_words_of_ours() -> None:
    for what in ("report", "units"):
        text = call("template", what, "--lang", "en").stdout
        for word in ("Ví dụ", "ngày ký", "Điền", "số liệu", "đơn vị", "Kiến nghị"):
            assert word not in text


def test_a_units_table_on_the_english_template_is_scored(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    assert call("template", "units", "--lang", "en", "-o", path).exit_code == 0
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write("R1,Room one,room\r\n")
    assert call("score", path, "--lang", "en").exit_code == 0


def test_what_is_unknown_is_listed_by_code_and_explained_on_request() -> None:
    short, long = call("check", FAULTY).stdout, call("check", FAULTY, "--all").stdout
    tail = short.partition("CHƯA ĐỦ SỐ LIỆU (")[2].splitlines()[1:]
    assert len(tail) < 12
    assert "thêm --all" in tail[-1]
    assert len(short) < len(long)


def test_a_rule_without_a_document_does_not_look_as_if_it_had_one() -> None:
    text = call("explain", "DOS116").stdout
    assert "Căn cứ: suy ra từ số học, lô-gích" in text
    assert "Đã đọc văn bản" not in text


def test_explain_says_periods_and_answers_in_the_language_of_the_reader() -> None:
    text = call("explain", "DOS401").stdout
    assert "báo cáo khẳng định kết quả tốt về hồ sơ chậm muộn" in text
    assert "true" not in text.partition("Công thức")[0]
