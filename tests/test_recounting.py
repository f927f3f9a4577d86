"""A report held against a register of six dossiers worked out by hand: what is equal, what differs, what is left open.

In the data window (15/3 to 14/4/2025): A1 and A2 online (early, on time), A3 at the desk (late), A4 by post (in time), A5
at the desk (overdue); A6 was carried over (early). Received 6 = 1 + 5, resolved 4 = 2 + 1 + 1, pending 2 = 1 + 1. A9
came after it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.checking.facts import BARE
from tests.conftest import ROOT, SAMPLES

from cchc.model.errors import ContentError, UsageError
from cchc.model.extraction import Hints
from cchc.model.recounting import Claim, DossierSet, Held, HeldFigure
from cchc.model.register import Window
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.register_against import OWN, register_against
from cchc.recounting.holding import HoldOptions, ToHold, hold, open_to_hold
from cchc.recounting.looking_up import look_up
from cchc.register.mapping import Mapping, read_mapping
from cchc.register.options import RegisterOptions
from cchc.register.register import Register, open_register

HEADINGS = "Mã hồ sơ,Đơn vị,Tên thủ tục,Mức độ DVC,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả"
A1 = "A1,Sở X,P1,Toàn trình,Cổng DVC quốc gia,17/03/2025 08:00,24/03/2025 17:00,20/03/2025 10:00"
A2 = "A2,Sở X,P1,Toàn trình,Cổng DVC tỉnh,17/03/2025 09:00,24/03/2025 17:00,24/03/2025 10:00"
A3 = "A3,Sở X,P2,Một phần,Trực tiếp,18/03/2025 08:00,25/03/2025 17:00,27/03/2025 10:00"
A4 = "A4,Sở X,P2,Một phần,Bưu chính,10/04/2025 08:00,24/04/2025 17:00,"
A5 = "A5,Sở X,P2,Một phần,Trực tiếp,01/04/2025 08:00,08/04/2025 17:00,"
A6 = "A6,Sở X,P3,Cung cấp thông tin,Trực tiếp,10/03/2025 08:00,20/03/2025 17:00,18/03/2025 10:00"
A9 = "A9,Sở X,P2,Một phần,Trực tiếp,16/04/2025 08:00,28/04/2025 17:00,"
A0 = "A0,Sở X,P2,Một phần,Trực tiếp,06/01/2025 08:00,13/01/2025 17:00,08/01/2025 10:00"  # long before the window
ROWS = (A1, A2, A3, A4, A5, A6, A9, A0)
WINDOW = Window(date(2025, 3, 15), date(2025, 4, 14))
RIGHT = {
    "dossiers.received": 6, "dossiers.carried_over": 1, "dossiers.new": 5, "dossiers.new_online": 2,
    "dossiers.new_direct_postal": 3, "dossiers.resolved": 4, "dossiers.resolved_early": 2, "dossiers.resolved_on_time": 1,
    "dossiers.resolved_late": 1, "dossiers.pending": 2, "dossiers.pending_in_time": 1, "dossiers.pending_overdue": 1,
    "dossiers.online_processed": 2, "digital.online_dossiers": 2, "digital.services_with_dossier": 1,
    "digital.national_portal_procedures": 1, "digital.postal_received": 1, "procedures.with_dossier": 2,
}  # fmt: skip


@contextmanager
def opened(
    tmp_path: Path, rows: Sequence[str] = ROWS, headings: str = HEADINGS, mapping: Mapping | None = None,
    options: RegisterOptions | None = None,
) -> Iterator[Register]:  # fmt: skip
    file = tmp_path / "so.csv"
    file.write_text("\n".join((headings, *rows)) + "\n", encoding="utf-8")
    with open_register([file], ROOT, mapping, options) as register:
        yield register


def report(figures: dict[str, Any], **said: Any) -> ToHold:
    made = Report.model_validate({**BARE, "unit": "Sở X", "figures": figures, **said})
    return ToHold("bao-cao.yaml", made, WINDOW, lawful=False)


def held(pack: Pack, tmp_path: Path, figures: dict[str, Any], rows: Sequence[str] = ROWS, **more: Any) -> Held:
    with opened(tmp_path, rows, more.pop("headings", HEADINGS), more.pop("mapping", None)) as register:
        return hold(register, report(figures, **more), pack, HoldOptions())


def only(found: Held) -> tuple[HeldFigure, Claim]:
    (figure,) = found.figures
    (claim,) = figure.claims
    return figure, claim


def behind(found: Held, claim: Claim) -> DossierSet:
    assert claim.dossiers is not None
    return found.dossier_sets[claim.dossiers]


def codes(one: DossierSet) -> list[str]:
    return [dossier.code for dossier in one.dossiers]


def test_every_count_that_is_right_is_equal(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, dict(RIGHT))
    assert {one.figure: [c.state for c in one.claims] for one in found.figures} == {name: ["equal"] for name in RIGHT}
    assert not found.differs
    assert found.dossier_sets == ()


def test_every_count_that_is_one_off_differs(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {name: value + 1 for name, value in RIGHT.items()})
    assert {one.figure: (c.state, c.difference) for one in found.figures for c in one.claims} == dict.fromkeys(
        RIGHT, ("differs", 1.0)
    )


def test_fewer_late_ones_than_the_register_has_are_named(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"dossiers.resolved_late": 0})
    _, claim = only(found)
    assert (claim.state, claim.difference, claim.same_as) == ("differs", -1.0, ())
    assert (behind(found, claim).kind, codes(behind(found, claim))) == ("counted", ["A3"])


def test_a_count_that_is_another_of_the_register_is_said_to_be_and_the_rest_are_named(
    pack: Pack, tmp_path: Path
) -> None:
    found = held(pack, tmp_path, {"dossiers.online_processed": 5})
    _, claim = only(found)
    assert claim.same_as == ("dossiers.new",)
    one = behind(found, claim)
    assert (one.kind, one.inside, one.outside) == ("wider_only", "dossiers.new", "dossiers.online_processed")
    assert (one.number, codes(one)) == (3, ["A3", "A4", "A5"])
    assert [(d.line, d.channel) for d in one.dossiers] == [(4, "direct"), (5, "post"), (6, "direct")]


def test_a_count_that_is_none_of_the_register_is_explained_by_none(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"dossiers.new_online": 4})
    _, claim = only(found)
    # 4 is the number resolved, which nobody takes for those received online.
    assert claim.same_as == ()
    assert codes(behind(found, claim)) == ["A3", "A4", "A5"]


def test_a_smaller_count_that_is_another_one_shows_those_left_out(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"dossiers.resolved": 3})
    _, claim = only(found)
    assert claim.same_as == ("dossiers.resolved_early_or_on_time",)
    assert (behind(found, claim).kind, codes(behind(found, claim))) == ("other_only", ["A3"])


@pytest.mark.parametrize(
    ("stated", "state"), [("75%", "equal"), ("75.0%", "equal"), ("75.1%", "differs"), ("74%", "differs")]
)
def test_a_percent_is_compared_within_half_of_its_last_digit(
    pack: Pack, tmp_path: Path, stated: str, state: str
) -> None:
    # (2 early + 1 on time) / 4 resolved
    _, claim = only(held(pack, tmp_path, {"dossiers.on_time_rate": stated}))
    assert (claim.state, claim.reading) == (state, None)


def test_a_percent_that_fits_another_lawful_reading_is_right_by_it(pack: Pack, tmp_path: Path) -> None:
    # (3 resolved in time + 1 pending in time) / 6
    _, claim = only(held(pack, tmp_path, {"dossiers.on_time_rate": "66.67%"}))
    assert claim.state == "equal"
    assert claim.reading is not None
    assert (claim.reading.part, claim.reading.whole) == ("sq.dossiers_on_time", "sq.dossiers")


def test_two_differences_with_one_cause_share_their_dossiers(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"dossiers.online_processed": 5, "dossiers.online_rate": "100%"})
    (one,) = found.dossier_sets
    assert one.figures == ("dossiers.online_processed", "dossiers.online_rate")


def test_a_whole_that_no_register_has_is_taken_from_the_report(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"digital.services_total": 8, "digital.uptake_rate": "12.5%"})
    figure, claim = only(found)
    assert claim.state == "equal"
    assert figure.reading.whole_from_report
    _, claim = only(held(pack, tmp_path, {"digital.services_total": 8, "digital.uptake_rate": "13%"}))
    assert claim.state == "equal"
    _, claim = only(held(pack, tmp_path, {"digital.services_total": 8, "digital.uptake_rate": "14%"}))
    assert (claim.state, claim.dossiers) == ("differs", None)


def test_procedures_are_shown_where_procedures_are_counted(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"digital.services_with_dossier": 2})
    _, claim = only(found)
    assert claim.same_as == ("procedures.with_dossier",)
    assert (behind(found, claim).procedures, behind(found, claim).number) == (("P2",), 1)


@pytest.mark.parametrize("other", [[], [A1.replace("A1", "B1").replace("Sở X", "Sở Y")]])
def test_a_blank_procedure_is_no_procedure(pack: Pack, tmp_path: Path, other: list[str]) -> None:
    blank = A4.replace("A4", "A7").replace(",P2,", ",,")
    found = held(pack, tmp_path, {"procedures.with_dossier": 0}, [*ROWS, blank, *other])
    figure, claim = only(found)
    assert figure.counted is not None
    assert (figure.counted.low, figure.counted.high, claim.difference) == (2, 3, -2)
    assert (behind(found, claim).procedures, behind(found, claim).number) == (("P1", "P2"), 2)


def test_a_report_that_contradicts_itself_has_each_value_compared(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"dossiers.new": [5, 4]})
    (figure,) = found.figures
    assert figure.contradicts
    assert [(claim.value, claim.state) for claim in figure.claims] == [(5, "equal"), (4, "differs")]
    assert found.differs


def test_a_value_said_twice_alike_is_one_claim(pack: Pack, tmp_path: Path) -> None:
    twice = [{"value": 5, "at": "II.2"}, {"value": 5, "at": "II.6.g"}]
    _, claim = only(held(pack, tmp_path, {"dossiers.new": twice}))
    assert [place.part for place in claim.places] == ["II.2", "II.6.g"]


def test_what_is_said_roughly_or_of_another_level_or_time_is_not_held_against_it(pack: Pack, tmp_path: Path) -> None:
    said = {
        "dossiers.received": 6,
        "dossiers.resolved": {"value": 300, "approx": True},
        "dossiers.new": [{"value": 900, "span": "year_to_date"}, {"value": 40, "scope": "cấp xã"}],
    }
    found = held(pack, tmp_path, said)
    assert {one.figure: one.claims[0].state for one in found.figures} == {
        "dossiers.received": "equal",
        "dossiers.resolved": "rough",
    }
    assert [(note.id, note.number) for note in found.notes] == [("other_spans", 2)]


@pytest.mark.parametrize(("stated", "state"), [(1, "open"), (2, "open"), (3, "differs"), (0, "differs")])
def test_a_blank_cell_leaves_open_what_it_could_be(pack: Pack, tmp_path: Path, stated: int, state: str) -> None:
    rows = [A1.replace("Cổng DVC quốc gia", ""), *ROWS[1:]]
    figure, claim = only(held(pack, tmp_path, {"dossiers.new_online": stated}, rows))
    assert figure.counted is not None
    assert (figure.counted.low, figure.counted.high) == (1, 2)
    assert claim.state == state
    assert claim.open_reason == ("blank" if state == "open" else None)


@pytest.mark.parametrize(
    ("stated", "state", "reason"),
    [(5, "equal", None), (6, "open", "rejected"), (7, "differs", None), (4, "differs", None)],
)
def test_a_rejected_row_leaves_open_what_it_could_add(
    pack: Pack, tmp_path: Path, stated: int, state: str, reason: str | None
) -> None:
    impossible = A3.replace("A3", "A7").replace("18/03/2025", "31/02/2025")
    found = held(pack, tmp_path, {"dossiers.new": stated}, [*ROWS, impossible])
    _, claim = only(found)
    assert (claim.state, claim.open_reason) == (state, reason)
    assert [(note.id, note.number) for note in found.notes] == [("rejected", 1)]


def test_a_repeated_row_takes_no_dossier_away(pack: Pack, tmp_path: Path) -> None:
    _, claim = only(held(pack, tmp_path, {"dossiers.new": 6}, [*ROWS, A1]))
    assert claim.state == "differs"


def test_a_figure_whose_column_is_not_there_is_never_zero(pack: Pack, tmp_path: Path) -> None:
    rows = [",".join(cell for n, cell in enumerate(row.split(",")) if n != 4) for row in ROWS]
    headings = HEADINGS.replace("Hình thức nộp,", "")
    said = {"dossiers.new": 5, "dossiers.new_online": 0, "digital.postal_received": 0}
    found = held(pack, tmp_path, said, rows, headings=headings)
    states = {one.figure: (one.claims[0].state, one.missing_column) for one in found.figures}
    assert states["dossiers.new_online"] == states["digital.postal_received"] == ("not_computed", "channel")
    assert not found.differs


def test_dossiers_that_no_register_tells_apart_are_said(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"dossiers.new": 5, "dossiers.interlinked": 0, "organization.staff_total": 181})
    assert found.not_in_register == ("dossiers.interlinked",)
    assert found.other_figures == 1


def test_what_only_the_register_says_is_listed(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {name: value for name, value in RIGHT.items() if name != "dossiers.resolved_late"})
    assert {n.figure: n.counted.low for n in found.not_stated}["dossiers.resolved_late"] == 1
    assert not [n.figure for n in found.not_stated if n.figure in RIGHT and n.figure != "dossiers.resolved_late"]
    assert not [n.figure for n in found.not_stated if n.figure.startswith(("sq.", OWN))]


DIGITIZED = HEADINGS + ",Số hóa TPHS"
EXCLUSIONS = [{"applies_to": ["digitization.rate"], "procedures": ["P2"]}]


def digitized() -> list[str]:
    return [f"{row},{'Không' if ',P2,' in row else 'Có'}" for row in ROWS]


def test_procedures_left_out_that_nobody_named_leave_the_rate_open(pack: Pack, tmp_path: Path) -> None:
    # Two of five new dossiers are digitized; of those that are not P2, both.
    said = {"digitization.rate": "100%"}
    _, claim = only(held(pack, tmp_path, said, digitized(), headings=DIGITIZED, exclusions=EXCLUSIONS))
    assert (claim.state, claim.open_reason) == ("open", "excluded")
    _, claim = only(held(pack, tmp_path, said, digitized(), headings=DIGITIZED))
    assert claim.state == "differs"


def test_procedures_left_out_and_named_make_the_rate_right_by_that_reading(pack: Pack, tmp_path: Path) -> None:
    with opened(tmp_path, digitized(), DIGITIZED) as register:
        mapping = register.mapping.model_copy(update={"notification_only": ("P2",)})
    said = {"digitization.rate": "100%"}
    figure, claim = only(
        held(pack, tmp_path, said, digitized(), headings=DIGITIZED, exclusions=EXCLUSIONS, mapping=mapping)
    )
    assert figure.counted is not None
    assert claim.counted is not None
    assert (claim.state, figure.counted.low, claim.counted.low) == ("equal", 40, 100)


def test_of_several_units_the_reports_own_is_taken(pack: Pack, tmp_path: Path) -> None:
    rows = [*ROWS, A1.replace("A1", "B1").replace("Sở X", "Sở Y")]
    found = held(pack, tmp_path, {"dossiers.new": 6, "dossiers.received": 6}, rows, unit="SỞ  X")
    assert found.register_unit == "Sở X"
    assert {one.figure: one.claims[0].state for one in found.figures} == {
        "dossiers.new": "differs",
        "dossiers.received": "equal",
    }
    assert codes(found.dossier_sets[0]) == ["A6"]


def test_of_several_units_none_of_which_is_the_reports_one_must_be_chosen(pack: Pack, tmp_path: Path) -> None:
    rows = [*ROWS, A1.replace("A1", "B1").replace("Sở X", "Sở Y")]
    said = report({"dossiers.new": 6}, unit="Sở Z")
    with opened(tmp_path, rows) as register:
        with pytest.raises(UsageError, match=r"2 đơn vị.*'Sở Z'.*Sở X; Sở Y"):
            hold(register, said, pack, HoldOptions())
        assert only(hold(register, said, pack, HoldOptions(whole=True)))[1].state == "equal"
        assert only(hold(register, said, pack, HoldOptions(unit="Sở Y")))[1].difference == 5


@pytest.mark.parametrize(("stated", "state"), [(6, "open"), (5, "equal"), (4, "differs")])
def test_a_register_that_begins_in_the_window_may_lack_dossiers(
    pack: Pack, tmp_path: Path, stated: int, state: str
) -> None:
    found = held(pack, tmp_path, {"dossiers.received": stated}, [row for row in ROWS if row not in (A6, A0)])
    _, claim = only(found)
    assert (claim.state, claim.open_reason) == (state, "partial" if state == "open" else None)
    # Where the report itself has as many as the register there is none to lack.
    expected = [] if state == "equal" else [("starts_late", "2025-03-17")]
    assert [(note.id, note.about) for note in found.notes] == expected


def test_a_register_that_ends_before_the_cut_off_is_said(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"dossiers.new": 5}, [row for row in ROWS if row != A9])
    assert [(note.id, note.about) for note in found.notes] == [("ends_early", "2025-04-10")]


@pytest.mark.parametrize(
    ("stated", "states"),
    [
        # What was received until the export was received: more may have come, fewer cannot be.
        ({"dossiers.new": 6}, ["open"]), ({"dossiers.new": 4}, ["differs"]),
        # What was pending then may have ended since.
        ({"dossiers.pending": 1, "dossiers.resolved": 6, "dossiers.pending_overdue": 0}, ["open", "open", "open"]),
    ],
)  # fmt: skip
def test_what_a_register_exported_too_early_cannot_tell_is_left_open(
    pack: Pack, tmp_path: Path, stated: dict[str, float], states: list[str]
) -> None:
    found = held(pack, tmp_path, stated, [row for row in ROWS if row != A9])
    claims = {one.figure: one.claims[0] for one in found.figures}
    assert [claims[name].state for name in stated] == states
    assert {one.open_reason for one in claims.values() if one.state == "open"} <= {"partial"}


def test_a_quiet_weekend_before_the_cut_off_is_no_early_export(pack: Pack, tmp_path: Path) -> None:
    # Saturday 12/4 and Sunday 13/4 follow Friday 11/4; Monday 14/4 is the last day of the window.
    rows = [row for row in ROWS if row != A9]
    for day, notes in (("11", ["ends_early"]), ("14", [])):
        found = held(pack, tmp_path, {"dossiers.new": 6}, [*rows, A9.replace("16/04", f"{day}/04")])
        assert [note.id for note in found.notes] == notes
    weekend = Window(date(2025, 3, 15), date(2025, 4, 13))
    with opened(tmp_path, [*rows, A9.replace("16/04", "11/04")]) as register:
        found = hold(
            register, ToHold("r", report({"dossiers.new": 6}).report, weekend, lawful=False), pack, HoldOptions()
        )
    assert [note.id for note in found.notes] == []


@pytest.mark.parametrize(("stated", "state"), [(7, "open"), (5, "differs")])
def test_a_register_that_begins_shortly_before_the_window_may_lack_older_dossiers(
    pack: Pack, tmp_path: Path, stated: int, state: str
) -> None:
    rows = [row for row in ROWS if row != A0]
    found = held(pack, tmp_path, {"dossiers.received": stated, "dossiers.new": 6}, rows)
    claims = {one.figure: one.claims[0] for one in found.figures}
    assert claims["dossiers.received"].state == state
    assert claims["dossiers.new"].state == "differs", "older dossiers are none of these"
    assert [(note.id, note.about) for note in found.notes] == [("starts_near", "2025-03-10")]


def test_a_register_with_as_many_dossiers_as_the_report_lacks_none(pack: Pack, tmp_path: Path) -> None:
    rows = [row for row in ROWS if row != A0]
    found = held(pack, tmp_path, {"dossiers.received": 6, "dossiers.resolved": 5}, rows)
    assert [one.claims[0].state for one in found.figures] == ["equal", "differs"]
    assert found.notes == ()


def test_a_unit_written_in_two_ways_is_one(pack: Pack, tmp_path: Path) -> None:
    rows = [row.replace("Sở X", "SỞ  x") if row.startswith(("A2", "A4")) else row for row in ROWS]
    other = A1.replace("A1", "B1").replace("Sở X", "Sở Y")
    found = held(pack, tmp_path, RIGHT, [*rows, other])
    assert {one.claims[0].state for one in found.figures} == {"equal"}


def test_a_register_of_a_unit_with_another_name_is_said(pack: Pack, tmp_path: Path) -> None:
    found = held(pack, tmp_path, {"dossiers.new": 5}, unit="Sở Z")
    assert [(note.id, note.about) for note in found.notes] == [("other_unit", "Sở X")]


def test_all_dossiers_are_counted_however_few_are_listed(pack: Pack, tmp_path: Path) -> None:
    said = report({"dossiers.new_online": 5, "dossiers.resolved_late": 0, "dossiers.resolved_early": 0})
    with opened(tmp_path) as register:
        some, every = (hold(register, said, pack, HoldOptions(shown=n)).dossier_sets for n in (1, None))
    assert [(one.number, codes(one)) for one in some] == [(3, ["A3"]), (2, ["A1"]), (1, ["A3"])]
    assert [(one.number, codes(one)) for one in every] == [(3, ["A3", "A4", "A5"]), (2, ["A1", "A6"]), (1, ["A3"])]


def test_a_set_too_small_for_what_the_report_says_is_not_shown(pack: Pack, tmp_path: Path) -> None:
    # All six that there are would not make seven resolved.
    _, claim = only(held(pack, tmp_path, {"dossiers.resolved": 7}))
    assert (claim.state, claim.dossiers) == ("differs", None)


def test_a_report_with_nothing_to_compare_is_refused(pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="không có gì để đối chiếu"):
        held(pack, tmp_path, {"organization.staff_total": 181})


def test_a_register_of_other_days_is_refused_and_not_held_against_the_report(pack: Pack, tmp_path: Path) -> None:
    old = [row.replace("/2025", "/2023") for row in (A1, A2, A3)]
    with pytest.raises(UsageError, match="không có hồ sơ nào phải giải quyết từ 15/3/2025 đến 14/4/2025"):
        held(pack, tmp_path, {"dossiers.new": 5}, old)


def test_the_window_is_the_reports_own_unless_it_is_given(pack: Pack) -> None:
    seed = SAMPLES / "seed-2025-04.yaml"
    assert open_to_hold(seed, pack, Hints(), None).window == WINDOW
    given = Window(date(2025, 4, 1), date(2025, 4, 30))
    assert open_to_hold(seed, pack, Hints(), given).window == given


def test_without_a_window_of_its_own_the_lawful_one_is_taken_and_said(pack: Pack, tmp_path: Path) -> None:
    file = tmp_path / "bao-cao.yaml"
    file.write_text(
        "unit: Sở X\nlevel: department\nprovince: Hà Nam\nperiod: {kind: month, year: 2025, number: 4}\n"
        "figures: {dossiers.new: 5}\n",
        encoding="utf-8",
    )
    said = open_to_hold(file, pack, Hints(), None)
    assert (said.window, said.lawful) == (WINDOW, True)
    with opened(tmp_path) as register:
        assert [note.id for note in hold(register, said, pack, HoldOptions()).notes] == ["lawful_window"]


def test_dossiers_of_a_channel_are_found_with_their_state(tmp_path: Path) -> None:
    late = A3.replace("27/03/2025 10:00", "20/04/2025 10:00").replace("A3", "A8")
    with opened(tmp_path, [*ROWS, late]) as register:
        found = look_up(register, "direct", WINDOW)
    assert {one.code: one.state for one in found.dossiers} == {
        "A3": "dossiers.resolved_late",
        "A5": "dossiers.pending_overdue",
        "A6": "dossiers.resolved_early",
        "A8": "dossiers.pending_overdue",
    }
    # What happened after the cut-off is not known at it.
    assert [one.finished for one in found.dossiers if one.code == "A8"] == [None]
    assert [(p.procedure, p.new, p.carried_over) for p in found.procedures] == [("P2", 3, 0), ("P3", 0, 1)]


def test_dossiers_that_may_have_come_by_a_portal_are_told_apart(tmp_path: Path) -> None:
    rows = [A1, A2.replace("Cổng DVC tỉnh", "Trực tuyến"), A3.replace("Trực tiếp", ""), A4, A5, A6]
    with opened(tmp_path, rows) as register:
        found = look_up(register, "national_portal", WINDOW)
        desk = look_up(register, "direct", WINDOW)
    assert ([one.code for one in found.dossiers], found.maybe) == (["A1"], 2)
    assert ([one.code for one in desk.dossiers], desk.maybe) == (["A5", "A6"], 1)


def test_a_register_without_channels_cannot_be_looked_up_by_one(tmp_path: Path) -> None:
    rows = [",".join(cell for n, cell in enumerate(row.split(",")) if n != 4) for row in ROWS]
    with (
        opened(tmp_path, rows, HEADINGS.replace("Hình thức nộp,", "")) as register,
        pytest.raises(UsageError, match="không có cột"),
    ):
        look_up(register, "national_portal", WINDOW)


def test_wider_sets_are_wider_and_every_name_is_one_a_register_gives(pack: Pack) -> None:
    table = register_against(pack.root, pack.figures)
    mapping = read_mapping(SAMPLES / "register-2025-04.columns")
    with open_register([SAMPLES / "register-2025-04.csv"], ROOT, mapping) as register:
        given = register.figures(WINDOW).whole.figures
        for figure, entry in table.figures.items():
            names = {name for spec in entry.readings for name in ([spec] if isinstance(spec, str) else spec)}
            # Services on offer are in no register of dossiers.
            assert {*names, *entry.near, *filter(None, [entry.within])} - {"digital.services_total"} <= set(given), (
                figure
            )
            if entry.within and figure in given:
                assert register.difference(figure, entry.within, WINDOW) == [], figure
                assert given[figure].low <= given[entry.within].low, figure  # type: ignore[operator]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("figures: {dossiers.nw: {}}", "dossiers.nw"),
        ("figures: {dossiers.new: {near: [dossiers.olnine]}}", "dossiers.olnine"),
        ("figures: {dossiers.new: {within: dossiers.resolved}, dossiers.resolved: {within: dossiers.new}}", "đi vòng"),
        ("figures: {}\nnot_in_register: [dossiers.x]", "dossiers.x"),
        ("figures: {dossiers.new: {nera: []}}", "nera"),
    ],
)
def test_a_fault_in_the_table_is_the_authors_and_named(pack: Pack, tmp_path: Path, wrong: str, told: str) -> None:
    (tmp_path / "rules/register").mkdir(parents=True)
    (tmp_path / "rules/register/against.yaml").write_text(f"# thử\n{wrong}\n", encoding="utf-8")
    with pytest.raises(ContentError, match=rf"rules/register/against\.yaml:\d+: .*{told}"):
        register_against(tmp_path, pack.figures)


def test_working_days_are_counted_where_dossiers_are_listed_too(pack: Pack, tmp_path: Path) -> None:
    # Due 24/3, a Monday; two working days of waiting (20 and 21/3) move it to 26/3, past the end on 25/3.
    waited = HEADINGS + ",Ngày yêu cầu bổ sung,Ngày bổ sung"
    late = A1.replace("20/03/2025 10:00", "25/03/2025 10:00")
    rows = [f"{late},20/03/2025 08:00,22/03/2025 08:00", *(f"{row},," for row in ROWS[1:])]
    with opened(tmp_path, rows, waited, options=RegisterOptions(working_days=True)) as register:
        found = hold(register, report({"dossiers.resolved_early": 3, "dossiers.resolved_late": 1}), pack, HoldOptions())
        states = {one.code: one.state for one in look_up(register, "national_portal", WINDOW).dossiers}
    assert {one.figure: one.claims[0].state for one in found.figures} == {
        "dossiers.resolved_early": "differs",
        "dossiers.resolved_late": "equal",
    }
    assert codes(found.dossier_sets[0]) == ["A2"]
    assert states == {"A1": "dossiers.resolved_early"}
