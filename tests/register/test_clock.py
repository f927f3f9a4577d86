"""When a dossier is early, on time, late, in time or overdue: each case by hand from the definition."""

from datetime import date, datetime
from pathlib import Path

import pytest
from tests.register.small import APRIL, COLUMNS, counted, ends, listed, values, written

from cchc.model.register import Window

VERDICTS = ("resolved_early", "resolved_on_time", "resolved_late", "pending_in_time", "pending_overdue")
EARLY, ON_TIME, LATE, IN_TIME, OVERDUE = VERDICTS


def verdict(tmp_path: Path, row: dict[str, str], window: Window = APRIL, **how: object) -> str | None:
    """Return the one verdict that a dossier gets, None where the register leaves it open."""
    path = written(
        tmp_path,
        [{"code": "H1", "received": "3/4/2025 08:00", **row}],
        (*COLUMNS, "supplement2_asked", "supplement2_given"),
    )
    recount = counted(path, window, **how)  # type: ignore[arg-type]
    sure = [name for name, value in zip(VERDICTS, values(recount, *VERDICTS), strict=True) if value == 1]
    assert len(sure) <= 1
    return sure[0] if sure else None


@pytest.mark.parametrize(
    ("due", "finished", "expected"),
    [
        ("10/4/2025 17:00", "9/4/2025 16:59", EARLY),
        ("10/4/2025 17:00", "10/4/2025 07:00", ON_TIME),
        ("10/4/2025 17:00", "10/4/2025 17:00", ON_TIME),
        ("10/4/2025 17:00", "10/4/2025 17:01", LATE),
        ("10/4/2025 17:00:59", "10/4/2025 17:00:01", ON_TIME),  # seconds are cut off
        ("10/4/2025", "10/4/2025 23:59", ON_TIME),  # a day without a time lasts to its end
        ("10/4/2025", "11/4/2025 00:00", LATE),
        ("10/4/2025 07:00", "10/4/2025", ON_TIME),  # finished without a time: by the day
        ("10/4/2025 07:00", "11/4/2025", LATE),
        ("3/4/2025 08:00", "3/4/2025 08:00", ON_TIME),  # finished the minute it came
        ("30/4/2025 23:59", "", IN_TIME),  # due at the very cut-off
        ("30/4/2025 23:58", "", OVERDUE),
        ("1/5/2025", "", IN_TIME),
        ("29/4/2025", "1/5/2025 08:00", OVERDUE),  # what happens after the cut-off is not known
        ("", "10/4/2025 08:00", None),
        ("", "", None),
    ],
)
def test_one_dossier(tmp_path: Path, due: str, finished: str, expected: str | None) -> None:
    assert verdict(tmp_path, {"due": due, "finished": finished}) == expected


@pytest.mark.parametrize(
    ("asked", "given", "finished", "expected"),
    [
        # Due 10/4 17:00; two days of waiting make it 12/4 17:00.
        ("8/4/2025 09:00", "10/4/2025 09:00", "12/4/2025 17:00", ON_TIME),
        ("8/4/2025 09:00", "10/4/2025 09:00", "12/4/2025 17:01", LATE),
        ("8/4/2025 09:00", "10/4/2025 09:00", "11/4/2025 17:01", EARLY),
        # Asked at the due minute the clock stops, a minute later it has run out.
        ("10/4/2025 17:00", "12/4/2025 17:00", "12/4/2025 17:00", ON_TIME),
        ("10/4/2025 17:01", "12/4/2025 17:01", "12/4/2025 17:00", LATE),
        # Never entered: a result all the same is early on a day before the due day, and open from then on.
        ("8/4/2025 09:00", "", "9/4/2025 23:59", EARLY),
        ("8/4/2025 09:00", "", "10/4/2025 09:00", None),
        ("8/4/2025 09:00", "", "29/4/2025 09:00", None),
        ("10/4/2025 17:01", "", "29/4/2025 09:00", LATE),
        ("8/4/2025 09:00", "", "", IN_TIME),
        ("11/4/2025 09:00", "", "", OVERDUE),
        # Asked or given after the cut-off is not known at it.
        ("2/5/2025 09:00", "", "", OVERDUE),
        ("8/4/2025 09:00", "2/5/2025 09:00", "", IN_TIME),
    ],
)
def test_waiting_for_supplements_stops_the_clock(
    tmp_path: Path, asked: str, given: str, finished: str, expected: str
) -> None:
    row = {"due": "10/4/2025 17:00", "supplement_asked": asked, "supplement_given": given, "finished": finished}
    assert verdict(tmp_path, row) == expected


