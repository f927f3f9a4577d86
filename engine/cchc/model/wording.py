"""Words, names and marks of a report that the tables in `rules/wording` look for, and the layout of its pages."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from cchc.model.place import Place

CAPITALS = "agency-capitals"
"""The entry of mentions whose name of an agency has other capitals than it should; `should` is the name."""

IN_WORDS = "number-in-words"
"""The entry of mentions whose number is written in words beside it, and differs."""


class Mention(BaseModel):
    """An entry of a wording table met in the text. Whether it is wrong is judged later, at the date of the report."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    entry: str = Field(description="Mã mục trong rules/wording, ví dụ online-levels")
    printed: str = Field(min_length=1, description="Nguyên văn trong báo cáo")
    at: Place | None = Field(None, description="Vị trí trong báo cáo")
    should: str | None = Field(None, description="Cách viết đúng, nếu chỉ có một")
    quoted: date | None = Field(
        None,
        description="Ngày của văn bản cũ mà chỗ này dẫn lại, hoặc ngày cuối của thời gian đã qua mà câu này kể lại; "
        "tên gọi khi đó không phải lỗi của báo cáo",
    )


class Layout(BaseModel):
    """Pages and letters of a Word file; lengths in millimetres, letters and spacing in points. None: not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page_width: float | None = Field(None, gt=0, description="Bề rộng trang (mm)")
    page_height: float | None = Field(None, gt=0, description="Bề cao trang (mm)")
    margin_top: float | None = Field(None, description="Lề trên (mm)")
    margin_bottom: float | None = Field(None, description="Lề dưới (mm)")
    margin_left: float | None = Field(None, description="Lề trái (mm)")
    margin_right: float | None = Field(None, description="Lề phải (mm)")
    font: str | None = Field(None, description="Phông chữ của phần lớn lời văn")
    font_share: float | None = Field(None, ge=0, le=1, description="Phần lời văn dùng phông chữ ấy, từ 0 đến 1")
    font_size: float | None = Field(None, gt=0, description="Cỡ chữ của phần lớn lời văn (pt)")
    line_spacing: float | None = Field(None, gt=0, description="Giãn dòng, bội số của dòng đơn")
    space_between: float | None = Field(None, ge=0, description="Khoảng cách giữa các đoạn (pt)")
    first_indent: float | None = Field(None, description="Thụt đầu dòng (mm)")
    page_number: str | None = Field(
        None, description="Số trang: none, top_center, other; thêm _first khi trang đầu cũng in số"
    )
