"""Where terms, names and acts are found in a text, and which of them are told of earlier."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.documents import document
from tests.reading.reader import content

from cchc.model.blocks import Block
from cchc.model.wording import Mention
from cchc.packs.reading_content import reading_content
from cchc.reading.extract import extract
from cchc.reading.passage import Passage
from cchc.reading.worded.cases import failing_terms
from cchc.reading.worded.terms import TermReader

READER = TermReader(content(), reading_content(content().root))
INFORMATION = "so-thong-tin-va-truyen-thong"


def met(text: str, part: str = "II.2") -> list[Mention]:
    return list(READER.of_passage(Passage(Block(text, "đoạn 1"), part)))


def told(text: str, entry: str = INFORMATION) -> list[date | None]:
    """The days that the uses of an entry are dated back to."""
    return [m.quoted for m in met(text) if m.entry == entry]


def test_the_sentences_beside_the_tables_are_read_as_they_say() -> None:
    assert list(failing_terms(content())) == []


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Đề nghị Sở TT&TT hỗ trợ.", INFORMATION),
        ("Đề nghị sở Thông tin & Truyền thông, Sở TTTT", INFORMATION),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", INFORMATION),
        ("Phối hợp với Sở KH&ĐT.", "so-ke-hoach-va-dau-tu"),
        ("Phối hợp với Sở Tài nguyên - Môi trường.", "so-tai-nguyen-va-moi-truong"),
        ("Sở NN&PTNT báo cáo", "so-nong-nghiep-va-phat-trien-nong-thon"),
        ("Sở LĐ-TB&XH báo cáo", "so-lao-dong-thuong-binh-va-xa-hoi"),
        ("Cục QLTT tỉnh", "cuc-quan-ly-thi-truong"),
        ("UBND các huyện, thành phố báo cáo", "district-level"),
        ("Uỷ ban nhân dân huyện Lục Nam", "district-level"),
        ("Nghị định 61/2018 của Chính phủ", "nd-61-2018"),
    ],
)
def test_names_are_found_in_the_ways_people_write_them(text: str, entry: str) -> None:
    assert entry in {m.entry for m in met(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Chi cục Quản lý thị trường trực thuộc Sở Công Thương; Tổng cục Quản lý thị trường.",
        "Sở Khoa học và Công nghệ (trước đây là Sở Thông tin và Truyền thông) phối hợp.",
        "Sở Thông tin và Truyền thông (nay là Sở Khoa học và Công nghệ) bàn giao hệ thống.",
        "Sở Thông tin và Truyền thông (cũ) đã bàn giao hệ thống.",
        "Sau khi tiếp nhận chức năng thông tin, báo chí từ Sở Thông tin và Truyền thông, Sở có 08 phòng.",
        "Hợp nhất Sở Khoa học và Công nghệ với Sở Thông tin và Truyền thông.",
        "Công văn số 1143/SCT-VP gửi Sở Thông tin và Truyền thông.",
        "Tổng kết 10 năm thực hiện Nghị quyết số 30c/NQ-CP.",
        "Quyết định số 34/2021/QĐ-UBND của UBND tỉnh.",
    ],
)
def test_other_names_and_what_is_said_to_be_over_are_no_use(text: str) -> None:
    assert met(text) == []


def test_what_a_cited_letter_says_is_dated_back_to_it() -> None:
    letter = "Công văn số 1143/SCT-VP ngày 01/8/2024 đề nghị Sở Thông tin và Truyền thông hỗ trợ"
    assert told(f"(2) Có phương án kỹ thuật (Sở đã có {letter} tích hợp); (3) khác") == [date(2024, 8, 1)]
    # Only within its clause: after a semicolon or a full stop the report speaks for itself.
    assert told(f"{letter}; đề nghị Sở Thông tin và Truyền thông trả lời") == [date(2024, 8, 1), None]
    assert told(f"Đã có {letter}. Đề nghị Sở Thông tin và Truyền thông trả lời") == [date(2024, 8, 1), None]
    # A letter in brackets is a reference, and says nothing of what follows.
    assert told("Đề nghị (Công văn số 5/SCT-VP ngày 01/8/2024) Sở Thông tin và Truyền thông trả lời") == [None]
    assert told("Thực hiện Công văn số 5/SCT-VP ngày 01/8/2024, hiện nay Sở Thông tin và Truyền thông chủ trì") == [
        None
    ]


def test_a_title_before_its_number_is_dated_back_too() -> None:
    title = "phê duyệt Đề án phát triển dịch vụ công mức độ 4 tại Quyết định số 604/QĐ-UBND ngày 30/3/2021"
    assert told(title, "online-levels") == [date(2021, 3, 30)]
    assert told("cung cấp dịch vụ công mức độ 4 tại Quyết định số 604/QĐ-UBND ngày 30/3/2021", "online-levels") == [
        None
    ]


def test_a_document_with_its_year_alone_is_dated_to_the_end_of_it() -> None:
    text = "Nghị quyết số 12/2020/NQ-HĐND quy định mức chi cho Sở Thông tin và Truyền thông"
    assert told(text) == [date(2020, 12, 31)]


def test_times_named_in_the_clause_date_what_is_told() -> None:
    assert told("Năm 2024, Sở Thông tin và Truyền thông xếp thứ nhất.") == [date(2024, 12, 31)]
    assert told("Sở Thông tin và Truyền thông xếp thứ nhất tháng 12/2023 (72,7%).") == [date(2023, 12, 31)]
    assert told("Đề nghị Sở Thông tin và Truyền thông xử lý.") == [None]


def test_a_name_inside_that_of_a_document_without_a_day_is_the_documents() -> None:
    assert told("Theo Quy chế làm việc của Sở Thông tin và Truyền thông") == []
    assert told("Thực hiện Kế hoạch, đề nghị Sở Thông tin và Truyền thông xử lý") == [None]
    assert told("Hướng dẫn của Sở Thông tin và Truyền thông") == [None]
    assert told("xây dựng kế hoạch của Sở Thông tin và Truyền thông") == [None]
    # A term is not a name: a plan of today may not bear it.
    assert told("xây dựng Kế hoạch cung cấp dịch vụ công mức độ 4", "online-levels") == [None]


def test_the_rows_of_a_form_are_not_what_the_report_says() -> None:
    cell = Passage(Block("Cấp huyện", "bảng 1", "cell"), "II.2")
    assert list(READER.of_passage(cell)) == []
    assert met("Cấp huyện chưa thực hiện")


def test_documents_listed_side_by_side_do_not_quote_each_other() -> None:
    text = "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 và Nghị định số 107/2021/NĐ-CP ngày 06/12/2021"
    assert told(text, "nd-61-2018") == [None]
    assert told(text, "nd-107-2021") == [None]
    within = f"Kế hoạch số 12/KH-UBND ngày 10/02/2022 {text.lower().replace('nghị', 'Nghị').replace('nđ-cp', 'NĐ-CP')}"
    assert told(within, "nd-107-2021") == [date(2022, 2, 10)]


def test_an_act_cited_in_full_and_in_short_is_found_once_a_place() -> None:
    found = met("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018; theo Nghị định 61/2018")
    assert [m.printed for m in found] == ["Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", "Nghị định 61/2018"]


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("Sở nội vụ", "Sở Nội vụ"),
        ("Sở Công thương", "Sở Công Thương"),
        ("Sở Khoa Học Và Công Nghệ", "Sở Khoa học và Công nghệ"),
        ("Sở Văn hoá, thể thao và du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
    ],
)
def test_capitals_of_departments(printed: str, right: str) -> None:
    assert [(m.entry, m.printed, m.should) for m in met(f"lớp do {printed} tổ chức")] == [
        ("agency-capitals", printed, right)
    ]


@pytest.mark.parametrize(
    "text", ["SỞ NỘI VỤ", "Sở Nội vụ tỉnh", "các sở nội vụ", "Sở Văn hoá, Thể thao và Du lịch", "Sở Y tế"]
)
def test_headings_and_right_capitals_are_left_alone(text: str) -> None:
    assert met(text) == []


def test_a_mention_quotes_words_that_stand_once_in_its_block() -> None:
    text = "Đề nghị Sở TT&TT trả lời; cảm ơn Sở TT&TT."
    first, second = met(text)
    assert first.at
    assert second.at
    assert first.at.quote != second.at.quote
    assert text.count(first.at.quote or "?") == 1


def test_a_document_without_any_is_read_and_has_none() -> None:
    read = extract(document("BÁO CÁO", "Công tác cải cách hành chính tháng 4/2025", "I. CÔNG TÁC CHỈ ĐẠO"), content())
    assert read.mentions == ()


@given(st.text(alphabet="Sở TtRU&;,.()\n-/0123456789mứcđộNĐCPcũ", max_size=200))
def test_any_text_is_read_and_every_mention_is_printed_in_it(text: str) -> None:
    for mention in met(text):
        assert mention.printed in " ".join(text.split())
