"""Facts over earlier reports: their value and places with a past made by hand, unknown where a report of it is missing."""

import math
from dataclasses import replace
from typing import Any

import pytest
from tests.checking.facts import BARE, cite, say

from cchc.checking.facts_history import HISTORY_FACTS
from cchc.checking.facts_peers import PEER_FACTS
from cchc.checking.table import FACTS, tabulate
from cchc.history.library import collected
from cchc.model.past import PastReport
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import Reading, resolve

Said = dict[str, Any]


def month(number: int, year: int = 2025, **more: Any) -> Said:
    return {"period": {"kind": "month", "year": year, "number": number, **more}}


def quarter(number: int = 1, **more: Any) -> Said:
    return {"period": {"kind": "quarter", "year": 2025, "number": number, **more}}


def told(*marks: int, part: str = "III.1") -> Said:
    return {"narrative": [{"mark": f"{mark:016x}", "words": 10, "at": part} for mark in marks]}


def figures(**values: Any) -> Said:
    return {"figures": {name.replace("__", "."): value for name, value in values.items()}}


def reading(pack: Pack, now: Said, *earlier: Said) -> Reading:
    kept = (PastReport.of(Report.model_validate(BARE | said), f"{n}.txt") for n, said in enumerate(earlier))
    library, _ = collected(kept)
    report = Report.model_validate(BARE | now)
    return replace(resolve(pack, report), past=library.past_of(report, pack))


def ytd(value: int) -> Said:
    return {"value": value, "span": "year_to_date", "at": "II.2"}


def months(**values: list[int]) -> list[Said]:
    names = list(values)
    rows = zip(*values.values(), strict=True)
    return [month(n) | figures(**dict(zip(names, row, strict=True))) for n, row in enumerate(rows, 1)]


ZERO = figures(feedback__received={"value": 0, "at": "II.2"})
REQUEST = {"statements": [say("recommendation", "digitization", at="V", addressees=["UBND tỉnh"])]}
PEERS = [
    {"unit": f"Sở Số {n}"} | figures(dossiers__received=100 + 10 * n, digital__services_total=100, digital__services_with_dossier=10 + n)
    for n in range(1, 10)
]  # fmt: skip
NEW = {"dossiers__new": [90, 70, 105]}

# fact: the report, its past, the value, the parts its places point at
TABLE: dict[str, tuple[Said, list[Said], float, list[str]]] = {
    "past.zero_runs": (ZERO, [month(2) | ZERO, month(3) | ZERO], 1, ["II.2"]),
    "past.copied_share": (told(1, 2, 3, 4), [month(3) | told(2, 3, 9)], 0.5, ["III.1", "III.1"]),
    "past.narrative_sentences": (told(1, 2, 3), [], 3, []),
    "past.requests_repeated": (REQUEST, [month(2) | REQUEST, month(3) | REQUEST], 1, ["V"]),
    "past.falls_since_new_year": (
        figures(dossiers__new=ytd(150)), [month(3) | figures(dossiers__new=ytd(160))], 1, ["II.2", "báo cáo tháng 3/2025"],
    ),
    "months.new": (quarter(), months(**NEW), 265, [f"báo cáo tháng {n}/2025" for n in (1, 2, 3)]),
    "months.resolved": (quarter(), months(dossiers__resolved=[1, 2, 3]), 6, [f"báo cáo tháng {n}/2025" for n in (1, 2, 3)]),
    "months.carried_over": (quarter(), months(dossiers__carried_over=[8, 6, 5]), 8, ["báo cáo tháng 1/2025"]),
    "months.pending": (quarter(), months(dossiers__pending=[6, 5, 7]), 7, ["báo cáo tháng 3/2025"]),
    "decisions.staffing": ({"citations": [cite("1/QĐ-UBND", "2025-01-05"), cite("2/QĐ-UBND", "2023-01-05")]}, [], 1, ["II.3"]),
    "decisions.procedures": ({"citations": [cite("1/QĐ-UBND", at="II.2"), cite("2/QĐ-UBND", at="II.3")]}, [], 1, ["II.2"]),
    # Peers 110..190: median 150, median deviation 20; 250 is 0.6745 * 100 / 20 away.
    "peers.received_distance": (figures(dossiers__received={"value": 250, "at": "II.2"}), PEERS, 3.3725, ["II.2"]),
    # Peers 11..19 %: median 15, median deviation 2; 25 % is 0.6745 * 10 / 2 away.
    "peers.uptake_distance": (figures(digital__uptake_rate={"value": "25%", "at": "II.6.g"}), PEERS, 3.3725, ["II.6.g"]),
}  # fmt: skip


def test_every_fact_of_the_past_stands_in_the_table() -> None:
    assert set(TABLE) == set(HISTORY_FACTS) | set(PEER_FACTS)


@pytest.mark.parametrize("name", TABLE)
def test_value_and_places(pack: Pack, name: str) -> None:
    now, earlier, value, where = TABLE[name]
    found = FACTS[name](reading(pack, now, *earlier))
    assert found.value == pytest.approx(value)
    assert [place.part for place in found.places] == where


@pytest.mark.parametrize("name", sorted(set(TABLE) - {"past.narrative_sentences"}))
def test_unknown_without_a_past_or_what_it_is_derived_from(pack: Pack, name: str) -> None:
    assert math.isnan(FACTS[name](reading(pack, {})).value)


