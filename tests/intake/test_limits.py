"""Documents that are no reports by their amount or form are refused with a reason; large reports are not."""

from pathlib import Path

import pytest

from cchc.intake.documents import read_document
from cchc.intake.limits import within_limits
from cchc.model.blocks import Block, Cell, TextDocument
from cchc.model.errors import InputError


def table(*cells: Cell) -> TextDocument:
    blocks = (Block("5", f"ô {n}", kind="cell", cell=cell) for n, cell in enumerate(cells))
    return TextDocument("r.docx", "docx", tuple(blocks))


@pytest.mark.parametrize(
    "cells",
    [
        (Cell(1, 1, 1), Cell(1, 1_048_576, 16_384)),
        (Cell(1, 1, 1, 1, 999_999_999),),
        (Cell(2, 1, 1), Cell(1, 999_999_999, 2)),
        tuple(Cell(1, n, 1, 1_000, 200) for n in range(1, 10)),
    ],
    ids=["a cell far away", "a wide span", "another table", "spans over one another"],
)
def test_a_table_that_is_mostly_empty_places(cells: tuple[Cell, ...]) -> None:
    with pytest.raises(InputError, match="bảng trải rộng hơn 1000000 ô"):
        within_limits(table(*cells))


def test_a_large_table_is_a_report() -> None:
    document = table(*(Cell(1, row, column) for row in range(1, 2_001) for column in range(1, 31)))
    assert within_limits(document) is document


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ([Block("x", "dòng 1")] * 100_001, "hơn 100000 đoạn"),
        ([Block("hồ sơ " * 20_000, "dòng 1")] * 50, "dài hơn 5 triệu ký tự"),
        ([Block("hồ sơ " * 40_000, "dòng 7")], "dòng 7 dài hơn 200000 ký tự"),
        ([Block("a" * 1_001, "dòng 7")], "dòng 7 có một chuỗi dài hơn 1000 ký tự"),
        ([Block(f"a{' ' * 501}b", "dòng 7")], "dòng 7 có chỗ dài hơn 500 dấu cách"),
    ],
)
def test_text_that_is_none(blocks: list[Block], said: str) -> None:
    with pytest.raises(InputError, match=said):
        within_limits(TextDocument("r.txt", "text", tuple(blocks)))


@pytest.mark.parametrize("name", ["r.txt", "r.md", "r.csv"])
@pytest.mark.parametrize("raw", [b"a " * 2_600_000, b"a\n" * 600_000], ids=["letters", "lines"])
def test_a_text_too_long_is_refused_before_it_is_taken_apart(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(InputError, match="dài hơn 5 triệu ký tự hoặc 500000 dòng"):
        read_document(tmp_path / name)


def test_lines_to_be_filled_in_may_be_long() -> None:
    document = TextDocument("r.txt", "text", (Block(f"Họ tên: {'.' * 5_000}", "dòng 1"),))
    assert within_limits(document) is document
