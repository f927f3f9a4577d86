"""Copies of Word reports with the findings of a check as remarks."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.cli import options
from cchc.model.errors import CchcError

if TYPE_CHECKING:
    from cchc.model.outcome import ReportResult
    from cchc.model.text import Language
    from cchc.packs.pack import Pack


def targets_of(reports: Sequence[Path], target: Path) -> dict[Path, Path]:
    """Return where the copy of each Word file with remarks goes; raise `UsageError` before any work is done in vain."""
    from cchc.answering import answer_targets
    from cchc.intake.files import each_file

    files = [path for path in each_file(reports) if isinstance(path, Path)]
    folder = target.is_dir() or target.suffix.lower() != ".docx"
    targets = answer_targets(files, target, folder)
    for own in targets.values():
        options.refuse_inputs("--annotate", own, files)
    return targets


class Answers:
    """Writes the copies with remarks as results come, and keeps what is to be said about them."""

    def __init__(self, pack: "Pack", targets: Mapping[Path, Path], lang: "Language") -> None:
        self._pack, self._targets, self._lang = pack, targets, lang
        self.said: list[str] = []
        self.failed = False

    def give(self, report: "ReportResult") -> None:
        """Write the copy of one report, if copies are wanted."""
        if not self._targets:
            return
        target = self._targets.get(Path(report.file))
        if target is None:
            self.said.append(f"Lưu ý: {report.file}: không phải tệp .docx nên không có bản góp ý")
            return
        from cchc.answering import answer

        try:
            notes = answer(self._pack, report, target, self._lang)
        except CchcError as error:
            self.failed = True
            self.said.append(f"Lỗi: {error}")
            return
        remarks = sum(o.outcome == "fail" for o in report.outcomes)
        self.said.append(f"Đã ghi {remarks} góp ý vào {target}")
        self.said += [f"Lưu ý: {target}: {note}" for note in notes]
