"""Two hundred random registers, full of edge cases: every figure is what the plain computation says, whole and by group."""

import csv
import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import pandas as pd
import pytest
from tests.conftest import ROOT
from tests.register.oracle import Dossier, Moment, Range, Rules, figures

from cchc.model.register import AXES, Window
from cchc.register.mapping import Mapping
from cchc.register.options import RegisterOptions
from cchc.register.register import open_register

Value = TypeVar("Value")
REGISTERS = 200
WINDOWS = (
    (date(2025, 4, 1), date(2025, 4, 30)), (date(2025, 3, 15), date(2025, 4, 14)), (date(2025, 1, 1), date(2025, 1, 31)),
    (date(2024, 2, 1), date(2024, 2, 29)), (date(2024, 12, 15), date(2025, 1, 14)),
)  # fmt: skip
HOLIDAYS = (date(2025, 4, 7), date(2025, 4, 30), date(2025, 1, 1), date(2024, 2, 9))
MOMENTS = (
    "received",
    "due",
    "finished",
    "supplement_asked",
    "supplement_given",
    "supplement2_asked",
    "supplement2_given",
)
OPTIONAL = (
    "unit", "procedure", "service_level", "channel", "due", "outcome", "digitized_parts", "reused_parts",
    "digitized_result", "fee", "paid_online", "result_channel", "satisfaction",
)  # fmt: skip
VIETNAM = timezone(timedelta(hours=7))


