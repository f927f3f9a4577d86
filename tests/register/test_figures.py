"""Every figure of a small register, worked out by hand from the definitions."""

import unicodedata
from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.register.small import APRIL, HEADINGS, counted, ends, listed, written

from cchc.model.errors import UsageError
from cchc.model.register import Note, Recounted
from cchc.register.register import open_register

ALL = tuple(column for column in HEADINGS if not column.startswith("supplement2"))
ROWS = [
    # Carried over, resolved early with a result sent by post, rated.
    {"code": "A", "unit": "Xã 1", "procedure": "P1", "service_level": "Toàn trình", "channel": "Cổng DVC quốc gia",
     "received": "28/3/2025 08:00", "due": "8/4/2025", "finished": "2/4/2025 08:00", "outcome": "Đã trả kết quả",
     "digitized_parts": "Có", "reused_parts": "Có", "digitized_result": "Có", "fee": "0", "paid_online": "",
     "result_channel": "Bưu chính", "satisfaction": "Hài lòng"},
    # New on line, resolved on time, fee paid on line, result not digitized.
    {"code": "B", "unit": "Xã 1", "procedure": "P1", "service_level": "Toàn trình", "channel": "Cổng DVC quốc gia",
     "received": "1/4/2025 08:00", "due": "3/4/2025", "finished": "3/4/2025 20:00", "outcome": "",
     "digitized_parts": "Có", "reused_parts": "Không", "digitized_result": "Không", "fee": "20.000", "paid_online": "x",
     "result_channel": "Trực tuyến", "satisfaction": "Không hài lòng"},
    # New on line through the other portal, partly on line, resolved late, fee not paid on line.
    {"code": "C", "unit": "Xã 1", "procedure": "P2", "service_level": "Một phần", "channel": "Cổng DVC tỉnh",
     "received": "1/4/2025 08:00", "due": "3/4/2025", "finished": "4/4/2025 08:00", "outcome": "Đã trả kết quả",
     "digitized_parts": "Không", "reused_parts": "Không", "digitized_result": "Có", "fee": "150000 đồng",
     "paid_online": "Chưa", "result_channel": "Trực tiếp"},
    # New by post, returned.
    {"code": "D", "unit": "Xã 2", "procedure": "P3", "service_level": "Cung cấp thông tin", "channel": "Bưu chính",
     "received": "2/4/2025 08:00", "due": "20/4/2025", "finished": "4/4/2025 08:00", "outcome": "Trả lại",
     "digitized_parts": "Không", "reused_parts": "Không", "fee": "Miễn phí", "paid_online": "Không",
     "result_channel": "Bưu chính"},
    # New in person, withdrawn.
    {"code": "E", "unit": "Xã 2", "procedure": "P3", "service_level": "Cung cấp thông tin", "channel": "Trực tiếp",
     "received": "2/4/2025 08:00", "due": "20/4/2025", "finished": "5/4/2025 08:00", "outcome": "Công dân rút",
     "digitized_parts": "Không", "reused_parts": "Không", "fee": "0", "paid_online": "Không"},
    # New, pending, waiting for a supplement.
    {"code": "F", "unit": "Xã 2", "procedure": "P3", "service_level": "Cung cấp thông tin", "channel": "Trực tiếp",
     "received": "2/4/2025 08:00", "due": "20/4/2025", "supplement_asked": "10/4/2025 09:00",
     "digitized_parts": "Có", "reused_parts": "Không", "fee": "0", "paid_online": "Không"},
    # New, pending, overdue; what is not known: its channel, level, procedure, fee and whether it was digitized.
    {"code": "G", "unit": "Xã 2", "received": "2/4/2025 08:00", "due": "20/4/2025"},
    # Nothing to do with April.
    {"code": "H", "unit": "Xã 3", "procedure": "P9", "channel": "Trực tiếp", "received": "1/5/2025 08:00"},
]  # fmt: skip

