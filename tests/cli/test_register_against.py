"""`cchc register --against` and `--channel` as a user calls them, on the sample register and the seed report."""

import csv
import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
from docx import Document
from tests.cli.small import call
from tests.conftest import SAMPLES
from tests.samples.make_register import NOTICES, PROMOTIONS, register

REGISTER = SAMPLES / "register-2025-04.csv"
COLUMNS = SAMPLES / "register-2025-04.columns"
SEED = SAMPLES / "seed-2025-04.yaml"
# The passages of the seed report that state its dossiers, word for word.
WORDS = (
    "UBND TỈNH BẮC GIANG",
    "SỞ CÔNG THƯƠNG",
    "Số: 45/BC-SCT",
    "Bắc Giang, ngày 16 tháng 4 năm 2025",
    "BÁO CÁO",
    "Công tác cải cách hành chính tháng 4/2025",
    "II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC",
    "2. Cải cách thủ tục hành chính (TTHC)",
    "Số liệu được lấy từ ngày 15/3/2025 đến hết ngày 14/4/2025.",
    "+ Tổng hợp kết quả giải quyết hồ sơ TTHC tại cơ quan: Tháng 4/2025, Sở Công Thương đã tiếp nhận tổng số: 331 hồ sơ, "
    "trong đó: kỳ trước chuyển sang là 6 hồ sơ, trong kỳ là 325 hồ sơ; đã trả kết quả 322 hồ sơ, trong đó hồ sơ giải quyết "
    "trước hạn là: 319; đúng hạn là 3 hồ sơ, quá hạn là 0 hồ sơ; hồ sơ đang giải quyết là 9 trong đó: chưa đến hạn là 9, "
    "quá hạn là 0 hồ sơ; hồ sơ giải quyết dịch vụ công toàn trình và một phần là 325 hồ sơ (đạt tỷ lệ dịch vụ công trực "
    "tuyến là 100%).",
)


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(REGISTER.read_text(encoding="utf-8-sig").splitlines()))


def new_rows() -> list[dict[str, str]]:
    """Rows received in the window, by the dates as they stand in the file."""
    keyed = [
        (row["Ngày tiếp nhận"][6:10] + row["Ngày tiếp nhận"][3:5] + row["Ngày tiếp nhận"][:2], row) for row in rows()
    ]
    return [row for day, row in keyed if "20250315" <= day <= "20250414"]


def test_the_sample_register_is_what_its_script_makes() -> None:
    assert REGISTER.read_bytes().decode("utf-8") == register()


def test_the_sample_register_has_the_new_dossiers_of_the_seed() -> None:
    channels = Counter(row["Hình thức nộp"] for row in new_rows())
    assert channels == {"Cổng DVC quốc gia": 152, "Cổng DVC tỉnh": 74, "Trực tiếp": 92, "Bưu chính công ích": 7}
    national = {row["Tên thủ tục"] for row in new_rows() if row["Hình thức nộp"] == "Cổng DVC quốc gia"}
    assert national == set(PROMOTIONS)
    assert set(NOTICES) <= {row["Tên thủ tục"] for row in new_rows()}


def word(path: Path) -> Path:
    document = Document()
    for line in WORDS:
        document.add_paragraph(line)
    document.save(str(path))
    return path


@pytest.mark.parametrize("form", ["yaml", "docx"])
def test_the_report_says_325_online_and_the_register_226(tmp_path: Path, form: str) -> None:
    report = SEED if form == "yaml" else word(tmp_path / "bao-cao.docx")
    behind = tmp_path / "ho-so.csv"
    done = call(
        "register", REGISTER, "--mapping", COLUMNS, "--against", report, "--dossiers", behind, "--format", "json"
    )
    assert done.exit_code == 1, done.output
    held = json.loads(done.stdout)
    jsonschema.validate(held, json.loads(call("schema", "against").stdout))
    assert (held["window_from"], held["window_to"]) == ("2025-03-15", "2025-04-14")
    differing = {one["figure"]: one for one in held["figures"] if one["claims"][0]["state"] == "differs"}
    assert sorted(differing) == ["dossiers.online_processed", "dossiers.online_rate"]
    one = differing["dossiers.online_processed"]
    assert one["counted"] == {"low": 226, "high": 226}
    claim = one["claims"][0]
    assert (claim["value"], claim["difference"], claim["same_as"]) == (325, 99, ["dossiers.new"])
    assert "toàn trình và một phần là 325" in claim["places"][0]["quote"]
    expected = [row["Mã hồ sơ"] for row in new_rows() if not row["Hình thức nộp"].startswith("Cổng")]
    listed = list(csv.DictReader(behind.read_text(encoding="utf-8-sig").splitlines()))
    assert len(expected) == 99
    assert [row["Mã hồ sơ"] for row in listed] == expected
    numbers = {row["Mã hồ sơ"]: str(n) for n, row in enumerate(rows(), 2)}
    assert all(row["Dòng"] == numbers[row["Mã hồ sơ"]] for row in listed)


def test_the_text_says_both_numbers_the_sentence_and_the_first_dossiers() -> None:
    done = call("register", REGISTER, "--mapping", COLUMNS, "--against", SEED, "--show", "2")
    assert done.exit_code == 1
    text = " ".join(done.stdout.split())
    assert "báo cáo 325, sổ 226, chênh +99" in text
    assert "hồ sơ giải quyết dịch vụ công toàn trình và một phần là 325 hồ sơ" in text
    assert "325 bằng số 'Hồ sơ tiếp nhận mới trong kỳ' trong sổ" in text
    codes = [row["Mã hồ sơ"] for row in new_rows() if not row["Hình thức nộp"].startswith("Cổng")]
    assert [code for code in codes if code in text] == codes[:2]
    assert "không tính thủ tục thông báo" in text
    english = call("register", REGISTER, "--mapping", COLUMNS, "--against", SEED, "--lang", "en")
    assert "report 325, register 226, difference +99" in english.stdout


