"""Our rules beside the research catalogue: what each says of the seed report, what a careful reader said, and why they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from tests.conftest import ROOT

from cchc.model.outcome import CheckResult

DATA = ROOT / "tests/data"
READER: dict[str, str] = yaml.safe_load((DATA / "seed_by_reader.yaml").read_text("utf-8"))
_ARGUED: dict[str, Any] = yaml.safe_load((DATA / "seed_argued.yaml").read_text("utf-8"))
LEFT_OUT: dict[str, str] = _ARGUED["left_out"]
ARGUED: dict[str, dict[str, str]] = _ARGUED["argued"]
_SHOWN = {"pass": "đạt", "fail": "cần xem lại", "unknown": "chưa rõ", "not_applicable": "không áp dụng"}


@dataclass(frozen=True)
class Line:
    """One catalogue entry beside one of our rules, or beside none."""

    entry: str
    code: str | None
    ours: str | None
    reader: str
    why: str | None

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.ours == self.reader


def lines(found: Sequence[CheckResult]) -> Iterator[Line]:
    """Yield every entry of the catalogue with each rule that encodes it, in the order of the catalogue."""
    for entry, reader in READER.items():
        ours = [o for o in found if entry in o.origin]
        if not ours:
            yield Line(entry, None, None, reader, LEFT_OUT.get(entry))
        for o in ours:
            yield Line(entry, o.code, o.outcome, reader, ARGUED.get(entry, {}).get(o.code))


def page(found: Sequence[CheckResult]) -> str:
    """Return the table as Markdown, with the counts above it."""
    every = list(lines(found))
    encoded = {line.entry for line in every if line.code}
    agreeing = {e for e in encoded if any(line.agrees for line in every if line.entry == e)}
    argued = [line for line in every if line.code and not line.agrees]
    head = f"""# Quy tắc của ta bên danh mục nghiên cứu

Danh mục nghiên cứu có {len(READER)} mục, mỗi mục với kết quả mà một người đọc kỹ rút ra từ báo cáo mẫu (Sở Công Thương Bắc Giang,
tháng 4/2025) trước khi có quy tắc. {len(encoded)} mục đã thành quy tắc; {len(agreeing)} mục có quy tắc cho cùng kết quả;
{len(argued)} dòng khác kết quả, mỗi dòng có lý do; {len(READER) - len(encoded)} mục chưa thành quy tắc, cũng có lý do. Bảng do
`tests/checking/test_catalogue.py` dựng lại và so với trang này (`CCHC_GOLDEN=write` để ghi lại).

| Mục | Quy tắc | Kết quả của ta | Người đọc | Lý do khác nhau, hoặc chưa thành quy tắc |
|---|---|---|---|---|
"""
    return head + "".join(map(_row, every))


def _row(line: Line) -> str:
    ours = _SHOWN[line.ours] if line.ours else "-"
    return f"| {line.entry} | {line.code or '-'} | {ours} | {_SHOWN[line.reader]} | {line.why or ''} |\n"
