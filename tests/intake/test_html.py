"""Pages: what is shown, in order; lists, tables, notes, charsets."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.intake.html import read_html
from cchc.model.blocks import Block, Cell
from cchc.model.errors import InputError


def blocks(body: str) -> tuple[Block, ...]:
    return read_html(f"<html><body>{body}</body></html>".encode(), "r.html").blocks


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


def test_only_what_is_shown_is_read() -> None:
    page = """<nav>Trang chủ</nav><script>x()</script><style>p{}</style><!-- ghi chú -->
    <header>Đơn vị</header><p hidden>ẩn</p><p style="display: none">ẩn</p><div aria-hidden="true">ẩn</div>
    <main><header><h1>BÁO CÁO</h1></header><p>Tiếp nhận <b>331</b>\n hồ sơ.</p>cuối</main>"""
    assert texts(page) == ["BÁO CÁO", "Tiếp nhận 331 hồ sơ.", "cuối"]


def test_deleted_text_is_not_read() -> None:
    assert texts('<p>có <del>11</del><s>12</s><span style="text-decoration: line-through">13</span>09 hồ sơ') == [
        "có 09 hồ sơ"
    ]


def test_headings_styles_and_places() -> None:
    found = blocks('<h2>Kết quả</h2><p align="center"><b>BÁO CÁO</b></p><p><i>nghiêng</i></p><p>a <b>b</b></p>')
    assert [(b.heading, b.bold, b.italic, b.centered, b.place) for b in found] == [
        (2, True, False, False, "đoạn 1"),
        (None, True, False, True, "đoạn 2"),
        (None, False, True, False, "đoạn 3"),
        (None, False, False, False, "đoạn 4"),
    ]


def test_lists_number_their_items() -> None:
    page = '<ol type="I" start="3"><li>ba<ol type="a"><li>x<li>y</ol><li value="9">chín</ol><ul><li>gạch</ul><p>sau'
    assert [(b.number, b.text) for b in blocks(page)] == [
        ("III.", "ba"), ("a.", "x"), ("b.", "y"), ("IX.", "chín"), ("-", "gạch"), ("", "sau"),
    ]  # fmt: skip


def test_cells_know_their_row_and_column() -> None:
    page = """<table><tr><th rowspan=2>Lĩnh vực<th colspan=2>Hồ sơ<tr><th>Nhận<th>Giải quyết
    <tbody><tr><td>A<td>700<td>650</table>"""
    assert [(b.text, b.cell, b.bold) for b in blocks(page)] == [
        ("Lĩnh vực", Cell(1, 1, 1, rows=2), True),
        ("Hồ sơ", Cell(1, 1, 2, columns=2), True),
        ("Nhận", Cell(1, 2, 2), True),
        ("Giải quyết", Cell(1, 2, 3), True),
        ("A", Cell(1, 3, 1), False),
        ("700", Cell(1, 3, 2), False),
        ("650", Cell(1, 3, 3), False),
    ]
    assert blocks(page)[6].place == "bảng 1, hàng 3, cột 3"


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    found = blocks("<table><tr><td>ngoài<table><tr><td>1<td>2</table><td>b</table>")
    assert [(b.text, b.place) for b in found] == [
        ("ngoài", "bảng 1, hàng 1, cột 1"),
        ("1", "bảng 2, hàng 1, cột 1"),
        ("2", "bảng 2, hàng 1, cột 2"),
        ("b", "bảng 1, hàng 1, cột 2"),
    ]


def test_a_table_that_only_lays_out_the_page_is_text() -> None:
    page = "<table><tr><td>menu<td>" + "".join(f"<p>Đoạn số {n}</p>" for n in range(12)) + "</table>"
    assert [b.kind for b in blocks(page)] == ["paragraph"] * 13


def test_notes() -> None:
    body, note = blocks(
        'Tháng 4/2025 <a href="#_ftn1">[1]</a>, phòng 120 m<sup>2</sup>.<p><a href="#_ftnref1">[1]</a> Đến 14/4.</p>'
    )
    assert (body.text, body.marks) == ("Tháng 4/2025¹, phòng 120 m².", ((12, 1),))
    assert (note.kind, note.note, note.text, note.place) == ("footnote", 1, "Đến 14/4.", "chú thích 1")


def test_line_breaks_divide_but_not_within_a_sentence() -> None:
    assert texts("UBND TỈNH<br>SỞ MẪU<br>thái độ với đồng<br>nghiệp tốt") == [
        "UBND TỈNH",
        "SỞ MẪU",
        "thái độ với đồng nghiệp tốt",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        '<meta charset="utf-8"><p>Số'.encode(),
        "<?xml version='1.0' encoding='utf-8'?><p>Số".encode(),
        "<p>Số".encode("utf-8-sig"),
        "<p>Số".encode("utf-16"),
        b'<meta http-equiv=Content-Type content="text/html; charset=windows-1258"><p>S\xf4\xec',
    ],
)
def test_the_page_says_its_charset(raw: bytes) -> None:
    assert read_html(raw, "r.html").blocks[0].text == "Số"


@pytest.mark.parametrize("raw", [b"<html></html>", b"<p>\xff\xfe\x81</p>", b"<!-- -->", b"<script>x</script>"])
def test_a_page_without_text_gets_one_sentence(raw: bytes) -> None:
    with pytest.raises(InputError):
        read_html(raw, "r.html")


@pytest.mark.parametrize("page", ["<div>" * 20_000 + "x", "<table><tr><td>" * 3000 + "x", "<ul><li>" * 5000 + "x"])
def test_a_page_nested_without_end_is_read_or_refused(page: str) -> None:
    with suppress(InputError):
        blocks(page)


def test_spans_without_end_take_no_time() -> None:
    row = "<tr>" + "<td rowspan=65000 colspan=1000>x" * 20
    assert len(blocks(f"<table>{row * 20}</table>")) == 400
    with pytest.raises(InputError, match="bảng quá nhiều cột"):
        blocks(f"<table>{row * 100}</table>")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<table>", "<tr>", "<td rowspan=2>", "</table>", "<ol start=x>", "<li>", "<sup>1</sup>", "a", " ",
     "<br>", "<h1>", "<a href=#f>[1]</a>", "&nbsp;", "&#0;", "<", "\x01", "<pre>\n"]), max_size=25))  # fmt: skip
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    try:
        found = read_html("".join(pieces).encode(), "r.html").blocks
    except InputError:
        return
    assert len({b.place for b in found}) == len(found)
