"""Reporting periods and the data window the law gives each kind."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

PeriodKind = Literal["month", "quarter", "half_year", "nine_months", "year"]

_MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "half_year": 6, "nine_months": 9, "year": 12}
_COUNT: dict[PeriodKind, int] = {"month": 12, "quarter": 4, "half_year": 2, "nine_months": 1, "year": 1}


class Period(BaseModel):
    """A reporting period: its kind, its number within the year, and the data window the report states."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: PeriodKind = Field(description="Loại kỳ: month, quarter, half_year, nine_months, year")
    year: int = Field(ge=2000, le=2100, description="Năm báo cáo")
    number: int = Field(1, ge=1, le=12, description="Tháng thứ mấy, quý thứ mấy, nửa năm thứ mấy")
    data_from: date | None = Field(None, description="Số liệu lấy từ ngày")
    data_to: date | None = Field(None, description="Số liệu lấy đến hết ngày")

    @model_validator(mode="after")
    def _consistent(self) -> "Period":
        if self.number > _COUNT[self.kind]:
            raise ValueError(f"kỳ {self.kind} chỉ có số từ 1 đến {_COUNT[self.kind]}, đang ghi {self.number}")
        if self.data_from and self.data_to and self.data_from > self.data_to:
            raise ValueError(f"khoảng số liệu đi lùi: từ {self.data_from} đến {self.data_to}")
        return self

    @property
    def last_month(self) -> int:
        """Last calendar month of the period, 1 to 12."""
        return self.number * _MONTHS[self.kind]

    @property
    def since_new_year(self) -> bool:
        """Whether the period begins with its year: what it counts is what the year so far counts."""
        return self.number == 1

    @property
    def id(self) -> str:
        """The period in no language, in the order of time within its kind: `month-2025-04`."""
        return f"{self.kind}-{self.year}-{self.number:02}"

    def window(self) -> tuple[date, date]:
        """Return the data window of this kind of period.

        From the 15th of the month before the period to the 14th of its last month.
        Source: Nghị định 09/2019/NĐ-CP, Điều 12 (read through Thông tư 06/2022/TT-UBDT, Điều 6).
        """
        before = self.last_month - _MONTHS[self.kind]
        start = date(self.year, before, 15) if before else date(self.year - 1, 12, 15)
        return start, date(self.year, self.last_month, 14)

    def next(self) -> "Period":
        """Return the period of the same kind that follows."""
        if self.number < _COUNT[self.kind]:
            return Period(kind=self.kind, year=self.year, number=self.number + 1)
        return Period(kind=self.kind, year=self.year + 1, number=1)

    def previous(self) -> "Period":
        """Return the period of the same kind before this one."""
        if self.number > 1:
            return Period(kind=self.kind, year=self.year, number=self.number - 1)
        return Period(kind=self.kind, year=self.year - 1, number=_COUNT[self.kind])

    def months(self) -> tuple["Period", ...]:
        """Return the months that the period is made of, the month itself for a month."""
        first = self.last_month - _MONTHS[self.kind] + 1
        return tuple(Period(kind="month", year=self.year, number=n) for n in range(first, self.last_month + 1))

    def same(self, other: "Period") -> bool:
        """Return whether both are the same period, whatever data window each report states."""
        return (self.kind, self.year, self.number) == (other.kind, other.year, other.number)

    def covered(self) -> tuple[date, date]:
        """Return the data window that the report states, and where it states none the lawful one."""
        start, end = self.window()
        return self.data_from or start, self.data_to or end

    def precedes(self, other: "Period") -> bool:
        """Return whether `other` is the next period of the same kind."""
        return self.next().same(other)

    def label(self, lang: Literal["vi", "en"] = "vi") -> str:
        """Return the period as people write it: `tháng 4/2025`, `quý I/2025`, `6 tháng đầu năm 2025`."""
        roman = ("I", "II", "III", "IV")
        year = self.year
        if lang == "en":
            forms = {
                "month": f"month {self.number}/{year}",
                "quarter": f"quarter {roman[self.number % 5 - 1]}/{year}",
                "half_year": f"{'first' if self.number == 1 else 'last'} half of {year}",
                "nine_months": f"nine months of {year}",
                "year": f"year {year}",
            }
        else:
            forms = {
                "month": f"tháng {self.number}/{year}",
                "quarter": f"quý {roman[self.number % 5 - 1]}/{year}",
                "half_year": f"6 tháng {'đầu' if self.number == 1 else 'cuối'} năm {year}",
                "nine_months": f"9 tháng năm {year}",
                "year": f"năm {year}",
            }
        return forms[self.kind]
