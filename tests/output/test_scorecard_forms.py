"""Excel, HTML and Markdown of one scorecard: the same units, the numbers of the scorecard, names as they are."""

import io
import warnings
from typing import Any

import openpyxl
import pytest
from lxml import etree, html
from tests.conftest import SAMPLES

from cchc.app import read_reports
from cchc.model.extraction import Hints
from cchc.model.scorecard import Scorecard
from cchc.output.scorecard_html import scorecard_html
from cchc.output.scorecard_markdown import scorecard_markdown
from cchc.output.scorecard_xlsx import scorecard_xlsx
from cchc.packs.pack import Pack
from cchc.scores import ScoreOptions, score_reports, score_units

STRANGE = 'Phòng <b>Một</b> & "Hai" =1+1'


@pytest.fixture(scope="module")
def rooms(pack: Pack) -> Scorecard:
    card = score_units(pack, SAMPLES / "units-2025.csv", ScoreOptions()).card
    first = card.units[0].model_copy(update={"name": STRANGE})
    return card.model_copy(update={"units": (first, *card.units[1:])})


@pytest.fixture(scope="module")
def seed_card(pack: Pack) -> Scorecard:
    """The settlement index of the seed: below its coverage, a second total, and a scenario of which nothing can be told."""
    files = read_reports(pack, [SAMPLES / "seed-2025-04.yaml"], Hints())
    reports: list[Any] = [(one.file, one.report()) for one in files]  # type: ignore[union-attr]
    return score_reports(pack, reports, ScoreOptions(index="settlement-tt01", scenario="notifications"))


def sheets(card: Scorecard) -> dict[str, list[list[Any]]]:
    with warnings.catch_warnings():
        # openpyxl does not keep Excel's newer conditional formats; the cells are all there.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(scorecard_xlsx(card, "vi")))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def ranking(card: Scorecard) -> dict[str, dict[str, Any]]:
    """Return the rows of the first sheet by name of the unit."""
    rows = next(iter(sheets(card).values()))
    top = next(n for n, row in enumerate(rows) if "Đơn vị" in row)
    return {
        str(row[rows[top].index("Đơn vị")]): dict(zip(map(str, rows[top]), row, strict=True)) for row in rows[top + 1 :]
    }


def test_the_ranking_of_the_workbook_has_the_numbers_of_the_scorecard(rooms: Scorecard) -> None:
    found = ranking(rooms)
    assert set(found) == {unit.name for unit in rooms.units}
    for unit in rooms.units:
        row = found[unit.name]
        assert row["Hạng"] == unit.rank
        assert row["Điểm"] == pytest.approx(unit.points)
        assert (row["Chỉ số (%)"] is None) == (unit.percent is None)
        assert unit.percent is None or row["Chỉ số (%)"] == pytest.approx(unit.percent, abs=1e-6)


def test_a_name_that_looks_like_a_formula_is_text_in_the_workbook(rooms: Scorecard) -> None:
    assert STRANGE in ranking(rooms)


def test_the_workbook_tells_second_totals_and_why_a_scenario_is_unknown(seed_card: Scorecard) -> None:
    (unit,) = seed_card.units
    (subtotal,) = unit.subtotals
    told = ranking(seed_card)[unit.name][subtotal.title]
    assert told.startswith("2 - 10 trên 10 điểm")
    cells = [cell for row in sheets(seed_card)["Phương án"] for cell in row if isinstance(cell, str)]
    reasons = {effect.reason for scenario in seed_card.scenarios for effect in scenario.effects}
    assert None not in reasons
    assert all(any(f"chưa tính được: {reason}" == cell for cell in cells) for reason in reasons)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_is_whole_needs_no_network_and_keeps_names(lang: Any, rooms: Scorecard) -> None:
    text = scorecard_html(rooms, lang)
    root = html.document_fromstring(text)
    assert root.get("lang") == lang
    assert not root.xpath("//script[@src] | //link[@href] | //img[not(starts-with(@src, 'data:'))]")
    assert sum(one.get("class") == "unit" for one in root.iter("article")) == len(rooms.units)
    assert not root.xpath("//article//b[text()='Một']")
    shown = etree.tostring(root, method="text", encoding="unicode")
    assert all(unit.name in shown for unit in rooms.units)


def test_the_page_tells_second_totals_and_why_a_scenario_is_unknown(seed_card: Scorecard) -> None:
    shown = etree.tostring(html.document_fromstring(scorecard_html(seed_card, "vi")), method="text", encoding="unicode")
    assert "2 - 10 trên 10 điểm" in shown
    assert "chưa tính được: chưa biết ảnh hưởng" in shown


def test_markdown_has_a_row_for_each_unit_and_no_broken_cell(rooms: Scorecard) -> None:
    lines = scorecard_markdown(rooms, "vi").splitlines()
    table = [line for line in lines if line.startswith("|")]
    widths = {line.replace("\\|", "").count("|") for line in table[: len(rooms.units) + 2]}
    assert len(widths) == 1
    assert all(any(unit.id in line or unit.name.split(" ")[-1] in line for line in table) for unit in rooms.units)
