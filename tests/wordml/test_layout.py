"""The layout of Word files: pages, and text set by paragraph, by style, by the defaults of the document and of Word."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.wordml.files import p, parts_of, run, tbl, tc, tr, write

from cchc.model.wording import Layout
from cchc.wordml.layout import layout_of
from cchc.wordml.package import open_package

LONG = "Trong kỳ, Sở đã tiếp nhận hồ sơ, giải quyết đúng hạn và trả kết quả cho tổ chức, cá nhân theo quy định. "
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/>'
TNR = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
NUMBERED = '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r></w:fldSimple>'


def laid(tmp_path: Path, body: str, **more: str) -> Layout:
    return layout_of(open_package(write(tmp_path / "bao-cao.docx", body, **more)))


def set_text(tmp_path: Path, content: str = LONG, properties: str = "", **more: str) -> Layout:
    return laid(tmp_path, p(content, properties), **more)


def style(key: str, base: str = "", paragraph: str = "", words: str = "", default: bool = False) -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{key}">{based}<w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{words}</w:rPr></w:style>"
    )


def defaults(words: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{words}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def test_nothing_said_is_what_word_takes_then(tmp_path: Path) -> None:
    found = set_text(tmp_path)
    assert (found.font, found.font_share, found.font_size) == ("Times New Roman", 1.0, 10.0)
    assert (found.line_spacing, found.space_between, found.first_indent) == (1.0, 0.0, 0.0)
    assert (found.page_width, found.margin_left, found.page_number) == (None, None, None)


def test_the_nearest_word_counts_and_each_attribute_is_inherited_alone(tmp_path: Path) -> None:
    styles = (
        defaults('<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>', '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>')
        + style("Normal", words='<w:sz w:val="26"/>', default=True)
        + style("Body", base="Normal", paragraph='<w:spacing w:before="120"/><w:ind w:firstLine="720"/>', words=TNR)
    )  # fmt: skip
    found = set_text(tmp_path, LONG, '<w:pStyle w:val="Body"/><w:spacing w:after="0"/>', styles=styles)
    assert (found.font, found.font_size) == ("Times New Roman", 13.0)
    assert (found.line_spacing, found.space_between, found.first_indent) == (1.08, 6.0, 12.7)


def test_the_default_style_holds_where_none_is_named(tmp_path: Path) -> None:
    styles = style("Thường", words=f'{TNR}<w:sz w:val="28"/>', paragraph='<w:ind w:firstLine="567"/>', default=True)
    found = set_text(tmp_path, styles=styles)
    assert (found.font_size, found.first_indent) == (14.0, 10.0)


def test_a_run_and_its_own_style_come_before_the_paragraph(tmp_path: Path) -> None:
    styles = '<w:style w:type="character" w:styleId="Small"><w:rPr><w:sz w:val="22"/></w:rPr></w:style>'
    found = set_text(tmp_path, run(LONG, '<w:rStyle w:val="Small"/>'), styles=styles)
    assert found.font_size == 11.0
    found = set_text(tmp_path, run(LONG, '<w:rStyle w:val="Small"/><w:sz w:val="27"/>'), styles=styles)
    assert found.font_size == 13.5


def test_a_font_of_the_theme_is_looked_up_and_unknown_without_it(tmp_path: Path) -> None:
    themed = run(LONG, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert set_text(tmp_path, themed).font is None
    parts = parts_of(p(themed))
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    links = parts["word/_rels/document.xml.rels"].decode()
    link = '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme.xml"/>'
    parts |= {"word/theme.xml": theme.encode(), "word/_rels/document.xml.rels": links.replace("</Rel", f"{link}</Rel").encode()}  # fmt: skip
    from tests.wordml.files import packed

    path = tmp_path / "theme.docx"
    path.write_bytes(packed(parts))
    assert layout_of(open_package(path)).font == "Calibri"


@pytest.mark.parametrize(
    ("properties", "field", "value"),
    [
        ('<w:spacing w:line="360" w:lineRule="exact"/>', "line_spacing", None),
        ('<w:spacing w:line="360" w:lineRule="auto"/>', "line_spacing", 1.5),
        ('<w:spacing w:line="360"/>', "line_spacing", 1.5),
        ('<w:spacing w:beforeLines="50"/>', "space_between", None),
        ('<w:spacing w:before="60" w:after="60"/>', "space_between", 6.0),
        ('<w:spacing w:after="120"/><w:contextualSpacing/>', "space_between", None),
        ('<w:ind w:hanging="567"/>', "first_indent", -10.0),
        ('<w:ind w:firstLineChars="200" w:firstLine="560"/>', "first_indent", None),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "first_indent", None),
    ],
)
def test_what_points_and_millimetres_can_tell(tmp_path: Path, properties: str, field: str, value: float | None) -> None:
    assert getattr(set_text(tmp_path, LONG, properties), field) == value


def test_an_indent_made_with_a_tab_is_not_judged(tmp_path: Path) -> None:
    assert set_text(tmp_path, f"<w:r><w:tab/><w:t>{LONG}</w:t></w:r>").first_indent is None


def test_most_of_the_running_text_decides(tmp_path: Path) -> None:
    small, large = run(LONG, '<w:sz w:val="24"/>'), run(LONG, '<w:sz w:val="28"/>')
    table = tbl(tr(tc(p(run(LONG * 9, '<w:sz w:val="20"/>')))))
    centred = p(run(LONG * 9, '<w:sz w:val="32"/>'), '<w:jc w:val="center"/>')
    assert laid(tmp_path, p(small) + p(large) + p(large) + table + centred).font_size == 14.0


def test_the_upright_section_with_most_text_gives_the_page(tmp_path: Path) -> None:
    wide = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="500" w:right="500" w:bottom="500" w:left="500"/>'
    body = p(LONG) + p("", f"<w:sectPr>{A4}{MARGINS}</w:sectPr>") + p(LONG * 5) + f"<w:sectPr>{wide}</w:sectPr>"
    found = laid(tmp_path, body)
    assert (found.page_width, found.page_height) == (210.0, 297.0)
    assert (found.margin_top, found.margin_bottom, found.margin_left, found.margin_right) == (20.0, 20.0, 30.0, 15.0)


def test_the_gutter_is_part_of_the_left_margin_and_a_minus_of_no_matter(tmp_path: Path) -> None:
    margins = '<w:pgMar w:top="-1134" w:right="850" w:bottom="1134" w:left="1134" w:gutter="567"/>'
    found = laid(tmp_path, p(LONG) + f"<w:sectPr>{A4}{margins}</w:sectPr>")
    assert (found.margin_left, found.margin_top) == (30.0, 20.0)


def number_at(tmp_path: Path, section: str, **more: str) -> str | None:
    return laid(tmp_path, p(LONG) + f"<w:sectPr>{section}{A4}</w:sectPr>", **more).page_number


HEADER = '<w:headerReference w:type="default" r:id="header_1"/>'
FOOTER = '<w:footerReference w:type="default" r:id="footer_1"/>'
CENTRED = '<w:jc w:val="center"/>'


@pytest.mark.parametrize(
    ("section", "parts", "where"),
    [
        ("", {}, "none"),
        (HEADER, {"header_1": p("Sở Mẫu")}, "none"),
        (HEADER, {"header_1": p(NUMBERED, CENTRED)}, "top_center_first"),
        (HEADER + "<w:titlePg/>", {"header_1": p(NUMBERED, CENTRED)}, "top_center"),
        (HEADER + '<w:titlePg w:val="0"/>', {"header_1": p(NUMBERED, CENTRED)}, "top_center_first"),
        (HEADER + '<w:headerReference w:type="first" r:id="header_2"/><w:titlePg/>', {"header_1": p(NUMBERED, CENTRED), "header_2": p(NUMBERED, CENTRED)}, "top_center_first"),
        (HEADER + "<w:titlePg/>", {"header_1": p(NUMBERED, '<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center"/>')}, "top_center"),
        (HEADER + "<w:titlePg/>", {"header_1": p(NUMBERED, '<w:jc w:val="right"/>')}, "other"),
        (HEADER + "<w:titlePg/>", {"header_1": p("<w:r><w:tab/></w:r>" + NUMBERED)}, None),
        (FOOTER, {"footer_1": p(NUMBERED, CENTRED)}, "other_first"),
        ('<w:headerReference w:type="even" r:id="header_1"/>', {"header_1": p(NUMBERED, CENTRED)}, None),
    ],
)  # fmt: skip
def test_where_the_page_number_stands(tmp_path: Path, section: str, parts: dict[str, str], where: str | None) -> None:
    assert number_at(tmp_path, section, **parts) == where


def test_a_field_in_pieces_is_a_page_number_and_the_count_of_pages_is_none(tmp_path: Path) -> None:
    pieces = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    assert number_at(tmp_path, HEADER, header_1=p(pieces, CENTRED)) == "top_center_first"
    count = pieces.replace(" PAGE ", " NUMPAGES ")
    assert number_at(tmp_path, HEADER, header_1=p(count, CENTRED)) == "none"


@given(st.text(alphabet="-0123456789٣x.", max_size=12))
def test_no_value_however_odd_stops_the_reading(tmp_path_factory: pytest.TempPathFactory, odd: str) -> None:
    said = f'<w:spacing w:before="{odd}" w:line="{odd}"/><w:ind w:firstLine="{odd}"/>'
    size = f'<w:pgSz w:w="{odd}" w:h="{odd}"/><w:pgMar w:top="{odd}" w:left="{odd}" w:gutter="{odd}"/>'
    body = p(run(LONG, f'<w:sz w:val="{odd}"/>'), said) + f"<w:sectPr>{size}</w:sectPr>"
    assert laid(tmp_path_factory.mktemp("odd"), body).font == "Times New Roman"
