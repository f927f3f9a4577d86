"""The structured report: what a CCHC report says, each thing with its place. Nothing computed, nothing invented."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from cchc.model.figure import Figures
from cchc.model.period import Period
from cchc.model.place import Place
from cchc.model.wording import Layout, Mention

Level = Literal["department", "room", "attached_unit", "commune", "province"]
StatementKind = Literal["strength", "weakness", "cause", "difficulty", "claim", "ongoing", "task", "recommendation"]
CitationRole = Literal["basis", "plan", "period_result", "result", "background"]


class Part(BaseModel):
    """One heading of the report, in reading order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(description="Mã đề mục: I, II.2, II.6.g")
    title: str | None = Field(None, description="Tên đề mục như trong báo cáo")
    empty: bool = Field(False, description="Đề mục không có nội dung nào, kể cả chữ 'Không có'")
    letter: str | None = Field(None, description="Chữ cái đề mục đúng như in trong báo cáo")
    topics: tuple[str, ...] | None = Field(None, description="Chủ đề mà nội dung đề mục thực sự nói tới")


def _as_day(raw: Any) -> Any:
    """A date written in JSON is text: read it as the date it is, so that both forms mean the same."""
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) else raw
    except ValueError:
        return raw


class Statement(BaseModel):
    """A sentence of the report that admits, explains, claims, plans or asks for something."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: StatementKind = Field(
        description="strength, weakness, cause, difficulty, claim, ongoing, task, recommendation"
    )
    topics: tuple[str, ...] = Field((), description="Chủ đề, theo rules/topics.yaml")
    text: str = Field(min_length=1, description="Nguyên văn hoặc lược thuật")
    at: Place | None = Field(None, description="Vị trí trong báo cáo")
    addressees: tuple[str, ...] = Field((), description="Kiến nghị: cơ quan được kiến nghị")
    deadline: Annotated[date | str | None, BeforeValidator(_as_day)] = Field(
        None, description="Nhiệm vụ, việc đang làm: thời hạn hoặc kỳ hoàn thành"
    )
    owner: str | None = Field(None, description="Nhiệm vụ: đơn vị chủ trì")
    goal: str | None = Field(None, description="Nhiệm vụ: chỉ tiêu phải đạt")
    first_asked: date | None = Field(None, description="Kiến nghị: ngày văn bản kiến nghị đầu tiên")
    asked_before: bool = Field(False, description="Báo cáo nói đã kiến nghị nhiều lần")


class Citation(BaseModel):
    """A document the report cites."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str = Field(description="Loại văn bản: Quyết định, Kế hoạch, Công văn")
    number: str | None = Field(None, description="Số và ký hiệu: 278/QĐ-UBND")
    issued: date | None = Field(None, description="Ngày ban hành")
    issuer: str | None = Field(None, description="Cơ quan ban hành")
    role: CitationRole = Field(
        "background",
        description="basis: căn cứ; plan: kế hoạch năm; period_result: nêu là kết quả trong kỳ; "
        "result: nêu là đã ban hành; background: dẫn chiếu",
    )
    term_to: int | None = Field(None, description="Năm cuối của giai đoạn, nếu văn bản theo giai đoạn")
    at: Place | None = Field(None, description="Vị trí trong báo cáo")


class Exclusion(BaseModel):
    """Procedures or dossiers that the report leaves out of a rate."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    applies_to: tuple[str, ...] = Field(description="Các số liệu mà loại trừ áp dụng")
    procedures: tuple[str, ...] = Field(description="Tên các TTHC không tính")
    dossiers: int | None = Field(None, ge=0, description="Số hồ sơ của các TTHC không tính")
    basis: str | None = Field(None, description="Văn bản cho phép không tính")
    at: Place | None = Field(None, description="Vị trí trong báo cáo")


class Event(BaseModel):
    """A dated happening that the report counts among its results."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, description="Tên sự kiện như trong báo cáo")
    held: date | None = Field(None, description="Ngày diễn ra, nếu báo cáo nêu")
    at: Place | None = Field(None, description="Vị trí trong báo cáo")


