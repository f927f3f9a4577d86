"""Words of a register: each figure, reason and note has them in both languages, and numbers are written as people do."""

import re
from typing import get_args

import pytest
from tests.conftest import ROOT

from cchc.model.register import GroupFigures, Note, Recounted
from cchc.model.text import Language
from cchc.output import register_words as say
from cchc.packs.pack import Pack
from cchc.packs.register_words import COLUMNS, register_words
from cchc.register.clock import Rules
from cchc.register.definitions import definitions

WORDS = register_words(ROOT)
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCES = [(ROOT / "engine/cchc/register" / name).read_text(encoding="utf-8") for name in ("cells.py", "faults.py")]


def test_every_figure_has_a_name_in_both_languages(pack: Pack) -> None:
    rules = Rules(COLUMNS, False, False, False, False, notification_only=("P",))
    names = {lang: [say.figure_text(figure, pack, lang) for figure in definitions(rules)] for lang in LANGUAGES}
    assert all(len(set(each)) == len(each) for each in names.values())
    assert not set(names["vi"]) & set(names["en"])


def test_every_reason_has_words_in_both_languages() -> None:
    reasons = {found for text in SOURCES for found in re.findall(r"\|([a-z_]+)['\"]", text)} | {
        "impossible_date",
        "not_a_date",
    }
    assert len(reasons) == 13
    for reason in reasons:
        assert say.reason_text(reason, "vi") != say.reason_text(reason, "en")


def test_a_note_names_the_column_as_people_do() -> None:
    note = Note("month_first", {"column": "due"})
    assert say.note_text(note, WORDS, "vi") == "cột 'Ngày hẹn trả': tháng đứng trước ngày"
    assert say.note_text(note, WORDS, "en") == "column 'Due': the month stands before the day"


@pytest.mark.parametrize(
    ("low", "high", "vi", "en"),
    [
        (1234, 1234, "1.234", "1,234"),
        (1234, 2000000, "1.234 – 2.000.000", "1,234 – 2,000,000"),
        (97.456, 97.456, "97,46", "97.46"),
        (0, 0, "0", "0"),
        (None, None, "", ""),
    ],
)
def test_values_are_written_as_people_do(low: float | None, high: float | None, vi: str, en: str) -> None:
    one = Recounted("dossiers.new", low, high)
    assert (say.value_text(one, "vi"), say.value_text(one, "en")) == (vi, en)


def test_a_figure_without_a_value_says_why() -> None:
    assert say.why_not(Recounted("x", None, None, "fee"), WORDS, "vi") == "thiếu cột 'Phí, lệ phí (đồng)'"
    assert say.why_not(Recounted("x", None, None), WORDS, "vi") == "không có hồ sơ nào để tính"


def test_groups_are_named_as_people_do() -> None:
    assert say.group_text(GroupFigures("channel", "national_portal", {}), "vi") == "Cổng DVC quốc gia"
    assert say.group_text(GroupFigures("unit", "Xã\nMột", {}), "vi") == "Xã Một"
    assert say.group_text(GroupFigures("unit", "", {}), "en") == "(blank)"
