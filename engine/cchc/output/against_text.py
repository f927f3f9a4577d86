"""A report held against a register, for the terminal: what differs and its dossiers first, then what is equal."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from cchc.model.place import Place
from cchc.model.recounting import Claim, DossierSet, Held, HeldFigure
from cchc.model.register import Window
from cchc.model.text import Language
from cchc.output import against_words as say
from cchc.output.register_words import figure_text, number_text, window_text
from cchc.packs.pack import Pack
from cchc.packs.register_words import RegisterWords

_WIDTH = 110
_LABEL, _PROCEDURE, _QUOTE = 44, 40, 160
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "title": "ĐỐI CHIẾU {report} ({unit}, {period}) VỚI SỔ HỒ SƠ",
        "register": "Sổ: {files}; số liệu {window}; {rows} dòng, {left} dòng bị loại",
        "differs": "LỆCH",
        "says": "báo cáo {stated}, sổ {counted}, chênh {difference}",
        "twice": "báo cáo nêu hai giá trị khác nhau: {values}",
        "same": "{value} bằng số {names} trong sổ",
        "by": "sổ tính: {reading}",
        "shown": "{n} hồ sơ đầu; ghi tất cả bằng --dossiers TỆP.csv",
        "above": "cùng nhóm hồ sơ như trên",
        "which": "; không rõ {n} {kind} nào trong số này",
        "rows": "Mã hồ sơ|Kênh|Tiếp nhận|Thủ tục|Tệp: dòng",
        "unsure": " (chưa chắc)",
        "equal": "KHỚP",
        "figures": "Số liệu|Báo cáo|Sổ|Cách tính",
        "open": "CHƯA KẾT LUẬN ĐƯỢC",
        "opens": "Số liệu|Báo cáo|Sổ|Vì sao",
        "not_stated": "SỔ CÓ, BÁO CÁO KHÔNG NÊU",
        "no_column": "số liệu báo cáo nêu mà sổ không có cột để tính",
        "other": "{n} số liệu khác của báo cáo không lấy từ sổ hồ sơ.",
        "note": "Lưu ý: {text}",
    },
    "en": {
        "title": "{report} ({unit}, {period}) HELD AGAINST THE REGISTER OF DOSSIERS",
        "register": "Register: {files}; data {window}; {rows} rows, {left} rejected",
        "differs": "DIFFERS",
        "says": "report {stated}, register {counted}, difference {difference}",
        "twice": "the report states two values: {values}",
        "same": "{value} is the number of {names} in the register",
        "by": "the register takes: {reading}",
        "shown": "first {n}; write all with --dossiers FILE.csv",
        "above": "same dossiers as above",
        "which": "; which {n} of them is not known",
        "rows": "Dossier|Channel|Received|Procedure|File: line",
        "unsure": " (not sure)",
        "equal": "EQUAL",
        "figures": "Figure|Report|Register|Taken as",
        "open": "LEFT OPEN",
        "opens": "Figure|Report|Register|Why",
        "not_stated": "IN THE REGISTER, NOT IN THE REPORT",
        "no_column": "stated by the report, no column of the register to count them from",
        "other": "{n} other figures of the report do not come from a register of dossiers.",
        "note": "Note: {text}",
    },
}


def against_text(held: Held, pack: Pack, words: RegisterWords, lang: Language) -> str:
    """Return the comparison as text; what differs comes first."""
    text = _Text(held, pack, words, lang)
    return "\n".join((*text.head(), *text.differing(), *text.undecided(), *text.equal(), *text.foot())) + "\n"


@dataclass(frozen=True)
class _Text:
    held: Held
    pack: Pack
    words: RegisterWords
    lang: Language

    def head(self) -> Iterator[str]:
        held, said = self.held, _WORDS[self.lang]
        yield said["title"].format(report=held.report, unit=held.unit, period=held.period)
        window = window_text(Window(held.window_from, held.window_to), self.lang)
        rows, left = (number_text(n, self.lang) for n in (held.rows, held.rejected))
        yield said["register"].format(files=", ".join(held.files), window=window, rows=rows, left=left)
        yield from (said["note"].format(text=say.note_text(note, self.lang)) for note in held.notes)
        states: list[str] = [claim.state for one in held.figures for claim in one.claims]
        counts = [(states.count(state), say.pick(name, self.lang)) for state, name in say.STATES.items()]
        yield ", ".join(f"{n} {name}" for n, name in counts if n)

    def differing(self) -> Iterator[str]:
        told: set[int] = set()
        figures = [one for one in self.held.figures if one.differs or one.contradicts]
        if figures:
            yield from ("", _WORDS[self.lang]["differs"])
        for n, one in enumerate(figures, 1):
            yield from ([""] if n > 1 else [])
            yield from self._wrapped(f"{n}. {self._label(one.figure)}", "")
            if one.contradicts:
                values = " ≠ ".join(say.stated_text(one.figure, c, self.pack, self.lang) for c in one.claims)
                yield from self._wrapped(_WORDS[self.lang]["twice"].format(values=values))
            for claim in one.claims:
                yield from self._claim(one, claim, told)

    def _claim(self, one: HeldFigure, claim: Claim, told: set[int]) -> Iterator[str]:
        said = _WORDS[self.lang]
        stated = say.stated_text(one.figure, claim, self.pack, self.lang)
        if claim.state != "differs":
            yield from self._wrapped(f"{stated}: {say.state_text(claim, self.lang)}")
            yield from (line for place in claim.places for line in self._place(place))
            return
        counted = say.range_text(one.figure, one.counted, self.pack, self.lang)
        difference = say.difference_text(one.figure, claim, self.pack, self.lang)
        yield from self._wrapped(said["says"].format(stated=stated, counted=counted, difference=difference))
        yield from (line for place in claim.places for line in self._place(place))
        if one.reading.whole:
            yield from self._wrapped(said["by"].format(reading=say.reading_text(one.reading, self.pack, self.lang)))
        if claim.same_as:
            names = ", ".join(f"'{self._label(name)}'" for name in claim.same_as)
            yield from self._wrapped(said["same"].format(value=stated, names=names))
        if claim.dossiers is not None:
            one_set = self.held.dossier_sets[claim.dossiers]
            # Of a percent the difference is in points, not in dossiers.
            some = abs(claim.difference or 0) if one.reading.whole is None else one_set.number
            which = (
                said["which"].format(n=number_text(some, self.lang), kind=say.kind_text(one_set, self.lang))
                if some < one_set.number
                else ""
            )
            yield from self._set(one_set, which, claim.dossiers in told)
            told.add(claim.dossiers)

    def _set(self, one: DossierSet, which: str, above: bool) -> Iterator[str]:
        said = _WORDS[self.lang]
        text = say.set_text(one, self.pack, self.lang) + which
        listed = len(one.dossiers if one.procedures is None else one.procedures)
        if above or not listed:
            yield from self._wrapped(f"{text} ({said['above']})" if above and listed else text)
            return
        more = f" ({said['shown'].format(n=listed)})" if listed < one.number and one.procedures is None else ""
        yield from self._wrapped(f"{text}{more}:")
        if one.procedures is not None:
            yield from (f"      {name}" for name in one.procedures)
        else:
            yield textwrap.indent(self._rows(one), "      ")

    def _rows(self, one: DossierSet) -> str:
        from tabulate import tabulate

        unsure = _WORDS[self.lang]["unsure"]
        rows = [
            [
                each.code + ("" if each.sure else unsure),
                say.channel_text(each.channel, self.lang),
                f"{each.received:%d/%m/%Y %H:%M}",
                textwrap.shorten(each.procedure, _PROCEDURE, placeholder="…"),
                f"{PurePath(each.file).name}: {each.line}",
            ]
            for each in one.dossiers
        ]
        return tabulate(rows, _WORDS[self.lang]["rows"].split("|"), disable_numparse=True, tablefmt="plain")

    def undecided(self) -> Iterator[str]:
        rows = []
        for one, claim in self._claims("open", "rough", "not_computed"):
            why = (
                say.why_not(one, self.words, self.lang)
                if claim.state == "not_computed"
                else say.state_text(claim, self.lang)
            )
            rows.append([*self._values(one, claim), why])
        yield from self._table("open", "opens", rows)

    def equal(self) -> Iterator[str]:
        rows = []
        for one, claim in self._claims("equal"):
            reading = claim.reading or (one.reading if one.reading.whole else None)
            rows.append([*self._values(one, claim), say.reading_text(reading, self.pack, self.lang) if reading else ""])
        yield from self._table("equal", "figures", rows)

    def foot(self) -> Iterator[str]:
        said = _WORDS[self.lang]
        if self.held.not_stated:
            yield from ("", said["not_stated"])
            each = (
                f"{self._label(n.figure)}: {say.range_text(n.figure, n.counted, self.pack, self.lang)}"
                for n in self.held.not_stated
            )
            yield from self._wrapped("; ".join(each), "  ")
        yield ""
        if self.held.not_in_register:
            names = "; ".join(map(self._label, self.held.not_in_register))
            yield from self._wrapped(said["note"].format(text=f"{said['no_column']}: {names}"), "")
        yield said["other"].format(n=self.held.other_figures)

    def _claims(self, *states: str) -> Iterator[tuple[HeldFigure, Claim]]:
        """Yield the values in some states of figures that are not already told as contradicting."""
        for one in self.held.figures:
            yield from ((one, claim) for claim in one.claims if claim.state in states and not one.contradicts)

    def _values(self, one: HeldFigure, claim: Claim) -> list[str]:
        counted = say.range_text(one.figure, claim.counted or one.counted, self.pack, self.lang)
        return [self._label(one.figure), say.stated_text(one.figure, claim, self.pack, self.lang), counted]

    def _table(self, heading: str, columns: str, rows: Sequence[Sequence[str]]) -> Iterator[str]:
        if not rows:
            return
        from tabulate import tabulate

        said = _WORDS[self.lang]
        yield from ("", f"{said[heading]} ({len(rows)})")
        yield tabulate(
            rows, said[columns].split("|"), disable_numparse=True, colalign=("left", "right", "right", "left"),
            maxcolwidths=[_LABEL, None, None, _LABEL],
        )  # fmt: skip

    def _place(self, place: Place) -> Iterator[str]:
        quote = f': "{textwrap.shorten(place.quote, _QUOTE, placeholder="…")}"' if place.quote else ""
        return iter(self._wrapped(f"{place.label()}{quote}"))

    def _wrapped(self, text: str, indent: str = "   ") -> list[str]:
        return textwrap.wrap(
            text, _WIDTH, initial_indent=indent, subsequent_indent=indent + "   ", break_long_words=False
        )

    def _label(self, figure: str) -> str:
        return figure_text(figure, self.pack, self.lang)