UNKNOWN = (0, 1)
NO, YES = (0, 0), (1, 1)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # A result although the papers never came: they came some day, and the due day moved by as much.
        ({"finished": "10/4/2025 09:00"}, [UNKNOWN, UNKNOWN, NO, YES]),
        ({"finished": "10/4/2025"}, [UNKNOWN, UNKNOWN, NO, YES]),
        ({"finished": "29/4/2025 09:00"}, [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN]),
        # Sent back because they never came: nothing ran until then. It ends with the two days and eight hours left that
        # there were when they were asked for; asked for on the due day it ends on the due day.
        ({"finished": "29/4/2025 09:00", "outcome": "Trả lại"}, [YES, NO, NO, YES]),
        ({"supplement_asked": "10/4/2025 09:00", "finished": "29/4/2025 09:00", "outcome": "Rút"}, [NO, YES, NO, YES]),
        # The papers came after the end: it was waiting then.
        ({"supplement_given": "30/4/2025 09:00", "finished": "29/4/2025 09:00"}, [YES, NO, NO, YES]),
    ],
)
@pytest.mark.parametrize("no_due", ["unknown", "in_time"])
def test_a_dossier_that_ends_while_papers_are_awaited(
    tmp_path: Path, row: dict[str, str], expected: list[tuple[int, int]], no_due: str
) -> None:
    asked = {"due": "10/4/2025 17:00", "supplement_asked": "8/4/2025 09:00"}
    recount = counted(
        written(tmp_path, [{"code": "H1", "received": "3/4/2025 08:00", **asked, **row}]), said={"no_due": no_due}
    )
    figures = (EARLY, ON_TIME, LATE, "resolved_early_or_on_time")
    assert [ends(recount, f"dossiers.{name}") for name in figures] == expected


TWICE = {
    "due": "10/4/2025 17:00",
    "supplement_asked": "8/4/2025 17:00",
    "supplement_given": "10/4/2025 17:00",  # due 12/4 17:00 now
    "supplement2_asked": "12/4/2025 17:00",
    "supplement2_given": "13/4/2025 17:00",  # due 13/4 17:00 now
}


def test_a_second_wait_counts_from_the_due_date_that_the_first_has_moved(tmp_path: Path) -> None:
    assert verdict(tmp_path, {**TWICE, "finished": "13/4/2025 17:00"}) == ON_TIME
    assert verdict(tmp_path, {**TWICE, "finished": "13/4/2025 17:01"}) == LATE


def test_waits_in_the_wrong_order_are_the_same_waits(tmp_path: Path) -> None:
    turned = {
        **TWICE,
        "supplement_asked": TWICE["supplement2_asked"],
        "supplement_given": TWICE["supplement2_given"],
        "supplement2_asked": TWICE["supplement_asked"],
        "supplement2_given": TWICE["supplement_given"],
    }
    assert verdict(tmp_path, {**turned, "finished": "13/4/2025 17:00"}) == ON_TIME
    assert verdict(tmp_path, {**turned, "finished": "13/4/2025 17:01"}) == LATE


def test_working_days_move_the_due_date_over_weekends_and_holidays(tmp_path: Path) -> None:
    # Asked Wednesday 9/4, given Monday 14/4: Wednesday, Thursday, Friday are three working days. From Thursday 10/4 three
    # working days on is Tuesday 15/4; with a holiday on Thursday 10/4 they are two, and two on is Monday 14/4.
    row = {"due": "10/4/2025 17:00", "supplement_asked": "9/4/2025 08:00", "supplement_given": "14/4/2025 08:00"}
    in_time, late = {**row, "finished": "15/4/2025 17:00"}, {**row, "finished": "15/4/2025 17:01"}
    assert verdict(tmp_path, in_time, working_days=True) == ON_TIME
    assert verdict(tmp_path, late, working_days=True) == LATE
    free = {"holidays": (date(2025, 4, 10),)}
    assert verdict(tmp_path, {**row, "finished": "14/4/2025 17:00"}, said=free, working_days=True) == ON_TIME
    assert verdict(tmp_path, in_time, said=free, working_days=True) == LATE
    # Open at the end, begun in time: never overdue, also where no working day has passed.
    weekend = {"due": "26/4/2025 17:00", "supplement_asked": "26/4/2025 08:00"}
    assert verdict(tmp_path, weekend, Window(date(2025, 4, 1), date(2025, 4, 27)), working_days=True) == IN_TIME


