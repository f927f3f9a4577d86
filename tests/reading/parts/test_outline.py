"""Headings in the hands in which agencies write them, and what is not a heading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.documents import CONTENT, OUTLINE, Line, document, ids, outlined, standing, table

from cchc.reading.parts.outline import read_outline

FIELDS = ("1. Cải cách thể chế", "a", "2. Cải cách thủ tục hành chính", "b", "3. Cải cách tổ chức bộ máy", "c")


def test_the_numbering_of_the_usual_report() -> None:
    found = outlined(
        "BÁO CÁO", "Công tác cải cách hành chính quý II/2024", "Sở Y tế báo cáo như sau:",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", "Đã ban hành kế hoạch.",
        "II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC", "1. Cải cách thể chế",
        "a) Công tác tham mưu, xây dựng VBQPPL", "Đã tham mưu 02 văn bản.",
        "b) Rà soát, hệ thống hóa VBQPPL:", "Không có",
        "2. Cải cách thủ tục hành chính (TTHC)", "- Kết quả rà soát, đơn giản hóa TTHC: 03 TTHC.",
        "III. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "Tốt.", "2. Tồn tại, hạn chế", "Chậm.", "3. *Khó khăn, vướng mắc*", "Thiếu người.",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", "1. Tiếp tục rà soát TTHC.", "V. KIẾN NGHỊ, ĐỀ XUẤT", "Không.",
        "Trên đây là báo cáo của Sở Y tế./.",
    )  # fmt: skip
    assert [(p.id, p.title, p.letter) for p in found.parts] == [
        ("I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", None),
        ("II", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC", None),
        ("II.1", "Cải cách thể chế", None),
        ("II.1.a", "Công tác tham mưu, xây dựng VBQPPL", "a"),
        ("II.1.b", "Rà soát, hệ thống hóa VBQPPL", "b"),
        ("II.2", "Cải cách thủ tục hành chính (TTHC)", None),
        ("III", "ĐÁNH GIÁ CHUNG", None),
        ("III.1", "Ưu điểm", None),
        ("III.2", "Tồn tại, hạn chế", None),
        ("III.3", "Khó khăn, vướng mắc", None),
        ("IV", "PHƯƠNG HƯỚNG, NHIỆM VỤ", None),
        ("V", "KIẾN NGHỊ, ĐỀ XUẤT", None),
    ]
    assert not any(p.empty for p in found.parts)
    assert [block.text for block in found.headings][:2] == [
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC",
        "II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC",
    ]
    part_of = {p.block.text: p.part for p in found.passages}
    assert part_of["Sở Y tế báo cáo như sau:"] == "mở đầu"
    assert part_of["- Kết quả rà soát, đơn giản hóa TTHC: 03 TTHC."] == "II.2"
    assert part_of["1. Tiếp tục rà soát TTHC."] == "IV"
    assert part_of["Trên đây là báo cáo của Sở Y tế./."] == "kết thúc"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("I/ CÔNG TÁC CHỈ ĐẠO", "x", "II/ KẾT QUẢ THỰC HIỆN", "1/ Cải cách thể chế", "y"), ["I", "II", "II.1"]),
        (("I - CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "x", "II - KẾT QUẢ", "1) Cải cách bộ máy", "y"), ["I", "II", "II.3"]),
        (("1. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "x", "2. KẾT QUẢ THỰC HIỆN", "2.1. Cải cách thể chế", "y", "3. ĐÁNH GIÁ CHUNG", "z"), ["I", "II", "II.1", "III"]),
        (("Phần thứ nhất: Kết quả đạt được quý 1", "1. Công tác chỉ đạo điều hành", "x", "2. Kiểm soát thủ tục hành chính", "y", "Phần thứ hai: Phương hướng, nhiệm vụ", "z"), ["II", "I", "II.2", "IV"]),
        (("PHẦN I", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC", "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "x", "II. KẾT QUẢ TRÊN CÁC LĨNH VỰC", *FIELDS), ["II", "I", "II.1", "II.2", "II.3"]),
        (("I. TÌNH HÌNH TRIỂN KHAI", "1. Công tác chỉ đạo, điều hành", "x", "2. Cải cách TTHC", "y", "II. ĐÁNH GIÁ CHUNG", "z"), ["II", "I", "II.2", "III"]),
        (("A. KẾT QUẢ THỰC HIỆN", "I. Công tác chỉ đạo, điều hành", "x", "B. PHƯƠNG HƯỚNG, NHIỆM VỤ", "I. Nhiệm vụ", "y", "C. KIẾN NGHỊ", "z"), ["II", "I", "IV", "V"]),
        (("I. TÌNH HÌNH, KẾT QUẢ THỰC HIỆN KIỂM SOÁT THỦ TỤC", "HÀNH CHÍNH", "x", "II. PHƯƠNG HƯỚNG", "y"), ["II.2", "IV"]),
        (("Việc thực hiện cải cách thủ tục hành chính", "x", "Công tác cải cách tổ chức bộ máy", "y"), ["II.2", "II.3"]),
        (("KẾT QUẢ THỰC HIỆN", "- Về cải cách thể chế: Đã xong.", "- Về cải cách thủ tục hành chính: Đã xong.", "ĐÁNH GIÁ CHUNG", "x"), ["II", "II.1", "II.2", "III"]),
        (("II. KẾT QUẢ", "1. Tổ chức bộ máy, chế độ công vụ", "x"), ["II", "II.3", "II.4"]),
        (("I. CÔNG TÁC CHỈ ĐẠO,", "ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH", "x", "II. KẾT QUẢ", "1. Thể chế", "y"), ["I", "II", "II.1"]),
        (("I. Công tác triển khai thực hiện", "x", "II. Kết quả", "1. Thủ tục hành chính", "y"), ["I", "II", "II.2"]),
        (("I. Kết quả công tác CCHC", "1. Cải cách TTHC", "x", "II. Phương hướng", "y"), ["II", "II.2", "IV"]),
        (("II. KẾT QUẢ", "Cải cách tài chính công", "x", "Hiện đại hóa", "y"), ["II", "II.5", "II.6"]),
        (("II. KẾT QUẢ", "2. Cải cách TTHC", "x", "4. Về cán bộ, công chức", "y"), ["II", "II.2", "II.4"]),
        (("Thể chế. Đã rà soát 41 văn bản.", "Tài chính. 06 đơn vị tự chủ.", "Chuyển đổi số. 118 dịch vụ công được cung cấp."), ["II.1", "II.5", "II.6"]),
        (("III. ĐÁNH GIÁ CHUNG, PHƯƠNG HƯỚNG VÀ KIẾN NGHỊ", "1. Ưu điểm", "x", "2. Tồn tại, hạn chế, khó khăn", "y", "3. Phương hướng, nhiệm vụ", "z"), ["III", "V", "III.1", "III.2", "III.3", "IV"]),
    ],
)  # fmt: skip
def test_other_numberings(lines: tuple[str, ...], expected: list[str]) -> None:
    assert ids(*lines) == expected


def test_numbers_made_by_word_and_lines_that_are_only_bold() -> None:
    found = outlined(
        ("Công tác chỉ đạo, điều hành", {"number": "I.", "bold": True}), "x",
        ("Kết quả thực hiện", {"number": "II", "heading": 1}),
        ("Cải cách thể chế", {"number": "1."}), ("Xây dựng văn bản quy phạm pháp luật", {"number": "a)"}), "y",
        ("Cải cách thủ tục hành chính", {"bold": True}), "z",
        file_format="docx",
    )  # fmt: skip
    assert [(p.id, p.letter) for p in found.parts] == [
        ("I", None),
        ("II", None),
        ("II.1", None),
        ("II.1.a", "a"),
        ("II.2", None),
    ]


def test_words_name_the_letters_of_a_report_that_has_a_letter_more() -> None:
    found = outlined(
        "II. KẾT QUẢ", "6. Hiện đại hóa hành chính", "a) Hoàn thiện thể chế", "x", "b) Hạ tầng kỹ thuật", "x", "c) Các nền tảng số", "x",
        "d) Dữ liệu số", "x", "đ) Ứng dụng, dịch vụ nội bộ", "x", "e) Ứng dụng phục vụ người dân", "x", "g) Dịch vụ công trực tuyến", "x",
        "h) Tình hình thực hiện Đề án 06", "x",
    )  # fmt: skip
    lettered = [(p.id, p.letter) for p in found.parts if p.letter]
    assert lettered == [(f"II.6.{own}", printed) for own, printed in zip("abcdefgh", "abcdđegh", strict=True)]


def test_a_heading_that_runs_on_into_text() -> None:
    found = outlined(
        "II. KẾT QUẢ",
        "6. Chuyển đổi số",
        "c) Kết quả xây dựng các hệ thống nền tảng: Không có",
        "7. Thực hiện quy chế dân chủ: đúng quy định",
    )
    assert [(p.id, p.title, p.empty) for p in found.parts][-1] == (
        "II.6.c",
        "Kết quả xây dựng các hệ thống nền tảng",
        False,
    )
    assert [(p.part, p.body) for p in found.passages if p.body] == [("II.6.c", "Không có"), ("II", "đúng quy định")]


@pytest.mark.parametrize(
    "line",
    [
        "1. Tiếp tục cải cách thủ tục hành chính",
        "2. Cải cách thủ tục hành chính: đẩy mạnh cắt giảm thời gian",
        "3. Kiến nghị UBND tỉnh xem xét bổ sung biên chế cho Sở",
        "- Cải cách thể chế: hoàn thành chương trình",
        "Công tác cải cách thủ tục hành chính cần được đẩy mạnh.",
    ],
)
def test_a_task_that_only_mentions_the_words_is_no_heading(line: str) -> None:
    assert ids("IV. NHIỆM VỤ TRỌNG TÂM", line, "x") == ["IV"]


def test_items_of_part_one_and_strengths_are_no_fields() -> None:
    lines = ("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "1. Kế hoạch cải cách hành chính", "a", "II. KẾT QUẢ", *FIELDS, "III. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "- Cải cách thể chế: tốt", "a) Cải cách thủ tục hành chính", "d")  # fmt: skip
    assert ids(*lines) == ["I", "II", "II.1", "II.2", "II.3", "III", "III.1"]


def test_a_list_that_names_the_fields_is_no_outline() -> None:
    lines = (
        "Báo cáo gồm các nội dung:",
        "1. Cải cách thể chế;",
        "2. Cải cách thủ tục hành chính;",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "x",
    )
    assert ids(*lines) == ["I"]


def test_a_sentence_that_begins_like_a_heading_is_text() -> None:
    text = "Cải cách thủ tục hành chính được quan tâm chỉ đạo, 98% hồ sơ đúng hạn."
    assert standing("II. KẾT QUẢ", "1. Cải cách thể chế", text)[text] == "II.1"


def test_an_unknown_heading_gets_no_id_and_ends_the_part_before() -> None:
    lines = ("II. KẾT QUẢ", *FIELDS, "6. Công tác tuyên truyền", "Đã tuyên truyền.", "VI. NỘI DUNG KHÁC", "Việc khác.")
    assert ids(*lines) == ["II", "II.1", "II.2", "II.3"]
    assert standing(*lines)["Đã tuyên truyền."] == "II"
    assert standing(*lines)["Việc khác."] == "ngoài đề cương"


def test_a_number_names_a_field_only_where_three_neighbours_keep_to_the_outline() -> None:
    own_words = ("4. Nguồn nhân lực", "d", "5. Tài chính công", "e")
    assert ids("II. KẾT QUẢ", *FIELDS, *own_words) == ["II", "II.1", "II.2", "II.3", "II.4", "II.5"]
    assert ids("II. KẾT QUẢ", *FIELDS, "4. Công tác tuyên truyền", "d") == ["II", "II.1", "II.2", "II.3"]
    shifted = (
        "1. Cải cách thể chế",
        "a",
        "2. Cải cách tổ chức bộ máy",
        "b",
        "3. Tài chính công",
        "c",
        "4. Nguồn nhân lực",
        "d",
    )
    assert ids("II. KẾT QUẢ", *shifted) == ["II", "II.1", "II.3", "II.5"]


def test_missing_doubled_misplaced_and_empty_parts_come_out() -> None:
    found = outlined(
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "II. KẾT QUẢ", "2. Cải cách thủ tục hành chính", "a", "2. Cải cách thủ tục hành chính", "b",
        "IV. PHƯƠNG HƯỚNG", "Không có", "III. ĐÁNH GIÁ CHUNG", "1. Ưu điểm", "2. Tồn tại, hạn chế", "......", "3. Nguyên nhân", "c",
    )  # fmt: skip
    assert [(p.id, p.empty) for p in found.parts] == [
        ("I", True), ("II", False), ("II.2", False), ("II.2", False), ("IV", False), ("III", False), ("III.1", True), ("III.2", True),
    ]  # fmt: skip
    assert {p.block.text: p.part for p in found.passages}["c"] == "III.2"


def test_two_headings_of_one_matter_under_other_words_are_not_one_heading_twice() -> None:
    assert ids("II. KẾT QUẢ", "6. Hiện đại hóa hành chính", "x", "7. Chuyển đổi số", "y") == ["II", "II.6"]


def test_closing_recipients_annexes_notes_heads_and_feet() -> None:
    found = outlined(
        "II. KẾT QUẢ", ("1. Cải cách thể chế", {}), ("Theo biểu¹", {"marks": ((8, 1),)}), "V. KIẾN NGHỊ", "Không.",
        "Ủy ban nhân dân xã Tân An kính báo cáo./.", *table(1, ("Nơi nhận:\n- Sở Nội vụ;", "CHỦ TỊCH")),
        "1. Cải cách thể chế", ("PHỤ LỤC 01", {"bold": True}), "Biểu tổng hợp", "Phụ lục II", "x",
        ("Số liệu đến 14/3", {"kind": "footnote", "note": 1}), ("Trang 1", {"kind": "footer"}),
    )  # fmt: skip
    parts = [p.part for p in found.passages]
    assert parts == [
        "II", "II.1", "II.1", "V", "V", "kết thúc", "kết thúc", "kết thúc", "kết thúc",
        "phụ lục 1", "phụ lục 1", "phụ lục II", "phụ lục II", "II.1", "kết thúc",
    ]  # fmt: skip
    assert [p.id for p in found.parts] == ["II", "II.1", "V"]


def test_the_title_and_the_table_of_contents_are_no_headings() -> None:
    lines = ("I. CÔNG TÁC CHỈ ĐẠO........ 1", "II. KẾT QUẢ\t2", "BÁO CÁO", ("Kết quả thực hiện công tác cải cách hành chính", {"bold": True}), "I. CÔNG TÁC CHỈ ĐẠO", "x")  # fmt: skip
    assert ids(*lines) == ["I"]


def test_headings_of_a_sheet_stand_in_rows() -> None:
    rows = table(1, ("TT", "Nội dung", "Số"), ("I", "Công tác chỉ đạo, điều hành"), ("1", "Nhiệm vụ", "27"), ("II.2", "Cải cách thủ tục hành chính"), ("2", "Hồ sơ tiếp nhận", "40"))  # fmt: skip
    found = outlined(*rows, file_format="sheet")
    assert [p.id for p in found.parts] == ["I", "II.2"]
    assert {p.block.text: p.part for p in found.passages}["40"] == "II.2"
    assert outlined(*rows, file_format="docx").parts == ()


REFORM: tuple[Line, ...] = ("BÁO CÁO", ("Công tác cải cách hành chính năm 2023", {"bold": True}))


def test_a_heading_that_the_outline_has_not_is_kept_with_where_it_stands() -> None:
    found = outlined(
        *REFORM, "I. CHỈ ĐẠO, ĐIỀU HÀNH", "x", "II. KẾT QUẢ", "1. Thủ tục hành chính", "x", "2. Áp dụng ISO", "x",
        "III. TỒN TẠI", "x", "IV. NĂM 2024", "x",
    )  # fmt: skip
    assert [(p.part, p.detail, p.quote) for p in found.others] == [
        ("II", "đoạn 8", "Áp dụng ISO"),
        ("ngoài đề cương", "đoạn 12", "NĂM 2024"),
    ]
    assert found.whole


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("1. Thể chế", ["II.1"]),
        ("1. Bộ máy, công vụ", ["II.3", "II.4"]),
        ("1. Bộ máy, biên chế", ["II.3"]),
        ("1. Tổ chức, cán bộ", ["II.3", "II.4"]),
        ("1. Tài chính", ["II.5"]),
    ],
)
def test_short_names_of_the_fields(heading: str, parts: list[str]) -> None:
    assert ids(*REFORM, "II. KẾT QUẢ THỰC HIỆN", heading, "x")[1:] == parts


@pytest.mark.parametrize(
    "lines",
    [
        ("BÁO CÁO", ("Tình hình giải quyết thủ tục hành chính tháng 4", {"bold": True}), "I. CHỈ ĐẠO, ĐIỀU HÀNH", "x"),
        (*REFORM, "Về chỉ đạo điều hành: Sở đã hoàn thành 21/29 nhiệm vụ.", "Về TTHC: đã giải quyết 40 hồ sơ."),
        ("Năm 2021 giải quyết 40 hồ sơ.", "I. CHỈ ĐẠO, ĐIỀU HÀNH", "x"),
    ],
)
def test_a_document_without_the_outline_of_a_reform_report(lines: tuple[Line, ...]) -> None:
    assert not outlined(*lines).whole


def test_a_sheet_of_figures_has_no_outline_to_keep_to() -> None:
    rows = table(1, ("Công tác cải cách hành chính",), ("I", "Công tác chỉ đạo, điều hành"), ("1", "Nhiệm vụ", "27"))
    assert not outlined(*rows, file_format="sheet").whole


PIECES = ("I. CÔNG TÁC CHỈ ĐẠO", "II. KẾT QUẢ", "1. Cải cách thể chế: xong", "2.", "- Về bộ máy: tốt", "a) Rà soát", "PHẦN I", "BÁO CÁO", "Trên đây là báo cáo", "Nơi nhận:", "Phụ lục", "...", "", "đ)", "VII.", "Tồn tại\nHạn chế")  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=14), st.booleans())
def test_every_block_has_one_passage_and_every_part_a_heading(texts: list[str], bold: bool) -> None:
    read = document(*((text, {"bold": bold}) for text in texts))
    found = read_outline(read, OUTLINE, CONTENT.headings)
    assert [p.block for p in found.passages] == list(read.blocks)
    assert all(0 <= p.start <= len(p.block.text) for p in found.passages)
    assert len(found.parts) == len(found.headings)
    known = {part.id for part in OUTLINE.parts}
    assert all(part.id in known for part in found.parts)