class RepeatedPassage(BaseModel):
    """A passage that stands in two parts of the report."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: tuple[Place, ...] = Field(min_length=2, description="Các vị trí có đoạn trùng")
    similarity: float = Field(1.0, ge=0, le=1, description="Mức giống nhau, từ 0 đến 1")


class Document(BaseModel):
    """The outer form of the document. A field left out is not known, and is not held against the report."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type_name: str | None = Field(None, description="Tên loại văn bản: BÁO CÁO")
    national_title: bool | None = Field(None, description="Có Quốc hiệu và Tiêu ngữ ở đầu văn bản")
    agency_above: str | None = Field(None, description="Cơ quan chủ quản ở đầu văn bản; trống khi không có")
    agency: str | None = Field(None, description="Cơ quan ban hành ở đầu văn bản; trống khi không có")
    number: str | None = Field(None, description="Số và ký hiệu: 45/BC-SCT")
    symbol: str | None = Field(None, description="Ký hiệu, kể cả khi số để trống: BC-SCT")
    place: str | None = Field(None, description="Địa danh ở dòng ngày tháng")
    unpadded_dates: tuple[str, ...] | None = Field(
        None, description="Ngày dưới 10, tháng 1, 2 viết thiếu số 0 phía trước"
    )
    dated: str | None = Field(None, description="Tháng, năm ở dòng ngày tháng khi ngày để trống: 4/2025")
    title: str | None = Field(None, description="Trích yếu")
    issued: date | None = Field(None, description="Ngày ký")
    submitted: date | None = Field(None, description="Ngày gửi")
    deadline: date | None = Field(None, description="Hạn gửi theo hướng dẫn")
    sign_authority: str | None = Field(None, description="Quyền hạn ký trước chức vụ: TM., KT., TL., TUQ., Q.")
    signer_position: str | None = Field(None, description="Chức vụ người ký")
    signer_named: bool | None = Field(None, description="Có họ tên người ký; họ tên không được giữ lại")
    digitally_signed: bool | None = Field(None, description="Tệp có chữ ký số")
    recipients: tuple[str, ...] | None = Field(None, description="Nơi nhận")
    agency_mentions: tuple[str, ...] | None = Field(None, description="Tên cơ quan báo cáo ở các vị trí trong văn bản")
    period_mentions: tuple[str, ...] | None = Field(None, description="Kỳ báo cáo ở các vị trí trong văn bản")
    annexes: tuple[str, ...] | None = Field(None, description="Phụ lục kèm theo")
    footnote_marks: tuple[int, ...] | None = Field(None, description="Số chú thích được dẫn trong bài")
    footnotes: tuple[int, ...] | None = Field(None, description="Số chú thích có nội dung")
    closing_name: str | None = Field(None, description="Tên báo cáo ở câu kết 'Trên đây là báo cáo ...'")
    closing_mark: bool | None = Field(None, description="Kết thúc bằng ./.")
    source_system: str | None = Field(None, description="Hệ thống nguồn và thời điểm lấy số liệu")
    urls: tuple[str, ...] | None = Field(None, description="Địa chỉ mạng nêu trong báo cáo")
    words: int | None = Field(None, ge=0, description="Số tiếng của lời văn")


class Sentence(BaseModel):
    """A sentence of the narrative, known again in another report without its text: numbers are masked, words counted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mark: str = Field(
        pattern=r"^[0-9a-f]{16}$", description="Dấu của câu sau khi che số; câu giống nhau có dấu giống nhau"
    )
    words: int = Field(ge=1, description="Số từ của câu")
    at: Place = Field(description="Vị trí trong báo cáo")


class DetailRow(BaseModel):
    """One line of the detail table of dossiers (Biểu II.06a): a field or a procedure with its figures."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, description="Lĩnh vực hoặc TTHC")
    figures: Figures = Field(description="Số liệu của dòng")


class Previous(BaseModel):
    """What the unit's previous report of the same kind said."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    period: Period | None = Field(None, description="Kỳ trước")
    figures: Figures = Field(description="Số liệu kỳ trước")


class Report(BaseModel):
    """A CCHC report as data.

    `None` in a list field means "not read" and leads to *unknown*; an empty list means "read, there is none".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: str = Field(min_length=1, description="Tên đơn vị báo cáo")
    level: Level = Field(description="Cấp: department, room, attached_unit, commune, province")
    province: str = Field(min_length=1, description="Tỉnh, thành phố")
    period: Period = Field(description="Kỳ báo cáo")
    document: Document = Field(default_factory=lambda: Document.model_validate({}), description="Thể thức văn bản")
    parts: tuple[Part, ...] | None = Field(None, description="Các đề mục, theo thứ tự trong báo cáo")
    other_headings: tuple[Place, ...] = Field(
        (), description="Đề mục không có trong đề cương, với mục mà nó đứng trong; mục còn thiếu có thể ở đó"
    )
    figures: Figures = Field(default_factory=dict, description="Số liệu, theo mã trong indicators/figures")
    statements: tuple[Statement, ...] | None = Field(None, description="Nhận định, hạn chế, nhiệm vụ, kiến nghị")
    exclusions: tuple[Exclusion, ...] | None = Field(None, description="Những gì báo cáo không tính vào tỷ lệ")
    citations: tuple[Citation, ...] | None = Field(None, description="Văn bản viện dẫn")
    events: tuple[Event, ...] | None = Field(None, description="Sự kiện nêu là kết quả")
    repeated_passages: tuple[RepeatedPassage, ...] | None = Field(None, description="Đoạn văn lặp lại")
    detail_rows: tuple[DetailRow, ...] | None = Field(None, description="Bảng chi tiết hồ sơ theo lĩnh vực, TTHC")
    mentions: tuple[Mention, ...] | None = Field(
        None,
        description="Thuật ngữ, tên gọi, lỗi viết và dấu hiệu hình thức, theo các bảng trong rules/wording; "
        "khi có, hiệu lực của văn bản viện dẫn được xét theo đây",
    )
    evidence: tuple[Mention, ...] | None = Field(
        None, description="Những chỗ báo cáo nêu bằng chứng cho điều đã nói, theo rules/wording/evidence.yaml"
    )
    layout: Layout | None = Field(None, description="Trình bày trang của tệp Word")
    previous: Previous | None = Field(None, description="Số liệu kỳ trước, để so sánh")
    narrative: tuple[Sentence, ...] | None = Field(
        None, description="Dấu các câu văn, máy tự tính khi đọc văn bản, để nhận ra nội dung chép từ kỳ trước"
    )

    def date(self) -> "date":
        """Day at which the law applies to this report: issue date, else end of its data window."""
        return self.document.issued or self.period.data_to or self.period.window()[1]
