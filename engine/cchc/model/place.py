"""Where something stands in a report."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic_core import core_schema


class Place(BaseModel):
    """A position in a report: the part (`II.6.g`), what stands there, and the words as written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    part: str = Field(description="Mã phần, mục trong báo cáo, ví dụ II.6.g")
    detail: str | None = Field(None, description="Đoạn, ô bảng hoặc chú thích, ví dụ 'chú thích 1'")
    quote: str | None = Field(None, description="Nguyên văn trong báo cáo")

    @model_validator(mode="before")
    @classmethod
    def _part_alone(cls, raw: Any) -> Any:
        return {"part": raw} if isinstance(raw, str) else raw

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = handler(core_schema)
        return {"anyOf": [{"type": "string"}, schema]} if handler.mode == "validation" else schema

    def label(self) -> str:
        """Return the position without the quote, as people cite it."""
        return f"{self.part} ({self.detail})" if self.detail else self.part