@pytest.mark.parametrize(
    "name", ["past.zero_runs", "past.copied_share", "past.requests_repeated", "past.falls_since_new_year"]
)
def test_unknown_where_only_another_unit_has_the_past(pack: Pack, name: str) -> None:
    now, earlier, _, _ = TABLE[name]
    others = [said | {"unit": "Sở Mẫu và Môi trường"} for said in earlier]
    assert math.isnan(FACTS[name](reading(pack, now, *others)).value)


@pytest.mark.parametrize(
    "broken",
    [
        months(**NEW)[:2],
        months(**NEW)[1:],
        [*months(**NEW)[:2], month(3)],
        [*months(**NEW)[:2], month(3, data_from="2025-02-15", data_to="2025-03-31") | figures(dossiers__new=105)],
        [*months(**NEW)[:2], month(3) | figures(dossiers__new=[105, 106])],
    ],
)
def test_months_that_are_missing_or_do_not_meet_add_up_to_nothing(pack: Pack, broken: list[Said]) -> None:
    assert math.isnan(FACTS["months.new"](reading(pack, quarter(), *broken)).value)


def test_a_quarter_with_a_window_of_its_own_is_not_the_sum_of_the_months(pack: Pack) -> None:
    calendar = quarter(data_from="2025-01-01", data_to="2025-03-31")
    assert math.isnan(FACTS["months.new"](reading(pack, calendar, *months(**NEW))).value)


def test_a_month_has_no_months(pack: Pack) -> None:
    assert math.isnan(FACTS["months.new"](reading(pack, month(4), *months(**NEW))).value)


@pytest.mark.parametrize(
    ("now", "earlier", "expected"),
    [
        (ZERO, [month(3) | ZERO], None),
        (ZERO, [month(3) | figures(feedback__received=2)], 0),
        (figures(feedback__received=1), [], 0),
        (month(1) | ZERO, [month(12, 2024) | ZERO, month(11, 2024) | ZERO], 1),
        (ZERO, [quarter(1) | ZERO, month(3) | ZERO], None),
    ],
)
def test_a_run_of_zeros_needs_both_periods_before(
    pack: Pack, now: Said, earlier: list[Said], expected: float | None
) -> None:
    value = FACTS["past.zero_runs"](reading(pack, now, *earlier)).value
    assert math.isnan(value) if expected is None else value == expected


@pytest.mark.parametrize(
    ("now", "earlier", "expected"),
    [
        # A new year begins anew; the first month's own figure is its year so far; a later report is no past.
        (month(1) | figures(dossiers__new=ytd(9)), [month(12, 2024) | figures(dossiers__new=ytd(900))], None),
        (month(2) | figures(dossiers__new=ytd(80)), [month(1) | figures(dossiers__new=90)], 1),
        (month(3) | figures(dossiers__new=80), [month(2) | figures(dossiers__new=90)], None),
        (month(2) | figures(dossiers__new=ytd(80)), [month(3) | figures(dossiers__new=ytd(90))], None),
        (month(3) | figures(dossiers__new=ytd(90)), [month(2) | figures(dossiers__new=ytd(90))], 0),
    ],
)
def test_only_what_is_counted_since_new_year_must_not_fall(
    pack: Pack, now: Said, earlier: list[Said], expected: float | None
) -> None:
    value = FACTS["past.falls_since_new_year"](reading(pack, now, *earlier)).value
    assert math.isnan(value) if expected is None else value == expected


def requests(*topics: str, to: str = "UBND tỉnh") -> Said:
    return {"statements": [say("recommendation", *topics, addressees=[to])]}


@pytest.mark.parametrize(
    ("february", "expected"),
    [
        (month(2) | requests("postal"), 0),
        (month(2) | requests("digitization", to="Bộ Tài chính"), 0),
        (month(2) | {"statements": []}, 0),
        (month(2) | requests(), None),
        (month(2), None),
    ],
)
def test_a_request_is_repeated_only_where_every_period_made_it(
    pack: Pack, february: Said, expected: float | None
) -> None:
    value = FACTS["past.requests_repeated"](reading(pack, REQUEST, february, month(3) | REQUEST)).value
    assert math.isnan(value) if expected is None else value == expected


def test_too_few_peers_or_peers_all_alike_are_no_yardstick(pack: Pack) -> None:
    now = figures(dossiers__received=250)
    alike = [{"unit": f"Sở Số {n}"} | figures(dossiers__received=100) for n in range(9)]
    for peers in (
        PEERS[:7],
        alike,
        [peer | month(3) for peer in PEERS],
        [peer | {"level": "commune"} for peer in PEERS],
    ):
        assert math.isnan(FACTS["peers.received_distance"](reading(pack, now, *peers)).value)


def test_previous_figures_come_with_the_name_of_their_file(pack: Pack) -> None:
    before = month(3) | figures(dossiers__pending={"value": 7, "at": {"part": "II.2", "quote": "đang giải quyết 7"}})
    cell = tabulate(pack, [reading(pack, {}, before)]).cells[0]["prev.dossiers.pending"]
    assert cell.value == 7
    assert [(p.part, p.detail, p.quote) for p in cell.places] == [("báo cáo tháng 3/2025", "0.txt, II.2", None)]


def test_what_the_report_says_of_its_past_goes_before_what_the_past_says(pack: Pack) -> None:
    own = {"previous": {"figures": {"dossiers.pending": 9}}}
    before = month(3) | figures(dossiers__pending=7, dossiers__received=50)
    cells = tabulate(pack, [reading(pack, own, before)]).cells[0]
    assert (cells["prev.dossiers.pending"].value, cells["prev.dossiers.received"].value) == (9, 50)
