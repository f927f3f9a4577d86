"""Open one report whatever its format: a structured one as it is, a document as what was read out of it."""

from dataclasses import dataclass
from pathlib import Path

from cchc.intake.report_file import SUFFIXES, read_report
from cchc.model.errors import CchcError
from cchc.model.extraction import Extraction, Hints, ReadFigure
from cchc.model.outcome import Unreadable
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.source_text import is_folder


@dataclass(frozen=True)
class Opened:
    """A report as it was opened; `structured` is None for a document, whose report is made from what was read."""

    extraction: Extraction
    structured: Report | None = None

    @property
    def file(self) -> str:
        """The file as the user wrote it."""
        return self.extraction.file

    def report(self) -> Report:
        """Return the structured report; raise `InputError` naming what a document does not say and how to give it."""
        return self.structured or self.extraction.report()


def open_report(path: Path, pack: Pack, hints: Hints) -> Opened:
    """Open a file; `hints` are for documents. Raise `CchcError` with what is wrong with it."""
    # A folder that may not be opened is named by the reader of structured reports.
    if path.suffix.lower() in SUFFIXES or is_folder(path):
        report = read_report(path, pack)
        return Opened(_as_read(report, str(path)), report)
    # Imported here: the readers of documents are of no use to a check of structured reports.
    from cchc.intake.documents import read_document
    from cchc.reading.extract import extract

    return Opened(extract(read_document(path), pack, hints))


def attempt(path: Path, pack: Pack, hints: Hints) -> Opened | Unreadable:
    """Open a file, or say why it cannot be used; whatever goes wrong with one file leaves the others alone."""
    try:
        return open_report(path, pack, hints)
    except CchcError as error:
        return Unreadable(file=str(path), error=str(error))
    # A fault of ours on one file of two hundred must not cost the other results; it is named and ends with code 2.
    except Exception as error:
        return Unreadable(
            file=str(path),
            error=f"{path}: chương trình gặp lỗi khi đọc tệp này ({type(error).__name__}: {error});"
            " hãy gửi lỗi này cho người phụ trách cchc",
        )


def _as_read(report: Report, file: str) -> Extraction:
    """Return a structured report in the form of what is read out of a document: all of it is sure."""
    figures = (ReadFigure(id=name, stated=one, confidence=1) for name, all_ in report.figures.items() for one in all_)
    fields = {name: getattr(report, name) for name in Extraction.model_fields if name in Report.model_fields}
    return Extraction(file=file, **{**fields, "figures": tuple(figures)})
