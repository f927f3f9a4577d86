"""What a Word file prints, in reading order, with places. Every expectation is what Word shows on the page."""

import unicodedata
from pathlib import Path

import pytest
from tests.wordml.files import note, p, reference, run, tbl, tc, tr, walked

from cchc.model.blocks import Cell
from cchc.model.errors import InputError
from cchc.wordml.block import WordBlock

HIDDEN = "<w:vanish/>"


def texts(blocks: tuple[WordBlock, ...]) -> list[str]:
    return [block.text for block in blocks]


def places(blocks: tuple[WordBlock, ...]) -> dict[str, str]:
    return {block.place: block.text for block in blocks}


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


def test_paragraphs_are_counted_without_the_empty_ones_and_the_tables(tmp_path: Path) -> None:
    body = p("một") + p("") + p("   ") + tbl(tr("ô")) + p("hai")
    assert places(walked(tmp_path, body)) == {"đoạn 1": "một", "bảng 1, hàng 1, cột 1": "ô", "đoạn 2": "hai"}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("Hồ ") + run("sơ"), "Hồ sơ"),
        (f"<w:ins>{run('chèn')}</w:ins>{run(' x')}", "chèn x"),
        (f"{run('còn')}<w:del><w:r><w:delText> xóa</w:delText></w:r></w:del>", "còn"),
        (f"{run('còn')}<w:del>{run(' xóa')}</w:del>", "còn"),
        (f"<w:ins><w:del>{run('cả hai')}</w:del>{run('giữ')}</w:ins>", "giữ"),
        (f"<w:moveTo>{run('đến')}</w:moveTo><w:moveFrom>{run('đi')}</w:moveFrom>", "đến"),
        (f"<w:hyperlink>{run('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{run('ô nhập')}</w:sdtContent></w:sdt>", "ô nhập"),
        (f"<w:smartTag><w:smartTag>{run('thẻ')}</w:smartTag></w:smartTag>", "thẻ"),
        (f'<w:fldSimple w:instr=" SUM(ABOVE) ">{run("13")}</w:fldSimple>', "13"),
        (field("begin") + instruction("SUM") + field("separate") + run("12") + field("end") + run(" x"), "12 x"),
        (field("begin") + run("ẩn") + field("begin") + field("separate") + run("lồng") + field("end")
         + field("separate") + run("hiện") + field("end"), "hiện"),
        (field("end") + field("separate") + run("lẻ"), "lẻ"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a\tb\nc\nd"),
        ("<w:r><w:t>04</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:softHyphen/></w:r>", "04-KH"),
        ('<w:r><w:t>một</w:t><w:br w:type="page"/><w:t>hai</w:t></w:r>', "một\nhai"),
        ('<w:r><w:br w:type="page"/><w:t>đầu</w:t><w:br w:type="page"/></w:r>', "đầu"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>liền</w:t></w:r>", "liền"),
        ("<w:r><w:t>dòng\n  sau</w:t></w:r>", "dòng   sau"),
        ("<w:r><w:t>a<!-- lời --> b</w:t></w:r>", "a b"),
        (run("hiện") + run(" ẩn", HIDDEN), "hiện"),
        (run("hiện", '<w:vanish w:val="0"/>'), "hiện"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 90</w:t></w:r>', "≥ 90"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> Có</w:t></w:r>', "• Có"),
        ('<w:r><w:sym w:font="Arial" w:char="00D7"/><w:t>2</w:t></w:r>', "×2"),
        ('<w:r><w:sym w:font="Arial" w:char="zz"/><w:t>2</w:t></w:r>', "2"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>nhỏ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase></w:ruby></w:r>",
         "chữ"),
        (f"{run('x = ')}<m:oMath><m:r><m:t>319</m:t></m:r></m:oMath>", "x ="),
        (f"<w:commentRangeStart/>{run('lời')}<w:commentRangeEnd/><w:r><w:commentReference/></w:r>", "lời"),
        ("<w:bookmarkStart/><?pi x?>" + run("dấu"), "dấu"),
        (run("đa\u0303 gia\u0309i quye\u0302\u0301t"), "đã giải quyết"),
    ],
)  # fmt: skip
def test_what_a_paragraph_prints(tmp_path: Path, content: str, text: str) -> None:
    assert texts(walked(tmp_path, p(content))) == [text]


