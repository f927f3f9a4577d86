"""What must hold of every register: order and files do not matter, groups make up the whole, ranges are ranges."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT
from tests.register.small import APRIL, written

from cchc.model.register import AXES, GroupFigures
from cchc.register.register import open_register

_FORM = "%d/%m/%Y %H:%M"
_CHOICES = {
    "unit": ["", "Xã 1", "Xã 2"],
    "procedure": ["", "P1", "P2", "P3"],
    "service_level": ["", "Toàn trình", "Một phần", "Cung cấp thông tin"],
    "channel": ["", "Trực tiếp", "Bưu chính", "Cổng DVC tỉnh", "Cổng DVC quốc gia", "Trực tuyến"],
    "outcome": ["", "Đã trả kết quả", "Trả lại", "Rút"],
    "digitized_parts": ["", "Có", "Không"],
    "fee": ["", "0", "20.000"],
    "paid_online": ["", "Có", "Không"],
    "satisfaction": ["", "Hài lòng", "Không hài lòng"],
}
_COLUMNS = ("code", "received", "due", "finished", "supplement_asked", "supplement_given", *_CHOICES)
_DISTINCT = {"digital.services_with_dossier", "procedures.with_dossier", "digital.national_portal_procedures",
             "digital.fee_procedures_online"}  # fmt: skip
_MADE = {"digital.satisfaction_rate", "sq.processing_days"}


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, str]]:
    found = []
    for n in range(draw(st.integers(1, 12))):
        received = datetime(2025, 3, 20) + timedelta(minutes=draw(st.integers(0, 60 * 1440)))
        row = {"code": f"H{n}", "received": received.strftime(_FORM)}
        for name, chance in (("due", 0.8), ("finished", 0.6), ("supplement_asked", 0.3)):
            if draw(st.floats(0, 1)) < chance:
                row[name] = (received + timedelta(minutes=draw(st.integers(0, 30 * 1440)))).strftime(_FORM)
        if "supplement_asked" in row and draw(st.booleans()):
            asked = datetime.strptime(row["supplement_asked"], _FORM)
            row["supplement_given"] = (asked + timedelta(minutes=draw(st.integers(0, 9 * 1440)))).strftime(_FORM)
        row |= {name: draw(st.sampled_from(choices)) for name, choices in _CHOICES.items()}
        found.append(row)
    return found


def groups(*parts: list[dict[str, str]]) -> dict[tuple[str | None, str], GroupFigures]:
    """Return the groups of a register whose rows stand in one file for each part."""
    with TemporaryDirectory() as folder:
        paths = []
        for n, part in enumerate(parts):
            (Path(folder) / str(n)).mkdir()
            paths.append(written(Path(folder) / str(n), part, _COLUMNS))
        with open_register(paths, ROOT) as register:
            return {(group.by, group.name): group for group in register.figures(APRIL, AXES).groups}


@settings(max_examples=12, deadline=None)
@given(rows(), st.randoms(use_true_random=False))
def test_order_and_files_change_nothing(register: list[dict[str, str]], random: object) -> None:
    mixed = list(register)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    half = len(mixed) // 2
    assert groups(register) == groups(mixed[:half], mixed[half:]) if half else groups(mixed)


@settings(max_examples=12, deadline=None)
@given(rows())
def test_groups_make_up_the_whole_and_parts_the_sum(register: list[dict[str, str]]) -> None:
    found = groups(register)
    whole = found[None, ""].figures
    for axis in AXES:
        each = [group.figures for (by, _), group in found.items() if by == axis]
        for name, one in whole.items():
            if name not in _DISTINCT | _MADE and one.low is not None:
                assert sum(figures[name].low or 0 for figures in each) == one.low, name
                assert sum(figures[name].high or 0 for figures in each) == one.high, name
    for group in found.values():
        figure = {name: one for name, one in group.figures.items() if one.low is not None}
        value = {name: one.value for name, one in figure.items()}
        assert all((one.low or 0) <= (one.high or 0) for one in figure.values())
        assert value["dossiers.received"] == sum(value[f"dossiers.{n}"] or 0 for n in ("new", "carried_over"))
        assert value["dossiers.received"] == sum(value[f"dossiers.{n}"] or 0 for n in ("resolved", "pending"))
        # A dossier without a due date is in exactly one of three ranges of the resolved, or of two of the pending.
        undated = value["register.undated_resolved"] or 0
        resolved = [figure[f"dossiers.resolved_{n}"] for n in ("early", "on_time", "late")]
        assert sum(one.low or 0 for one in resolved) + undated == value["dossiers.resolved"]
        assert sum(one.high or 0 for one in resolved) - 2 * undated == value["dossiers.resolved"]
