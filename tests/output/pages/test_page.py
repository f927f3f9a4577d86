"""A page as text and as Markdown: one line beside its title, several below it, nothing taken for Markdown."""

from cchc.formula.prose import Said
from cchc.output.pages.page import Entry, Line, Page, as_markdown, as_text, entry, listed, told


def page(*entries: Entry) -> Page:
    return Page("X1", "Tên", entries)


def test_text() -> None:
    said = Said("ít nhất một trong những điều sau:", (Said("một"), Said("tất cả:", (Said("hai"),))))
    made = page(*entry("Mức", "Lỗi"), told("Phải đúng", said), *listed("Dùng", "figures", [("a.b", "Số A")]))
    assert as_text(made) == (
        "X1  Tên\n\nMức: Lỗi\nPhải đúng: Ít nhất một trong những điều sau:\n  - một\n  - tất cả:\n    - hai\nDùng: Số A (a.b)\n"
    )


def test_markdown_links_to_the_pages_that_there_are() -> None:
    made = page(*listed("Dùng", "figures", [("a.b", "Số A"), ("c.d", "Số C")]))
    text = as_markdown(made, lambda _, id_: f"{id_}.md" if id_ == "a.b" else None)
    assert text == "# X1. Tên\n\n**Dùng:**\n\n- [Số A](a.b.md) (`a.b`)\n- Số C (`c.d`)\n"


def test_a_single_sentence_ends_with_a_stop_and_signs_are_not_taken_for_markdown() -> None:
    made = page(told("Khi", Said("a_b < c*")), *entry("Công thức", "`a_b < c*`"))
    assert as_markdown(made).endswith("**Khi:** A\\_b \\< c\\*.\n\n**Công thức:** `a_b < c*`\n")
    assert "Khi: A_b < c*.\nCông thức: a_b < c*\n" in as_text(made)


def test_nothing_to_say_is_no_entry() -> None:
    assert list(entry("Trống", None, "")) == []
    assert list(listed("Trống", "rules", [])) == []


def test_lines_of_one_depth_are_a_list_and_deeper_ones_belong_to_the_line_above() -> None:
    one = Entry("Giá trị", (Line("90%"), Line("căn cứ", 1)))
    two = Entry("Giá trị", (Line("90%"), Line("căn cứ", 1), Line("80%")))
    assert as_text(page(one, two)).splitlines()[2:] == [
        "Giá trị: 90%", "  - căn cứ", "Giá trị:", "  - 90%", "    - căn cứ", "  - 80%",
    ]  # fmt: skip