def test_a_field_whose_instruction_never_ends_hides_only_its_paragraph(tmp_path: Path) -> None:
    assert texts(walked(tmp_path, p(run("a") + field("begin") + run("b")) + p("c"))) == ["a", "c"]


def test_words_hidden_through_styles(tmp_path: Path) -> None:
    styles = (
        f'<w:style w:type="character" w:styleId="An"><w:rPr>{HIDDEN}</w:rPr></w:style>'
        f'<w:style w:type="paragraph" w:styleId="DoanAn"><w:rPr>{HIDDEN}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="DoanAn"/></w:style>'
    )
    hidden = '<w:rStyle w:val="An"/>'
    con = '<w:pStyle w:val="Con"/>'
    body = p(run("a") + run("b", hidden)) + p("c", con) + p(run("d", '<w:vanish w:val="false"/>'), con)
    assert texts(walked(tmp_path, body, styles=styles)) == ["a", "d"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    centred = '<w:jc w:val="center"/>'
    body = p("Đã giải ", gone) + p("quyết 322", centred) + p(f"<w:del>{run('bỏ')}</w:del>", gone) + p("hồ sơ")
    blocks = walked(tmp_path, body + p("cuối ", gone) + tbl(tr("ô")))
    assert texts(blocks) == ["Đã giải quyết 322", "hồ sơ", "cuối", "ô"]
    assert blocks[0].centered


def test_cells_on_the_grid(tmp_path: Path) -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc("STT", down), tc("Hồ sơ", '<w:gridSpan w:val="2"/>')),
        tr(tc("", on), "đã giải quyết", "quá hạn"),
        tr(tc("", on), "322", "0"),
        tr("x", tc(p("dòng một") + p("") + p("dòng hai"))),
        tr("lùi", properties='<w:gridBefore w:val="2"/>'),
    )
    blocks = walked(tmp_path, table)
    assert {b.text: b.cell for b in blocks} == {
        "STT": Cell(1, 1, 1, 3, 1),
        "Hồ sơ": Cell(1, 1, 2, 1, 2),
        "đã giải quyết": Cell(1, 2, 2),
        "quá hạn": Cell(1, 2, 3),
        "322": Cell(1, 3, 2),
        "0": Cell(1, 3, 3),
        "x": Cell(1, 4, 1),
        "dòng một\ndòng hai": Cell(1, 4, 2),
        "lùi": Cell(1, 5, 3),
    }
    assert blocks[-1].place == "bảng 1, hàng 5, cột 3"
    assert {b.kind for b in blocks} == {"cell"}


def test_a_merge_that_goes_on_from_nothing_is_a_cell(tmp_path: Path) -> None:
    on = "<w:vMerge/>"
    blocks = walked(tmp_path, tbl(tr(tc("đầu", on)), tr("giữa"), tr(tc("sau", on)), tr(tc("phủ", on))))
    assert [(b.text, b.cell) for b in blocks] == [
        ("đầu", Cell(1, 1, 1)),
        ("giữa", Cell(1, 2, 1)),
        ("sau", Cell(1, 3, 1, 2)),
    ]


def test_a_deleted_row_counts_but_prints_nothing(tmp_path: Path) -> None:
    table = tbl(tr("a"), tr("b", properties="<w:del/>"), tr("c", properties="<w:hidden/>"), tr("d"))
    assert list(places(walked(tmp_path, table))) == ["bảng 1, hàng 1, cột 1", "bảng 1, hàng 4, cột 1"]


def test_a_nested_table_follows_its_cell(tmp_path: Path) -> None:
    inner = tbl(tr("1", "2"))
    body = tbl(tr(tc(p("trước") + inner + p("sau")), "bên")) + tbl(tr("ba"))
    assert places(walked(tmp_path, body)) == {
        "bảng 1, hàng 1, cột 1": "trước\nsau",
        "bảng 2, hàng 1, cột 1": "1",
        "bảng 2, hàng 1, cột 2": "2",
        "bảng 1, hàng 1, cột 2": "bên",
        "bảng 3, hàng 1, cột 1": "ba",
    }


