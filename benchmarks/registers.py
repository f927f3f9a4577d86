"""Make registers of dossiers as a one-stop system might export them: any length, seeded, no person in them.

python benchmarks/registers.py OUT.parquet --rows 10000000 [--seed 1] [--units 40] [--procedures 1800] [--headings vi]
python benchmarks/registers.py OUT.csv --rows 1000000

What is random, and how:
- dossiers come in on working days of the year, 7:30 to 17:00, more on Mondays; codes count up, `H25.000000001`;
- units and procedures are skewed (Zipf): a tenth of 1,800 procedures has five eighths of the dossiers; one procedure in
  fifty only notifies (`TB...`): the result of its dossiers is not digitized and goes through no channel;
- 55 % come through the provincial portal, 10 % the national one, 25 % in person, 5 % by post, 5 % are blank;
- a deadline of 1, 3, 5, 10, 15 or 20 days at the hour of receipt; 2 % have none; results come after 10 % to 105 % of it,
  so that some 0.8 % are late; 3 % are still being processed whatever the day;
- 4 % wait for supplements once, a tenth of these twice; 3 % are returned, 1 % withdrawn;
- parts are digitized in 90 %, results in 85 %, parts reused in 30 %; half of the
  procedures and of the dossiers have a fee, of which 70 % is paid on line;
- a third is rated, 95 % of these are satisfied; of fees, payments and what is digitized a cell in a
  hundred is blank.

Blocks of rows are seeded by the number of the block: the same seed gives the same register, however much memory there is.
"""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv
from pyarrow import parquet as pq

BLOCK = 131_072
MINUTES_A_DAY = 1_440
HEADINGS = {
    "code": "Mã hồ sơ", "unit": "Đơn vị tiếp nhận", "procedure": "Mã TTHC", "service_level": "Mức độ dịch vụ công",
    "channel": "Kênh tiếp nhận", "received": "Ngày tiếp nhận", "due": "Ngày hẹn trả", "finished": "Ngày trả kết quả",
    "outcome": "Kết quả xử lý", "supplement_asked": "Ngày yêu cầu bổ sung", "supplement_given": "Ngày bổ sung",
    "supplement2_asked": "Ngày yêu cầu bổ sung lần 2", "supplement2_given": "Ngày bổ sung lần 2",
    "digitized_parts": "Số hóa thành phần hồ sơ", "reused_parts": "Tái sử dụng thành phần hồ sơ",
    "digitized_result": "Số hóa kết quả", "fee": "Phí, lệ phí", "paid_online": "Thanh toán trực tuyến",
    "result_channel": "Hình thức trả kết quả", "satisfaction": "Mức độ hài lòng",
}  # fmt: skip
WORDS: Mapping[str, tuple[str, ...]] = {
    "service_level": ("Toàn trình", "Một phần", "Cung cấp thông tin"),
    "channel": ("Trực tiếp", "Bưu chính", "Cổng DVC tỉnh", "Cổng DVC quốc gia"),
    "outcome": ("Đã trả kết quả", "Trả lại", "Rút"),
    "yes_no": ("Không", "Có"),
    "result_channel": ("Trực tiếp", "Bưu chính", "Trực tuyến"),
    "satisfaction": ("Hài lòng", "Không hài lòng"),
}


@dataclass(frozen=True)
class Register:
    """A register to be made: how long, of what year, from how many units and procedures."""

    rows: int
    seed: int = 1
    units: int = 40
    procedures: int = 1_800
    year: int = 2025

    def blocks(self) -> Iterator[pa.RecordBatch]:
        """Yield the register in blocks."""
        for number, start in enumerate(range(0, self.rows, BLOCK)):
            yield self._block(number, start, min(BLOCK, self.rows - start))

    def _block(self, number: int, start: int, size: int) -> pa.RecordBatch:
        rng = np.random.default_rng([self.seed, number])
        procedure = _skewed(rng, self.procedures, size)
        # What a procedure is does not change from dossier to dossier.
        fixed = np.random.default_rng([self.seed, 2**31])
        level = fixed.choice(3, self.procedures, p=[0.45, 0.4, 0.15])[procedure]
        days = fixed.choice([1, 3, 5, 10, 15, 20], self.procedures)[procedure]
        with_fee = (fixed.random(self.procedures) < 0.5)[procedure]
        notice = (np.arange(self.procedures) % 50 == 7)[procedure]
        received = self._received(rng, size)
        moments = _moments(rng, received, days)
        ended = ~np.isnan(moments["finished"])
        outcome = rng.choice(3, size, p=[0.96, 0.03, 0.01])
        result = ended & (outcome == 0) & ~notice
        rated = ended & (rng.random(size) < 1 / 3)
        names = [f"TB{n:05}" if n % 50 == 7 else f"TT{n:05}" for n in range(self.procedures)]
        columns = {
            "code": pa.array([f"H25.{n:09}" for n in range(start + 1, start + size + 1)]),
            "unit": _words([f"Đơn vị {n + 1:03}" for n in range(self.units)], _skewed(rng, self.units, size)),
            "procedure": _words(names, procedure),
            "service_level": _words(WORDS["service_level"], level),
            "channel": _words(WORDS["channel"], rng.choice(5, size, p=[0.25, 0.05, 0.55, 0.10, 0.05]), but=4),
            **{name: _times(minutes) for name, minutes in moments.items()},
            "outcome": _words(WORDS["outcome"], np.where(ended, outcome, 3), but=3),
            "digitized_parts": _yes_no(rng, np.full(size, True), 0.9),
            "reused_parts": _yes_no(rng, np.full(size, True), 0.3),
            "digitized_result": _yes_no(rng, result, 0.85),
            "fee": pa.array(np.where(with_fee, 50_000, 0), mask=rng.random(size) < 0.01),
            "paid_online": _yes_no(rng, with_fee, 0.7),
            "result_channel": _words(
                WORDS["result_channel"], np.where(result, rng.choice(3, size, p=[0.5, 0.1, 0.4]), 3), but=3
            ),
            "satisfaction": _words(
                WORDS["satisfaction"], np.where(rated, rng.random(size) >= 0.95, 2).astype(np.int64), but=2
            ),
        }
        return pa.RecordBatch.from_arrays([columns[name] for name in HEADINGS], list(HEADINGS))

    def _received(self, rng: np.random.Generator, size: int) -> Any:
        """Return minutes since 1970 on working days of the year and its last weeks before."""
        first = np.datetime64(f"{self.year - 1}-12-01", "D")
        every = np.arange(first, np.datetime64(f"{self.year + 1}-01-01", "D"))
        weekday = (every.astype(np.int64) + 3) % 7
        weight = np.where(weekday >= 5, 0.0, np.where(weekday == 0, 1.3, 1.0))
        day = rng.choice(every.astype(np.int64), size, p=weight / weight.sum())
        return day * MINUTES_A_DAY + rng.integers(450, 1_020, size)


