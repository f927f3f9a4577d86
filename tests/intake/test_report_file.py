"""Bad input of every kind: one clear error with file, line and key."""

import json
import os
from pathlib import Path

import pytest

from cchc.intake.files import report_files
from cchc.intake.report_file import read_report
from cchc.model.errors import CchcError, InputError
from cchc.packs.pack import Pack

GOOD = """\
unit: Sở Mẫu
level: department
province: Bắc Giang
period: {kind: month, year: 2025, number: 4}
figures:
  dossiers.received: 331
"""


def write(tmp_path: Path, text: str, name: str = "r.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_scalar_an_object_and_a_list_are_the_same_figure(tmp_path: Path, pack: Pack) -> None:
    forms = ("331", "{value: 331}", "[331]", "[{value: 331}]")
    reports = [read_report(write(tmp_path, GOOD.replace("331", form)), pack) for form in forms]
    assert len({r.model_dump_json() for r in reports}) == 1


def test_json_is_read_like_yaml(tmp_path: Path, pack: Pack) -> None:
    data = {"unit": "Sở Mẫu", "level": "department", "province": "Bắc Giang",
            "period": {"kind": "month", "year": 2025, "number": 4}, "figures": {"dossiers.received": 331}}  # fmt: skip
    assert read_report(write(tmp_path, json.dumps(data), "r.json"), pack) == read_report(write(tmp_path, GOOD), pack)


@pytest.mark.parametrize(
    ("written", "value", "decimals"),
    [("13%", 13, 0), ("'12,77%'", 12.77, 2), ("12.8", 12.8, 1), ("0.5%", 0.5, 1), ("13", 13, 0)],
)
def test_percents_keep_their_printed_digits(
    tmp_path: Path, pack: Pack, written: str, value: float, decimals: int
) -> None:
    report = read_report(write(tmp_path, GOOD + f"  digital.uptake_rate: {written}\n"), pack)
    stated = report.figures["digital.uptake_rate"][0]
    assert (stated.value, stated.decimals) == (value, decimals)


def test_a_leading_zero_is_no_octal_number(tmp_path: Path, pack: Pack) -> None:
    report = read_report(write(tmp_path, GOOD + "  dossiers.new: 010\n  dossiers.pending: 08\n"), pack)
    assert [report.figures[name][0].value for name in ("dossiers.new", "dossiers.pending")] == [10, 8]


def test_an_empty_figure_is_not_stated(tmp_path: Path, pack: Pack) -> None:
    assert "dossiers.new" not in read_report(write(tmp_path, GOOD + "  dossiers.new:\n"), pack).figures


@pytest.mark.parametrize(
    ("line", "at", "message"),
    [
        ("  dossiers.recieved: 5", 7, "không có số liệu 'dossiers.recieved', có phải 'dossiers.received'?"),
        ("  dossiers.new: -1", 7, "số liệu không thể âm: -1"),
        ("  dossiers.new: ba trăm", 7, "cần một số, đang ghi chữ 'ba trăm'"),
        ("  dossiers.new: 3.5", 7, "phải là số nguyên"),
        ("  dossiers.new: true", 7, "cần một số, đang ghi true"),
        ("  dossiers.new: 13%", 7, "không phải tỷ lệ phần trăm"),
        ("  dossiers.new: .nan", 7, "hữu hạn"),
        ("  dossiers.new: .inf", 7, "hữu hạn"),
        ("  dossiers.new: 2025-04-14", 7, "cần một số"),
        ("  digital.uptake_rate: 130%", 7, "không thể quá 100"),
        ("  digital.uptake_rate: 0.13", 7, "tỷ lệ ghi theo phần trăm: 13%"),
        ("  digital.uptake_rate: 1", 7, "tỷ lệ ghi theo phần trăm: 100%"),
        ("parts: [{id: I, topics: [late_dosiers]}]", 7, "có phải 'late_dossiers'?"),
        ("  dossiers.received: 5", 7, "khóa 'dossiers.received' bị lặp, đã có ở dòng 6"),
        ("  dossiers.new: 1e400", 7, "hữu hạn"),
        ("  dossiers.new: 99999999999999999999", 7, "số quá lớn"),
        ("  dossiers.new: '1.234'", 7, "cần một số, đang ghi chữ '1.234'"),
        ("  dossiers.new: 1.234", 7, "phải là số nguyên"),
        ("  dossiers.new: {value: ~}", 7, "đang ghi trống"),
        ("  dossiers.new: {value: 5, at: [II]}", 7, "đang ghi một danh sách"),
        ("  dossiers.new: {value: 5, span: năm}", 7, "chọn một trong 'period', 'year_to_date'"),
        ("  Hồ sơ tiếp nhận mới: 5", 7, "không có số liệu 'Hồ sơ tiếp nhận mới'"),
        ("  dossiers.new: [1, [2]]", 7, ""),
        ("  dossiers.new: {value: 1, pace: II}", 7, "không có khóa 'pace'"),
        ("parst: []", 7, "không có khóa 'parst', có phải 'parts'?"),
        ("statements: [{kind: claim, topics: [late_dosiers], text: x}]", 7, "có phải 'late_dossiers'?"),
        ("statements: [{kind: boast, text: x}]", 7, "chọn một trong"),
        ("citations: [{type: Quyết định, issued: 30/3/2024}]", 7, "cần một ngày dạng 2025-04-14"),
        ("exclusions: [{applies_to: [digitization.rat], procedures: [a]}]", 7, "có phải 'digitization.rate'?"),
        ("mentions: [{entry: online-level, printed: mức độ 4}]", 7, "có phải 'online-levels'?"),
        ("parts: I", 7, "cần một danh sách"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, pack: Pack, line: str, at: int, message: str) -> None:
    path = write(tmp_path, GOOD + line + "\n")
    with pytest.raises(CchcError) as caught:
        read_report(path, pack)
    assert f"{path}:{at}: " in str(caught.value)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("unit: Sở Mẫu\n", "", "thiếu khóa 'unit'"),
        ("number: 4", "number: 13", "không quá 12"),
        ("kind: month", "kind: weekly", "chọn một trong"),
        ("kind: month, year: 2025, number: 4", "kind: quarter, year: 2025, number: 5", "từ 1 đến 4"),
        ("number: 4}", "number: 4, data_from: 2025-04-14, data_to: 2025-03-15}", "đi lùi"),
        ("level: department", "level: deparment", "chọn một trong"),
    ],
)
def test_a_wrong_head_is_named(tmp_path: Path, pack: Pack, old: str, new: str, message: str) -> None:
    with pytest.raises(CchcError, match=message):
        read_report(write(tmp_path, GOOD.replace(old, new)), pack)


def test_every_fault_is_listed_at_once(tmp_path: Path, pack: Pack) -> None:
    path = write(tmp_path, GOOD + "  dossiers.new: -1\n  dossiers.nwe: 1\n")
    with pytest.raises(CchcError) as caught:
        read_report(path, pack)
    assert len(str(caught.value).splitlines()) == 2


def test_other_kinds_of_files_are_refused_by_name(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(InputError, match=r"chưa đọc được loại tệp '\.docx'"):
        read_report(write(tmp_path, "x", "r.docx"), pack)


def test_a_list_or_text_is_not_a_report(tmp_path: Path, pack: Pack) -> None:
    for text in ("- a\n- b\n", "chỉ có chữ\n", "5\n"):
        with pytest.raises(CchcError, match="cặp khóa"):
            read_report(write(tmp_path, text), pack)


def test_a_folder_that_may_not_be_opened_is_an_error_of_that_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Pack
) -> None:
    real = os.scandir
    closed = tmp_path / "kín"
    closed.mkdir()
    write(tmp_path, GOOD, "a.yaml")

    def refuse(path: Path) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(InputError, match="không mở được: không có quyền truy cập"):
        report_files(closed)
    assert report_files(tmp_path) == [tmp_path / "a.yaml", closed]
    with pytest.raises(InputError, match="kiểm tra quyền truy cập"):
        read_report(closed, pack)