EXPECTED: dict[str, float | tuple[float, float]] = {
    "dossiers.received": 7,  # A to G
    "dossiers.carried_over": 1,
    "dossiers.new": 6,
    "dossiers.new_online": (2, 3),  # B, C, perhaps G
    "dossiers.new_direct_postal": (3, 4),  # D, E, F, perhaps G
    "dossiers.resolved": 5,  # A to E
    "dossiers.resolved_early": 3,  # A, D, E
    "dossiers.resolved_on_time": 1,  # B
    "dossiers.resolved_early_or_on_time": 4,
    "dossiers.resolved_late": 1,  # C
    "dossiers.pending": 2,
    "dossiers.pending_in_time": 1,  # F: the clock stands still
    "dossiers.pending_overdue": 1,  # G
    "dossiers.supplement": 1,
    "dossiers.returned": 1,
    "dossiers.withdrawn": 1,
    "register.undated_resolved": 0,
    "register.undated_pending": 0,
    "dossiers.online_processed": (2, 3),
    "digital.full_dossiers": (1, 2),
    "digital.online_dossiers": 3,  # A, B, C
    "digital.services_with_dossier": (2, 3),  # P1, P2, perhaps that of G
    "procedures.with_dossier": (3, 4),  # P1, P2, P3, perhaps a fourth
    "digital.national_portal_procedures": (1, 2),
    "register.national_portal_dossiers": (1, 2),
    "register.provincial_portal_dossiers": (1, 2),
    "digital.postal_received": (1, 2),  # D
    "digital.postal_returned": 1,  # A; D was returned without a result
    "digital.fee_dossiers": (2, 3),  # B, C
    "digital.fee_dossiers_online": (1, 2),  # B
    "digital.fee_procedures_online": (1, 2),
    "digital.satisfaction_forms": 2,  # A, B
    "digital.satisfaction_rate": 50,
    "digitization.in_total": 6,
    "digitization.in_digitized": (2, 3),  # B, F
    "digitization.in_reused": (0, 1),
    "digitization.out_total": 3,  # A, B, C
    "digitization.out_digitized": 2,  # A, C
    "sq.dossiers": 7,
    "sq.dossiers_on_time": 5,
    "sq.dossiers_overdue": 2,
    "sq.received": 6,
    "sq.received_online": (2, 3),
    "sq.with_fee": (2, 3),
    "sq.paid_online": (1, 2),
    "sq.digitization_base": 3,
    "sq.electronic_results": 2,
    "sq.digitized": (2, 3),
    "sq.reused": (0, 1),
    "sq.rated": 2,
    "sq.satisfied": 1,
    "sq.processing_days": 3.5,  # A 5 days, B 2.5, C 3: 10.5 / 3
}


def test_every_figure_is_as_counted_by_hand(tmp_path: Path) -> None:
    recount = counted(written(tmp_path, ROWS, ALL))
    found = {name: (one.low, one.high) for name, one in recount.whole.figures.items()}
    assert found == {name: one if isinstance(one, tuple) else (one, one) for name, one in EXPECTED.items()}
    assert (recount.counts.rows, recount.counts.rejected) == (8, {})


def test_groups_are_counted_as_the_whole_is(tmp_path: Path) -> None:
    recount = counted(written(tmp_path, ROWS, ALL))
    found = {
        (g.by, g.name): [g.figures[f"dossiers.{n}"].value for n in ("received", "new", "pending")]
        for g in recount.groups
    }
    assert found == {
        (None, ""): [7, 6, 2],
        ("unit", "Xã 1"): [3, 2, 0],
        ("unit", "Xã 2"): [4, 4, 2],
        ("procedure", ""): [1, 1, 1],
        ("procedure", "P1"): [2, 1, 0],
        ("procedure", "P2"): [1, 1, 0],
        ("procedure", "P3"): [3, 3, 1],
        ("channel", ""): [1, 1, 1],
        ("channel", "direct"): [2, 2, 1],
        ("channel", "national_portal"): [2, 1, 0],
        ("channel", "post"): [1, 1, 0],
        ("channel", "provincial_portal"): [1, 1, 0],
    }
    units = {g.name: g.figures for g in recount.groups if g.by == "unit"}
    assert units["Xã 1"]["dossiers.new_online"] == Recounted("dossiers.new_online", 2, 2)
    assert units["Xã 2"]["procedures.with_dossier"] == Recounted("procedures.with_dossier", 1, 2)
    assert units["Xã 2"]["digital.satisfaction_rate"] == Recounted("digital.satisfaction_rate", None, None)


def test_returned_and_withdrawn_apart_are_not_among_the_resolved(tmp_path: Path) -> None:
    recount = counted(written(tmp_path, ROWS, ALL), returned_apart=True)
    expected = {
        "dossiers.received": 7,
        "dossiers.resolved": 3,
        "dossiers.resolved_early": 1,
        "dossiers.pending": 2,
        "dossiers.returned": 1,
        "dossiers.withdrawn": 1,
        "sq.dossiers": 5,
    }
    assert {name: recount.whole.figures[name].value for name in expected} == expected


def test_procedures_that_only_notify_are_counted_both_ways(tmp_path: Path) -> None:
    recount = counted(written(tmp_path, ROWS, ALL), said={"notification_only": ("P3", "P2")})
    assert ends(recount, "digitization.in_total") == (6, 6)
    assert ends(recount, "digitization.excluded_dossiers") == (4, 5)  # C, D, E, F, perhaps G
    assert ends(recount, "register.in_total_without_notices") == (1, 2)  # B, perhaps G
    assert ends(recount, "register.in_digitized_without_notices") == (1, 2)
    assert ends(recount, "register.in_reused_without_notices") == (0, 1)
    assert ends(recount, "register.out_total_without_notices") == (2, 2)  # A, B
    assert ends(recount, "register.out_digitized_without_notices") == (1, 1)  # A


