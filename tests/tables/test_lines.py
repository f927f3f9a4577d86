"""Text tables cut into slices: every row once, with its number, however the file is cut."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cchc.model.errors import InputError
from cchc.tables import lines
from cchc.tables.block import Block, Broken, Table
from cchc.tables.source import open_tables, read_slice


def rows_of(table: Table) -> list[tuple[int, list[object]]]:
    found = []
    for piece in table.slices:
        for block in read_slice(piece):
            assert isinstance(block, Block)
            columns = [c if isinstance(c, list) else c.to_pylist() for c in block.columns.values()]
            found += list(zip(block.rows.tolist(), map(list, zip(*columns, strict=True)), strict=True))
    return found


def broken_of(table: Table) -> list[Broken]:
    return [one for piece in table.slices for one in read_slice(piece) if isinstance(one, Broken)]


def opened(path: Path, text: str | bytes) -> Table:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return open_tables([path])[0]


# Words that hold what a cell may hold and still be one cell.
words = st.text(st.sampled_from('ab ,;"\nĐ'), min_size=1, max_size=6).filter(lambda text: text.strip() != "")


@settings(max_examples=60, deadline=None)
@example([(";", ',"\n')], 1, 1)
@given(st.lists(st.tuples(words, words), min_size=1, max_size=12), st.integers(1, 40), st.integers(1, 30))
def test_however_a_file_is_cut_each_row_comes_once_with_its_number(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]], size: int, step: int
) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    text = "\n".join(["một,hai", *(f"{quoted(a)},{quoted(b)}" for a, b in cells)]) + "\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_SLICE", size)
        patch.setattr(lines, "_STEP", step)
        table = opened(tmp_path_factory.mktemp("cut") / "bang.csv", text)
        assert rows_of(table) == [(n, [a, b]) for n, (a, b) in enumerate(cells, start=2)]


def test_small_slices_are_cut_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_SLICE", 10)
    monkeypatch.setattr(lines, "_STEP", 3)
    table = opened(tmp_path / "bang.csv", "a,b\n" + "1,2\n" * 20)
    assert len(table.slices) > 5
    assert [row for row, _ in rows_of(table)] == list(range(2, 22))
    assert table.rows == 20


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_mark_between_cells_is_found(tmp_path: Path, mark: str) -> None:
    table = opened(tmp_path / "bang.csv", f"\ufeffmã{mark}số\nA{mark}1\n")
    assert table.headings == ("mã", "số")
    assert rows_of(table) == [(2, ["A", "1"])]


def test_remarks_above_the_heading_are_left_out_and_counted_as_rows(tmp_path: Path) -> None:
    table = opened(tmp_path / "bang.csv", "# Số liệu giả định\nmã,số\nA,1\n")
    assert (table.headings, rows_of(table)) == (("mã", "số"), [(3, ["A", "1"])])


def test_whole_numbers_come_as_numbers_and_everything_else_as_it_is_written(tmp_path: Path) -> None:
    assert rows_of(opened(tmp_path / "a.csv", "x,y\n1,\n-3,20\n")) == [(2, [1, None]), (3, [-3, 20])]
    assert rows_of(opened(tmp_path / "b.csv", 'x,y\n1.234,12\n0x10,"1,5"\n')) == [
        (2, ["1.234", "12"]),
        (3, ["0x10", "1,5"]),
    ]
    assert rows_of(opened(tmp_path / "c.csv", "x,y\n0x10,7\n")) == [(2, ["0x10", "7"])]


def test_empty_lines_are_rows_without_cells_and_keep_the_count(tmp_path: Path) -> None:
    assert rows_of(opened(tmp_path / "bang.csv", "x,y\n1,2\n\n3,4\n")) == [(2, [1, 2]), (3, [None, None]), (4, [3, 4])]


def test_a_row_with_too_many_or_too_few_cells_is_broken_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    text = 'x,y\n1,2\n3\n\n4,5,6\n"a\nb",7\n8,9\n'
    table = opened(tmp_path / "bang.csv", text)
    assert [(one.row, one.text) for one in broken_of(table)] == [(3, "3"), (5, "4,5,6")]
    kept = [block for piece in table.slices for block in read_slice(piece) if isinstance(block, Block)]
    assert kept[0].rows.tolist() == [2, 4, 6, 7]
    assert kept[0].columns["y"].to_pylist() == ["2", None, "7", "9"]
    assert "2 ô" in broken_of(table)[0].reason.replace("tiêu đề có 2", "2 ô")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "trống"),
        (b"\xff\xfea\x00", "UTF-8"),
        ("mã,số\n".encode(), "chưa có dòng nào"),
        (b"m\xe3,so\nA,1\n", "UTF-8"),
        (b"x,x\n1,2\n", "hai cột cùng tiêu đề"),
    ],
)
def test_what_is_no_table_is_said(tmp_path: Path, text: bytes, said: str) -> None:
    path = tmp_path / "bang.csv"
    path.write_bytes(text)
    with pytest.raises(InputError, match=said):
        open_tables([path])


def test_text_that_stops_being_utf8_is_said_with_its_row(tmp_path: Path) -> None:
    table = opened(tmp_path / "bang.csv", b"x,y\n1,2\nabc,\xe9t\xe9\n")
    with pytest.raises(InputError, match=r"bang\.csv.*từ dòng.*UTF-8"):
        rows_of(table)


def test_json_lines_whatever_their_types(tmp_path: Path) -> None:
    table = opened(tmp_path / "a.jsonl", '{"x": 1, "y": "90%"}\n{"x": 2}\n')
    assert rows_of(table) == [(1, [1, "90%"]), (2, [2, None])]
    mixed = opened(tmp_path / "b.jsonl", '{"x": 1.5, "d": "2025-04-30"}\n\n{"x": "1.500"}\n')
    assert rows_of(mixed) == [(1, [1.5, "2025-04-30"]), (2, [None, None]), (3, ["1.500", None])]


def test_a_line_that_is_no_object_is_broken(tmp_path: Path) -> None:
    table = opened(tmp_path / "a.jsonl", '{"x": 1}\n[1]\n{"x": \n{"x": 2}\n')
    assert [one.row for one in broken_of(table)] == [2, 3]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("mã;Hồ sơ, tổng số;Đã giải quyết, tổng số;Đang giải quyết, tổng số, số gộp\na;1;2;3\n", 4),
        ('mã,"Hồ sơ; tổng số; đang; đã"\na,1\n', 2),
        ("mã;Hồ sơ, tổng số\na;1,5\n", 2),
    ],
)
def test_headings_may_hold_the_marks_of_other_files(tmp_path: Path, text: str, headings: int) -> None:
    assert len(opened(tmp_path / "a.csv", text).headings) == headings


def test_line_breaks_of_old_macs_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="CSV UTF-8"):
        opened(tmp_path / "a.csv", "x,y\ra,1\rb,2\r")


def test_a_quote_that_is_not_closed_is_said_of_the_row_that_swallows_others(tmp_path: Path) -> None:
    table = opened(tmp_path / "a.csv", 'x,y,z,t\na,1,1,1\nb,"2,2,2\nc,3,3,3\nd,"4",4,4\n"e,e,e\n""e"" e",5,5,5\n')
    assert [(one.row, "nháy" in one.reason) for one in broken_of(table)] == [(3, True)]
    kept = [block for piece in table.slices for block in read_slice(piece) if isinstance(block, Block)]
    assert kept[0].columns["y"].to_pylist() == ["1", "5"]
    assert kept[0].rows.tolist() == [2, 4]


def test_columns_of_text_keep_their_leading_zeros_beside_numbers(tmp_path: Path) -> None:
    table = opened(tmp_path / "a.csv", "x,y\n001,7\n1,8\n")
    (block,) = read_slice(table.slices[0], None, {"x"})
    assert isinstance(block, Block)
    assert [column.to_pylist() for column in block.columns.values()] == [["001", "1"], [7, 8]]


def test_half_a_letter_in_json_is_a_broken_line(tmp_path: Path) -> None:
    table = opened(tmp_path / "a.jsonl", '{"x": "\\ud800"}\n{"x": "\\u0110"}\n')
    assert [one.row for one in broken_of(table)] == [1]


def test_a_key_twice_in_an_object_is_a_broken_line(tmp_path: Path) -> None:
    table = opened(tmp_path / "a.jsonl", '{"x": 1}\n{"x": 5, "y": 2, "x": 7}\n{"x": 3}\n')
    assert [(one.row, "khóa 'x' có hai lần" in one.reason) for one in broken_of(table)] == [(2, True)]
    kept = [block for piece in table.slices for block in read_slice(piece) if isinstance(block, Block)]
    assert [(block.rows.tolist(), block.columns["x"]) for block in kept] == [([1, 3], [1, 3])]


def names_a_unit(cells: Sequence[str]) -> bool:
    return "mã" in cells


@pytest.mark.parametrize(
    ("above", "row", "titles"),
    [
        ("sep=;\n", 2, ()),
        ('"sep=;"\r\n', 2, ()),
        ("BẢNG TỔNG HỢP, KỲ 4;;\n;;\n", 3, (1,)),
        ("\n\n", 3, ()),
        ('sep=;\n"BẢNG\nHAI DÒNG";;\nKỳ: 4;;Tỉnh A\n\n', 5, (2, 3)),
        ("# chú thích\n" * 30 + "BẢNG TỔNG HỢP, KỲ 4, NĂM 2025\n", 32, (31,)),
    ],
)
def test_titles_above_the_heading_are_left_out_and_counted_as_rows(
    tmp_path: Path, above: str, row: int, titles: tuple[int, ...]
) -> None:
    path = tmp_path / "bang.csv"
    path.write_text(f"{above}mã;số, tổng;số\na;1,5;2\nb;1;3\n", encoding="utf-8-sig")
    (table,) = open_tables([path], names_a_unit)
    assert (table.headings, table.titles, table.rows) == (("mã", "số, tổng", "số"), titles, 2)
    assert rows_of(table) == [(row + 1, ["a", "1,5", "2"]), (row + 2, ["b", "1", "3"])]


def test_the_first_row_stays_the_heading_where_a_row_below_holds_its_word(tmp_path: Path) -> None:
    path = tmp_path / "bang.csv"
    path.write_text("x,y\n1,2\nmã,3\n", encoding="utf-8")
    (table,) = open_tables([path], names_a_unit)
    assert (table.headings, table.rows) == (("x", "y"), 2)


@pytest.mark.parametrize("size", [1, 12, 30, 1_000])
def test_a_quote_inside_a_cell_shifts_no_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(lines, "_SLICE", size)
    monkeypatch.setattr(lines, "_STEP", size)
    text = 'x,y,z,t\na"b,1,1,1\nc,2,2,2\n"d ""e"",\nf",3,3,3\ng,4\n"h"i"j,5,5,5\nk,6 ",6,6\nl,7\n'
    table = opened(tmp_path / "bang.csv", text)
    assert [(one.row, one.text) for one in broken_of(table)] == [(5, "g,4"), (8, "l,7")]
    kept = [block for piece in table.slices for block in read_slice(piece) if isinstance(block, Block)]
    assert [n for block in kept for n in block.rows.tolist()] == [2, 3, 4, 6, 7]
    assert table.rows == 7


@pytest.mark.parametrize("size", [1, 10, 1_000])
def test_a_lone_carriage_return_ends_a_row_however_the_file_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(lines, "_SLICE", size)
    monkeypatch.setattr(lines, "_STEP", size)
    table = opened(tmp_path / "bang.csv", 'x,y\r\na,1\r\nb\rz,2\r\n"c\rd",3\r\ne\r\nf,5\r\n')
    assert [one.row for one in broken_of(table)] == [3, 6]
    kept = [block for piece in table.slices for block in read_slice(piece) if isinstance(block, Block)]
    assert [n for block in kept for n in block.rows.tolist()] == [2, 4, 5, 7]
