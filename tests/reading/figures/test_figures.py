"""Figures in running text: what governs a number, whose it is and of when, and what is no figure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.reader import read, values

from cchc.model.period import Period

SENTENCE = "Sở đã tiếp nhận tổng số: 331 hồ sơ, trong đó: kỳ trước chuyển sang là 6 hồ sơ, trong kỳ là 325 hồ sơ; đã trả kết quả 322 hồ sơ"


def reasons(text: str, part: str = "II.2") -> list[tuple[str, str]]:
    return [(left.printed, left.reason) for left in read(text, part).not_taken]


def test_the_same_word_means_what_its_clause_is_about() -> None:
    found = read("Đã giải quyết 30 hồ sơ, quá hạn 2; đang giải quyết 9 hồ sơ, quá hạn 1.")
    assert ("dossiers.resolved_late", 2) in values(found)
    assert ("dossiers.pending_overdue", 1) in values(found)


def test_a_state_ends_with_its_bracket_and_with_its_sentence() -> None:
    assert ("dossiers.resolved_late", 4) in values(read("Đã giải quyết 30 (đang giải quyết 5), quá hạn 4."))
    assert values(read("Đã giải quyết 30 hồ sơ. Hồ sơ quá hạn 4.")) == [("dossiers.resolved", 30)]


def test_a_sentence_that_goes_on_keeps_the_state() -> None:
    found = values(read("Đã giải quyết 30 hồ sơ. Trong đó trước hạn 28, đúng hạn 2."))
    assert found == [("dossiers.resolved", 30), ("dossiers.resolved_early", 28), ("dossiers.resolved_on_time", 2)]


def test_label_and_number_in_either_order() -> None:
    assert values(read("Kỳ trước chuyển sang là 6 hồ sơ.")) == values(read("6 hồ sơ kỳ trước chuyển sang."))


def test_items_under_a_lead_are_about_what_it_says() -> None:
    text = "- Hồ sơ đã giải quyết: 30, trong đó:\n+ Trước hạn: 20;\n+ Quá hạn: 1.\n- Quá hạn: 5."
    assert values(read(text)) == [
        ("dossiers.resolved", 30),
        ("dossiers.resolved_early", 20),
        ("dossiers.resolved_late", 1),
    ]


def test_on_time_alone_is_not_late_and_beside_early_is_itself() -> None:
    assert values(read("Giải quyết đúng hạn 98 hồ sơ, đạt 99%.")) == [
        ("dossiers.resolved_early_or_on_time", 98),
        ("dossiers.on_time_rate", 99),
    ]
    assert ("dossiers.on_time_rate", 3) not in values(read("Giải quyết trước hạn 95 hồ sơ, đúng hạn 3 hồ sơ (3%)."))


def test_a_scope_behind_what_was_counted_is_said_of_it() -> None:
    found = read("Trong số 1.534 hồ sơ đang giải quyết của cấp tỉnh, 04 hồ sơ đang giải quyết quá hạn.")
    assert [(f.id, f.stated.value, f.stated.scope) for f in found.figures] == [
        ("dossiers.pending", 1534, "cấp tỉnh"),
        ("dossiers.pending_overdue", 4, "cấp tỉnh"),
    ]


def test_scopes_do_not_mix() -> None:
    found = read("Cấp tỉnh tiếp nhận 100 hồ sơ; cấp xã tiếp nhận 250 hồ sơ.")
    assert [(f.id, f.stated.value, f.stated.scope) for f in found.figures] == [
        ("dossiers.received", 100, "cấp tỉnh"),
        ("dossiers.received", 250, "cấp xã"),
    ]


def test_the_whole_province_is_own_for_the_province_only() -> None:
    text = "Toàn tỉnh tiếp nhận 900 hồ sơ."
    assert values(read(text)) == []
    assert values(read(text, province=True)) == [("dossiers.received", 900)]


def test_numbers_in_a_bracket_that_only_name_a_scope_take_the_label_before() -> None:
    found = read("Toàn tỉnh tiếp nhận 900 hồ sơ (cấp tỉnh 400, cấp xã 500).", province=True)
    assert {(f.stated.scope, f.stated.value) for f in found.figures} == {
        ("own", 900),
        ("cấp tỉnh", 400),
        ("cấp xã", 500),
    }


def test_a_body_named_at_the_head_of_a_sentence_owns_its_numbers_and_the_unit_itself_is_own() -> None:
    (other,) = read("UBND huyện Yên Thế tiếp nhận 77 hồ sơ.").figures
    assert other.stated.scope == "UBND huyện Yên Thế"
    assert values(read("Sở Công Thương tiếp nhận 77 hồ sơ.")) == [("dossiers.received", 77)]


@pytest.mark.parametrize(
    ("text", "span", "period"),
    [
        ("Tháng 4/2025 tiếp nhận 50 hồ sơ.", "period", None),
        ("Lũy kế từ đầu năm tiếp nhận 50 hồ sơ.", "year_to_date", None),
        ("Trong 4 tháng đầu năm 2025 tiếp nhận 50 hồ sơ.", "year_to_date", None),
        ("Tháng 3/2025 tiếp nhận 50 hồ sơ.", "other", Period(kind="month", year=2025, number=3)),
        ("Quý I/2025 tiếp nhận 50 hồ sơ.", "other", Period(kind="quarter", year=2025, number=1)),
        ("Năm 2024, tiếp nhận 50 hồ sơ.", "other", Period(kind="year", year=2024)),
    ],
)
def test_a_figure_belongs_to_the_time_its_sentence_names(text: str, span: str, period: Period | None) -> None:
    (figure,) = read(text).figures
    assert (figure.stated.span, figure.stated.period) == (span, period)


@pytest.mark.parametrize(
    ("text", "printed", "reason"),
    [
        ("Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%.", "98%", "target"),
        ("Tỷ lệ hồ sơ trực tuyến đạt 95% kế hoạch.", "95%", "target"),
        ("So với cùng kỳ tiếp nhận 300 hồ sơ.", "300", "comparison"),
        ("Tỷ lệ giải quyết hồ sơ đúng hạn 101%.", "101%", "impossible"),
        ("Đã tiếp nhận 4,287 hồ sơ.", "4,287", "ambiguous"),
        ("Cả năm có 12 hồ sơ.", "12", "no_label"),
    ],
)
def test_a_number_that_is_no_result_is_left_with_its_reason(text: str, printed: str, reason: str) -> None:
    assert read(text).figures == ()
    assert (printed, reason) in reasons(text)


def test_what_part_iv_plans_is_no_result() -> None:
    assert read("Tiếp nhận 500 hồ sơ.", "IV").figures == ()
    assert reasons("Tiếp nhận 500 hồ sơ.", "IV") == [("500", "plan")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Đã giải quyết 30 hồ sơ, không có hồ sơ trễ hẹn.", [("dossiers.resolved", 30), ("dossiers.resolved_late", 0)]),
        ("Hồ sơ yêu cầu bổ sung: không có.", [("dossiers.supplement", 0)]),
        ("Hồ sơ yêu cầu bổ sung là không.", [("dossiers.supplement", 0)]),
        ("Không có hồ sơ chậm muộn.", []),
    ],
)
def test_none_in_words_is_zero_where_the_label_is_sure(text: str, figures: list[tuple[str, float]]) -> None:
    assert values(read(text)) == figures


def test_a_lead_sentence_that_is_printed_twice_counts_once() -> None:
    found = read(f"{SENTENCE}.\nNội dung khác.\n{SENTENCE}.")
    assert [f.id for f in found.figures].count("dossiers.received") == 1


def test_two_different_values_are_both_kept() -> None:
    found = read("Đã tiếp nhận 331 hồ sơ.\nTrong kỳ Sở đã tiếp nhận 325 hồ sơ.")
    assert values(found) == [("dossiers.received", 331), ("dossiers.received", 325)]


def test_a_fraction_states_both_its_figures() -> None:
    assert values(read("Đã giải quyết 322/331 hồ sơ.")) == [("dossiers.resolved", 322), ("dossiers.received", 331)]


def test_a_quote_holds_the_number_and_stands_once_in_its_block() -> None:
    text = "Đã giải quyết 30 hồ sơ, quá hạn là 0 hồ sơ; đang giải quyết 9 hồ sơ, quá hạn là 0 hồ sơ."
    for figure in read(text).figures:
        quote = figure.stated.at.quote if figure.stated.at else None
        assert quote is not None
        assert text.count(quote) == 1
        assert f"{figure.stated.value:g}" in quote


PIECES = [
    "đã tiếp nhận", "đã giải quyết", "đang giải quyết", "trước hạn", "đúng hạn", "quá hạn", "là", "hồ sơ", "TTHC", ",", ";", ".", "(", ")",
    "12", "3", "99,5%", "1.234", "12/15", "trong đó", "không có", "cấp xã", "tháng 3/2025", "kỳ trước chuyển sang", "đạt", "\n", "số hóa", ":",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_every_figure_quotes_a_number_or_a_denial_that_stands_in_its_block(pieces: list[str]) -> None:
    text = " ".join(pieces)
    blocks = {f"đoạn {n}": line for n, line in enumerate(text.strip().split("\n"), 1)}
    for figure in read(text).figures:
        at = figure.stated.at
        assert at is not None
        assert at.quote is not None
        assert at.detail is not None
        assert at.quote in blocks[at.detail]
        assert any(c.isdigit() for c in at.quote) or ("không" in at.quote and figure.stated.value == 0)
        assert 0.6 <= figure.confidence <= 1


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    read(text or " ")


def test_numbers_of_one_field_do_not_stand_beside_the_units_own() -> None:
    text = "Tiếp nhận 300 hồ sơ:\n- Lĩnh vực đất đai: tiếp nhận 120 hồ sơ.\n- Lĩnh vực tư pháp: tiếp nhận 180 hồ sơ."
    found = read(text)
    assert values(found) == [("dossiers.received", 300)]
    assert [(n.figure, n.printed) for n in found.not_taken] == [
        ("dossiers.received", "120"),
        ("dossiers.received", "180"),
    ]


def scopes(text: str, *, province: bool = False) -> set[tuple[str, float, str]]:
    return {(f.id, f.stated.value, f.stated.scope) for f in read(text, province=province).figures}


def test_a_field_named_amid_a_sentence_takes_its_numbers_away() -> None:
    text = "Tiếp nhận 300 hồ sơ, trong đó lĩnh vực đất đai 120 hồ sơ, giải quyết 100 hồ sơ."
    assert values(read(text)) == [("dossiers.received", 300)]
    assert values(read("Về lĩnh vực cải cách thủ tục hành chính: tiếp nhận 300 hồ sơ.")) == [("dossiers.received", 300)]


def test_a_body_named_amid_a_sentence_has_its_own_number() -> None:
    text = "Cấp huyện giải quyết được 5.102/5.140 hồ sơ. Trong đó xã Vĩnh Phong tiếp nhận 911 hồ sơ, xã Tân Thuận tiếp nhận 702 hồ sơ."
    assert {
        ("dossiers.received", 911, "xã Vĩnh Phong"),
        ("dossiers.received", 702, "xã Tân Thuận"),
        ("dossiers.received", 5140, "cấp huyện"),
    } <= scopes(text)


def test_whose_a_number_is_behind_a_body_amid_a_sentence_is_not_guessed() -> None:
    text = "Tiếp nhận 1.000 hồ sơ, trong đó Chi cục Thủy lợi tiếp nhận 318 hồ sơ; đã giải quyết 900 hồ sơ."
    assert scopes(text) == {("dossiers.received", 1000, "own"), ("dossiers.received", 318, "Chi cục Thủy lợi")}
    assert ("900", "ambiguous") in reasons(text)


def test_the_places_of_an_address_are_no_bodies_that_counted() -> None:
    found = scopes("UBND xã Hòa Tiến, huyện Hòa Vang, thành phố Đà Nẵng tiếp nhận 642 hồ sơ.")
    assert found == {("dossiers.received", 642, "UBND xã Hòa Tiến")}


def test_the_name_of_a_body_goes_on_to_what_it_did() -> None:
    found = scopes("Phòng Kinh tế và Hạ tầng tiếp nhận 64 hồ sơ.")
    assert found == {("dossiers.received", 64, "Phòng Kinh tế và Hạ tầng")}


def test_a_sample_that_was_looked_into_is_no_result() -> None:
    text = "Kiểm tra 30 hồ sơ tại 03 đơn vị, có 25 hồ sơ giải quyết đúng hạn, 05 hồ sơ trễ hạn."
    assert values(read(text)) == []
    assert values(read("Rút ngẫu nhiên 30 hồ sơ đã giải quyết, có 25 hồ sơ đúng hạn, 05 hồ sơ quá hạn.")) == []


def test_of_two_numbers_that_spell_out_a_third_the_third_is_the_figure() -> None:
    text = "Tiếp nhận 300 hồ sơ, gồm: đất đai tiếp nhận 120 hồ sơ, hộ tịch tiếp nhận 180 hồ sơ."
    assert values(read(text)) == [("dossiers.received", 300)]
    assert values(read("Tiếp nhận 300 hồ sơ, gồm: đất đai tiếp nhận 220 hồ sơ, hộ tịch tiếp nhận 180 hồ sơ.")) == []


def test_a_time_to_compare_with_holds_to_the_end_of_its_clause() -> None:
    found = read("Tiếp nhận 310 hồ sơ, tăng 12% so với năm 2024; trong đó nộp trực tuyến 250 hồ sơ.")
    assert values(found) == [("dossiers.received", 310), ("dossiers.new_online", 250)]


def test_several_years_together_are_no_time_of_a_figure() -> None:
    assert read("Tính chung 3 năm 2022-2024, Sở đã tiếp nhận 12.000 hồ sơ.").figures == ()
    assert values(read("Thực hiện Kế hoạch 5 năm 2021-2025, Sở đã tiếp nhận 310 hồ sơ.")) == [
        ("dossiers.received", 310)
    ]


def test_months_in_words_are_the_year_so_far() -> None:
    six = Period(kind="month", year=2025, number=6)
    (found,) = read("Sáu tháng đầu năm 2025, Phòng đã tiếp nhận 2.908 bộ.", period=six).figures
    assert (found.stated.span, found.stated.value) == ("year_to_date", 2908)


def test_what_a_plan_says_is_a_goal_until_something_is_done() -> None:
    assert reasons("Theo Kế hoạch số 26/KH-UBND, Sở rà soát 64 thủ tục hành chính.") == [("64", "target")]
    found = read("Theo Kế hoạch số 26/KH-UBND, Sở đã rà soát 64 thủ tục hành chính.")
    assert values(found) == [("procedures.reviewed", 64)]


def test_a_goal_beside_a_result_does_not_take_it_away() -> None:
    found = read("Theo Kế hoạch năm 2025 Sở rà soát 64 thủ tục hành chính; đã rà soát được 22 thủ tục hành chính.")
    assert values(found) == [("procedures.reviewed", 22)]


def test_a_scope_named_in_a_sentence_ends_with_it() -> None:
    found = scopes(
        "Số TTHC áp dụng: cấp huyện 288 TTHC. Dịch vụ công trực tuyến: 201 dịch vụ; 84 dịch vụ có phát sinh hồ sơ."
    )
    assert ("digital.services_with_dossier", 84, "own") in found


def test_a_scope_holds_for_a_sentence_that_goes_on() -> None:
    found = scopes("Trong kỳ, cấp xã tiếp nhận 250 hồ sơ. Đã giải quyết 240 hồ sơ.")
    assert found == {("dossiers.received", 250, "cấp xã"), ("dossiers.resolved", 240, "cấp xã")}


@pytest.mark.parametrize("lead", ["Cấp xã (9 phường):", "Tại cấp xã", "Riêng cấp xã"])
def test_a_scope_that_leads_holds_for_what_it_leads(lead: str) -> None:
    found = scopes(
        f"{lead} tiếp nhận 250 hồ sơ. Bưu chính công ích trả 30 hồ sơ. Không gửi thư xin lỗi. Đã gửi 4 thư xin lỗi."
    )
    assert ("dossiers.apology_letters", 4, "cấp xã") in found


def test_a_scope_behind_its_number_says_nothing_of_the_next() -> None:
    found = read("Tuyển dụng 05 công chức cấp xã; bổ nhiệm 13 trường hợp.", "II.4")
    assert ("civil_service.appointed", 13) in values(found)


def test_a_period_only_compared_with_heads_nothing() -> None:
    found = read(
        "So với năm 2023 (tiếp nhận 480 hồ sơ, giải quyết đúng hạn đạt 99,1%), số hồ sơ tăng 5%.\nTrả lại 24 hồ sơ."
    )
    of_2023 = {f.stated.value for f in found.figures if f.stated.period and f.stated.period.year == 2023}
    assert of_2023 == {480, 99.1}
    assert ("dossiers.returned", 24) in values(found)


def test_the_days_of_a_lead_do_not_end_it() -> None:
    found = read("Lũy kế từ ngày 02.1.2025 đến ngày 08.4.2025: tiếp nhận 687 hồ sơ. Đã giải quyết 659 hồ sơ.")
    assert [f.stated.span for f in found.figures] == ["year_to_date", "year_to_date"]


def test_from_the_first_of_january_is_the_year_so_far() -> None:
    found = read("Từ ngày 01/01/2025 đến ngày 30/4/2025, Sở tiếp nhận 524 hồ sơ.")
    assert [(f.id, f.stated.span) for f in found.figures] == [("dossiers.received", "year_to_date")]


def test_where_the_plan_of_the_year_stands_is_the_periods_own() -> None:
    found = read("Thực hiện Kế hoạch CCHC, lũy kế đến nay đã hoàn thành 21/28 nhiệm vụ.", "I")
    assert [(f.id, f.stated.span) for f in found.figures] == [
        ("direction.plan_done", "period"),
        ("direction.plan_total", "period"),
    ]


def test_a_small_word_behind_a_body_is_no_part_of_its_name() -> None:
    assert {scope for _, _, scope in scopes("Có 01 phản ánh gửi Sở và đã trả lời 01 phản ánh.")} <= {"own"}


def test_a_share_below_a_bound_is_no_rate() -> None:
    assert not read("Một số xã có tỷ lệ hồ sơ trực tuyến dưới 50%.").figures