def test_a_system_that_has_moved_the_due_date_is_not_given_more(tmp_path: Path) -> None:
    row = {"due": "10/4/2025 17:00", "supplement_asked": "8/4/2025 09:00"}
    done = {**row, "supplement_given": "9/4/2025 09:00", "finished": "10/4/2025 17:01"}
    assert verdict(tmp_path, done, said={"due_includes_supplements": True}) == LATE
    assert verdict(tmp_path, row, said={"due_includes_supplements": True}) == IN_TIME


def test_no_due_date_is_a_range_unless_the_office_says_that_there_is_no_deadline(tmp_path: Path) -> None:
    rows = [
        {"code": "H1", "received": "3/4/2025", "finished": "9/4/2025"},
        {"code": "H2", "received": "3/4/2025", "finished": "9/4/2025", "due": "9/4/2025"},
        {"code": "H3", "received": "3/4/2025"},
    ]
    recount = counted(written(tmp_path, rows))
    assert [ends(recount, f"dossiers.{name}") for name in VERDICTS] == [(0, 1), (1, 2), (0, 1), (0, 1), (0, 1)]
    assert ends(recount, "register.undated_resolved") == ends(recount, "register.undated_pending") == (1, 1)
    assert values(counted(written(tmp_path, rows), said={"no_due": "in_time"}), *VERDICTS) == [0, 2, 0, 1, 0]


def test_a_time_zone_is_brought_to_that_of_vietnam(tmp_path: Path) -> None:
    # 18:30 UTC on the 30th is 1:30 on the 1st of May.
    rows = [
        {"code": "H1", "received": "2025-04-30T18:30:00Z"},
        {"code": "H2", "received": "2025-04-30T23:59:59+07:00"},
        {"code": "H3", "received": "2025-03-31 17:00:00.000Z"},
        {"code": "H4", "received": "2025-03-31 16:59Z", "finished": "2025-03-31 17:00Z"},
    ]
    path = written(tmp_path, rows)
    assert values(counted(path), "new", "carried_over") == [2, 1]
    assert [one.received for one in listed(path, "dossiers.new")] == [
        datetime(2025, 4, 30, 23, 59),
        datetime(2025, 4, 1),
    ]


def test_carried_over_begins_where_the_window_does(tmp_path: Path) -> None:
    rows = [
        {"code": "before and ended before", "received": "31/3/2025 23:00", "finished": "31/3/2025 23:59"},
        {"code": "before and ended in it", "received": "31/3/2025 23:59", "finished": "1/4/2025 00:00"},
        {"code": "before and open", "received": "29/2/2024"},
        {"code": "first minute", "received": "1/4/2025 00:00"},
        {"code": "last minute", "received": "30/4/2025 23:59"},
        {"code": "after", "received": "1/5/2025 00:00"},
    ]
    recount = counted(written(tmp_path, rows))
    assert values(recount, "received", "carried_over", "new", "resolved", "pending") == [4, 2, 2, 1, 3]


def test_a_window_may_span_the_new_year(tmp_path: Path) -> None:
    rows = [
        {"code": "H1", "received": "31/12/2024 10:00", "due": "2/1/2025", "finished": "2/1/2025 09:00"},
        {"code": "H2", "received": "14/12/2024 10:00", "due": "20/12/2024"},
    ]
    recount = counted(written(tmp_path, rows), Window(date(2024, 12, 15), date(2025, 1, 14)))
    assert values(recount, "new", "carried_over", "resolved_on_time", "pending_overdue") == [1, 1, 1, 1]
