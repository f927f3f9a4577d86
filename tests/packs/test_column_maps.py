"""What the columns of another system mean: the shipped map, and mistakes in one."""

import shutil
from pathlib import Path

import pytest
from tests.conftest import ROOT

from cchc.model.errors import ContentError
from cchc.packs.column_maps import FOLDER, ColumnMap, column_maps, map_problems
from cchc.packs.pack import Pack

(SHIPPED,) = column_maps(ROOT)
HEADINGS = [*SHIPPED.columns, "published_online_score", "period_type"]


def test_the_shipped_map_speaks_of_what_there_is(pack: Pack) -> None:
    assert list(map_problems([SHIPPED], pack.figures, pack.indices)) == []
    assert {m for m in SHIPPED.columns.values() if m.startswith("sq.")} == {
        n for n in pack.figures if n.startswith("sq.")
    }


@pytest.mark.parametrize(
    ("headings", "fits"),
    [
        (HEADINGS, True),
        (HEADINGS[::-1], True),
        ([f" {heading} " for heading in HEADINGS], True),
        (["unit_code", "unit_name", "level"], True),
        ([*HEADINGS, "another"], False),
        (["unit_code", "unit_name"], False),
        ([], False),
    ],
)
def test_a_table_fits_by_its_headings(headings: list[str], fits: bool) -> None:
    assert SHIPPED.fits(headings) is fits


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"index": "service-quality-767"}, "không có bộ chỉ số 'service-quality-767', có phải 'service-quality-766'?"),
        ({"columns": {"unit_code": "id", "a": "sq.dossier"}}, "không có số liệu 'sq.dossier', có phải 'sq.dossiers'?"),
    ],
)
def test_a_name_that_does_not_exist_is_named(change: dict[str, object], words: str, pack: Pack) -> None:
    wrong = ColumnMap.model_validate({**SHIPPED.model_dump(), **change})
    (problem,) = map_problems([wrong], pack.figures, pack.indices)
    assert words in str(problem)
    assert f"{FOLDER}/qd766-portal.yaml" in str(problem)


def test_a_broken_map_is_named_with_its_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / FOLDER, tmp_path / FOLDER)
    file = tmp_path / FOLDER / "qd766-portal.yaml"
    file.write_text(file.read_text("utf-8").replace("COMMUNE: commune", "COMMUNE: comune"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"qd766-portal\.yaml:7"):
        column_maps(tmp_path)
