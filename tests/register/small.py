"""Small registers written cell by cell, and the figures that are counted from them."""

import csv
from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

from cchc.model.register import DossierRef, Recount, Reject, Window
from cchc.register.mapping import Mapping
from cchc.register.options import RegisterOptions
from cchc.register.register import open_register

APRIL = Window(date(2025, 4, 1), date(2025, 4, 30))
HEADINGS = {
    "code": "Mã hồ sơ",
    "unit": "Đơn vị",
    "procedure": "Mã TTHC",
    "service_level": "Mức độ DVC",
    "channel": "Kênh tiếp nhận",
    "received": "Ngày tiếp nhận",
    "due": "Ngày hẹn trả",
    "finished": "Ngày trả kết quả",
    "outcome": "Kết quả xử lý",
    "supplement_asked": "Ngày yêu cầu bổ sung",
    "supplement_given": "Ngày bổ sung",
    "supplement2_asked": "Ngày yêu cầu bổ sung lần 2",
    "supplement2_given": "Ngày bổ sung lần 2",
    "digitized_parts": "Số hóa thành phần hồ sơ",
    "reused_parts": "Tái sử dụng",
    "digitized_result": "Số hóa kết quả",
    "fee": "Phí, lệ phí",
    "paid_online": "Thanh toán trực tuyến",
    "result_channel": "Hình thức trả kết quả",
    "satisfaction": "Mức độ hài lòng",
}
COLUMNS = ("code", "received", "due", "finished", "outcome", "supplement_asked", "supplement_given")
"""Those that a test of the clock gives."""


def written(folder: Path, rows: Sequence[Pairs[str, str]], columns: Sequence[str] = COLUMNS, sep: str = ",") -> Path:
    """Write rows to a CSV file under the headings of `columns`; what a row does not give is blank."""
    path = folder / "register.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=sep)
        writer.writerow([HEADINGS[column] for column in columns])
        writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return path


def counted(path: Path, window: Window = APRIL, said: Pairs[str, Any] | None = None, **options: Any) -> Recount:
    """Count a file; `said` is what the mapping says beyond the columns, which are those of its headings."""
    mapping = None
    if said is not None:
        with path.open(encoding="utf-8", newline="") as file:
            there = next(csv.reader(file))
        mapping = Mapping.model_validate({"columns": {c: h for c, h in HEADINGS.items() if h in there}, **said})
    with open_register([path], ROOT, mapping, RegisterOptions(**options)) as register:
        return register.figures(window, ("unit", "procedure", "channel"))


def ends(recount: Recount, figure: str) -> tuple[float | None, float | None]:
    """Return both ends of a figure of the whole."""
    one = recount.whole.figures[figure]
    return one.low, one.high


def values(recount: Recount, *figures: str) -> list[float | None]:
    """Return figures of the whole, without `dossiers.` in front of their names."""
    return [recount.whole.figures[f"dossiers.{figure}"].value for figure in figures]


def rejected(path: Path, window: Window = APRIL) -> list[Reject]:
    """Return the rows that cannot be used."""
    with open_register([path], ROOT) as register:
        return list(register.rejects(window))


def listed(path: Path, figure: str, window: Window = APRIL) -> list[DossierRef]:
    """Return the dossiers of a figure."""
    with open_register([path], ROOT) as register:
        return register.dossiers(figure, window)
