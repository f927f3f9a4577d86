"""The empty table of units."""

import csv
import io

import pytest

from cchc.output.units_template import units_template
from cchc.packs.pack import Pack


@pytest.mark.parametrize("index", ["rooms-and-units", "settlement-tt01", "commune-qd11", "head-hai-phong"])
def test_every_criterion_that_a_person_scores_has_a_column(pack: Pack, index: str) -> None:
    leaves = pack.indices[index].leaves()
    entered = [leaf.code for leaf in leaves if leaf.curve.type in ("judgement", "ordinal")]
    rows = list(csv.reader(io.StringIO(units_template(pack, pack.indices[index], []))))
    assert [name.partition(":")[2] for name in rows[-1] if name.startswith("chấm:")] == entered


def test_the_samples_have_criteria_on_a_scale(pack: Pack) -> None:
    assert any(leaf.curve.type == "ordinal" for leaf in pack.indices["settlement-tt01"].leaves())


def test_notes_name_the_appraisal_columns(pack: Pack) -> None:
    index = pack.indices["rooms-and-units"]
    vi, en = units_template(pack, index, []), units_template(pack, index, [], "en")
    assert all(f"{word}:<mã>" in vi for word in ("thẩm định", "lý do", "minh chứng"))
    assert all(f"{word}:<code>" in en for word in ("appraised", "reason", "evidence"))
