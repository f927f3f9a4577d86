"""What an honest report may say without being accused, and what a wrong one may not get away with."""

import math
from datetime import date
from typing import Any

import pytest
from tests.checking.facts import BARE, cite, fact, parts, say

from cchc.checking.facts_form import part_flags
from cchc.checking.facts_statements import statement_flags
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve

UNKNOWN = math.nan


def same(found: float, expected: float) -> bool:
    return math.isnan(found) if math.isnan(expected) else found == expected


@pytest.mark.parametrize(
    ("period", "mentions", "expected"),
    [
        ({"kind": "month", "number": 4}, ["Tháng 4/2025", "tháng 5/2025"], 0),  # Part IV names the next month
        ({"kind": "month", "number": 4}, ["tháng 4/2025", "quý I/2025"], 0),
        ({"kind": "month", "number": 4}, ["tháng 4 năm 2024"], 1),
        ({"kind": "month", "number": 12}, ["tháng 12/2025", "tháng 01/2026"], 0),
        ({"kind": "quarter", "number": 2}, ["quý II/2025", "tháng 4/2025", "quý III/2025"], 0),
        ({"kind": "quarter", "number": 2}, ["quý I/2025"], 1),
        ({"kind": "year", "number": 1}, ["năm 2024"], 1),
        ({"kind": "year", "number": 1}, ["năm 2025", "năm 2026"], 0),
        ({"kind": "year", "number": 1}, ["trong kỳ"], UNKNOWN),
        ({"kind": "month", "number": 4}, [], 0),
    ],
)
def test_periods_named(pack: Pack, period: dict[str, Any], mentions: list[str], expected: float) -> None:
    said = {"period": period | {"year": 2025}, "document": {"period_mentions": mentions}}
    assert same(fact(pack, "period.other_mentions", **said).value, expected)


@pytest.mark.parametrize(
    ("deadline", "working"),
    [("2025-04-18", date(2025, 4, 18)), ("2025-04-19", date(2025, 4, 21)), ("2025-04-20", date(2025, 4, 21))],
)
def test_a_deadline_on_a_weekend_moves_to_monday(pack: Pack, deadline: str, working: date) -> None:
    assert fact(pack, "doc.deadline_working", document={"deadline": deadline}).value == working.toordinal()


def test_the_full_name_of_an_agency_is_the_same_name(pack: Pack) -> None:
    names = ["Sở Công Thương", "SỞ CÔNG THƯƠNG", "Sở Công Thương tỉnh Bắc Giang"]
    assert fact(pack, "doc.agency_names", document={"agency_mentions": names}).value == 1


@pytest.mark.parametrize(
    ("recipients", "expected"),
    [
        (["Sở Nội vụ (để tổng hợp);"], 1),
        (["- SỞ NỘI VỤ tỉnh Bắc Giang"], 1),
        (["cchc_snv@bacgiang.gov.vn"], 1),
        (["Các sở, ban, ngành"], 1),
        (["Như trên;", "Lưu: VT"], UNKNOWN),  # "Kính gửi: Sở Nội vụ" stands in the heading
        (["Lãnh đạo Sở", "Lưu: VT"], 0),
    ],
)
def test_home_affairs_among_the_recipients(pack: Pack, recipients: list[str], expected: float) -> None:
    assert same(fact(pack, "doc.sent_to_home_affairs", document={"recipients": recipients}).value, expected)


def test_home_affairs_does_not_write_to_itself(pack: Pack) -> None:
    said = {"unit": "Sở Nội vụ tỉnh Bắc Giang", "document": {"recipients": ["UBND tỉnh"]}}
    assert math.isnan(fact(pack, "doc.sent_to_home_affairs", **said).value)


def test_a_sub_item_brings_the_headings_above_it(pack: Pack) -> None:
    leaves = parts("I", "II.1.a", "II.2", "II.3", "II.4.a", "II.5.a", "II.6.a", "III.1", "IV", "V")
    assert fact(pack, "parts.missing_main", **leaves).value == 0
    assert fact(pack, "parts.missing_fields", **leaves).value == 0
    flags = part_flags(resolve(pack, Report.model_validate(BARE | leaves)))
    assert (flags["part.II_1"].value, flags["part.II_1_b"].value) == (1, 0)


@pytest.mark.parametrize(
    ("part", "letter", "expected"),
    [
        ("II.6.f", None, UNKNOWN),  # the id is ours; what the report prints was not said
        ("II.6.f", "e)", 0),
        ("II.6.e", "đ", 0),
        ("II.6.d", "ă", 0),
        ("II.6.h", "j)", 1),
        ("II.6.g", None, 0),
    ],
)
def test_only_printed_letters_count(pack: Pack, part: str, letter: str | None, expected: float) -> None:
    assert same(fact(pack, "parts.foreign_letters", **parts(part, letter=letter)).value, expected)


