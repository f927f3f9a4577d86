"""What people have settled about findings: those already known, and those set aside for a reason."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Reason = Literal["wrong_reading", "exempt_by_decision", "source_corrected", "not_applicable", "accepted"]
Role = Literal["drafter", "head_of_office", "reviewer", "rule_keeper"]
BASELINE_VERSION = 1


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Suppression(_Entry):
    """An entry of a suppression file: which findings are set aside, why, by which role and until when."""

    code: str = Field(min_length=1, description="Mã quy tắc")
    unit: str | None = Field(None, min_length=1, description="Chỉ cho đơn vị này")
    report: str | None = Field(None, min_length=1, description="Chỉ cho tệp có tên này; dùng được * và ?")
    part: str | None = Field(None, min_length=1, description="Chỉ ở phần, mục này và các mục con, ví dụ II.6")
    quote: str | None = Field(None, min_length=1, description="Chỉ ở những chữ này của báo cáo")
    reason: Reason
    decision: str | None = Field(None, min_length=1, description="Số, ngày của văn bản cho phép")
    note: str | None = Field(None, min_length=1)
    by: Role = Field(description="Vai trò của người quyết định, không ghi tên người")
    until: date | None = Field(None, description="Có giá trị với báo cáo đến hết ngày này")

    @field_validator("code")
    @classmethod
    def _upper(cls, code: str) -> str:
        return code.strip().upper()

    @model_validator(mode="after")
    def _decision_named(self) -> "Suppression":
        if self.reason == "exempt_by_decision" and self.decision is None:
            raise ValueError("lý do exempt_by_decision cần khóa 'decision': số, ngày của văn bản cho phép")
        return self


class SuppressionFile(_Entry):
    """A suppression file (`cchc template suppressions` prints one)."""

    suppressions: tuple[Suppression, ...]


class Suppressed(_Entry):
    """Why a finding was set aside; `file` and `line` are where that stands."""

    reason: Reason
    by: Role
    decision: str | None = None
    note: str | None = None
    until: date | None = None
    file: str
    line: int | None = None


class KnownFinding(_Entry):
    """A finding of a baseline; only `fingerprint` and `code` decide, the rest is for people who read the file."""

    code: str
    fingerprint: str
    part: str | None = None
    message: str = ""


class KnownReport(_Entry):
    """What was known of one report: its unit, its period (`month-2025-04`), its findings by code."""

    unit: str
    period: str
    findings: tuple[KnownFinding, ...]


class Baseline(_Entry):
    """A baseline file: known findings, a report after the other."""

    cchc_baseline: int
    reports: tuple[KnownReport, ...]


class Compared(_Entry):
    """A report beside a baseline: how many findings are known and new, which codes are mended or cannot be judged now."""

    known: int
    new: int
    mended: tuple[str, ...]
    undetermined: tuple[str, ...]
