"""Rows of a units table that contradict themselves are refused, what is half said is said back."""

from pathlib import Path

import pytest
from tests.conftest import ROOT

from cchc.intake.unit_headings import Headings
from cchc.intake.units import read_units
from cchc.model.errors import InputError
from cchc.packs.appraisal import appraisal
from cchc.packs.load import load_pack

HEAD = "mã,đơn vị,loại"


@pytest.fixture(scope="module")
def headings() -> Headings:
    pack = load_pack(ROOT)
    return Headings(pack.figures, pack.indices["rooms-and-units"], appraisal(ROOT))


def table(path: Path, columns: str, cells: str) -> Path:
    target = path / "units.csv"
    target.write_text(f"{HEAD},{columns}\nP1,Phòng Một,phòng,{cells}\n", encoding="utf-8")
    return target


@pytest.mark.parametrize(
    ("columns", "cells", "key", "words"),
    [
        ("trực thuộc", "p1", "trực thuộc", "không thể trực thuộc chính mình"),
        ("trực thuộc", "PHÒNG MỘT", "trực thuộc", "không thể trực thuộc chính mình"),
        ("số liệu từ ngày,số liệu đến ngày", "15/4/2025,14/3/2025", "số liệu từ ngày", "sau đến ngày 14/3/2025"),
        ("số ngày nộp muộn,ngày nộp,hạn nộp", "2,5/2/2026,1/2/2026", "số ngày nộp muộn", "là 4 ngày"),
        ("số ngày nộp muộn,ngày nộp,hạn nộp", "1,31/1/2026,1/2/2026", "số ngày nộp muộn", "là 0 ngày"),
        ("số ngày nộp muộn", '"1,5"', "số ngày nộp muộn", "số nguyên"),
    ],
)
def test_what_cannot_be_is_refused_with_line_and_column(
    columns: str, cells: str, key: str, words: str, tmp_path: Path, headings: Headings
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_units(table(tmp_path, columns, cells), headings)
    assert (caught.value.line, caught.value.key) == (2, key)


@pytest.mark.parametrize(
    ("columns", "cells", "words"),
    [
        ("hạn nộp", "1/2/2026", "không có ngày nộp nên chưa biết nộp muộn hay không"),
        ("ngày nộp", "1/2/2026", "không có hạn nộp nên chưa biết nộp muộn hay không"),
        ("số liệu từ ngày", "15/3/2025", "chỉ có một trong hai ngày"),
        ("số liệu đến ngày", "14/4/2025", "chỉ có một trong hai ngày"),
        ("lý do:1.2,thẩm định:1.2", "thiếu tài liệu kiểm chứng,", "lý do mà không có điểm thẩm định ở tiêu chí 1.2"),
    ],
)
def test_what_is_half_said_is_said_back(
    columns: str, cells: str, words: str, tmp_path: Path, headings: Headings
) -> None:
    reasons = headings.appraisal.reasons
    cells = cells.replace("thiếu tài liệu kiểm chứng", reasons[0].label.vi)
    (said,) = read_units(table(tmp_path, columns, cells), headings).warnings
    assert said.startswith("Phòng Một (dòng 2): ")
    assert words in said


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ("số ngày nộp muộn,ngày nộp,hạn nộp", "4,5/2/2026,1/2/2026"),
        ("ngày nộp,hạn nộp", "1/2/2026,1/2/2026"),
        ("hạn nộp,số ngày nộp muộn", "1/2/2026,0"),
        ("số liệu từ ngày,số liệu đến ngày,trực thuộc", "15/3/2025,14/4/2025,P2"),
    ],
)
def test_what_fits_is_taken_without_a_word(columns: str, cells: str, tmp_path: Path, headings: Headings) -> None:
    assert read_units(table(tmp_path, columns, cells), headings).warnings == ()
