"""Numbers that Word makes by itself, as it prints them. Expected numbers were checked against LibreOffice where it counts as Word does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.wordml.files import item, level, lists, p, tbl, tr, walked

from cchc.wordml.counters import printed

REPORT = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
TREE = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "decimal", "%1.%2.%3.")


def numbers(tmp_path: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    return [b.number for b in walked(tmp_path, body, numbering=numbering, styles=styles)]


def test_the_three_levels_of_a_report(tmp_path: Path) -> None:
    body = "".join(item("x", 1, at) for at in (0, 1, 2, 2, 1, 2, 0, 1))
    assert numbers(tmp_path, body, lists({0: REPORT}, {1: "0"})) == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1."]


def test_a_tree_of_numbers_and_text_between(tmp_path: Path) -> None:
    body = (
        item("x", 1) + p("lời") + item("x", 1, 1) + item("x", 1, 1) + item("x", 1, 2) + item("x", 1) + item("x", 1, 1)
    )
    expected = ["1.", "", "1.1.", "1.2.", "1.2.1.", "2.", "2.1."]
    assert numbers(tmp_path, body, lists({0: TREE}, {1: "0"})) == expected


def test_a_level_under_nothing_stands_under_a_first_one(tmp_path: Path) -> None:
    body = item("x", 1, 1) + item("x", 1, 1) + item("x", 1) + item("x", 1, 1)
    assert numbers(tmp_path, body, lists({0: TREE}, {1: "0"})) == ["1.1.", "1.2.", "2.", "2.1."]


def test_lists_of_one_kind_count_on_and_an_override_starts_anew_once(tmp_path: Path) -> None:
    anew = '0<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item("x", 1) + item("x", 2) + item("x", 3) + item("x", 3) + item("x", 1)
    assert numbers(tmp_path, body, lists({0: TREE}, {1: "0", 2: "0", 3: anew})) == ["1.", "2.", "5.", "6.", "7."]


def test_an_override_may_change_the_level_itself(tmp_path: Path) -> None:
    changed = f'0<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)")}</w:lvlOverride>'
    assert numbers(tmp_path, item("x", 1), lists({0: TREE}, {1: changed})) == ["a)"]


@pytest.mark.parametrize(("restart", "last"), [("0", "c)"), ("1", "a)"), (None, "a)")])
def test_when_a_level_starts_again(tmp_path: Path, restart: str | None, last: str) -> None:
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    kind = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)", more)
    body = item("x", 1) + item("x", 1, 1) + item("x", 1, 1) + item("x", 1) + item("x", 1, 1)
    assert numbers(tmp_path, body, lists({0: kind}, {1: "0"})) == ["1.", "a)", "b)", "2.", last]


def test_legal_numbering_is_in_digits(tmp_path: Path) -> None:
    kind = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>")
    assert numbers(tmp_path, item("x", 1) + item("x", 1) + item("x", 1, 1), lists({0: kind}, {1: "0"})) == [
        "I.",
        "II.",
        "2.1.",
    ]


@pytest.mark.parametrize(
    ("sign", "font", "read"),
    [
        ("-", "", "-"), ("+", "", "+"), ("•", "", "•"), ("–", "", "–"), ("\uf0b7", "Symbol", "-"), ("\uf02d", "Symbol", "-"),
        ("§", "Wingdings", "-"), ("o", "Courier New", "-"), ("+", "Symbol", "+"), ("", "", ""),
    ],
)  # fmt: skip
def test_bullets(tmp_path: Path, sign: str, font: str, read: str) -> None:
    more = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    assert numbers(tmp_path, item("x", 1), lists({0: level(0, "bullet", sign, more)}, {1: "0"})) == [read]


def test_numbers_through_styles(tmp_path: Path) -> None:
    """The style names the list; the level is the one that names the style."""
    kind = level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc1"/>') + level(
        1, "decimal", "%2.", '<w:pStyle w:val="Muc2"/>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}">{base}<w:pPr>{given_}</w:pPr></w:style>'
        for key, base, given_ in (
            ("Muc1", "", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
            ("Muc2", "", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
            ("Con", '<w:basedOn w:val="Muc2"/>', ""),
            ("Khong", '<w:basedOn w:val="Muc2"/>', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        )
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(
        p("x", f'<w:pStyle w:val="{key}"/>{more}')
        for key, more in (("Muc1", ""), ("Muc2", ""), ("Con", ""), ("Khong", ""), ("Muc2", off), ("Muc2", ""))
    )
    expected = ["I.", "1.", "2.", "", "", "3."]
    assert numbers(tmp_path, body, lists({0: kind}, {1: "0"}), styles) == expected


def test_a_list_style_keeps_its_levels_elsewhere(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    kinds = {0: f'<w:styleLink w:val="DS"/>{REPORT}', 5: '<w:numStyleLink w:val="DS"/>'}
    assert numbers(tmp_path, item("x", 2) + item("x", 2, 1), lists(kinds, {1: "0", 2: "5"}), styles) == ["I.", "1."]


def test_empty_paragraphs_count_and_cells_have_numbers(tmp_path: Path) -> None:
    body = item("x", 1) + item("", 1) + tbl(tr("Tên", f"<w:tc><w:tcPr/>{item('Hồ sơ', 1)}</w:tc>")) + item("x", 1)
    assert numbers(tmp_path, body, lists({0: TREE}, {1: "0"})) == ["1.", "", "3.", "4."]


def test_lists_that_are_not_there(tmp_path: Path) -> None:
    looped = '<w:numStyleLink w:val="DS"/>'
    assert numbers(tmp_path, item("x", 7) + item("y", 1, 8), lists({0: looped}, {1: "0", 2: "9"})) == ["", ""]


def test_a_newer_format_stands_beside_an_older_one(tmp_path: Path) -> None:
    both = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    kind = f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{both}<w:lvlText w:val="%1."/></w:lvl>'
    assert numbers(tmp_path, item("x", 1) + item("x", 1), lists({0: kind}, {1: "0"})) == ["09.", "10."]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (4, "upperRoman", "IV"), (1994, "lowerRoman", "mcmxciv"), (0, "upperRoman", "0"), (5000, "upperRoman", "5000"),
        (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (0, "upperLetter", "0"),
        (7, "decimalZero", "07"), (7, "vietnameseCounting", "7"), (3, "none", ""),
    ],
)  # fmt: skip
def test_number_formats(value: int, form: str, text: str) -> None:
    assert printed(value, form) == text


@given(st.integers(0, 999_999_999), st.sampled_from(["upperRoman", "lowerLetter", "decimal", "decimalZero"]))
def test_a_number_never_grows_out_of_hand(value: int, form: str) -> None:
    assert 0 < len(printed(value, form)) <= 30