class Maker:
    """Makes dossiers whose moments fall on and around the edges of a window."""

    def __init__(self, seed: int) -> None:
        self.choose = random.Random(seed)
        first, last = self.choose.choice(WINDOWS)
        missing = self.choose.sample(OPTIONAL, self.choose.choice([0, 0, 0, 1, 3]))
        waits = self.choose.random() < 0.7
        self.rules = Rules(
            first, last,
            working_days=self.choose.random() < 0.4,
            holidays=HOLIDAYS if self.choose.random() < 0.5 else (),
            due_includes_supplements=self.choose.random() < 0.25,
            no_due_in_time=self.choose.random() < 0.25,
            returned_apart=self.choose.random() < 0.3,
            notification_only=("TB1", "TB2") if self.choose.random() < 0.5 else (),
            missing=frozenset([*missing, *([] if waits else ["supplement_asked"])]),
        )  # fmt: skip
        self.blanks = self.choose.choice([0.0, 0.1, 0.4])
        edges = (self.rules.start, self.rules.cut_off)
        self.minutes = [edge + timedelta(minutes=n) for edge in edges for n in (-1440, -61, -1, 0, 1, 59, 420, 1440)]

    def dossiers(self) -> list[Dossier]:
        return [self.dossier(n) for n in range(self.choose.randint(15, 45))]

    def minute(self) -> datetime:
        if self.choose.random() < 0.35:
            return self.choose.choice(self.minutes)
        length = int((self.rules.cut_off - self.rules.start).total_seconds() // 60)
        return self.rules.start + timedelta(minutes=self.choose.randint(-length, length + 3000))

    def after(self, earliest: datetime) -> datetime:
        """A minute from another one on: the same, a working day later, near an edge, or some days on."""
        later = [m for m in self.minutes if m >= earliest]
        steps = (0, 1, 30, 480, 1440, 2880, 7200, self.choose.randint(0, 30_000))
        return self.choose.choice([earliest + timedelta(minutes=self.choose.choice(steps)), *later[:2]])

    def known(self, value: Value) -> Value | None:
        return None if self.choose.random() < self.blanks else value

    def dossier(self, n: int) -> Dossier:
        choose, gone = self.choose, self.rules.missing
        received = Moment(self.minute(), choose.random() < 0.85)
        due = Moment(self.after(received.ends), choose.random() < 0.6)
        finished = Moment(self.after(received.ends), choose.random() < 0.85) if choose.random() < 0.7 else None
        if finished and choose.random() < 0.2:
            due = (
                Moment(finished.begins + timedelta(minutes=choose.choice([0, 0, 1, -1])))
                if finished.begins > received.ends + timedelta(minutes=1)
                else due
            )
        yes_no = [choose.choice([True, False]) for _ in range(4)]
        return Dossier(
            code=f"H{n:03}",
            received=received,
            finished=finished,
            due=None if "due" in gone else self.known(due),
            unit="" if "unit" in gone else choose.choice(["Sở A", "Sở B", ""]),
            procedure="" if "procedure" in gone else self.known(choose.choice(["T1", "T2", "T3", "TB1"])) or "",
            service_level=None if "service_level" in gone else self.known(choose.choice(["full", "partial", "information"])),
            channel=None if "channel" in gone else self.known(choose.choice(["direct", "post", "provincial_portal", "national_portal", "online"])),
            outcome=None if "outcome" in gone or not finished else choose.choice([None, "result", "result", "returned", "withdrawn"]),
            waits=() if "supplement_asked" in gone else self.waits(received),
            digitized_parts=None if "digitized_parts" in gone else self.known(yes_no[0]),
            reused_parts=None if "reused_parts" in gone else self.known(yes_no[1]),
            digitized_result=None if "digitized_result" in gone else self.known(yes_no[2]),
            fee=None if "fee" in gone else self.known(choose.choice([0, 50_000])),
            paid_online=None if "paid_online" in gone else self.known(yes_no[3]),
            result_channel=None if "result_channel" in gone else self.known(choose.choice(["direct", "post", "online"])),
            satisfaction=None if "satisfaction" in gone else self.known(choose.choice(["satisfied", "not_satisfied"])),
        )  # fmt: skip

    def waits(self, received: Moment) -> tuple[tuple[Moment, Moment | None], ...]:
        found: list[tuple[Moment, Moment | None]] = []
        earliest = received.ends
        for _ in range(self.choose.choice([0, 0, 0, 1, 1, 2])):
            asked = Moment(self.after(earliest))
            given = Moment(self.after(asked.begins), self.choose.random() < 0.9) if self.choose.random() < 0.8 else None
            if given and not given.timed and given.begins < asked.begins:
                given = Moment(given.begins + timedelta(days=1), timed=False)
            found.append((asked, given))
            if given is None:
                break
            earliest = given.ends
        return tuple(found)


def cells_of(dossier: Dossier, styles: dict[str, str], choose: random.Random) -> dict[str, str]:
    """The row of a dossier as the register has it."""
    waits = [*dossier.waits, (None, None), (None, None)][:2]
    moments = (dossier.received, dossier.due, dossier.finished, *(moment for wait in waits for moment in wait))
    words = {None: "", True: "Có", False: "Không"}
    return {
        "code": dossier.code, "unit": dossier.unit, "procedure": dossier.procedure,
        "service_level": {None: "", "full": "Toàn trình", "partial": "Một phần", "information": "Cung cấp thông tin"}[dossier.service_level],
        "channel": {None: "", "direct": "Trực tiếp", "post": "Bưu chính", "provincial_portal": "Cổng DVC tỉnh", "national_portal": "Cổng DVC quốc gia",
                    "online": "Trực tuyến"}[dossier.channel],
        "outcome": {None: "", "result": "Đã trả kết quả", "returned": "Trả lại", "withdrawn": "Rút"}[dossier.outcome],
        **{name: printed(moment, styles[name], choose) for name, moment in zip(MOMENTS, moments, strict=True)},
        "digitized_parts": words[dossier.digitized_parts], "reused_parts": words[dossier.reused_parts],
        "digitized_result": words[dossier.digitized_result], "paid_online": words[dossier.paid_online],
        "fee": "" if dossier.fee is None else str(dossier.fee),
        "result_channel": {None: "", "direct": "Trực tiếp", "post": "Bưu chính", "online": "Trực tuyến"}[dossier.result_channel],
        "satisfaction": {None: "", "satisfied": "Hài lòng", "not_satisfied": "Không hài lòng"}[dossier.satisfaction],
    }  # fmt: skip


def printed(moment: Moment | None, style: str, choose: random.Random) -> str:
    """A moment as one of the ways in which systems write it; seconds are there and say nothing."""
    if moment is None:
        return ""
    second = choose.choice([0, 0, 1, 59])
    at = moment.begins.replace(second=second)
    if style == "day first":
        return (
            at.strftime("%d/%m/%Y %H:%M:%S" if second else "%d/%m/%Y %H:%M")
            if moment.timed
            else at.strftime("%d/%m/%Y")
        )
    if not moment.timed:
        return at.strftime("%Y-%m-%d")
    if style == "utc":
        return at.replace(tzinfo=VIETNAM).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if style == "offset":
        return at.isoformat() + "+07:00"
    return at.strftime("%Y-%m-%d %H:%M:%S")


def written(folder: Path, maker: Maker, dossiers: Sequence[Dossier], form: str) -> tuple[Path, list[str]]:
    styles = {name: maker.choose.choice(["day first", "iso", "utc", "offset"]) for name in MOMENTS}
    gone = {
        *maker.rules.missing,
        *(
            [name for name in MOMENTS if name.startswith("supplement")]
            if "supplement_asked" in maker.rules.missing
            else []
        ),
    }
    rows = [cells_of(dossier, styles, maker.choose) for dossier in dossiers]
    columns = [name for name in rows[0] if name not in gone]
    maker.choose.shuffle(columns)
    path = folder / f"so.{form}"
    if form == "parquet":
        pd.DataFrame([{name: row[name] or None for name in columns} for row in rows], dtype="string").to_parquet(path)
        return path, columns
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=maker.choose.choice(",;\t"), extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path, columns


def same(found: Range, expected: Range, name: str) -> bool:
    if None in expected or None in found:
        return found == expected
    # A mean of days is given with two decimals; shares are compared up to binary noise.
    allowed = 0.005 + 1e-9 if name == "sq.processing_days" else 1e-9
    return all(abs(a - b) <= allowed for a, b in zip(found, expected, strict=True) if a is not None and b is not None)


@pytest.mark.parametrize("tens", range(0, REGISTERS, 10))
def test_every_figure_is_that_of_the_plain_computation(tens: int, tmp_path: Path) -> None:
    for seed in range(tens, tens + 10):
        compare(seed, tmp_path)


def compare(seed: int, folder: Path) -> None:
    maker = Maker(seed)
    dossiers, rules = maker.dossiers(), maker.rules
    path, columns = written(folder, maker, dossiers, "parquet" if seed % 5 == 4 else "csv")
    mapping = Mapping(
        columns={name: name for name in columns},
        due_includes_supplements=rules.due_includes_supplements,
        no_due="in_time" if rules.no_due_in_time else "unknown",
        notification_only=rules.notification_only,
        holidays=rules.holidays,
    )
    options = RegisterOptions(working_days=rules.working_days, returned_apart=rules.returned_apart)
    window = Window(rules.first, rules.last)
    axes = [axis for axis in AXES if axis in columns]
    with open_register([path], ROOT, mapping, options) as register:
        recount = register.figures(window, axes)
    assert recount.counts.rejected == {}, (seed, path.read_text() if path.suffix == ".csv" else "")
    seen = set()
    for group in recount.groups:
        own = [d for d in dossiers if group.by is None or (getattr(d, group.by) or "") == group.name]
        expected = figures(own, rules)
        assert set(group.figures) == set(expected)
        for name, one in group.figures.items():
            found = one.low, one.high
            assert same(found, expected[name], name), (seed, group.by, group.name, name, found, expected[name])
        seen.add((group.by, group.name))
    here = [d for d in dossiers if figures([d], rules)["dossiers.received"] == (1, 1)]
    assert {(axis, getattr(d, axis) or "") for axis in axes for d in here} <= seen


def test_the_registers_hold_the_edge_cases() -> None:
    """What the comparison is worth: each edge occurs, and in number."""
    made = [(maker.rules, maker.dossiers()) for maker in map(Maker, range(REGISTERS))]
    every = [(rules, d) for rules, dossiers in made for d in dossiers]
    counts = {
        "due at the cut-off": sum(d.due is not None and d.due.begins == r.cut_off for r, d in every),
        "finished in the minute it is due": sum(
            bool(d.due and d.finished and d.due.timed and d.finished.timed and d.due.begins == d.finished.begins)
            for _, d in every
        ),
        "two supplements": sum(len(d.waits) == 2 for _, d in every),
        "still waiting": sum(any(given is None for _, given in d.waits) for _, d in every),
        "received in the first minute": sum(d.received.begins == r.start for r, d in every),
        "received in the last minute": sum(d.received.begins == r.cut_off for r, d in every),
        "finished after the cut-off": sum(bool(d.finished and d.finished.begins > r.cut_off) for r, d in every),
        "a day without time": sum(not d.received.timed for _, d in every),
        "no due date": sum(d.due is None for _, d in every),
        "leap day": sum(d.received.begins.date() == date(2024, 2, 29) for _, d in every),
        "over the new year": sum(
            bool(d.finished and d.received.begins.year < d.finished.begins.year) for _, d in every
        ),
    }
    assert min(counts.values()) >= 10, counts