def test_rows_and_cells_within_content_controls(tmp_path: Path) -> None:
    row = (
        tr("a", "b")
        .replace("<w:tc>", "<w:sdt><w:sdtPr/><w:sdtContent><w:tc>", 1)
        .replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>", 1)
    )
    body = f"<w:sdt><w:sdtContent>{p('đầu')}{tbl(f'<w:customXml>{row}</w:customXml>')}</w:sdtContent></w:sdt>"
    assert places(walked(tmp_path, body)) == {
        "đoạn 1": "đầu",
        "bảng 1, hàng 1, cột 1": "a",
        "bảng 1, hàng 1, cột 2": "b",
    }


def test_text_boxes_stand_after_their_paragraph_and_are_read_once(tmp_path: Path) -> None:
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box(p("Số: 12"), p("/BC"))}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box(p('cũ'))}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:shape><v:textbox>{box(p('khung'), tbl(tr('9')))}</v:textbox></v:shape></w:pict></w:r>"
    blocks = walked(tmp_path, p(run("một") + both) + p("hai") + p(old))
    assert places(blocks) == {
        "đoạn 1": "một",
        "khung chữ 1": "Số: 12\n/BC",
        "đoạn 2": "hai",
        "khung chữ 2": "khung",
        "bảng 1, hàng 1, cột 1": "9",
    }
    assert blocks[1].kind == "textbox"


def test_alternatives_around_whole_paragraphs(tmp_path: Path) -> None:
    body = (
        f'<mc:AlternateContent><mc:Choice Requires="x">{p("mới")}</mc:Choice><mc:Fallback>{p("cũ")}</mc:Fallback></mc:AlternateContent>'
        f"<mc:AlternateContent><mc:Fallback>{p('chỉ cũ')}</mc:Fallback></mc:AlternateContent><mc:AlternateContent/>"
    )
    assert texts(walked(tmp_path, body)) == ["mới", "chỉ cũ"]


def test_notes_are_numbered_as_the_text_refers_to_them(tmp_path: Path) -> None:
    """The ids in the file follow no order; a mark in deleted words is none; both kinds count in one row."""
    body = p(run("Tháng 4/2025") + reference(7) + run(", đã nhận") + reference(3, "endnote"))
    body += p(f"<w:del>{reference(4)}</w:del>{run('x')}") + tbl(tr(tc(p(run("ô") + reference(2)))))
    blocks = walked(
        tmp_path,
        body + p(reference(99) + run("không có")),
        footnotes=note(-1, "vạch") + note(2, "hai") + note(4, "bỏ") + note(7, " từ 15/3"),
        endnotes=note(3, "cuối", "endnote"),
    )
    assert blocks[0].text == "Tháng 4/2025, đã nhận"
    assert blocks[0].marks == ((12, 1), (21, 2))
    assert blocks[2].marks == ((2 - 1, 3),)
    assert [(b.place, b.text, b.note, b.kind) for b in blocks if b.note] == [
        ("chú thích 1", "từ 15/3", 1, "footnote"),
        ("chú thích 2", "cuối", 2, "footnote"),
        ("chú thích 3", "hai", 3, "footnote"),
    ]
    assert blocks[3].text == "không có"
    assert blocks[3].marks == ()


