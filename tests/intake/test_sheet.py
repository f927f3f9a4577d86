"""Workbooks and CSV: values as printed, places, spans, warnings, bad files."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.intake.sheet import read_sheet
from cchc.intake.sheet_csv import read_csv
from cchc.intake.sheet_numbers import cell_text
from cchc.model.blocks import Cell, TextDocument
from cchc.model.errors import InputError


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book_with(**cells: Any) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for name, value in cells.items():
        book.worksheets[0][name] = value
    return book


def read(book: openpyxl.Workbook) -> TextDocument:
    return read_sheet(saved(book), "r.xlsx")


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1234, "#,##0", "1.234"), (1234567.5, "#,##0.00", "1.234.567,50"), (2025, "General", "2025"),
        (0.13, "0%", "13%"), (0.1277, "0.00%", "12,77%"), (0.125, "0%", "13%"), (99.5, "General", "99,5"),
        (3, "00", "03"), (12.5, "0.0#", "12,5"), (12, '0" hồ sơ"', "12 hồ sơ"), (-5, "0", "-5"),
        (-5, "0;(0)", "(5)"), (0, '_(* #,##0_);_(* (#,##0);_(* "-"??_)', "-"), (1500000, "#,##0,", "1.500"),
        (5, "@", "5"), (True, "General", "Đúng"), (None, "General", ""), (" hồ sơ ", "General", "hồ sơ"),
        (date(2025, 3, 15), "dd/mm/yyyy", "15/3/2025"), (datetime(2025, 3, 1), "mm/yyyy", "3/2025"),
        (1e20, "#,##0", "1e+20"), (0.07, "0.##%", "7%"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_it_is_printed(value: object, form: str, shown: str) -> None:
    assert cell_text(value, form) == shown


def test_cells_have_sheet_and_address() -> None:
    book = book_with(A1="Đơn vị", B7=331)
    book.worksheets[0].title = "Hồ sơ"
    book.create_sheet("Hai")["C2"] = "x"
    found = read(book).blocks
    assert [(b.text, b.place, b.cell) for b in found] == [
        ("Đơn vị", "trang tính 'Hồ sơ', ô A1", Cell(1, 1, 1)),
        ("331", "trang tính 'Hồ sơ', ô B7", Cell(1, 7, 2)),
        ("x", "trang tính 'Hai', ô C2", Cell(2, 2, 3)),
    ]


def test_merged_cells_span() -> None:
    book = book_with(A1="Hồ sơ")
    book.worksheets[0].merge_cells("A1:C2")
    assert read(book).blocks[0].cell == Cell(1, 1, 1, rows=2, columns=3)


def test_formulas_without_a_value_are_told() -> None:
    document = read(book_with(A1="Tổng", A2="=1+1", A3="=SUM(A1:A2)"))
    assert [b.text for b in document.blocks] == ["Tổng"]
    assert document.warnings[0].startswith("2 ô công thức")
    with pytest.raises(InputError, match="công thức chưa tính"):
        read(book_with(A1="=1+1"))


def test_hidden_sheets_and_rows_are_read_and_told() -> None:
    book = book_with(A1="thấy", A2="ẩn")
    book.worksheets[0].row_dimensions[2].hidden = True
    hidden = book.create_sheet("Phụ")
    hidden["A1"], hidden.sheet_state = "cũng đọc", "hidden"
    document = read(book)
    assert [b.text for b in document.blocks] == ["thấy", "ẩn", "cũng đọc"]
    assert ["'Phụ'" in document.warnings[0], "1 hàng" in document.warnings[1]] == [True, True]


def test_a_cell_in_the_last_corner_does_not_fill_memory() -> None:
    assert read(book_with(A1="a", XFD1048576="z")).blocks[1].text == "z"


def rezipped(raw: bytes, **parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(Path(name).stem, old.read(name)))
    return out.getvalue()


def sheet(tail: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData/>{tail}</worksheet>'.encode()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "DOCTYPE"),
        (b"<broken", "hỏng"),
        (b" " * 310_000_000, "quá lớn"),
        (f"<x><!--{'x' * 5000}--><!DOCTYPE x></x>".encode(), "DOCTYPE"),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"), "hỏng"),
        (sheet('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "vùng ô gộp"),
        (sheet('<hyperlinks><hyperlink ref="A&#49;:$XFD$1000" location="x"/></hyperlinks>'), "vùng ô gộp"),
        (sheet("<mergeCells>" + '<mergeCell ref="A1:XFD1"/>' * 40 + "</mergeCells>"), "vùng ô gộp"),
    ],
    ids=["entities", "broken", "bomb", "entities below", "entities in UTF-16", "merged", "linked", "many merged"],
)
def test_bad_workbooks_get_one_sentence(content: bytes, said: str) -> None:
    raw = rezipped(saved(book_with(A1="x")), sheet1=content)
    with pytest.raises(InputError, match=said):
        read_sheet(raw, "r.xlsx")


WHOLE = saved(book_with(A1="x", B2=3))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 255)), max_size=8), st.integers(0, 10_000))
def test_damaged_workbooks_are_read_or_refused(changes: list[tuple[int, int]], missing: int) -> None:
    raw = bytearray(WHOLE)
    for at, change in changes:
        raw[at % len(raw)] ^= change
    with suppress(InputError):
        read_sheet(bytes(raw[: len(raw) - missing % len(raw)] if missing % 2 else raw), "r.xlsx")


@pytest.mark.parametrize(
    "text",
    ["Đơn vị;Tỷ lệ\nA;12,5\n", "Đơn vị\tTỷ lệ\nA\t12,5\n", 'Đơn vị,Tỷ lệ\nA,"12,5"\n', "\ufeffĐơn vị;Tỷ lệ\r\nA;12,5"],
)
def test_csv_with_any_separator(text: str) -> None:
    found = read_csv(text.encode(), "r.csv").blocks
    assert [(b.text, b.place) for b in found] == [
        ("Đơn vị", "dòng 1, cột 1"), ("Tỷ lệ", "dòng 1, cột 2"), ("A", "dòng 2, cột 1"), ("12,5", "dòng 2, cột 2"),
    ]  # fmt: skip


@pytest.mark.parametrize("raw", [b'a;"b\nc;d', b";;;\n", b"\xff\xfa", b"a;" + b"x" * 200_000])
def test_bad_csv_gets_one_sentence(raw: bytes) -> None:
    with pytest.raises(InputError):
        read_csv(raw, "r.csv")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="a1;,\t\"\n\r'", max_size=40))
def test_any_csv_is_read_or_refused(text: str) -> None:
    with suppress(InputError):
        read_csv(text.encode(), "r.csv")
