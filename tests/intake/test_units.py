"""Tables of units: what is accepted, and what each mistake says."""

import json
from pathlib import Path

import numpy as np
import pytest
import yaml

from cchc.intake.unit_cells import CellError, read_figure
from cchc.intake.unit_headings import Headings
from cchc.intake.units import read_units
from cchc.model.errors import InputError
from cchc.model.text import Text
from cchc.model.units import UnitsTable
from cchc.packs.appraisal import appraisal
from cchc.packs.figure_schema import FigureDef, FigureKind
from cchc.packs.indices import IndexDef

ROOT = Path(__file__).resolve().parents[2]
FIGURES: dict[str, tuple[str, FigureKind]] = {
    "a.done": ("Nhiệm vụ đã hoàn thành", "count"),
    "a.share": ("Tỷ lệ hài lòng", "percent"),
    "a.money": ("Kinh phí, triệu đồng", "money"),
    "b.one": ("Trùng nhãn", "count"),
    "b.two": ("Trùng nhãn", "count"),
}


def _figure(id_: str, label: str, kind: FigureKind) -> FigureDef:
    text, unit = Text(vi=label, en=f"English {id_}"), Text(vi="việc", en="items")
    return FigureDef(id=id_, label=text, kind=kind, unit=unit, part="I", required="optional")


@pytest.fixture(scope="module")
def headings() -> Headings:
    path = ROOT / "indicators" / "indices" / "rooms-and-units.yaml"
    index = IndexDef.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    return Headings({id_: _figure(id_, *rest) for id_, rest in FIGURES.items()}, index, appraisal(ROOT))


def _read(tmp_path: Path, headings: Headings, text: str | bytes, name: str = "units.csv") -> UnitsTable:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_units(path, headings)


def test_a_table_with_everything(tmp_path: Path, headings: Headings) -> None:
    text = (
        "# Số liệu giả định\n"
        "mã,đơn vị,loại,Nhiệm vụ đã hoàn thành,a.share,chấm:1.8,tự chấm:1.1,không áp dụng\n"
        'VP,Văn phòng Sở,phòng,1.234,"54,9%","1,25",5,"3.1; 3.2.1"\n'
        "CC,Chi cục,chi cục,,,,,\n"
    )
    table = _read(tmp_path, headings, text)
    assert (table.ids, table.names) == (("VP", "CC"), ("Văn phòng Sở", "Chi cục"))
    assert table.kinds == ("room", "sub_department")
    assert table.figures.values["a.done"].tolist()[0] == 1234
    assert table.figures.values["a.share"][0] == pytest.approx(0.549)
    assert (table.judgements["1.8"][0], table.self_scores["1.1"][0]) == (1.25, 5)
    assert {code: mask.tolist() for code, mask in table.not_applicable.items()} == {
        "3.1": [True, False],
        "3.2.1": [True, False],
    }
    assert np.isnan([table.figures.values["a.done"][1], table.judgements["1.8"][1], table.self_scores["1.1"][1]]).all()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_separators_and_bom(separator: str, bom: str, tmp_path: Path, headings: Headings) -> None:
    rows = [["id", "name", "kind", "a.done"], ["x", "Phòng X", "room", "7"]]
    table = _read(tmp_path, headings, bom + "\r\n".join(separator.join(row) for row in rows))
    assert table.figures.values["a.done"].tolist() == [7]


def test_headings_ignore_case_marks_and_spaces(tmp_path: Path, headings: Headings) -> None:
    table = _read(tmp_path, headings, "MÃ,Đơn  vị,Loai,nhiem vu DA hoàn thành\nx,X,Phòng,7\n")
    assert list(table.figures.values) == ["a.done"]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1.234", "count", 1234),
        ("1.234.567", "count", 1234567),
        ("1 234", "count", 1234),
        ("07", "count", 7),
        ("5.0", "count", 5),
        ("12,5", "money", 12.5),
        ("12.5", "money", 12.5),
        ("1.234,5", "money", 1234.5),
        ("18.600", "money", 18600),
        ("12.5", "percent", 0.125),
        ("12,5", "percent", 0.125),
        ("54.9%", "percent", 0.549),
        ("99,75 %", "percent", 0.9975),
        ("100%", "percent", 1),
        ("1.234", "percent", 0.01234),
        ("98.1234567", "percent", 0.981234567),
    ],
)
def test_numbers_as_people_write_them(text: str, kind: FigureKind, value: float) -> None:
    assert read_figure(text, _figure("a.x", "X", kind)) == pytest.approx(value)


