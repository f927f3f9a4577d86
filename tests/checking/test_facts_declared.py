"""Every fact of rules/facts.yaml: declared and computed alike, its value, its places, unknown where nothing was read."""

import math
from datetime import date
from typing import Any, get_args

import pytest
from tests.checking.facts import BARE, cite, fact, parts, say
from tests.checking.term_facts import TERM_TABLE

from cchc.checking.facts_history import HISTORY_FACTS
from cchc.checking.facts_peers import PEER_FACTS
from cchc.checking.table import FACTS
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve
from cchc.packs.slip_schema import SlipKind

D = date.toordinal
APRIL_WINDOW = {"period": {**BARE["period"], "data_from": "2025-03-15", "data_to": "2025-04-14"}}


def doc(**said: Any) -> dict[str, Any]:
    return {"document": said}


def mention(entry: str) -> dict[str, Any]:
    return {"mentions": [{"entry": entry, "printed": "chữ", "at": "II.2"}, {"entry": "khác", "printed": "chữ"}]}


def evidence(*entries: str, **more: Any) -> dict[str, Any]:
    return {"evidence": [{"entry": one, "printed": "chữ", "at": "I"} for one in entries], "citations": [], **more}


def statements(*said: dict[str, Any]) -> dict[str, Any]:
    return {"statements": list(said)}


def citations(*said: dict[str, Any]) -> dict[str, Any]:
    return {"citations": list(said)}


def figure(name: str, *stated: Any) -> dict[str, Any]:
    return {"figures": {name: list(stated)}}


def laid(**said: Any) -> dict[str, Any]:
    return {"layout": said}


LENGTHS = (
    "page_width", "page_height", "margin_top", "margin_bottom", "margin_left", "margin_right", "font_size",
    "line_spacing", "space_between", "first_indent",
)  # fmt: skip
ROW = {"name": "Công nghiệp", "figures": {"dossiers.received": 5, "dossiers.resolved": 4, "dossiers.pending": 2}}
UNNAMED = say("recommendation", "digitization")
NAMED = say("recommendation", "digitization", at="V", addressees=["Sở Xây dựng"], first_asked="2025-04-04")
DIGITIZED = {
    "digitization.rate": {"value": "100%", "at": "II.2"},
    "digitization.rate_project_06": {"value": "99%", "at": "II.6.h"},
}
EXCLUDED = [{"applies_to": ["digitization.rate"], "procedures": ["A", "B", "a"], "at": "II.2"}]
ANNEX = {"dossiers.new": [{"value": 5, "at": "II.2"}, {"value": 6, "at": "Phụ lục 1"}]}

