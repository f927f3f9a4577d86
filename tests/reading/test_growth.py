"""Hostile texts, one short phrase again and again in one paragraph: twice the text takes about twice the work, not four times."""

import cProfile
import pstats

import pytest
from tests.conftest import ROOT

from cchc.app import open_pack
from cchc.model.blocks import Block, TextDocument
from cchc.reading.extract import extract

PACK = open_pack(ROOT)
LETTERS = 5_000


def work(phrase: str, letters: int) -> int:
    """Return how many calls it takes to read so many letters: the same at every run, unlike seconds."""
    text = (phrase * (letters // len(phrase) + 1))[:letters].strip()
    document = TextDocument("x.txt", "text", (Block("BÁO CÁO", "dòng 1"), Block(text, "dòng 2")))
    profile = cProfile.Profile()
    profile.runcall(extract, document, PACK)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "phrase",
    [
        "số 12/QĐ-UBND ",
        "Nghị định 111 của ",
        "từ ngày 5/6 ",
        "báo cáo, ",
        "tháng 4/2025 ",
        "cùng kỳ năm 2023 ",
        "Sở TT&TT, ",
        "số 12/QĐ-UBND Sở TTTT ",
    ],
)
def test_twice_the_text_is_twice_the_work(phrase: str) -> None:
    work(phrase, LETTERS)
    assert work(phrase, 2 * LETTERS) < 2.5 * work(phrase, LETTERS)


def test_a_quote_stays_short_where_no_mark_ends_a_clause() -> None:
    blocks = (Block("BÁO CÁO", "dòng 1"), Block(("số 12/QĐ-UBND " * 2_000).strip(), "dòng 2"))
    read = extract(TextDocument("x.txt", "text", blocks), PACK)
    assert read.citations
    assert all(len(one.at.quote or "") < 1_500 for one in read.citations if one.at)