@pytest.mark.parametrize("text", ["0.985", "0,985", "1", "1,0", 0.985, 1])
def test_a_share_written_as_a_fraction_is_asked_about(text: str | float) -> None:
    """A spreadsheet stores 98,5% as 0.985: taken as printed it would be one percent of the truth."""
    with pytest.raises(CellError, match="ghi theo phần trăm"):
        read_figure(text, _figure("a.x", "X", "percent"))


@pytest.mark.parametrize(("text", "value"), [("0,5%", 0.005), ("1%", 0.01), ("0", 0), ("1,5", 0.015), (98.5, 0.985)])
def test_a_small_share_is_taken_with_its_sign(text: str | float, value: float) -> None:
    assert read_figure(text, _figure("a.x", "X", "percent")) == pytest.approx(value)


def test_a_group_of_thousands_does_not_begin_with_zero() -> None:
    assert read_figure("0.125", _figure("a.x", "X", "money")) == 0.125
    with pytest.raises(CellError, match="số nguyên"):
        read_figure("0.125", _figure("a.x", "X", "count"))


def _row(cell: str, heading: str = "a.done") -> str:
    return f'# ghi chú\nmã,đơn vị,loại,{heading}\nx,Phòng X,phòng,"{cell}"\n'


@pytest.mark.parametrize(
    ("heading", "cell", "words"),
    [
        ("a.done", "-3", "không thể âm"),
        ("a.done", "mười", "không phải là một số"),
        ("a.done", "-", "để trống nếu chưa có số liệu"),
        ("a.done", "12,5", "số nguyên"),
        ("a.done", "1,234", "số nguyên"),
        ("a.done", "50%", "không phải tỷ lệ phần trăm"),
        ("a.done", "1e5", "không phải là một số"),
        ("a.done", "٣", "không phải là một số"),
        ("a.share", "100,1%", "quá 100"),
        ("chấm:1.8", "1,6", "từ 0 đến 1,5"),
        ("tự chấm:1.1", "-1", "từ 0 đến 5"),
        ("không áp dụng", "3.1; 9.9", "không có tiêu chí '9.9'"),
        ("không áp dụng", "3.2", "'3.2' là nhóm tiêu chí, hãy ghi từng tiêu chí: 3.2.1, 3.2.2"),
    ],
)
def test_a_bad_cell_is_named_with_line_and_heading(
    heading: str, cell: str, words: str, tmp_path: Path, headings: Headings
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        _read(tmp_path, headings, _row(cell, heading))
    assert (caught.value.line, caught.value.key) == (3, heading)
    assert caught.value.file.endswith("units.csv")


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Nhiệm vụ đã hoàn thàn", "có phải 'Nhiệm vụ đã hoàn thành'"),
        ("a.done2", "có phải 'a.done'"),
        ("Trùng nhãn", "hãy dùng mã: b.one, b.two"),
        ("chấm:1.1", "tự chấm:1.1"),
        ("chấm:1.88", "có phải '1.8'"),
        ("mã", "trùng với cột 'mã'"),
        ("", "không có tiêu đề"),
    ],
)
def test_a_bad_heading_is_named_with_the_nearest(heading: str, words: str, tmp_path: Path, headings: Headings) -> None:
    with pytest.raises(InputError, match=words) as caught:
        _read(tmp_path, headings, f"mã,đơn vị,loại,{heading}\nx,Phòng X,phòng,1\n")
    assert caught.value.line == 1


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("", "tệp trống", None),
        ("# chỉ có chú thích\n", "chưa có dòng tiêu đề", None),
        ("mã,đơn vị,loại\n", "chưa có dòng đơn vị nào", 1),
        ("mã,đơn vị\nx,X\n", "thiếu cột 'loại'", 1),
        ("mã,đơn vị,loại\nx,X,phòng\ny,Y,phòng\nx,Z,phòng\n", "'x' bị lặp, đã có ở dòng 2", 4),
        ("mã,đơn vị,loại\nvp,X,phòng\nVP,Y,phòng\n", "'VP' bị lặp, đã có ở dòng 2", 3),
        ("mã,đơn vị,loại\nSỞ,X,phòng\nSO\u031b\u0309,Y,phòng\n", "bị lặp, đã có ở dòng 2", 3),
        ("mã,đơn vị,loại\n,X,phòng\n", "không được để trống", 2),
        ("mã,đơn vị,loại\nx,X,xóm\n", "loại đơn vị 'xóm' không có", 2),
        ("mã,đơn vị,loại,a.share\nx,X,phòng,54,9%\n", "đặt trong nháy kép", 2),
        ('mã,đơn vị,loại\nx,"X,phòng\n', "dòng CSV sai", 2),
    ],
)
def test_a_bad_file_is_one_sentence(
    text: str, words: str, line: int | None, tmp_path: Path, headings: Headings
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        _read(tmp_path, headings, text)
    assert caught.value.line == line


def test_a_cell_with_line_breaks_keeps_the_line_numbers_right(tmp_path: Path, headings: Headings) -> None:
    with pytest.raises(InputError, match="không thể âm") as caught:
        _read(tmp_path, headings, 'mã,đơn vị,loại,a.done\nx,"Phòng\u2028X\nhai dòng",phòng,1\ny,Y,phòng,-1\n')
    assert caught.value.line == 4


def test_wrong_encoding_and_wrong_kind_of_file(tmp_path: Path, headings: Headings) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        _read(tmp_path, headings, "mã,đơn vị".encode("utf-16"))
    with pytest.raises(InputError, match="không đọc được tệp"):
        _read(tmp_path, headings, "x", "units.docx")


UNITS = [
    {
        "id": "VP",
        "name": "Văn phòng Sở",
        "kind": "room",
        "figures": {"a.done": 1234, "a.share": "54,9%", "a.money": None},
        "judgements": {"1.8": 1.25},
        "self_scores": {"1.1": 5},
        "not_applicable": ["3.1"],
    },
    {"id": "CC", "name": "Chi cục", "kind": "chi cục"},
]


@pytest.mark.parametrize("name", ["units.json", "units.yaml"])
def test_yaml_and_json(name: str, tmp_path: Path, headings: Headings) -> None:
    text = json.dumps(UNITS) if name.endswith("json") else yaml.safe_dump(UNITS, allow_unicode=True)
    table = _read(tmp_path, headings, text, name)
    assert table.kinds == ("room", "sub_department")
    assert table.figures.values["a.done"][0] == 1234
    assert table.figures.values["a.share"][0] == pytest.approx(0.549)
    assert np.isnan(table.figures.values["a.money"]).all()
    assert (table.judgements["1.8"][0], table.self_scores["1.1"][0]) == (1.25, 5)
    assert table.not_applicable["3.1"].tolist() == [True, False]


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("{}", "cần một danh sách đơn vị", None),
        ("- 3\n", "mỗi đơn vị phải có", 1),
        ("- {id: x, name: X}\n", "thiếu 'kind'", 1),
        ("- {id: x, name: X, kind: room}\n- {id: x, name: Y, kind: room}\n", "'x' bị lặp", 2),
        ("- id: x\n  name: X\n  kind: room\n  figure: {}\n", "khóa 'figure' không có", 4),
        ("- id: x\n  name: X\n  kind: room\n  figures:\n    a.done: -1\n", "không thể âm", 5),
        ("- id: x\n  name: X\n  kind: room\n  figures:\n    a.done: true\n", "cần một số", 5),
        ("- id: x\n  name: X\n  kind: room\n  figures:\n    a.done: .nan\n", "hữu hạn", 5),
        ("- id: x\n  name: X\n  kind: room\n  figures:\n    a.dine: 1\n", "có phải 'a.done'", 5),
        ("- id: x\n  name: X\n  kind: room\n  judgements: {'1.1': 1}\n", "tính từ số liệu", 4),
        ("- id: x\n  name: X\n  kind: room\n  self_scores: {'1.1': 9}\n", "từ 0 đến 5", 4),
        ("- id: x\n  name: X\n  kind: room\n  not_applicable: '3.1'\n", "danh sách mã tiêu chí", 4),
        ("- id: x\n  name: X\n  kind: room\n  not_applicable: [1.8]\n", "trong dấu nháy", 4),
        ("- id: x\n  name: X\n  kind: room\n  not_applicable: 0\n", "danh sách mã tiêu chí", 4),
        ("- id: x\n  name: X\n  kind: room\n  figures: []\n", "cần các cặp", 4),
        ("- id: [x]\n  name: X\n  kind: room\n", "cần một chuỗi chữ", 1),
        ("- id: x\n  name: true\n  kind: room\n", "cần một chuỗi chữ", 2),
        ("- id: x\n  name: X\n  kind: room\n  figures:\n    a.done: 1\n    Nhiệm vụ đã hoàn thành: 2\n", "trùng", 6),
        (f"- id: x\n  name: X\n  kind: room\n  figures:\n    a.done: 1{'0' * 400}\n", "số quá lớn", 5),
        ("- id: x\n  name: X\n  kind: room\n  figures:\n    a.share: 0.985\n", "98.5%", 5),
    ],
)
def test_a_bad_entry_is_named_with_its_line(
    text: str, words: str, line: int | None, tmp_path: Path, headings: Headings
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        _read(tmp_path, headings, text, "units.yaml")
    assert caught.value.line == line
