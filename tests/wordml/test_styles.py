"""How words look in the end: their own word first, then their styles, then the defaults."""

from pathlib import Path

import pytest
from tests.wordml.files import p, run, tbl, tc, tr, walked

from cchc.wordml.block import WordBlock

BOLD, NOT_BOLD, CENTRED = "<w:b/>", '<w:b w:val="0"/>', '<w:jc w:val="center"/>'


def style(
    key: str, kind: str = "paragraph", name: str = "", base: str = "", paragraph: str = "", words: str = ""
) -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    named = f'<w:name w:val="{name}"/>' if name else ""
    inner = f"{named}{based}<w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{key}">{inner}</w:style>'


def one(tmp_path: Path, content: str, properties: str = "", styles: str = "") -> WordBlock:
    return walked(tmp_path, p(content, properties), styles=styles)[0]


@pytest.mark.parametrize(
    ("content", "bold"),
    [
        (run("a", BOLD) + run("b", BOLD), True),
        (run("a", BOLD) + run("b"), False),
        (run("a", BOLD) + run("  ") + run("b", BOLD), True),
        (run("a", BOLD) + run("ẩn", "<w:vanish/>"), True),
        (run("a", NOT_BOLD), False),
        (run("a", '<w:b w:val="on"/>'), True),
    ],
)
def test_bold_is_bold_throughout(tmp_path: Path, content: str, bold: bool) -> None:
    assert one(tmp_path, content).bold is bold


@pytest.mark.parametrize(
    ("properties", "bold"),
    [
        ("", True),
        (NOT_BOLD, False),
        # A switch turned on by both styles is off again.
        ('<w:rStyle w:val="Dam"/>', False),
        ('<w:rStyle w:val="Dam"/><w:b/>', True),
        ('<w:rStyle w:val="missing"/>', True),
    ],
)
def test_bold_through_styles(tmp_path: Path, properties: str, bold: bool) -> None:
    styles = style("Goc", words=BOLD) + style("Con", base="Goc") + style("Dam", "character", words=BOLD)
    assert one(tmp_path, run("a", properties), '<w:pStyle w:val="Con"/>', styles).bold is bold


def test_what_the_defaults_turn_on_stays_on(tmp_path: Path) -> None:
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{CENTRED}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    styles = defaults + style("Nghieng", words="<w:i/>") + style("Trai", paragraph='<w:jc w:val="left"/>')
    block = one(tmp_path, "x", '<w:pStyle w:val="Nghieng"/>', styles)
    assert (block.italic, block.centered) == (True, True)
    assert not one(tmp_path, "x", '<w:pStyle w:val="Trai"/>', styles).centered
    assert not one(tmp_path, "x", '<w:jc w:val="both"/>', styles).centered


def test_the_default_style_serves_paragraphs_that_name_none(tmp_path: Path) -> None:
    normal = style("BT", paragraph=CENTRED).replace('w:styleId="BT"', 'w:styleId="BT" w:default="1"')
    assert one(tmp_path, "x", "", normal).centered


@pytest.mark.parametrize(
    ("properties", "heading"),
    [
        ('<w:pStyle w:val="Heading2"/>', 2),
        ('<w:pStyle w:val="u1"/>', 1),
        ('<w:pStyle w:val="Con"/>', 1),
        ('<w:pStyle w:val="DD3"/>', 3),
        ('<w:pStyle w:val="Muc"/>', 4),
        ('<w:pStyle w:val="Muc"/><w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="Muc"/><w:outlineLvl w:val="9"/>', None),
        ('<w:outlineLvl w:val="bad"/>', None),
        ('<w:pStyle w:val="Vong"/>', None),
        ("", None),
    ],
)
def test_headings(tmp_path: Path, properties: str, heading: int | None) -> None:
    styles = (
        style("u1", name="heading 1")
        + style("Con", base="u1")
        + style("DD3", name="Đầu đề 3")
        + style("Muc", paragraph='<w:outlineLvl w:val="3"/>')
        + style("Vong", base="Vong2")
        + style("Vong2", base="Vong")
    )
    assert one(tmp_path, "x", properties, styles).heading == heading


def test_a_cell_is_centred_and_bold_if_all_its_paragraphs_are(tmp_path: Path) -> None:
    def cell(*paragraphs: str) -> WordBlock:
        return walked(tmp_path, tbl(tr(tc("".join(paragraphs)))))[0]

    head, other = p(run("a", BOLD), CENTRED), p("b")
    assert (cell(head, head).bold, cell(head, head).centered) == (True, True)
    assert (cell(head, p(""), head).bold, cell(head, p(""), head).centered) == (True, True)
    assert (cell(head, other).bold, cell(head, other).centered) == (False, False)


@pytest.mark.parametrize(
    ("text", "properties", "fonts"),
    [
        ("C«ng hoµ", '<w:rFonts w:hAnsi=".VnTime"/>', {".VnTime"}),
        ("C«ng hoµ", "", {"VNI-Times"}),
        ("C«ng hoµ", '<w:rFonts w:ascii=".VnTime" w:asciiTheme="minorHAnsi"/>', set()),
        ("2025", '<w:rFonts w:hAnsi=".VnTime"/>', set()),
        ("đổi", '<w:rFonts w:hAnsi=".VnTime"/>', set()),
    ],
)
def test_fonts_of_words_that_an_old_font_would_change(
    tmp_path: Path, text: str, properties: str, fonts: set[str]
) -> None:
    styles = style("S", words='<w:rFonts w:ascii="VNI-Times"/>')
    assert one(tmp_path, run(text, properties), '<w:pStyle w:val="S"/>', styles).fonts == fonts