@pytest.mark.parametrize(
    ("part", "topics", "expected"),
    [("II.1.c", [], UNKNOWN), ("II.1.c", ["legal_check", "training"], 0), ("I", ["inspection"], UNKNOWN)],
)
def test_nothing_recognised_and_whole_parts_are_not_off_topic(
    pack: Pack, part: str, topics: list[str], expected: float
) -> None:
    assert same(fact(pack, "parts.off_topic", **parts(part, topics=topics)).value, expected)


def test_passages_that_are_hardly_alike_are_not_repeated(pack: Pack) -> None:
    passages = [{"at": ["II.6.b", "II.6.e"], "similarity": 0.5}]
    assert fact(pack, "parts.repeated_passages", repeated_passages=passages).value == 0


UPTAKE = say("weakness", "online_uptake")


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], 1),
        ([say("cause", "online_uptake")], 0),
        ([say("cause", "training")], 1),
        ([say("cause", "training"), say("cause")], UNKNOWN),  # the cause without a topic may be its own
        ([say("weakness"), say("cause", "online_uptake")], UNKNOWN),  # a weakness nobody recognised
    ],
)
def test_weaknesses_and_causes(pack: Pack, others: list[dict[str, Any]], expected: float) -> None:
    assert same(fact(pack, "weaknesses.without_cause", statements=[UPTAKE, *others]).value, expected)


def test_a_weakness_without_a_topic_and_no_cause_at_all_is_no_pass(pack: Pack) -> None:
    assert fact(pack, "weaknesses.without_cause", statements=[say("weakness")]).value == 1


def test_a_difficulty_may_be_answered_by_a_task(pack: Pack) -> None:
    said = [say("difficulty", "training"), say("task", "training")]
    assert fact(pack, "difficulties.without_recommendation", statements=said).value == 0


def test_a_weakness_may_state_its_figure_in_its_own_sentence(pack: Pack) -> None:
    said = [say("weakness", "postal", text="Chỉ có 03 hồ sơ qua bưu chính")]
    assert fact(pack, "weaknesses.without_figure", statements=said).value == 0
    assert math.isnan(fact(pack, "weaknesses.without_figure", statements=[say("weakness")]).value)


@pytest.mark.parametrize(
    ("period", "title", "task", "expected"),
    [
        (("month", 4), "Nhiệm vụ tháng 5", {}, 1),
        (("month", 4), "Nhiệm vụ tháng tới", {}, 1),
        (("month", 4), "Nhiệm vụ quý II/2025", {}, 1),
        (("month", 4), "Nhiệm vụ trọng tâm", {"deadline": "2025-05-30"}, 1),
        (("month", 4), "Nhiệm vụ trọng tâm", {"deadline": "tháng 5"}, 1),
        (("month", 4), "Nhiệm vụ trọng tâm", {"at": {"part": "IV", "quote": "trong tháng 5/2025"}}, 1),
        (("month", 4), "Nhiệm vụ tháng 4/2025", {}, 0),
        (("month", 4), "Nhiệm vụ trọng tâm", {"text": "Tầm nhìn đến năm 2030"}, 0),
        (("month", 4), "Nhiệm vụ trong thời gian tới", {}, 0),
        (("month", 4), None, {}, UNKNOWN),  # the heading was not read
        (("month", 12), "Nhiệm vụ tháng 01/2026", {}, 1),
        (("quarter", 1), "Nhiệm vụ quý II", {}, 1),
        (("half_year", 1), "Nhiệm vụ 6 tháng cuối năm 2025", {}, 1),
        (("nine_months", 1), "Nhiệm vụ 3 tháng cuối năm 2025", {}, 1),
        (("year", 1), "Phương hướng, nhiệm vụ năm 2026", {}, 1),
        (("year", 1), "Phương hướng, nhiệm vụ năm 2025", {}, 0),
    ],
)
def test_part_iv_names_the_time_to_come(
    pack: Pack, period: tuple[str, int], title: str | None, task: dict[str, Any], expected: float
) -> None:
    said = {"period": {"kind": period[0], "year": 2025, "number": period[1]}} | parts("IV", title=title)
    assert same(fact(pack, "tasks.name_next_period", statements=[say("task", **task)], **said).value, expected)


