"""Precision and recall on the sample documents, held against their truth files and the page that states them."""

import os
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.reading import accuracy

from cchc.intake.documents import read_document
from cchc.vietnamese.printed import printed_numbers

PAGE = ROOT / "docs/reading-accuracy.md"


def test_a_figure_that_is_read_is_right_and_most_are_read() -> None:
    whole = accuracy.whole()
    assert whole.true > 600
    assert whole.precision >= 0.98
    assert whole.recall >= 0.9


@pytest.mark.parametrize("path", accuracy.truths(), ids=lambda p: p.stem)
def test_no_sample_is_read_badly(path: Path) -> None:
    one = accuracy.tally(accuracy.true_keys(path), accuracy.read_keys(path))
    assert one.precision >= 0.95
    assert one.recall >= 0.8


@pytest.mark.parametrize("path", accuracy.truths(), ids=lambda p: p.stem)
def test_no_trap_is_taken(path: Path) -> None:
    """What a truth file lists as no figure must not be read from the words it quotes."""
    quotes = [(f.id, f.stated.value, f.stated.at.quote or "") for f in accuracy.read(path).figures if f.stated.at]
    right = {key[:2] for key in accuracy.true_keys(path)}
    for trap in accuracy.truth(path)["not_figures"]:
        for number in printed_numbers(trap["printed"]):
            taken = [q for q in quotes if q[1] == number.value and q[:2] not in right and q[2] in trap["quote"]]
            assert taken == [], trap


@pytest.mark.parametrize("path", accuracy.truths(), ids=lambda p: p.stem)
def test_every_quote_stands_in_the_document_at_its_place(path: Path) -> None:
    document = read_document(accuracy.DOCUMENTS / accuracy.truth(path)["file"])
    blocks = {block.place: block.text for block in document.blocks}
    for figure in accuracy.read(path).figures:
        at = figure.stated.at
        assert at is not None
        assert (at.quote or "?") in blocks[at.detail or ""]


def test_the_page_on_accuracy_is_fresh() -> None:
    if os.environ.get("CCHC_GOLDEN") == "write":
        PAGE.write_text(accuracy.table(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == accuracy.table()


def test_a_sheet_of_figures_has_no_opening_that_could_cite_anything() -> None:
    assert accuracy.read(accuracy.DOCUMENTS / "so-khoa-hoc-thang-3-2025.truth").citations is None
