"""Files of a register: CSV of several kinds, Parquet with types, workbooks; and files that are none."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.conftest import ROOT
from tests.register.small import APRIL, HEADINGS, counted, ends, listed, rejected, values, written

from cchc.model.errors import CchcError, InputError, UsageError
from cchc.register.database import refuse_small_disk
from cchc.register.mapping import Mapping
from cchc.register.options import RegisterOptions
from cchc.register.register import open_register

HEAD = "Mã hồ sơ{0}Ngày tiếp nhận{0}Ngày hẹn trả{0}Ngày trả\n"
ROWS = 'A{0}13/4/2025 08:00{0}20/4/2025{0}14/4/2025\n"B{0}1"{0}14/4/2025 08:00{0}{0}\n'


@pytest.mark.parametrize("sep", [",", ";", "\t", "|"])
@pytest.mark.parametrize("start", ["", "\ufeff", "SỞ NỘI VỤ\n", '\ufeff"SỔ\nHỒ SƠ"\n\n'])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_of_any_separator_is_read_with_or_without_a_title(tmp_path: Path, sep: str, start: str, end: str) -> None:
    path = tmp_path / "so.csv"
    path.write_text((start + HEAD + ROWS).format(sep), encoding="utf-8", newline=end)
    first = (start + HEAD).count("\n") + 1
    assert [(one.code, one.line) for one in listed(path, "dossiers.new")] == [("A", first), (f"B{sep}1", first + 1)]


@pytest.mark.parametrize("tail", ["", "\n", "\n\n\n"])
def test_the_end_of_a_file_is_no_row(tmp_path: Path, tail: str) -> None:
    path = tmp_path / "so.csv"
    path.write_text((HEAD + ROWS).format(",").rstrip("\n") + tail, encoding="utf-8")
    recount = counted(path)
    assert (recount.counts.rows, recount.counts.rejected) == (2, {})


def parquet(path: Path, columns: dict[str, pa.Array]) -> Path:
    pq.write_table(pa.table({HEADINGS[name]: column for name, column in columns.items()}), path)
    return path


def test_parquet_says_itself_what_is_a_moment(tmp_path: Path) -> None:
    when = datetime(2025, 4, 30, 17, 30, tzinfo=UTC)  # 0:30 on the 1st of May in Vietnam
    path = parquet(
        tmp_path / "so.parquet",
        {
            "code": pa.array([1, 2, 3]),
            "received": pa.array([when, when.replace(hour=16), when.replace(hour=15)], pa.timestamp("us", "UTC")),
            "due": pa.array([date(2025, 5, 2), date(2025, 4, 30), None], pa.date32()),
            "finished": pa.array([None, datetime(2025, 4, 30, 23, 50, 59), None], pa.timestamp("ns")),
            "paid_online": pa.array([True, None, False]),
            "fee": pa.array([10.5, 20000.0, 0.0]),
        },
    )
    recount = counted(path)
    assert values(recount, "new", "resolved_on_time") == [2, 1]
    assert ends(recount, "digital.fee_dossiers_online") == (0, 1)
    assert [(one.code, one.line) for one in listed(path, "dossiers.new")] == [("2", 2), ("3", 3)]


def test_parquet_of_text_is_read_as_csv_is(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "so.parquet",
        {
            "code": pa.array(["A", None, "C"]),
            "received": pa.array(["13/4/2025", "13/4/2025", "31/4/2025"]),
            "finished": pa.array(["", None, ""]),
        },
    )
    assert [(one.line, one.reason) for one in rejected(path)] == [(2, "blank"), (3, "impossible_date")]
    assert values(counted(path), "pending") == [1]


def test_a_workbook_is_read_below_its_title_with_dates_as_dates(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    book.create_sheet("Bìa").append(["Sổ hồ sơ"])
    sheet = book.create_sheet("Hồ sơ")
    sheet.append(["DANH SÁCH"])
    sheet.append([HEADINGS[name] for name in ("code", "received", "due", "finished", "digitized_parts", "unit")])
    sheet.append([1, datetime(2025, 4, 13, 8), date(2025, 4, 14), datetime(2025, 4, 14, 15), True, "Xã"])
    sheet.append(["B", "13/4/2025", datetime(2025, 4, 14), None])
    sheet.append([])
    sheet.append(["C", "31/4/2025"])
    path = tmp_path / "so.xlsx"
    book.save(path)
    assert [(one.file, one.code, one.line, one.reason) for one in rejected(path)] == [
        (f"{path} [Hồ sơ]", "C", 6, "impossible_date")
    ]
    recount = counted(path)
    assert values(recount, "new", "resolved_on_time", "pending_overdue") == [2, 1, 1]
    assert ends(recount, "digitization.in_digitized") == (1, 2)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 20)


def utf16(path: Path) -> None:
    path.write_text((HEAD + ROWS).format(","), encoding="utf-16")


def bad_letter_far_down(path: Path) -> None:
    line = b"A%d,13/4/2025 08:00,20/4/2025,14/4/2025\n"
    rows = b"".join(line % n for n in range(20_000))
    path.write_bytes(HEAD.format(",").encode() + rows + b"X\xff,13/4/2025,,\n")


@pytest.mark.parametrize(
    ("name", "fill", "message"),
    [
        ("so.csv", nothing, "tệp trống"),
        ("so.csv", noise, "không phải văn bản UTF-8"),
        ("so.csv", utf16, "không phải văn bản UTF-8"),
        ("so.csv", bad_letter_far_down, "so.csv:20002: không phải văn bản UTF-8"),
        ("so.xlsx", noise, "tệp Excel hỏng"),
        ("so.parquet", noise, "không đọc được như tệp Parquet"),
        ("so.docx", noise, "phải là tệp .csv, .xlsx hoặc .parquet"),
    ],
)
def test_a_file_that_is_no_register_is_refused(
    tmp_path: Path, name: str, fill: Callable[[Path], None], message: str
) -> None:
    path = tmp_path / name
    fill(path)
    with pytest.raises(CchcError, match=message):
        counted(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="không có tệp này"), open_register([tmp_path / "so.csv"], ROOT):
        pass


def test_a_disk_that_is_too_small_is_said_before_anything_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    with path.open("wb") as file:
        file.truncate(10**12)  # without taking room
    with pytest.raises(UsageError, match=r"cần khoảng 1000\.0 GB đĩa .* hãy chọn thư mục khác bằng --temp"):
        refuse_small_disk([path], tmp_path)


def test_the_working_folder_is_gone_in_the_end(tmp_path: Path) -> None:
    path = written(tmp_path, [{"code": "A", "received": "13/4/2025"}])
    temp = tmp_path / "temp"
    with open_register([path], ROOT, None, RegisterOptions(temp=temp)) as register:
        assert len(list(temp.iterdir())) == 1
        register.figures(APRIL)
    assert list(temp.iterdir()) == []
    with pytest.raises(InputError), open_register([ROOT / "README.md"], ROOT, None, RegisterOptions(temp=temp)):
        pass
    assert list(temp.iterdir()) == []


def test_memory_that_is_too_little_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, [{"code": "A", "received": "13/4/2025"}])
    with (
        pytest.raises(UsageError, match="không đủ bộ nhớ"),
        open_register([path], ROOT, None, RegisterOptions(memory="1MB")),
    ):
        pass


SWAPPED = (*(datetime(2025, month, 4) for month in (1, 2, 3, 5)), "13/4/2025", "14/4/2025", "15/4/2025")


@pytest.mark.parametrize(
    ("cells", "refused"),
    [
        # 4/1, 4/2, 4/3, 4/5 were the first days of April; the 13th and later could not be turned.
        (SWAPPED, True),
        ((*SWAPPED, datetime(2025, 4, 20)), False),
        ((*SWAPPED, "3/4/2025"), False),
        (SWAPPED[2:], False),
        (SWAPPED[:-1], False),
    ],
)
def test_dates_that_a_spreadsheet_has_turned_are_refused(
    tmp_path: Path, cells: tuple[datetime | str, ...], refused: bool
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Mã hồ sơ", "Ngày tiếp nhận", "Ngày trả kết quả"])
    for n, cell in enumerate(cells):
        sheet.append([f"H{n}", cell, None])
    path = tmp_path / "so.xlsx"
    book.save(path)
    if not refused:
        assert counted(path).counts.used == len(cells)
        return
    with pytest.raises(InputError, match="4 ô kiểu ngày đều là ngày 1 đến 12, 3 ô kiểu chữ"):
        counted(path)
    columns = {"code": "Mã hồ sơ", "received": "Ngày tiếp nhận", "finished": "Ngày trả kết quả"}
    mapping = Mapping.model_validate({"columns": columns, "date_order": {"received": "day_first"}})
    with open_register([path], ROOT, mapping) as register:
        assert register.figures(APRIL).whole.figures["dossiers.new"].value == 3
