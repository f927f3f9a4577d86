"""A report held against a register of dossiers: per figure what each says, and the dossiers behind a difference."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from cchc.model.place import Place

ClaimState = Literal["equal", "differs", "open", "rough", "not_computed"]
"""`open`: the register leaves it open. `rough`: the report says it only roughly. `not_computed`: the register has no such figure."""
OpenReason = Literal["blank", "rejected", "excluded", "partial"]
SetKind = Literal["wider_only", "other_only", "counted"]
NoteId = Literal[
    "rejected",
    "other_spans",
    "whole_of_many",
    "unit",
    "other_unit",
    "lawful_window",
    "starts_late",
    "starts_near",
    "ends_early",
]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CountRange(_Frozen):
    """What the register gives for a figure, in the unit of the figure: percents in percent."""

    low: float = Field(description="Ít nhất")
    high: float = Field(description="Nhiều nhất; bằng ít nhất khi chắc chắn")


class Reading(_Frozen):
    """A way to take a figure from the register: a count, or the percent of `part` in `whole`."""

    part: str = Field(description="Số đếm; của tỷ lệ là tử số")
    whole: str | None = Field(None, description="Mẫu số của tỷ lệ")
    whole_from_report: bool = Field(False, description="Sổ không có mẫu số: lấy số báo cáo nêu")


class Claim(_Frozen):
    """A value that the report states for a figure, once or several times, and how it stands to the register."""

    value: float = Field(description="Giá trị trong báo cáo; tỷ lệ theo phần trăm")
    decimals: int = Field(0, description="Số chữ số thập phân được in")
    places: tuple[Place, ...] = Field((), description="Những chỗ báo cáo nêu")
    state: ClaimState = Field(description="equal, differs, open, rough, not_computed")
    difference: float | None = Field(None, description="Báo cáo trừ sổ, tính đến đầu khoảng gần nhất")
    reading: Reading | None = Field(
        None, description="Cách tính trong sổ mà giá trị này khớp, khi không phải cách thường"
    )
    counted: CountRange | None = Field(None, description="Sổ tính được theo cách ấy")
    open_reason: OpenReason | None = Field(None, description="Vì sao chưa kết luận: blank, rejected, excluded, partial")
    same_as: tuple[str, ...] = Field((), description="Số đếm khác trong sổ đúng bằng giá trị này")
    dossiers: int | None = Field(None, description="Nhóm hồ sơ đứng sau chỗ lệch, theo thứ tự trong dossier_sets")


class HeldFigure(_Frozen):
    """A figure of the report beside the register's."""

    figure: str
    reading: Reading = Field(description="Cách tính thường dùng trong sổ")
    counted: CountRange | None = Field(None, description="Sổ tính được; trống khi không tính được")
    missing_column: str | None = Field(None, description="Cột mà sổ không có")
    claims: tuple[Claim, ...]
    contradicts: bool = Field(False, description="Báo cáo nêu số liệu này hai lần khác nhau")

    @property
    def differs(self) -> bool:
        """Whether a value that the report states is not what the register gives."""
        return any(claim.state == "differs" for claim in self.claims)


class NotStated(_Frozen):
    """A figure that the register gives and the report does not say."""

    figure: str
    counted: CountRange


class Dossier(_Frozen):
    """A dossier and where it stands in the register."""

    code: str
    file: str
    line: int
    unit: str
    procedure: str
    channel: str | None
    received: datetime
    due: datetime | None
    finished: datetime | None
    state: str | None = Field(None, description="Tình trạng tại thời điểm chốt, khi tra cứu")
    sure: bool = Field(True, description="false: ô để trống nên chưa chắc thuộc nhóm")


class DossierSet(_Frozen):
    """Dossiers behind differences. A set of procedures where what is counted are procedures.

    `wider_only`: counted in `inside`, a wider set, and not in `outside`, the figure. `other_only`: counted in the figure
    and not in another count that the report agrees with. `counted`: all that the register counts.
    """

    kind: SetKind
    inside: str
    outside: str | None
    figures: tuple[str, ...] = Field(description="Những số liệu có chỗ lệch này")
    number: int = Field(description="Số hồ sơ (hoặc thủ tục) trong nhóm")
    dossiers: tuple[Dossier, ...] = ()
    procedures: tuple[str, ...] | None = Field(None, description="Thay cho hồ sơ, khi số liệu đếm thủ tục")


class HeldNote(_Frozen):
    """What a reader must know: an id with words in the output, and what it is about."""

    id: NoteId
    number: int = 0
    about: str = ""


class Held(_Frozen):
    """A report held against a register."""

    report: str
    unit: str
    period: str
    register_unit: str | None = Field(None, description="Đơn vị trong sổ được đối chiếu; trống là cả sổ")
    files: tuple[str, ...]
    window_from: date
    window_to: date
    rows: int
    rejected: int
    figures: tuple[HeldFigure, ...]
    not_stated: tuple[NotStated, ...]
    not_in_register: tuple[str, ...] = Field(description="Số liệu về hồ sơ mà sổ không có cột để tính")
    other_figures: int = Field(description="Số liệu khác của báo cáo, không lấy từ sổ hồ sơ")
    dossier_sets: tuple[DossierSet, ...]
    notes: tuple[HeldNote, ...]

    @property
    def differs(self) -> bool:
        """Whether a figure differs from the register or the report states it in two ways."""
        return any(one.differs or one.contradicts for one in self.figures)

    def shortened(self, shown: int) -> "Held":
        """Return the same with at most `shown` dossiers or procedures of each set."""
        sets = (
            one.model_copy(
                update={"dossiers": one.dossiers[:shown], "procedures": one.procedures and one.procedures[:shown]}
            )
            for one in self.dossier_sets
        )
        return self.model_copy(update={"dossier_sets": tuple(sets)})


class ProcedureCount(_Frozen):
    """How many dossiers of a procedure a look-up found."""

    procedure: str
    new: int
    carried_over: int


class LookUp(_Frozen):
    """The dossiers of one channel to be dealt with in a window: the new ones and those carried over."""

    channel: str
    files: tuple[str, ...]
    window_from: date
    window_to: date
    rows: int
    rejected: int
    procedures: tuple[ProcedureCount, ...]
    dossiers: tuple[Dossier, ...]
    maybe: int = Field(0, description="Hồ sơ mà sổ không cho biết chắc kênh tiếp nhận")