@pytest.mark.parametrize(
    ("gone", "figures"),
    [
        (
            "channel",
            {"dossiers.new_online", "dossiers.new_direct_postal", "digital.postal_received", "sq.received_online"},
        ),
        (
            "due",
            {"dossiers.resolved_early", "dossiers.resolved_late", "dossiers.pending_overdue", "sq.dossiers_overdue"},
        ),
        ("outcome", {"dossiers.returned", "dossiers.withdrawn", "digitization.out_total", "sq.processing_days"}),
        ("satisfaction", {"digital.satisfaction_forms", "digital.satisfaction_rate", "sq.rated", "sq.satisfied"}),
        ("procedure", {"procedures.with_dossier"}),
        ("fee", {"digital.fee_dossiers", "sq.with_fee"}),
        ("digitized_parts", {"digitization.in_digitized", "sq.digitized"}),
    ],
)
def test_a_figure_whose_column_is_missing_says_so_and_is_never_0(tmp_path: Path, gone: str, figures: set[str]) -> None:
    recount = counted(written(tmp_path, ROWS, [column for column in ALL if column != gone]))
    for name in figures:
        assert recount.whole.figures[name] == Recounted(name, None, None, gone)
    assert ends(recount, "dossiers.received") == (7, 7)


def test_on_line_without_saying_which_portal_is_on_line(tmp_path: Path) -> None:
    row = {"code": "A", "channel": "Trực tuyến", "received": "2/4/2025"}
    recount = counted(written(tmp_path, [row], ("code", "channel", "received", "finished")))
    assert ends(recount, "dossiers.new_online") == (1, 1)
    assert ends(recount, "dossiers.new_direct_postal") == ends(recount, "digital.postal_received") == (0, 0)
    assert ends(recount, "register.national_portal_dossiers") == (0, 1)


def test_the_dossiers_behind_a_figure_are_those_that_were_counted(tmp_path: Path) -> None:
    path = written(tmp_path, ROWS, ALL)
    found = listed(path, "dossiers.new_online")
    assert [(one.code, one.line, one.sure) for one in found] == [("B", 3, True), ("C", 4, True), ("G", 8, False)]
    with open_register([path], ROOT) as register:
        in_unit = register.dossiers("dossiers.new", APRIL, ("unit", "Xã 2"), limit=2)
        blank = register.dossiers("dossiers.new", APRIL, ("channel", ""))
        apart = register.difference("dossiers.resolved", "dossiers.resolved_early", APRIL)
        with pytest.raises(UsageError, match=r"không cho số liệu 'dossiers\.nothing'"):
            register.dossiers("dossiers.nothing", APRIL)
    assert [one.code for one in in_unit] == ["D", "E"]
    assert [one.code for one in blank] == ["G"]
    assert [one.code for one in apart] == ["B", "C"]


def test_every_count_is_the_number_of_its_dossiers(tmp_path: Path) -> None:
    procedures = {"digital.services_with_dossier", "procedures.with_dossier", "digital.national_portal_procedures"}
    others = {*procedures, "digital.fee_procedures_online", "digital.satisfaction_rate", "sq.processing_days"}
    with open_register([written(tmp_path, ROWS, ALL)], ROOT) as register:
        for name, one in register.figures(APRIL).whole.figures.items():
            if name not in others:
                refs = register.dossiers(name, APRIL)
                assert (sum(ref.sure for ref in refs), len(refs)) == (one.low, one.high), name


def test_names_are_one_however_their_letters_are_made(tmp_path: Path) -> None:
    rows = [
        {"code": "A", "unit": unicodedata.normalize("NFD", "Sở Nội vụ"), "procedure": unicodedata.normalize("NFD", "Đất"),
         "received": "2/4/2025"},
        {"code": "B", "unit": "Sở Nội vụ", "procedure": "Đất", "received": "2/4/2025"},
    ]  # fmt: skip
    path = written(tmp_path, rows, ("code", "unit", "procedure", "received", "finished"))
    recount = counted(path, said={"notification_only": ("Đất", "Nước")})
    assert [(g.by, g.name, g.figures["dossiers.new"].value) for g in recount.groups[1:]] == [
        ("unit", "Sở Nội vụ", 2), ("procedure", "Đất", 2), ("channel", "", 2),
    ]  # fmt: skip
    assert ends(recount, "digitization.excluded_dossiers") == (2, 2)
    assert recount.counts.notes[-1] == Note("unknown_procedure", {"procedure": "Nước"})
