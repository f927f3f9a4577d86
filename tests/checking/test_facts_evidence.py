"""Facts on evidence where an honest report could be accused, and where nothing can be known."""

import math
from typing import Any

import pytest
from tests.checking.facts import cite, fact, parts, say

from cchc.packs.pack import Pack

TRADE: dict[str, Any] = {"unit": "Sở Công Thương", "citations": [], "evidence": []}


def sign(entry: str, part: str = "I", printed: str = "chữ") -> dict[str, Any]:
    return {"entry": entry, "printed": printed, "at": part}


def task(text: str, **more: Any) -> dict[str, Any]:
    return {"statements": [{**say("task", at="IV"), "text": text, **more}]}


def test_a_repeated_mention_of_a_plan_needs_no_number(pack: Pack) -> None:
    issued = sign("issued-without-number", printed="đã ban hành Kế hoạch CCHC năm")
    plan = {**cite("4/KH-SM", "2025-01-20"), "type": "Kế hoạch", "at": "I"}
    elsewhere = {**plan, "at": "II.6.a"}
    other_kind = {**plan, "type": "Quyết định"}
    for cited, expected in ((plan, 0), (elsewhere, 1), (other_kind, 1)):
        found = fact(pack, "evidence.issued_without_number", evidence=[issued], citations=[cited])
        assert found.value == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"detail_rows": [{"name": "Điện", "figures": {"dossiers.received": 5}}]}, 1),
        ({"evidence": [sign("detail-table")]}, 1),
        ({"evidence": [sign("annex-mentioned")]}, math.nan),
        ({"evidence": [], "document": {"annexes": ["Phụ lục 1"]}}, math.nan),
        ({"evidence": []}, 0),
        ({}, math.nan),
    ],
)
def test_a_table_may_stand_in_an_annex(pack: Pack, said: dict[str, Any], expected: float) -> None:
    assert fact(pack, "detail.table", **said).value == pytest.approx(expected, nan_ok=True)


def test_an_exclusion_is_backed_by_its_basis_or_by_a_document_beside_it(pack: Pack) -> None:
    bare = {"applies_to": ["digitization.rate"], "procedures": ["A"], "at": {"part": "II.2", "detail": "đoạn 5"}}
    beside = {**cite("5/VP-KSTT"), "at": {"part": "II.2", "detail": "đoạn 5"}}
    far = {**cite("5/VP-KSTT"), "at": {"part": "II.2", "detail": "đoạn 6"}}
    other = {**bare, "applies_to": ["digital.uptake_rate"]}
    name = "exclusions.without_basis"
    assert fact(pack, name, exclusions=[bare], citations=[far]).value == 1
    assert fact(pack, name, exclusions=[bare], citations=[beside]).value == 0
    assert fact(pack, name, exclusions=[{**bare, "basis": "Công văn 5/VP"}], citations=[]).value == 0
    assert fact(pack, name, exclusions=[other], citations=[]).value == 0


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, 1),
        ({"unit": "Sở Nội vụ"}, 0),
        ({"province": "Hà Nam"}, 0),
        ({"level": "commune"}, 0),
        ({"period": {"kind": "month", "year": 2025, "number": 5}}, 0),
        ({"period": {"kind": "quarter", "year": 2025, "number": 2}}, 1),
        # The window of the data decides: 08/4/2025 is after it.
        (
            {
                "period": {
                    "kind": "month",
                    "year": 2025,
                    "number": 4,
                    "data_from": "2025-03-01",
                    "data_to": "2025-03-31",
                }
            },
            0,
        ),
    ],
)
def test_a_directive_concerns_some_and_in_its_time(pack: Pack, said: dict[str, Any], expected: float) -> None:
    assert fact(pack, "directives.in_window", **{**TRADE, **said}).value == expected