def test_csv_has_a_line_a_value_of_the_report(tmp_path: Path) -> None:
    target = tmp_path / "doi-chieu.csv"
    done = call(
        "register", REGISTER, "--against", SEED, "--format", "csv", "--sep", ";", "--decimal", ",", "-o", target
    )
    assert done.exit_code == 1
    lines = {
        row["Mã số liệu"]: row for row in csv.DictReader(target.read_text("utf-8-sig").splitlines(), delimiter=";")
    }
    one = lines["dossiers.online_processed"]
    assert (one["Báo cáo"], one["Sổ ít nhất"], one["Sổ nhiều nhất"], one["Tình trạng"]) == ("325", "226", "226", "lệch")
    # 226 / 325
    assert lines["dossiers.online_rate"]["Sổ ít nhất"] == "69,54"


def test_a_report_that_is_right_ends_with_0(tmp_path: Path) -> None:
    mended = tmp_path / "bao-cao.yaml"
    text = SEED.read_text(encoding="utf-8")
    for old, new in (
        ("online_processed: {value: 325", "online_processed: {value: 226"),
        ("online_rate: {value: 100%", "online_rate: {value: 69.5%"),
    ):
        assert old in text
        text = text.replace(old, new)
    mended.write_text(text, encoding="utf-8")
    done = call("register", REGISTER, "--mapping", COLUMNS, "--against", mended)
    assert done.exit_code == 0, done.output
    assert "LỆCH" not in done.stdout


def test_a_set_larger_than_the_difference_says_that_it_is_not_known_which(tmp_path: Path) -> None:
    other = tmp_path / "bao-cao.yaml"
    text = SEED.read_text(encoding="utf-8")
    assert "resolved_on_time: {value: 3," in text
    other.write_text(text.replace("resolved_on_time: {value: 3,", "resolved_on_time: {value: 4,"), encoding="utf-8")
    shown = " ".join(call("register", REGISTER, "--against", other).stdout.split())
    # 322 early or on time, of which 3 on time: the fourth is one of the 319 early ones.
    assert "319 hồ sơ thuộc 'Hồ sơ giải quyết trước hạn và đúng hạn, số gộp'" in shown
    assert "không rõ 1 hồ sơ nào trong số này" in shown
    # The 99 that are not online are just the difference.
    assert "không rõ 99" not in shown


def test_rows_that_cannot_be_used_are_written_and_said(tmp_path: Path) -> None:
    register_file, rejects = tmp_path / "so.csv", tmp_path / "loai.csv"
    lines = REGISTER.read_text(encoding="utf-8-sig").splitlines()
    lines[-20] = lines[-20].replace("/04/2025", "/13/2025", 1)
    register_file.write_text("\n".join(lines), encoding="utf-8")
    done = call("register", register_file, "--against", SEED, "--rejects", rejects)
    assert done.exit_code == 1
    assert "1 dòng bị loại" in done.stdout
    assert len(rejects.read_text(encoding="utf-8-sig").splitlines()) == 2


def test_dossiers_from_the_national_portal_are_looked_up(tmp_path: Path) -> None:
    days = ("--window", "15/3/2025..14/4/2025")
    done = call("register", REGISTER, "--channel", "national_portal", *days)
    assert done.exit_code == 0
    assert "152 hồ sơ tiếp nhận mới, 0 hồ sơ kỳ trước chuyển sang, của 2 thủ tục" in done.stdout
    target = tmp_path / "cong-quoc-gia.csv"
    assert (
        call("register", REGISTER, "--channel", "national_portal", *days, "--format", "csv", "-o", target).exit_code
        == 0
    )
    found = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines()))
    expected = [row for row in new_rows() if row["Hình thức nộp"] == "Cổng DVC quốc gia"]
    assert [row["Mã hồ sơ"] for row in found] == [row["Mã hồ sơ"] for row in expected]
    assert {row["Tình trạng khi chốt"] for row in found} == {"đã giải quyết, trước hạn"}
    counted = json.loads(call("register", REGISTER, "--channel", "national_portal", *days, "--format", "json").stdout)
    jsonschema.validate(counted, json.loads(call("schema", "lookup").stdout))
    assert [(p["procedure"], p["new"]) for p in counted["procedures"]] == list(zip(PROMOTIONS, (140, 12), strict=True))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--against", "khong-co.yaml"], "khong-co.yaml"),
        (["--against", REGISTER], "register-2025-04.csv"),
        (["--against", SEED, "--channel", "post"], "hai việc"),
        (["--against", SEED, "--format", "report"], "--format report"),
        (["--against", SEED, "--window", "14/4/2025"], "--window"),
        (["--against", SEED, "--window", "1/1/2020..31/1/2020"], "không có hồ sơ nào"),
        (["--against", SEED, "-o", REGISTER], "ghi đè"),
        (["--against", SEED, "--dossiers", SEED], "ghi đè"),
        (["--dossiers", "x.csv", "--period", "2025-04"], "--against"),
        (["--channel", "post"], "--period"),
        (["--channel", "fax", "--period", "2025-04"], "national_portal"),
    ],
)
def test_a_call_that_is_wrong_ends_with_2_and_one_sentence(arguments: list[str | Path], told: str) -> None:
    done = call("register", REGISTER, *arguments)
    assert done.exit_code == 2, done.output
    assert told in done.stderr
    assert "Traceback" not in done.output