@pytest.mark.parametrize("text", ["Hoàn thành trong quý II/2025", "Trình trước ngày 30/5", "Xong trong tháng 6/2025"])
def test_a_due_date_in_the_sentence_is_a_due_date(pack: Pack, text: str) -> None:
    assert fact(pack, "ongoing.without_deadline", statements=[say("ongoing", text=text)]).value == 0


@pytest.mark.parametrize(
    ("addressee", "recipients", "absent"),
    [
        ("Văn phòng UBND tỉnh", ["VP UBND tỉnh"], 0),
        ("Văn phòng Ủy ban nhân dân tỉnh", ["Văn phòng UBND tỉnh;"], 0),
        ("Sở KH&CN", ["Sở Khoa học và Công nghệ"], 0),
        ("Sở Khoa học và Công nghệ", ["Các Sở, ban, ngành của tỉnh"], 0),
        ("UBND xã Tân Mỹ", ["UBND các xã, phường"], 0),
        ("Bộ Công Thương", ["Các sở, ngành"], 1),
        ("Sở Tài chính", ["", "Sở Nội vụ"], 1),
        ("Sở Tài chính", ["Như trên", "Lưu: VT"], UNKNOWN),
    ],
)
def test_addressees_and_recipients(pack: Pack, addressee: str, recipients: list[str], absent: float) -> None:
    said = {"document": {"recipients": recipients}, "statements": [say("recommendation", addressees=[addressee])]}
    assert same(fact(pack, "recommendations.addressees_not_recipients", **said).value, absent)


@pytest.mark.parametrize(
    ("name", "issued", "expected"),
    [
        ("Sở Thông tin và Truyền thông", "2025-04-16", 1),
        ("Sở TT&TT tỉnh Bắc Giang", "2025-04-16", 1),
        ("Sở Thông tin và Truyền thông", "2025-02-16", 0),
        ("Sở Khoa học và Công nghệ", "2025-04-16", 0),
        ("Thanh tra Sở Thông tin và Truyền thông", "2025-04-16", 0),
    ],
)
def test_superseded_names(pack: Pack, name: str, issued: str, expected: float) -> None:
    said = {"document": {"issued": issued}, "statements": [say("recommendation", addressees=[name])]}
    found = fact(pack, "recommendations.superseded_addressees", **said)
    assert found.value == expected
    assert all("nay là Sở Khoa học và Công nghệ (" in (place.detail or "") for place in found.places)


def test_old_names_of_one_province_are_not_those_of_another(pack: Pack) -> None:
    said = {"province": "Nghệ An", "statements": [say("recommendation", addressees=["Sở Thông tin và Truyền thông"])]}
    assert fact(pack, "recommendations.superseded_addressees", **said).value == 0


def test_one_matter_told_as_difficulty_and_as_request_is_one(pack: Pack) -> None:
    said = [say(kind, "postal", asked_before=True) for kind in ("difficulty", "recommendation")]
    assert fact(pack, "recommendations.asked_before", statements=said).value == 1


def test_what_was_not_recognised_is_not_known_to_be_absent(pack: Pack) -> None:
    def said(*statements: dict[str, Any]) -> float:
        reading = resolve(pack, Report.model_validate(BARE | {"statements": list(statements)}))
        return statement_flags(reading)["weakness.postal"].value

    assert said() == said(UPTAKE) == 0
    assert said(say("weakness", "postal"), say("weakness")) == 1
    assert math.isnan(said(UPTAKE, say("weakness")))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"issuer": "UBND tỉnh"}, {"issuer": "UBND huyện Lục Ngạn"}, 0),  # two registers with one symbol
        ({}, {}, 0),  # whose register is not known
        ({"issuer": "UBND tỉnh"}, {"issuer": "Chủ tịch UBND tỉnh"}, 1),
    ],
)
def test_a_register_is_that_of_one_issuer(
    pack: Pack, first: dict[str, Any], second: dict[str, Any], expected: float
) -> None:
    rising = [cite("90/QĐ-UBND", "2025-03-03", **first), cite("278/QĐ-UBND", "2025-02-03", **second)]
    twice = [cite("90/QĐ-UBND", "2025-03-03", **first), cite("90/QĐ-UBND", "2025-02-03", **second)]
    assert fact(pack, "citations.number_breaks", citations=rising).value == expected
    assert fact(pack, "citations.duplicates", citations=twice).value == expected


def test_numbers_of_normative_documents_run_in_their_own_register(pack: Pack) -> None:
    mixed = [
        cite("10/2025/QĐ-UBND", "2025-02-28", issuer="UBND tỉnh"),
        cite("278/QĐ-UBND", "2025-01-21", issuer="UBND tỉnh"),
    ]
    assert fact(pack, "citations.number_breaks", citations=mixed).value == 0


