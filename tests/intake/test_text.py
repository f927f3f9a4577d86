"""Plain text and Markdown: paragraphs, wrapped lines, page breaks, footnotes, tables, encodings."""

import codecs
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.intake.text import read_text_file
from cchc.model.blocks import Block, Cell
from cchc.model.errors import InputError


def blocks(text: str, name: str = "r.txt") -> tuple[Block, ...]:
    return read_text_file(text.encode("utf-8"), name).blocks


def texts(text: str, name: str = "r.txt") -> list[str]:
    return [block.text for block in blocks(text, name)]


def test_paragraphs_are_lines_and_stand_at_the_line_they_begin_on() -> None:
    found = blocks("BÁO CÁO\nCông tác tháng 4\n\nI. MỞ ĐẦU\n\n- Sở Nội vụ;\n- Lưu: VT.\n")
    assert [(b.text, b.place) for b in found] == [
        ("BÁO CÁO", "dòng 1"),
        ("Công tác tháng 4", "dòng 2"),
        ("I. MỞ ĐẦU", "dòng 4"),
        ("- Sở Nội vụ;", "dòng 6"),
        ("- Lưu: VT.", "dòng 7"),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "Trong tháng, Sở đã tiếp nhận 331 hồ sơ, trong đó kỳ trước\n"
        "chuyển sang là 6 hồ sơ, trong kỳ là 325 hồ sơ; đã trả kết\n"
        "quả 322 hồ sơ. Hồ sơ đang giải quyết là 9, đều trong hạn.\n"
        "Sở không có hồ sơ quá hạn.\n"
        "- Hồ sơ trực tuyến: 325 hồ sơ, đạt tỷ lệ 100% số hồ sơ đã\n"
        "tiếp nhận trong kỳ.\n"
    )
    assert [len(text) > 60 for text in texts(wrapped)] == [True, True]
    assert texts(wrapped)[0].endswith("đều trong hạn. Sở không có hồ sơ quá hạn.")
    assert texts(wrapped)[1].endswith("số hồ sơ đã tiếp nhận trong kỳ.")


def test_a_list_without_marks_does_not_run_together() -> None:
    # Joined, "10 hồ sơ trực tuyến" would be read.
    assert len(texts("hồ sơ trực tiếp: 10\nhồ sơ trực tuyến: 20\nhồ sơ bưu chính: 5\n")) == 3


@pytest.mark.parametrize("between", ["", "¹ Theo số liệu của Văn phòng.\n\n", "2\n\n"])
def test_a_paragraph_that_a_page_broke_is_one(between: str) -> None:
    found = blocks(f"Ứng xử đúng mực¹ với đồng\n\n{between}nghiệp, có thái độ tốt.\n")
    assert found[0].text == "Ứng xử đúng mực¹ với đồng nghiệp, có thái độ tốt."
    assert [b.kind for b in found[1:]] in ([], ["footnote"], ["footer"])


@pytest.mark.parametrize("second", ["a) nội dung thứ nhất", "- nội dung", "Một đoạn khác", "cchc@example.vn"])
def test_what_begins_anew_is_not_joined(second: str) -> None:
    assert texts(f"Cải cách thể chế\n\n{second}") == ["Cải cách thể chế", second]


def test_a_number_cut_off_its_symbol_at_a_line_end_is_whole() -> None:
    long = "Căn cứ Quyết định số 198/QĐ-\nSCT ngày 01/11/2021 của Sở\nCông Thương về tài sản công\ncủa cơ quan, đơn vị mình nay."
    assert "198/QĐ-SCT ngày" in texts(long)[0]


def test_footnotes_and_their_marks() -> None:
    body, note = blocks("Tháng 4/2025¹, diện tích 120 m², có 06 nhiệm vụ.\n\n¹ Từ ngày 15/3 đến ngày 14/4.")
    assert body.marks == ((12, 1),)
    assert body.text[12] == "¹"
    assert (note.kind, note.note, note.place, note.text) == (
        "footnote", 1, "chú thích 1", "Từ ngày 15/3 đến ngày 14/4.",
    )  # fmt: skip


def test_notes_with_the_same_number_have_places_of_their_own() -> None:
    assert [b.place for b in blocks("¹ Một.\n\n¹ Hai.")] == ["chú thích 1", "chú thích 1 (2)"]


def test_marks_in_brackets_count_only_with_a_note() -> None:
    body, note = blocks("Tiếp nhận 331 hồ sơ[1], theo [7].\n\n[1] Đến ngày 14/4.")
    assert (body.text, body.marks, note.note) == ("Tiếp nhận 331 hồ sơ¹, theo [7].", ((19, 1),), 1)


def test_plain_text_keeps_its_stars() -> None:
    assert texts("**** Nguyên nhân***\n\n3. *Khó khăn*") == ["**** Nguyên nhân***", "3. *Khó khăn*"]


def test_markdown() -> None:
    first, second, third, fourth = blocks(
        "## I. KẾT QUẢ\n\n**Ưu điểm**\n\n_Khó khăn_\n\nĐạt **99,5%**, xem [đây](http://x.vn) và 3*4.", "r.md"
    )
    assert (first.text, first.heading) == ("I. KẾT QUẢ", 2)
    assert (second.text, second.bold, second.italic) == ("Ưu điểm", True, False)
    assert (third.text, third.bold, third.italic) == ("Khó khăn", False, True)
    assert fourth.text == "Đạt 99,5%, xem đây và 3*4."


def test_a_table_of_pipes_or_tabs_is_cells() -> None:
    for text in ("| Đơn vị | Hồ sơ |\n|---|---:|\n| Phòng A | 12 |\n", "Đơn vị\tHồ sơ\nPhòng A\t12\n"):
        found = blocks(text, "r.md")
        assert [(b.text, b.cell) for b in found] == [
            ("Đơn vị", Cell(1, 1, 1)), ("Hồ sơ", Cell(1, 1, 2)), ("Phòng A", Cell(1, 2, 1)), ("12", Cell(1, 2, 2)),
        ]  # fmt: skip
        assert found[3].place == "bảng 1, hàng 2, cột 2"


def test_decomposed_letters_are_composed() -> None:
    assert texts("Sở Nội vụ")[0] == texts("Sở Nội vụ")[0] == "Sở Nội vụ"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    assert read_text_file("Sở Nội vụ".encode(encoding), "r.txt").blocks[0].text == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("C«ng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do".encode("latin-1"), "TCVN3"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam".encode("latin-1"), "VNI"),
        ("Công tác của cơ quan hành chính nhà nước".encode("cp1258", "ignore"), "Windows-1258"),
        (b"\nabc \xff", "byte thứ 6"),
        ("Công".encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_LE + b"a", "hỏng"),
        (b"a\x00" + b"b" * 50, "nhị phân"),
        (b" \n ", "không có chữ"),
    ],
)
def test_what_is_not_unicode_is_said(raw: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_text_file(raw, "r.txt")


def test_the_line_of_the_first_bad_byte_is_named() -> None:
    with pytest.raises(InputError) as caught:
        read_text_file(b"mot\nhai\nba \xe1", "r.txt")
    assert caught.value.line == 3


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aàI1.-+*|\t\n\f¹²[]^#_ :;", max_size=80), st.sampled_from(["r.txt", "r.md"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    try:
        found = blocks(text, name)
    except InputError:
        return
    assert len({b.place for b in found}) == len(found)
    assert all(b.text[offset] in "¹²" for b in found for offset, _ in b.marks)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(InputError):
        read_text_file(raw, "r.txt")
