"""Answer in the reports themselves: a copy of each Word file with the findings of a check as comments."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.intake.files import ANSWERED, own_names
from cchc.model.errors import CchcError, UsageError
from cchc.model.outcome import ReportResult
from cchc.model.text import Language
from cchc.packs.pack import Pack

if TYPE_CHECKING:
    from cchc.output.check_html_spots import ReportText
    from cchc.reading.passage import Outlined

_OUTLINE = "department"


def is_word(path: Path) -> bool:
    """Return whether a report is a file that comments can be written into."""
    return path.suffix.lower() == ".docx"


def answer_targets(files: Sequence[Path], target: Path, folder: bool) -> dict[Path, Path]:
    """Return where the copy of each Word file among `files` goes: to `target`, or into it if it is a folder.

    Raise `UsageError` where there is no Word file, or several for one target.
    """
    words = [file for file in files if is_word(file)]
    if not words:
        raise UsageError("--annotate chỉ ghi góp ý được vào báo cáo Word (.docx), không có báo cáo nào như vậy")
    if not folder:
        if len(files) > 1:
            raise UsageError(f"--annotate {target} nhận một báo cáo; nhiều báo cáo thì hãy chỉ một thư mục")
        return {words[0]: target}
    names = own_names(words)
    return {file: target / f"{name}{ANSWERED}" for file, name in zip(words, names, strict=True)}


def answer(pack: Pack, result: ReportResult, target: Path, lang: Language) -> tuple[str, ...]:
    """Write the copy of a checked Word file to `target` and return what the user should know about it.

    Raise `InputError` where the file has become unreadable, `UsageError` where `target` cannot be written.
    """
    from cchc.output.check_remarks import remarks_of
    from cchc.output.word_comments import annotate

    source = Path(result.file)
    outlined, _ = _outlined(pack, source)
    return annotate(source, target, remarks_of(result, lang), _headings(outlined), _title(outlined), lang)


def report_text(pack: Pack, file: str) -> "ReportText | None":
    """Return the text of the report in a file with its headings, None where the report is structured and has no text.

    Of a file that has become unreadable since it was checked, that is all that is known.
    """
    from cchc.intake.report_file import SUFFIXES
    from cchc.output.check_html_spots import ReportText

    if Path(file).suffix.lower() in SUFFIXES:
        return None
    try:
        outlined, warnings = _outlined(pack, Path(file))
    except CchcError as error:
        return ReportText((), {}, (str(error),))
    return ReportText(tuple(p.block for p in outlined.passages), _headings(outlined), warnings)


def _headings(outlined: "Outlined") -> dict[str, str]:
    return {part.id: block.place for part, block in zip(outlined.parts, outlined.headings, strict=True)}


def _outlined(pack: Pack, source: Path) -> "tuple[Outlined, tuple[str, ...]]":
    """Return the outline of a document, and what is to be known about the file."""
    from cchc.intake.documents import read_document
    from cchc.packs.reading_content import reading_content
    from cchc.reading.parts.outline import read_outline

    document = read_document(source)
    outlined = read_outline(document, pack.outlines[_OUTLINE], reading_content(pack.root).headings)
    return outlined, document.warnings


def _title(outlined: "Outlined") -> str | None:
    from cchc.reading.parts.title import title_of
    from cchc.reading.passage import OPENING

    opening = [passage.block for passage in outlined.passages if passage.part == OPENING]
    title = title_of(opening)
    return opening[title.first].place if title else None
