"""A sample as a Word file: text with marks goes in, the file and its truth come out."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from docx.text.paragraph import Paragraph
from tests.samples.marks import Truth, plain
from tests.samples.word import BODY, CELL, CENTER, Look, Word

NATION = ("**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "**Độc lập - Tự do - Hạnh phúc**", "───────────")
Typed = Literal["typed", "auto", "bold"]


@dataclass
class Paper:
    """A report on paper. `form`: how letters with marks are stored; `heads`: how headings are made."""

    truth: Truth
    heads: Typed = "typed"
    form: Literal["NFC", "NFD"] = "NFC"
    word: Word = field(init=False)
    _tables: int = 1
    _auto: int = 0

    def __post_init__(self) -> None:
        self.word = Word(self.truth.file.rpartition(".")[0])
        if self.heads == "auto":
            self._auto = self.word.numbering()

    def _w(self, text: str) -> str:
        return unicodedata.normalize(self.form, text)

    def opening(self, over: str, agency: str, number: str, place_date: str, title: Sequence[str]) -> None:
        """Add the header block and the title."""
        left = [over, f"**{agency}**", "─────", "", number]
        right = [*NATION, f"~~{place_date}~~"]
        self.word.header_block([self._w(x) for x in left if x], [self._w(x) for x in right])
        for n, line in enumerate(title):
            last = n + 1 == len(title)
            self.word.paragraph(self._w(line), replace(CENTER, bold=True, after=12 if last else 0))

    def head(
        self, part: str, number: str, title: str, run_on: str = "", lines: Sequence[str] = (), also: str = ""
    ) -> None:
        """Add a heading; `run_on`: text after it in its paragraph; `lines`: its title over several paragraphs."""
        self.truth.head(part, title, also)
        level = part.count(".")
        text = f"{title}{self.truth.say(run_on)}"
        if self.heads != "auto":
            text = f"{number} {text}".strip()
        for one in lines or (text,):
            self.word.paragraph(self._w(one), self._look(level, bool(run_on)))

    def _look(self, level: int, runs_on: bool) -> Look:
        if runs_on:
            return BODY
        if self.heads == "bold":
            return replace(BODY, bold=True)
        look = Look(style=f"Heading {level + 1}", align="left")
        return replace(look, number=(self._auto, level)) if self._auto else look

    def p(self, text: str, look: Look = BODY) -> Paragraph:
        """Add a paragraph."""
        if "\n" in text:
            look = replace(look, align="left")
        return self.word.paragraph(self._w(self.truth.say(text)), look)

    def bullets(self, *texts: str) -> None:
        """Add list items, with automatic bullets where headings are automatic."""
        for text in texts:
            look = replace(BODY, number=(self._auto, 3)) if self._auto else BODY
            self.p(text if self._auto else text if text.startswith("+") else f"- {text}", look)

    def note(self, number: int, text: str) -> None:
        """Give a footnote its text; it belongs to the part in which this is called."""
        self.word.note(number, self._w(self.truth.say(text)))

    def table(
        self,
        rows: Sequence[Sequence[str]],
        bold_rows: int = 1,
        name_at: int = 0,
        within: object = None,
        widths: Sequence[float] = (),
    ) -> None:
        """Add a ruled table; `name_at`: the column that names the row."""
        self._tables += 1
        shown = [
            [
                text if text in ("<", "^") else self._w(self._cell(text, r, c, plain(row[name_at])))
                for c, text in enumerate(row)
            ]
            for r, row in enumerate(rows)
        ]
        size = 9 if len(widths) > 6 else 12
        self.word.table(shown, within=within, bold_rows=bold_rows, size=size, widths=widths)

    def outer_table(self) -> None:
        """Count a table that was added by hand, around a nested one."""
        self._tables += 1

    def _cell(self, text: str, row: int, column: int, name: str) -> str:
        place = f"bảng {self._tables}, hàng {row + 1}, cột {column + 1}"
        return self.truth.say(text, place, name)

    def closing(self, text: str, recipients: Sequence[str], signer: Sequence[str]) -> None:
        """Add the closing sentence and the signature block."""
        self.truth.part = "kết thúc"
        self.p(text, replace(BODY, after=12))
        self.word.signature([self._w(x) for x in recipients], [self._w(x) for x in signer])

    def caption(self, text: str) -> None:
        """Add a centred line over a table."""
        self.p(text, replace(CELL, align="center", bold=True, size=13, after=4))

    def save(self, path: Path) -> None:
        """Write the Word file."""
        self.word.save(path)
