"""Earlier reports in one SQLite file. Kept is what `PastReport` holds, and nothing else of a report."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from cchc.history.library import Key, key_of, same_content
from cchc.model.errors import InputError
from cchc.model.past import PastReport

VERSION = 1
_PATIENCE = 2.0
# "cchc" in ASCII: tells our files from those of other programs.
_APPLICATION = 0x63636863
_TABLE = "CREATE TABLE IF NOT EXISTS reports (id INTEGER PRIMARY KEY, content TEXT NOT NULL)"

Added = Literal["new", "again", "replaced", "refused"]


@dataclass(frozen=True)
class Addition:
    """What became of a report that was to be added; `before` is the one that stood there."""

    report: PastReport
    outcome: Added
    before: PastReport | None = None


@dataclass(frozen=True)
class Store:
    """The file of a store; it is made when the first report is added."""

    path: Path

    def reports(self) -> tuple[tuple[int, PastReport], ...]:
        """Return the reports with their numbers; raise `InputError` where the file is no store that can be read."""
        if not self.path.exists():
            raise InputError("chưa có kho báo cáo này; hãy thêm báo cáo bằng 'cchc history add'", str(self.path))
        with self._open() as database:
            return self._all(database)

    def add(self, reports: Sequence[PastReport], replace: bool) -> tuple[Addition, ...]:
        """Add reports, all or none; a different one of the same unit and period is only replaced where asked for."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute(f"PRAGMA user_version = {VERSION}")
            database.execute(_TABLE)
            known = {key_of(one): (number, one) for number, one in self._all(database)}
            return tuple(self._add(database, known, one, replace) for one in reports)

    def remove(self, numbers: Sequence[int]) -> tuple[PastReport, ...]:
        """Remove reports by number and return them; raise `InputError` where one is not there, and remove none."""
        known = dict(self.reports())
        missing = [str(number) for number in numbers if number not in known]
        if missing:
            raise InputError(f"không có báo cáo số {', '.join(missing)}; 'cchc history list' nêu số", str(self.path))
        with self._open() as database:
            database.executemany("DELETE FROM reports WHERE id = ?", [(number,) for number in numbers])
        return tuple(known[number] for number in dict.fromkeys(numbers))

    def _add(
        self, database: sqlite3.Connection, known: dict[Key, tuple[int, PastReport]], report: PastReport, replace: bool
    ) -> Addition:
        content = report.model_dump_json(exclude_none=True)
        if key_of(report) not in known:
            made = database.execute("INSERT INTO reports (content) VALUES (?)", (content,))
            known[key_of(report)] = made.lastrowid or 0, report
            return Addition(report, "new")
        number, before = known[key_of(report)]
        again = same_content(before, report)
        if not again and before.file != report.file and not replace:
            return Addition(report, "refused", before)
        database.execute("UPDATE reports SET content = ? WHERE id = ?", (content, number))
        known[key_of(report)] = number, report
        return Addition(report, "again" if again else "replaced", before)

    def _all(self, database: sqlite3.Connection) -> tuple[tuple[int, PastReport], ...]:
        rows = database.execute("SELECT id, content FROM reports ORDER BY id").fetchall()
        return tuple((number, PastReport.model_validate_json(content)) for number, content in rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file, commit what was done, and say in one sentence what is wrong with it."""
        try:
            # Transactions are begun by hand: a file that another program holds is known at once.
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as database, database:
                self._checked(database)
                yield database
        except sqlite3.Error as error:
            raise InputError(_reason(error), str(self.path)) from error
        except (ValidationError, ValueError) as error:
            raise InputError(
                "kho có dữ liệu hỏng hoặc đã bị sửa tay; hãy xóa tệp và thêm lại", str(self.path)
            ) from error

    def _checked(self, database: sqlite3.Connection) -> None:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        application = database.execute("PRAGMA application_id").fetchone()[0]
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if application != _APPLICATION and tables:
            raise InputError("tệp này không phải kho báo cáo của cchc; hãy chọn tệp kho khác", str(self.path))
        if version not in (0, VERSION):
            raise InputError(
                f"kho báo cáo của phiên bản khác ({version}, bản này dùng {VERSION}); hãy thêm lại báo cáo vào kho mới",
                str(self.path),
            )


def _reason(error: sqlite3.Error) -> str:
    text = str(error)
    if "locked" in text or "busy" in text:
        return "chương trình khác đang dùng kho báo cáo; hãy đợi xong rồi chạy lại"
    if "unable to open" in text or "readonly" in text:
        return "không mở hoặc không ghi được kho báo cáo; hãy kiểm tra đường dẫn và quyền ghi"
    if "disk" in text and "full" in text:
        return "hết chỗ trên đĩa; hãy giải phóng rồi chạy lại"
    return "tệp không phải kho báo cáo của cchc hoặc đã hỏng; hãy chọn tệp kho khác"