# fact: what the report says, the value, the parts that its places point at
TABLE: dict[str, tuple[dict[str, Any], float, list[str]]] = {
    "period.is_month": ({}, 1, []),
    "period.last_month": ({}, 4, []),
    "period.data_from": (APRIL_WINDOW, D(date(2025, 3, 15)), []),
    "period.data_to": (APRIL_WINDOW, D(date(2025, 4, 14)), []),
    "period.expected_from": ({}, D(date(2025, 3, 15)), []),
    "period.expected_to": ({}, D(date(2025, 4, 14)), []),
    "period.other_mentions": (doc(period_mentions=["tháng 4/2025", "tháng 3/2025"]), 1, ["toàn văn"]),
    "doc.words": (doc(words=1200), 1200, []),
    **{f"slips.{kind}": (mention(kind), 1, ["II.2"]) for kind in get_args(SlipKind)},
    "doc.issued": (doc(issued="2025-04-16"), D(date(2025, 4, 16)), []),
    "doc.submitted": (doc(submitted="2025-04-16"), D(date(2025, 4, 16)), []),
    "doc.deadline": (doc(deadline="2025-04-20"), D(date(2025, 4, 20)), []),
    "doc.deadline_on_weekend": (doc(deadline="2025-04-20"), 1, []),
    "doc.deadline_working": (doc(deadline="2025-04-20"), D(date(2025, 4, 21)), []),
    "doc.annexes": (doc(annexes=["Phụ lục 1"]), 1, []),
    "doc.agency_names": (doc(agency_mentions=["Sở Mẫu", "Sở Khác"]), 2, ["toàn văn", "toàn văn"]),
    "doc.closing_mark": (doc(closing_mark=False), 0, []),
    "doc.loose_footnotes": (doc(footnote_marks=[1, 2], footnotes=[2, 3]), 2, ["chú thích", "chú thích"]),
    "doc.sent_to_home_affairs": (doc(recipients=["Lưu: VT"]), 0, []),
    "parts.missing_main": (parts("I", "II.6.g", "III", "V"), 1, ["IV"]),
    "parts.missing_fields": (parts("II.1.a", "II.2", "II.3", "II.4", "II.5"), 1, ["II.6"]),
    "parts.out_of_order": (parts("I", "III", "II", "IV", "V"), 1, ["II"]),
    "parts.doubled": (parts("I", "II", "II"), 1, ["II"]),
    "parts.empty": (parts("II.5.b", empty=True), 1, ["II.5.b"]),
    "parts.foreign_letters": (parts("II.6.f", letter="f)"), 1, ["II.6.f"]),
    "parts.off_topic": (parts("II.1.c", topics=["training"]), 1, ["II.1.c"]),
    "parts.repeated_passages": ({"repeated_passages": [{"at": ["II.6.b", "II.6.e"]}]}, 1, ["II.6.b", "II.6.e"]),
    "figures.conflicts": (figure("dossiers.new", {"value": 5, "at": "II.2"}, {"value": 6, "at": "II.6.g"}), 1, ["II.2", "II.6.g"]),
    "figures.annex_differences": ({"figures": ANNEX} | doc(annexes=["Phụ lục 1"]), 1, ["II.2", "Phụ lục 1"]),
    "rates.stated": ({"figures": DIGITIZED}, 2, ["II.2", "II.6.h"]),
    "rates.without_counts": (figure("digital.uptake_rate", {"value": "13%", "at": "II.6.g"}), 1, ["II.6.g"]),
    "rates.full": ({"figures": DIGITIZED}, 1, ["II.2"]),
    "rates.full_without_counts": ({"figures": DIGITIZED}, 1, ["II.2"]),
    "detail.rows": ({"detail_rows": [ROW]}, 1, []),
    "detail.rows_not_adding": ({"detail_rows": [ROW]}, 1, ["II.2"]),
    "detail.columns_not_adding": ({"detail_rows": [ROW]} | figure("dossiers.received", {"value": 6, "at": "II.2"}), 1, ["II.2"]),
    "exclusions.procedures": ({"exclusions": EXCLUDED}, 2, ["II.2"]),
    "exclusions.uneven": ({"exclusions": EXCLUDED, "figures": DIGITIZED}, 1, ["II.6.h"]),
    "strengths.count": (statements(say("strength")), 1, ["III"]),
    "weaknesses.count": (statements(say("weakness")), 1, ["III"]),
    "weaknesses.without_cause": (statements(say("weakness", "postal"), say("cause", "training")), 1, ["III"]),
    "weaknesses.without_task": (statements(say("weakness", "postal")), 1, ["III"]),
    "weaknesses.without_figure": (statements(say("weakness", "postal")), 1, ["III"]),
    "causes.count": (statements(say("cause")), 1, ["III"]),
    "difficulties.count": (statements(say("difficulty")), 1, ["III"]),
    "difficulties.without_recommendation": (statements(say("difficulty", "postal"), UNNAMED), 1, ["III"]),
    "tasks.count": (statements(say("task")), 1, ["III"]),
    "tasks.name_next_period": (statements(say("task", text="Trong tháng 5/2025", at="IV")), 1, ["IV"]),
    "ongoing.without_deadline": (statements(say("ongoing", at="II.3")), 1, ["II.3"]),
    "recommendations.count": (statements(UNNAMED, NAMED), 2, ["III", "V"]),
    "recommendations.without_addressee": (statements(UNNAMED, NAMED), 1, ["III"]),
    "recommendations.addressees_not_recipients": (statements(NAMED) | doc(recipients=["Sở Nội vụ"]), 1, ["V"]),
    "recommendations.superseded_addressees": (statements(say("recommendation", addressees=["Sở Giao thông vận tải"])), 1, ["III"]),
    "recommendations.longest_wait_days": (statements(NAMED), 10, ["V"]),
    "recommendations.asked_before": (statements(say("difficulty", "postal", asked_before=True)), 1, ["III"]),
    "citations.count": (citations(cite(), cite()), 2, []),
    "citations.basis": (citations(cite(role="basis")), 1, ["II.3"]),
    "citations.latest": (citations(cite(issued="2025-01-02"), cite(issued="2025-03-28")), D(date(2025, 3, 28)), ["II.3"]),
    "citations.period_results_outside": (citations(cite(issued="2025-03-14", role="period_result")), 1, ["II.3"]),
    "citations.results_before": (citations(cite(issued="2025-03-14", role="result")), 1, ["II.3"]),
    "citations.on_weekend": (citations(cite(issued="2024-03-30")), 1, ["II.3"]),
    "citations.number_breaks": (citations(cite("5/QĐ-SM", "2025-03-03", issuer="Sở Mẫu"), cite("6/QĐ-SM", "2025-02-03", issuer="Giám đốc Sở Mẫu")), 1, ["II.3"]),
    "citations.duplicates": (citations(cite("5/QĐ-SM", "2025-03-03", issuer="Sở Mẫu"), cite("5/QĐ-SM", "2025-02-03", issuer="Sở Mẫu")), 1, ["II.3"]),
    "citations.term_over": (citations(cite(term_to=2024)), 1, ["II.3"]),
    "citations.incomplete": (citations(cite("278/QĐ-UBND"), cite("10/2025/QĐ-UBND", "2025-02-28")), 1, ["II.3"]),
    "citations.individual_as_legal": (citations(cite("278/QĐ-UBND", role="result", at="II.1.a")) | parts("II.1.a", title="Ban hành VBQPPL"), 1, ["II.1.a"]),
    "numbers.words_differ": ({"mentions": [{"entry": "number-in-words", "printed": "02 (ba)", "at": "II.2"}]}, 1, ["II.2"]),
    "doc.source_named": (evidence(), 0, []),
    "evidence.listed": (doc(annexes=["Danh mục minh chứng"]), 1, []),
    "evidence.issued_without_number": (evidence("issued-without-number"), 1, ["I"]),
    "inspections.concluded": (citations({**cite("3/TB-SM"), "type": "Thông báo", "at": "I"}), 1, ["I"]),
    "iso.claimed": (evidence("iso-claim"), 1, ["I"]),
    "iso.version": (evidence("iso-claim"), 0, []),
    "iso.scope": (evidence("iso-scope"), 1, []),
    "iso.audited": (evidence("iso-audit"), 1, []),
    "initiatives.named": (evidence("initiative-name"), 1, []),
    "detail.table": (evidence("iso-claim"), 0, []),
    "exclusions.without_basis": ({"exclusions": EXCLUDED, "citations": []}, 1, ["II.2"]),
    "directives.in_window": ({"unit": "Sở Công Thương"}, 1, []),
    "directives.unanswered": ({"unit": "Sở Công Thương", **evidence()}, 1, ["I"]),
    "tasks.not_measurable": (statements(say("task", text="Tiếp tục rà soát các thủ tục", at="IV")), 1, ["IV"]),
    "recommendations.repeated_without_letter": (statements(say("difficulty", "postal", asked_before=True)) | citations(), 1, ["III"]),
    "events.after_window": ({"events": [{"name": "Hội nghị", "held": "2025-04-15", "at": "II.4.d"}]}, 1, ["II.4.d"]),
    "training.conferences": (figure("civil_service.conference_people", {"value": 70, "at": "II.4.d"}), 1, ["II.4.d"]),
    "doc.national_title": (doc(national_title=False), 0, []),
    "doc.needs_agency_above": ({}, 1, []),
    "doc.agency_above": (doc(agency_above=""), 0, []),
    "doc.agency": (doc(agency="SỞ MẪU"), 1, []),
    "doc.number_given": (doc(symbol="BC-SM"), 0, ["mở đầu"]),
    "doc.number_below_ten": (doc(number="09/BC-SM"), 1, []),
    "doc.number_padded": (doc(number="9/BC-SM"), 0, ["mở đầu"]),
    "doc.symbol_fits": (doc(symbol="BC-SM"), 1, []),
    "doc.date_full": (doc(place="Bắc Giang", dated="4/2025"), 0, ["mở đầu"]),
    "doc.unpadded_dates": (doc(unpadded_dates=["5/9/2024"]), 1, ["toàn văn"]),
    "doc.summary": (doc(type_name="BÁO CÁO"), 0, []),
    "doc.summary_period": (doc(title="Công tác CCHC tháng 3/2025"), 0, ["mở đầu"]),
    "doc.signer_position": (doc(signer_position="GIÁM ĐỐC"), 1, []),
    "doc.signer_named": (doc(signer_named=True), 1, []),
    "doc.authority_fits": (doc(signer_position="PHÓ GIÁM ĐỐC", sign_authority=""), 0, ["kết thúc"]),
    "doc.digitally_signed": (doc(digitally_signed=True), 1, []),
    "doc.kept_copy": (doc(recipients=["Sở Nội vụ", "Lưu: VT"]), 1, []),
    "doc.has_mailbox": ({}, 1, []),
    "doc.mailbox_listed": (doc(recipients=["cchc_snv@bacgiang.gov.vn"]), 1, []),
    "doc.closing_name_same": (doc(title="Công tác CCHC tháng 4/2025", closing_name="công tác CCHC tháng 3/2025"), 0, ["mở đầu", "kết thúc"]),
    "layout.times_new_roman": (laid(font="Arial"), 0, []),
    "layout.page_numbered": (laid(page_number="other"), 1, []),
    "layout.page_number_centred": (laid(page_number="top_center_first"), 1, []),
    "layout.page_number_on_first": (laid(page_number="top_center"), 0, []),
    **{f"layout.{name}": (laid(**{name: 12.5}), 12.5, []) for name in LENGTHS},
    **TERM_TABLE,
}  # fmt: skip
ALWAYS_KNOWN = {
    "period.is_month",
    "period.last_month",
    "period.expected_from",
    "period.expected_to",
    "directives.in_window",
    "doc.needs_agency_above",
    "doc.has_mailbox",
}