def test_a_directive_is_answered_by_its_number_or_its_subject(pack: Pack) -> None:
    name = "directives.unanswered"
    cited = {**cite("58/KH-UBND", "2025-04-08"), "type": "Kế hoạch"}
    of_last_year = {**cite("58/KH-UBND", "2024-04-08"), "type": "Kế hoạch"}
    assert fact(pack, name, **TRADE).value == 1
    assert fact(pack, name, **{**TRADE, "citations": [cited]}).value == 0
    assert fact(pack, name, **{**TRADE, "citations": [of_last_year]}).value == 1
    assert fact(pack, name, **{**TRADE, "evidence": [sign("kh-58-2025")]}).value == 0


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (task("Tiếp tục đẩy mạnh cải cách hành chính"), 1),
        (task("Duy trì hệ thống theo tiêu chuẩn ISO 9001:2015"), 1),
        (task("Tiếp tục thực hiện Đề án 06 trong năm 2025"), 1),
        (task("Rà soát 05 TTHC lĩnh vực điện"), 0),
        (task("Nâng tỷ lệ hồ sơ trực tuyến lên 95%"), 0),
        (task("Tiếp tục rà soát TTHC nội bộ", owner="Văn phòng"), 0),
        (task("Tiếp tục rà soát TTHC nội bộ", deadline="2025-05-20"), 0),
        (task("TM. UBND"), 0),
    ],
)
def test_tasks_that_can_be_measured(pack: Pack, said: dict[str, Any], expected: float) -> None:
    assert fact(pack, "tasks.not_measurable", **said).value == expected


def test_a_matter_told_twice_is_one_and_its_letter_clears_it(pack: Pack) -> None:
    name = "recommendations.repeated_without_letter"
    matter = say("difficulty", "postal", asked_before=True)
    again = say("recommendation", "postal", asked_before=True)
    letter = say("recommendation", "postal", first_asked="2024-08-01")
    elsewhere = say("recommendation", "digitization", first_asked="2024-08-01")
    unknown = say("difficulty", asked_before=True)

    def count(*said: dict[str, Any]) -> float:
        return fact(pack, name, statements=list(said), citations=[]).value

    assert count(matter, again) == 1
    assert count(matter, letter) == 0
    assert count(matter, elsewhere) == 1
    assert count(unknown, elsewhere) == 0
    assert count(unknown) == 1


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        # In full once is enough, wherever it stands.
        ([cite("111/2022/NĐ-CP"), cite("111/2022/NĐ-CP", "2022-12-30")], 0),
        ([cite("111"), cite("111/2022/NĐ-CP", "2022-12-30")], 0),
        ([cite("111/2022/NĐ-CP"), cite("111/2022/NĐ-CP")], 1),
        # Without a number it may be the one of its kind that came before.
        ([cite("4/KH-SM", "2025-01-20"), cite(at={"part": "I", "quote": "Kế hoạch năm"})], 0),
        ([cite(at={"part": "I", "quote": "Kế hoạch năm"}), cite("4/KH-SM", "2025-01-20")], 1),
        ([{**cite(), "type": "Luật"}], 0),
        ([{**cite(at={"part": "II.6.h", "quote": "Đề án 06"}), "type": "Đề án"}], 0),
        ([{**cite(at={"part": "I", "quote": "Nghị quyết Đại hội đại biểu lần thứ XIX"}), "type": "Nghị quyết"}], 0),
        ([], 0),
    ],
)
def test_citations_in_full(pack: Pack, cited: list[dict[str, Any]], expected: float) -> None:
    assert fact(pack, "citations.incomplete", citations=cited).value == expected


@pytest.mark.parametrize(
    ("number", "role", "expected"),
    [
        ("278/QĐ-UBND", "result", 1),
        ("90/QĐ-SCT", "period_result", 1),
        ("12/NQ-HĐND", "result", 1),
        ("10/2025/QĐ-UBND", "result", 0),
        ("15/KH-SCT", "result", 0),
        ("278/QĐ-UBND", "background", 0),
    ],
)
def test_individual_decisions_among_legal_documents(pack: Pack, number: str, role: str, expected: float) -> None:
    cited = [cite(number, role=role, at="II.1.a")]
    name = "citations.individual_as_legal"
    assert fact(pack, name, citations=cited, **parts("II.1.a", title="Xây dựng, ban hành VBQPPL")).value == expected
    # A heading that does not speak of legal documents lists any.
    assert math.isnan(fact(pack, name, citations=cited, **parts("II.1.a", title="Ban hành văn bản")).value)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("02 (hai)", 0),
        ("02 (ba)", 1),
        ("ba (03)", 0),
        ("1.234 (một nghìn hai trăm ba mươi tư)", 0),
        ("331 (ba trăm ba mươi)", 1),
    ],
)
def test_words_and_digits(pack: Pack, printed: str, expected: float) -> None:
    assert fact(pack, "numbers.words_differ", mentions=[sign("number-in-words", printed=printed)]).value == expected
