"""Texts that the wordings were not written from: what is read of them is right, and most of it is read."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.reading.reader import content

from cchc.intake.documents import read_document
from cchc.reading.extract import extract

FOLDER = Path(__file__).parent / "held_out"
TEXTS = sorted(FOLDER.glob("*.txt"))
Value = tuple[str, float]


@cache
def truth(text: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(text.with_suffix(".truth").read_text(encoding="utf-8"))
    return loaded


@cache
def read(text: Path) -> frozenset[Value]:
    extraction = extract(read_document(text), content())
    doubtful = {value(f) for f in truth(text).get("doubtful") or () if isinstance(f.get("value"), int | float)}
    return frozenset({(f.id, round(f.stated.value, 4)) for f in extraction.figures} - doubtful) | (
        right(text) & doubtful
    )


def value(figure: dict[str, Any]) -> Value:
    return figure["id"], round(float(figure["value"]), 4)


def right(text: Path) -> frozenset[Value]:
    return frozenset(value(f) for f in truth(text)["figures"])


def test_what_is_read_is_right_and_most_is_read() -> None:
    got = sum(len(read(text)) for text in TEXTS)
    true = sum(len(right(text)) for text in TEXTS)
    both = sum(len(read(text) & right(text)) for text in TEXTS)
    assert len(TEXTS) == 88
    assert both / got >= 0.98
    assert both / true >= 0.9


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.stem)
def test_no_text_is_misread(text: Path) -> None:
    """At most one figure in eight, and never more than three, may be a wrong one."""
    wrong = read(text) - right(text)
    assert len(wrong) <= max(1, min(3, len(read(text)) // 8)), wrong