@pytest.mark.parametrize(
    ("name", "role"), [("citations.period_results_outside", "period_result"), ("citations.results_before", "result")]
)
def test_a_result_without_a_date_is_no_pass(pack: Pack, name: str, role: str) -> None:
    assert math.isnan(fact(pack, name, citations=[cite(role=role)]).value)
    assert fact(pack, name, citations=[cite(role="background")]).value == 0


def test_citations_without_a_role_do_not_say_that_there_is_no_basis(pack: Pack) -> None:
    assert math.isnan(fact(pack, "citations.basis", citations=[cite()]).value)
    assert fact(pack, "citations.basis", citations=[cite(role="result")]).value == 0


def test_a_plan_to_2025_is_in_term_in_the_window_that_begins_in_december_2025(pack: Pack) -> None:
    def over(kind: str, number: int) -> float:
        period = {"kind": kind, "year": 2026, "number": number}
        return fact(pack, "citations.term_over", period=period, citations=[cite(term_to=2025)]).value

    assert (over("month", 1), over("quarter", 1), over("month", 2), over("year", 1)) == (0, 0, 1, 1)


def test_an_event_whose_day_nobody_knows_is_no_pass(pack: Pack) -> None:
    assert math.isnan(fact(pack, "events.after_window", events=[{"name": "Hội nghị", "at": "II"}]).value)


def test_a_day_that_the_report_does_not_state_is_shown_with_its_source(pack: Pack, seed: Report) -> None:
    from cchc.checking.table import FACTS

    (place,) = FACTS["events.after_window"](resolve(pack, seed)).places
    assert "ngày 16/4/2025, theo: Hội nghị toàn quốc" in (place.detail or "")


def row(name: str = "A", **figures: Any) -> dict[str, Any]:
    return {"name": name, "figures": {f"dossiers.{key}": value for key, value in figures.items()}}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"received": 5, "resolved": 3, "pending": 1, "returned": 1}, 0),  # one was returned
        ({"received": 5, "resolved": 3, "pending": 1}, UNKNOWN),  # returned, withdrawn: not stated
        ({"received": 5, "resolved": 3, "pending": 1, "returned": 0, "withdrawn": 0, "supplement": 0}, 1),
        ({"received": 5, "resolved": 4, "pending": 2}, 1),
        ({"pending": 2}, UNKNOWN),
        ({"pending": 2, "pending_in_time": 1, "pending_overdue": 0}, 1),
    ],
)
def test_lines_of_the_detail_table(pack: Pack, cells: dict[str, Any], expected: float) -> None:
    assert same(fact(pack, "detail.rows_not_adding", detail_rows=[row(**cells)]).value, expected)


@pytest.mark.parametrize(
    ("rows", "total", "expected"),
    [
        ([row("A", new=2), row("B", new=3), row("Tổng số", new=5)], 5, 0),
        ([row("A", new=2), row("B", new=3)], [{"value": 40, "span": "year_to_date"}, 5], 0),
        ([row("A", new=2), row("B", new=3)], [{"value": 90, "scope": "tỉnh"}, 5], 0),
        ([row("A", new=2), row("B")], 5, UNKNOWN),
        ([row("A", new=2), row("B", new=2)], 5, 1),
        ([row("A", new=2), row("B", new=2)], [5, 6], UNKNOWN),  # the total itself is stated twice: a rule of its own
    ],
)
def test_columns_of_the_detail_table(pack: Pack, rows: list[dict[str, Any]], total: Any, expected: float) -> None:
    found = fact(pack, "detail.columns_not_adding", detail_rows=rows, figures={"dossiers.new": total})
    assert same(found.value, expected)


def test_percents_of_the_lines_do_not_add_up_to_that_of_the_whole(pack: Pack) -> None:
    rows = [row("A", online_rate="100%"), row("B", online_rate="100%")]
    found = fact(pack, "detail.columns_not_adding", detail_rows=rows, figures={"dossiers.online_rate": "100%"})
    assert math.isnan(found.value)


@pytest.mark.parametrize(("at", "expected"), [("I", 0), ("II.4.d", 1), (None, UNKNOWN)])
def test_a_conference_counts_as_training_only_where_it_stands_there(
    pack: Pack, at: str | None, expected: float
) -> None:
    people = {"civil_service.conference_people": {"value": 70, "at": at}}
    assert same(fact(pack, "training.conferences", figures=people).value, expected)


SIX = [f"II.{n}" for n in range(1, 7)]