def _moments(rng: np.random.Generator, received: Any, days: Any) -> dict[str, Any]:
    """Return all moments in minutes since 1970, NaN where there is none."""
    size = len(received)
    due = np.where(rng.random(size) < 0.02, np.nan, received + days * MINUTES_A_DAY)
    share = rng.triangular(0.1, 0.7, 1.05, size)
    finished = received + np.round(days * MINUTES_A_DAY * share)
    waits = rng.random(size) < 0.04
    asked = np.where(waits, received + np.round((finished - received) * 0.3), np.nan)
    given = asked + rng.integers(60, 5 * MINUTES_A_DAY, size)
    twice = waits & (rng.random(size) < 0.1)
    asked2 = np.where(twice, given + 30, np.nan)
    given2 = asked2 + rng.integers(60, 3 * MINUTES_A_DAY, size)
    finished = finished + np.nan_to_num(given - asked) + np.nan_to_num(given2 - asked2) + np.where(twice, 30, 0)
    finished = np.where(rng.random(size) < 0.03, np.nan, finished)
    return {
        "received": received.astype(np.float64), "due": due, "finished": finished, "supplement_asked": asked,
        "supplement_given": given, "supplement2_asked": asked2, "supplement2_given": given2,
    }  # fmt: skip


def _skewed(rng: np.random.Generator, count: int, size: int) -> Any:
    weight = 1 / np.arange(1, count + 1) ** 0.9
    return rng.choice(count, size, p=weight / weight.sum())


def _words(words: Any, at: Any, but: int | None = None) -> Any:
    blank = np.zeros(len(at), bool) if but is None else at == but
    numbers = pa.array(np.where(blank, 0, at).astype(np.int32), mask=blank)
    return pa.DictionaryArray.from_arrays(numbers, pa.array(list(words), pa.string())).dictionary_decode()


def _yes_no(rng: np.random.Generator, asked: Any, share: float) -> Any:
    """Return yes in a share of those that are asked, blank for the others and for one in a hundred."""
    size = len(asked)
    answer = (rng.random(size) < share).astype(np.int64)
    return _words(WORDS["yes_no"], np.where(asked & (rng.random(size) >= 0.01), answer, 2), but=2)


def _times(minutes: Any) -> Any:
    blank = np.isnan(minutes)
    seconds = np.where(blank, 0, minutes).astype(np.int64) * 60
    return pa.array(seconds.astype("datetime64[s]"), pa.timestamp("s"), mask=blank)


def write(register: Register, target: Path, *, vietnamese: bool = False) -> None:
    """Write a register as Parquet or CSV, block by block."""
    writer: Any = None
    for block in register.blocks():
        batch = block.rename_columns(list(HEADINGS.values())) if vietnamese else block
        if target.suffix == ".csv":
            batch = pa.RecordBatch.from_arrays([_printed(column) for column in batch.columns], batch.schema.names)
        if writer is None:
            make = pq.ParquetWriter if target.suffix == ".parquet" else arrow_csv.CSVWriter
            writer = make(target, batch.schema)
        writer.write_batch(batch)
    if writer is not None:
        writer.close()


def _printed(column: Any) -> Any:
    import pyarrow.compute as pc

    return pc.strftime(column, "%d/%m/%Y %H:%M") if pa.types.is_timestamp(column.type) else column


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    for name, default in (("rows", 1_000_000), ("seed", 1), ("units", 40), ("procedures", 1_800), ("year", 2025)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--headings", choices=["en", "vi"], default="en")
    given = parser.parse_args()
    if given.rows < 1:
        parser.error("--rows: at least 1")
    register = Register(given.rows, given.seed, given.units, given.procedures, given.year)
    write(register, given.out, vietnamese=given.headings == "vi")


if __name__ == "__main__":
    main()
