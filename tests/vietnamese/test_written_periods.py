"""Periods as people enter them in cells and options."""

import pytest

from cchc.model.period import Period, PeriodKind
from cchc.vietnamese.written_periods import written_period


@pytest.mark.parametrize(
    ("texts", "kind", "number"),
    [
        (
            ("tháng 4/2025", "Tháng 4 năm 2025", "THÁNG 04/2025", "T4/2025", "t.4/2025", "Th4-2025", "4/2025", "04/2025",
             "04-2025", "2025-04", "2025/04", " 4 / 2025 "),
            "month", 4,
        ),
        (("Tháng 12/2025", "12/2025", "2025-12", "T12-2025"), "month", 12),
        (
            ("quý I/2025", "Quý 1/2025", "Quý 1 năm 2025", "Q1/2025", "Q.I/2025", "QI-2025", "q1-2025", "2025-Q1", "2025q1",
             "quy 1/2025"),
            "quarter", 1,
        ),
        (("quý IV/2025", "Q4/2025", "QIV/2025", "2025Q4"), "quarter", 4),
        (("6 tháng đầu năm 2025",), "half_year", 1),
        (("6 tháng cuối năm 2025",), "half_year", 2),
        (("9 tháng năm 2025", "9 tháng đầu năm 2025"), "nine_months", 1),
        (("2025", "năm 2025", "Năm 2025"), "year", 1),
    ],
)  # fmt: skip
def test_a_period(texts: tuple[str, ...], kind: PeriodKind, number: int) -> None:
    for text in texts:
        found = written_period(text)
        assert found, text
        assert found.period(2030) == Period(kind=kind, number=number, year=2025), text


@pytest.mark.parametrize(
    "text",
    ["", "4", "tháng 4", "quý I", "0/2025", "13/2025", "T13/2025", "Q5/2025", "quý 0/2025", "2025-13", "2025-00", "1/4/2025",
     "2025-04-01", "202504", "4/25", "1999", "2125", "tháng 4/2025 và tháng 5/2025", "4.2025", "Q1", "tháng tư", "cuối năm 2025", "tháng tư năm 2025"],
)  # fmt: skip
def test_no_period(text: str) -> None:
    assert written_period(text) is None, text