@pytest.mark.parametrize(
    ("name", "ids", "others", "expected"),
    [
        ("parts.missing_fields", ["II", *SIX[1:]], [], 1),
        ("parts.missing_fields", ["II", *SIX[1:]], [{"part": "II", "quote": "Áp dụng ISO"}], UNKNOWN),
        ("parts.missing_fields", ["II", *SIX[1:]], [{"part": "II.2"}], 1),  # nothing of another field stands there
        ("parts.missing_fields", ["II", *SIX[1:]], [{"part": "ngoài đề cương", "quote": "NĂM 2024"}], 1),
        ("parts.missing_fields", [], [{"part": "ngoài đề cương", "quote": "SO SÁNH BA NĂM"}], UNKNOWN),
        ("parts.missing_fields", ["II", *SIX], [{"part": "II"}], 0),
        ("parts.missing_main", ["I", "II", "III", "V"], [{"part": "ngoài đề cương", "quote": "NĂM 2024"}], UNKNOWN),
        ("parts.missing_main", ["I", "II", "III", "V"], [{"part": "II", "quote": "Áp dụng ISO"}], 1),
    ],
)
def test_what_is_missing_may_stand_under_a_heading_of_another_name(
    pack: Pack, name: str, ids: list[str], others: list[dict[str, Any]], expected: float
) -> None:
    assert same(fact(pack, name, **parts(*ids), other_headings=others).value, expected)


@pytest.mark.parametrize(
    ("province", "ids", "others", "expected"),
    [
        ("Bắc Giang", ["II.1"], [], 0),
        ("Cà Mau", ["II.1"], [], UNKNOWN),  # another province's outline need not divide the field
        ("Cà Mau", ["II.1", "II.1.b"], [], 0),
        ("Cà Mau", ["II.1", "II.1.b"], [{"part": "II.1"}], UNKNOWN),
        ("Cà Mau", ["II.1", "II.1.a"], [], 1),
    ],
)
def test_a_sub_item_is_missing_only_where_its_field_is_divided(
    pack: Pack, province: str, ids: list[str], others: list[dict[str, Any]], expected: float
) -> None:
    raw = BARE | {"province": province, "other_headings": others} | parts(*ids)
    flags = part_flags(resolve(pack, Report.model_validate(raw)))
    assert same(flags["part.II_1_a"].value, expected)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [(["II", "I", "II.2", "IV"], 0), (["II", "II.1", "I", "III"], 1), (["II", "I", "III"], 1), (["I", "III", "II"], 1)],
)
def test_direction_under_the_one_part_for_all_that_was_done_is_in_order(
    pack: Pack, ids: list[str], expected: float
) -> None:
    assert fact(pack, "parts.out_of_order", **parts(*ids)).value == expected


def other(value: Any, year: int | None) -> dict[str, Any]:
    said = {"period": {"kind": "year", "year": year}} if year else {}
    return {"value": value, "span": "other", **said}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ([other(1870, 2019), other(2066, 2020), 2355], 0),
        ([other(1870, 2019), other(2066, 2019)], 1),
        ([other(1870, None), other(2066, None)], 0),
    ],
)
def test_figures_of_several_earlier_periods_are_no_contradiction(
    pack: Pack, stated: list[Any], expected: float
) -> None:
    assert fact(pack, "figures.conflicts", figures={"dossiers.received": stated}).value == expected


def test_a_rate_of_an_earlier_period_needs_no_counts(pack: Pack) -> None:
    figures = {"dossiers.online_rate": ["96,5%", other("95,8%", 2024)]}
    assert fact(pack, "rates.without_counts", figures=figures).value == 1


def test_a_rate_alone_is_a_figure_for_what_is_admitted(pack: Pack) -> None:
    said = {"statements": [say("weakness", "digitization")], "figures": {"digitization.rate": "54,9%"}}
    assert fact(pack, "weaknesses.without_figure", **said).value == 0


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"dossiers.online_rate": "93,1%"}, 1),
        ({"dossiers.online_rate": "93,1%", "dossiers.new_online": 7944, "dossiers.new": 8532}, 0),
        ({"dossiers.online_rate": "92,4%", "dossiers.new_online": 9650, "dossiers.received": 10441}, 0),
        ({"dossiers.on_time_rate": "99,8%", "dossiers.resolved_early_or_on_time": 640, "dossiers.resolved": 641}, 0),
        ({"digitization.rate": "85,7%", "digitization.in_digitized": 5518}, 1),
    ],
)
def test_a_rate_may_follow_from_other_counts_than_the_usual_two(
    pack: Pack, figures: dict[str, Any], expected: float
) -> None:
    assert fact(pack, "rates.without_counts", figures=figures).value == expected