def test_marks_count_composed_letters_and_all_lines_of_a_cell(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", " Quyết")
    cell = tc(p(reference(1)) + p(run(decomposed) + reference(2)) + p(run("sau") + reference(3) + run(" x")))
    blocks = walked(tmp_path, tbl(tr(cell)), footnotes=note(1, "a") + note(2, "b") + note(3, "c"))
    assert blocks[0].text == "Quyết\nsau x"
    assert blocks[0].marks == ((0, 1), (5, 2), (9, 3))


def test_a_note_that_refers_to_itself(tmp_path: Path) -> None:
    loop = f'<w:footnote w:id="1">{p(run("vòng") + reference(1) + reference(2))}</w:footnote>'
    blocks = walked(tmp_path, p(run("x") + reference(1)), footnotes=loop + note(2, "hai"))
    assert texts(blocks) == ["x", "vòng", "hai"]


def section(*references: str, more: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def running(kind: str, key: str, pages: str = "default") -> str:
    return f'<w:{kind}Reference w:type="{pages}" r:id="{key}"/>'


def test_headers_and_footers_come_last_and_once_each(tmp_path: Path) -> None:
    first = section(running("footer", "footer_1"), running("header", "header_1"))
    last = section(running("header", "header_2"), running("header", "header_3"), running("header", "header_1"))
    letterhead = tbl(tr("UBND TỈNH", "CỘNG HÒA"))
    blocks = walked(
        tmp_path,
        p("a", first) + p(run("b") + reference(1)) + last,
        header_1=p("Sở Mẫu"), header_2=p("Sở Mẫu"), header_3=letterhead, footer_1=p("trang 1"), footnotes=note(1, "c"),
    )  # fmt: skip
    assert places(blocks) == {
        "đoạn 1": "a",
        "đoạn 2": "b",
        "chú thích 1": "c",
        "đầu trang 1": "Sở Mẫu",
        "đầu trang 2": "UBND TỈNH\nCỘNG HÒA",
        "chân trang 1": "trang 1",
    }
    assert [b.kind for b in blocks[3:]] == ["header", "header", "footer"]


def test_headers_that_are_switched_off_are_not_printed(tmp_path: Path) -> None:
    def seen(more: str, settings: str) -> list[str]:
        end = section(running("header", "header_1", "first"), running("header", "header_2", "even"), more=more)
        return texts(walked(tmp_path, p("x") + end, header_1=p("đầu"), header_2=p("chẵn"), settings=settings))

    assert seen("", "") == ["x"]
    assert seen("<w:titlePg/>", "") == ["x", "đầu"]
    assert seen("", "<w:evenAndOddHeaders/>") == ["x", "chẵn"]


def test_the_table_of_contents_is_not_read_twice(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Mucluc1"><w:name w:val="toc 1"/></w:style>'
    body = p("I. CHỈ ĐẠO\t3", '<w:pStyle w:val="Mucluc1"/>') + p("I. CHỈ ĐẠO")
    assert places(walked(tmp_path, body, styles=styles)) == {"đoạn 1": "I. CHỈ ĐẠO"}


def test_every_offset_leads_to_the_run_it_was_read_from(tmp_path: Path) -> None:
    body = p(
        run("  Đã ") + "<w:ins>" + run("gia\u0309i ") + "</w:ins>" + run("quyết") + "<w:r><w:tab/></w:r>" + run("322")
    )
    block = walked(tmp_path, body)[0]
    assert block.text == "Đã giải quyết\t322"
    at = block.raw_offset(block.text.index("322"))
    before = 0
    for piece in block.pieces:
        if before <= at < before + len(piece.text):
            assert (piece.element.text, at - before) == ("322", 0)
        before += len(piece.text)
    assert [piece.text for piece in block.pieces] == ["  Đã ", "gia\u0309i ", "quyết", "\t", "322"]


def test_the_break_between_two_paragraphs_of_a_cell_is_no_word(tmp_path: Path) -> None:
    (block,) = walked(tmp_path, tbl(tr(tc(p("một") + p("hai")))))
    assert [(piece.element.tag.rpartition("}")[2], piece.text) for piece in block.pieces] == [
        ("t", "một"),
        ("p", "\n"),
        ("t", "hai"),
    ]


def test_the_plain_block_has_all_but_the_elements(tmp_path: Path) -> None:
    block = walked(tmp_path, p(run("I. Chung", "<w:b/>"), '<w:jc w:val="center"/><w:outlineLvl w:val="0"/>'))[0]
    plain = block.plain()
    assert (plain.text, plain.place, plain.bold, plain.centered, plain.heading) == ("I. Chung", "đoạn 1", True, True, 1)
    assert not hasattr(plain, "pieces")


def test_nesting_beyond_reason(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="lớp lồng nhau"):
        walked(tmp_path, f"{'<w:sdt>' * 300}{'</w:sdt>' * 300}")


def test_nesting_up_to_what_xml_allows_is_read(tmp_path: Path) -> None:
    body = p("đáy")
    for _ in range(80):
        body = tbl(tr(tc(body)))
    assert texts(walked(tmp_path, body)) == ["đáy"]


def test_a_document_without_a_body(tmp_path: Path) -> None:
    assert walked(tmp_path, "") == ()