def test_the_facts_declared_are_the_facts_computed(pack: Pack) -> None:
    assert set(pack.facts) == set(FACTS)


def test_every_fact_stands_in_the_table() -> None:
    assert set(TABLE) == set(FACTS) - set(HISTORY_FACTS) - set(PEER_FACTS)


@pytest.mark.parametrize("name", TABLE)
def test_value_and_places(pack: Pack, name: str) -> None:
    said, value, where = TABLE[name]
    found = fact(pack, name, **said)
    assert found.value == value
    assert [place.part for place in found.places] == where


@pytest.mark.parametrize("name", sorted(set(TABLE) - ALWAYS_KNOWN))
def test_unknown_where_nothing_was_read(pack: Pack, name: str) -> None:
    assert math.isnan(fact(pack, name).value)


def test_a_count_that_was_read_and_is_nil_is_0_and_points_nowhere(pack: Pack) -> None:
    lists: dict[str, Any] = {
        name: [] for name in ("statements", "citations", "events", "repeated_passages", "exclusions")
    }
    nil = resolve(pack, Report.model_validate(BARE | lists | parts("I", "II", "III", "IV", "V")))
    for name in (
        "weaknesses.without_task",
        "citations.count",
        "events.after_window",
        "exclusions.uneven",
        "parts.empty",
    ):
        assert FACTS[name](nil).value == 0
        assert FACTS[name](nil).places == ()
