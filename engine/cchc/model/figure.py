"""A figure as a report states it, and what several statements of one figure come to."""

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from cchc.model.period import Period
from cchc.model.place import Place

Span = Literal["period", "year_to_date", "other"]

_PRINTED = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^\s*[0-9]+([.,][0-9]+)?\s*%\s*$"}]}
_PERCENT = re.compile(r"^\s*([0-9]+(?:[.,][0-9]+)?)\s*%\s*$")


class Stated(BaseModel):
    """A figure as the report prints it: counts as they are, percents in percent (13 for 13 %)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: Annotated[float, WithJsonSchema(_PRINTED)] = Field(
        description="Giá trị; tỷ lệ phần trăm ghi theo phần trăm: 13% hoặc 13"
    )
    decimals: int = Field(0, ge=0, le=6, description="Số chữ số thập phân được in; tự tính từ giá trị")
    percent_sign: bool = Field(False, description="Giá trị được ghi kèm dấu %; tự tính từ giá trị")
    approx: bool = Field(False, description="Báo cáo ghi 'hơn', 'gần', 'khoảng'")
    scope: str = Field("own", description="own là của chính đơn vị; hoặc tên cấp, đơn vị khác")
    span: Span = Field("period", description="period: trong kỳ; year_to_date: lũy kế từ đầu năm; other: kỳ khác")
    period: Period | None = Field(None, description="Kỳ của số liệu, khi span là other")
    at: Place | None = Field(None, description="Vị trí trong báo cáo")

    @model_validator(mode="before")
    @classmethod
    def _as_printed(cls, raw: Any) -> Any:
        if not isinstance(raw, dict):
            raw = {"value": raw}
        value = raw.get("value")
        if isinstance(value, bool):
            raise ValueError(f"cần một số, đang ghi {'true' if value else 'false'}")
        match = _PERCENT.match(value) if isinstance(value, str) else None
        if match:
            text = match.group(1).replace(",", ".")
            raw = {**raw, "value": float(text), "decimals": _decimals(text), "percent_sign": True}
        elif isinstance(value, str):
            raise ValueError(f"cần một số, đang ghi chữ {value!r}{_how_to_write(value)}")
        elif isinstance(value, float) and "decimals" not in raw:
            raw = {**raw, "decimals": _decimals(repr(value))}
        return raw

    @model_validator(mode="after")
    def _period_only_of_its_own(self) -> "Stated":
        if self.period is not None and self.span != "other":
            raise ValueError("'period' chỉ dùng khi span là other")
        return self

    @property
    def half_digit(self) -> float:
        """Half of the last printed digit, in the unit printed: 0.5 for `13%`, 0.005 for `12,77%`."""
        return 0.5 * 10.0**-self.decimals


def agree(stated: Sequence[Stated]) -> bool:
    """Return whether values stated for one figure can be one value: 13 % and 12,77 % can, 325 and 226 cannot.

    Percents are compared within half of the last digit of the coarser one; what is said only roughly is left out.
    """
    exact = [one for one in stated if not one.approx]
    return all(abs(a.value - b.value) <= _rounding(a, b) for a, b in combinations(exact, 2))


def settled(stated: Sequence[Stated]) -> Stated | None:
    """Return the most finely printed of the exact values, None where there is none or where they do not agree."""
    exact = [one for one in stated if not one.approx]
    return max(exact, key=lambda one: one.decimals) if exact and agree(exact) else None


def _rounding(a: Stated, b: Stated) -> float:
    if not (a.percent_sign and b.percent_sign) or a.decimals == b.decimals:
        return 0.0
    return max(a.half_digit, b.half_digit) + 1e-9


def _how_to_write(text: str) -> str:
    if re.fullmatch(r"[0-9]{1,3}([.,][0-9]{3})+", text.strip()):
        return f"; nếu là số nguyên hãy ghi {re.sub('[.,]', '', text.strip())}"
    plain = text.strip().replace(",", ".")
    is_number = plain.replace(".", "", 1).isascii() and plain.replace(".", "", 1).isdigit()
    return f"; hãy ghi {plain} không có dấu nháy" if is_number else ""


def _decimals(text: str) -> int:
    tail = text.partition(".")[2]
    return 0 if tail in ("", "0") else len(tail)


def _as_list(raw: Any) -> Any:
    return raw if isinstance(raw, list | tuple) else [raw]


def _filled_in(raw: Any) -> Any:
    """Drop figures left empty, as in a template that is only partly filled in: they are not stated."""
    return {key: value for key, value in raw.items() if value is not None} if isinstance(raw, dict) else raw


_StatedInput = list[Stated] | Stated | float | str
Figures = Annotated[
    dict[
        str,
        Annotated[
            tuple[Stated, ...], Field(min_length=1), BeforeValidator(_as_list, json_schema_input_type=_StatedInput)
        ],
    ],
    BeforeValidator(_filled_in, json_schema_input_type=dict[str, _StatedInput | None]),
]
