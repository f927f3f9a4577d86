"""How well the sample documents are read: figures found, missed and wrong, by document and by figure."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.conftest import ROOT
from tests.reading.reader import content

from cchc.intake.documents import read_document
from cchc.model.extraction import Extraction
from cchc.reading.extract import extract

DOCUMENTS = ROOT / "sample_reports/documents"
Key = tuple[str, float, str, str, str]


@dataclass(frozen=True)
class Tally:
    """Figures that a truth file lists, that were read, and that are both."""

    true: int
    read: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0


def truths() -> list[Path]:
    return sorted(DOCUMENTS.glob("*.truth"))


@cache
def truth(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


@cache
def read(path: Path) -> Extraction:
    return extract(read_document(DOCUMENTS / truth(path)["file"]), content())


def true_keys(path: Path) -> set[Key]:
    return {_key(f["id"], f["value"], f["scope"], f["span"], f.get("period")) for f in truth(path)["figures"]}


def read_keys(path: Path) -> set[Key]:
    return {
        _key(f.id, f.stated.value, f.stated.scope, f.stated.span, f.stated.period.label() if f.stated.period else None)
        for f in read(path).figures
    }


def _key(name: str, value: Any, scope: str, span: str, period: str | None) -> Key:
    number = float(str(value).rstrip("%").replace(",", ".")) if isinstance(value, str) else float(value)
    return name, round(number, 4), unicodedata.normalize("NFC", scope).lower(), span, period or ""


def tally(true: set[Key], got: set[Key]) -> Tally:
    return Tally(len(true), len(got), len(true & got))


def by_document() -> dict[str, Tally]:
    return {truth(path)["file"]: tally(true_keys(path), read_keys(path)) for path in truths()}


def by_figure() -> dict[str, Tally]:
    true, got, right = Counter[str](), Counter[str](), Counter[str]()
    for path in truths():
        wanted, found = true_keys(path), read_keys(path)
        true.update(key[0] for key in wanted)
        got.update(key[0] for key in found)
        right.update(key[0] for key in wanted & found)
    return {name: Tally(true[name], got[name], right[name]) for name in sorted({*true, *got})}


def whole() -> Tally:
    tallies = by_document().values()
    return Tally(sum(t.true for t in tallies), sum(t.read for t in tallies), sum(t.right for t in tallies))


def table() -> str:
    """Return the page `docs/reading-accuracy.md`."""
    lines = [
        "# Đọc đúng đến đâu trên các văn bản mẫu",
        "",
        "Mỗi văn bản trong `sample_reports/documents/` có tệp `.truth` ghi những số liệu một người đọc kỹ thấy trong đó. Đúng",
        "nghĩa là đúng số liệu, giá trị, phạm vi và kỳ. Bảng này được kiểm thử tính lại. Các câu chữ đã được chỉnh trên chính",
        "những văn bản này, nên với văn bản lạ kết quả thấp hơn.",
        "",
        *_rows("Văn bản", {**by_document(), "tất cả": whole()}),
        "",
        *_rows("Số liệu", by_figure()),
    ]
    return "\n".join(lines) + "\n"


def _rows(first: str, tallies: dict[str, Tally]) -> list[str]:
    head = [f"| {first} | Có trong văn bản | Đọc được | Đúng | Độ chính xác | Độ đầy đủ |", "|---|---|---|---|---|---|"]
    return head + [
        f"| {name} | {t.true} | {t.read} | {t.right} | {t.precision:.3f} | {t.recall:.3f} |"
        for name, t in tallies.items()
    ]
