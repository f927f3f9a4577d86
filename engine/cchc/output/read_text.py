"""What was read, for the terminal: who reports, then tables of figures, statements and citations with their places."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cchc.model.extraction import Extraction
from cchc.model.text import Language
from cchc.output import read_shown as shown
from cchc.output.read_form import form_lines
from cchc.output.read_shown import ReadCounts, ReadReport
from cchc.output.run import Run
from cchc.packs.figure_schema import FigureDef
from cchc.vietnamese.numbers import show_date

_WIDTH = 110
_QUOTE = 60
_SHOWN_MISSING = 8
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"read": "Đã đọc {found}/{expected} số liệu mà báo cáo kỳ này cần có", "missing": "chưa thấy: {names}", "more": " … và {n} số liệu khác (xem --format json)",
           "no_unit": "(không thấy tên đơn vị)", "head": "Cấp: {level}. Tỉnh, thành phố: {province}. Kỳ báo cáo: {period}{window}.",
           "window": " (số liệu từ {start} đến {end})", "number": "Số: {}", "issued": "ngày {}", "title": "Trích yếu: {}",
           "signer": "Người ký: {}", "recipients": "Nơi nhận: {}", "unknown": "không thấy",
           "parts": "ĐỀ MỤC", "figures": "SỐ LIỆU", "left": "THẤY NHƯNG KHÔNG LẤY LÀM SỐ LIỆU",
           "statements": "NHẬN ĐỊNH, NHIỆM VỤ, KIẾN NGHỊ", "citations": "VĂN BẢN VIỆN DẪN", "mentions": "THUẬT NGỮ, TÊN GỌI CÓ THỜI HẠN", "empty": " (trống)",
           "rest": "Ngoài ra: {exclusions} chỗ loại trừ khỏi tỷ lệ, {events} sự kiện, {repeats} đoạn lặp lại, {rows} dòng bảng chi tiết.",
           "unreadable": "KHÔNG ĐỌC ĐƯỢC {n} TỆP", "summary": "ĐÃ ĐỌC {n} BÁO CÁO",
           "line": "{file}: {taken} số liệu, {parts} đề mục, {statements} nhận định, {citations} văn bản viện dẫn; {left} con số thấy nhưng không lấy",
           "documents": "ĐỌC TỪ VĂN BẢN", "how": "Chỗ ghi 'chưa nêu' là không đọc thấy trong văn bản: nếu báo cáo có nêu thì bỏ qua nhận xét ấy. 'cchc read TỆP' nêu từng số liệu với vị trí, và lý do không lấy những con số kia."},
    "en": {"read": "Read {found} of the {expected} figures that a report of this period needs", "missing": "not found: {names}", "more": " … and {n} more (see --format json)",
           "no_unit": "(no unit found)", "head": "Level: {level}. Province: {province}. Period: {period}{window}.",
           "window": " (figures from {start} to {end})", "number": "Number: {}", "issued": "dated {}", "title": "Subject: {}",
           "signer": "Signed by: {}", "recipients": "Recipients: {}", "unknown": "not found",
           "parts": "PARTS", "figures": "FIGURES", "left": "SEEN BUT NOT TAKEN",
           "statements": "STATEMENTS, TASKS, RECOMMENDATIONS", "citations": "DOCUMENTS CITED", "mentions": "DATED TERMS AND NAMES", "empty": " (empty)",
           "rest": "Also: {exclusions} exclusions from a rate, {events} events, {repeats} repeated passages, {rows} lines of detail.",
           "unreadable": "{n} FILES COULD NOT BE READ", "summary": "READ {n} REPORTS",
           "line": "{file}: {taken} figures, {parts} parts, {statements} statements, {citations} citations; {left} numbers seen but not taken",
           "documents": "READ FROM DOCUMENTS", "how": "Where a finding says 'not stated' the reader has not found it: if the report does state it, pass over that finding. 'cchc read FILE' gives every figure with its place, and why the other numbers were not taken."},
}  # fmt: skip
_HEADINGS: Mapping[Language, Mapping[str, Sequence[str]]] = {
    "vi": {"parts": ("Mục", "Tên đề mục"), "figures": ("Số liệu", "Giá trị", "Phạm vi", "Kỳ", "Tại", "Độ chắc", "Nguyên văn"),
           "left": ("Con số", "Lý do", "Gần nhất với", "Tại", "Nguyên văn"), "statements": ("Loại", "Tại", "Chủ đề", "Nội dung"),
           "citations": ("Loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Vai trò", "Tại"),
           "mentions": ("Mục", "Như in", "Nói về lúc", "Nên viết", "Tại")},
    "en": {"parts": ("Part", "Title"), "figures": ("Figure", "Value", "Scope", "Period", "Place", "Certainty", "Quote"),
           "left": ("Number", "Reason", "Nearest figure", "Place", "Quote"), "statements": ("Kind", "Place", "Topics", "Text"),
           "citations": ("Type", "Number", "Date", "Issuer", "Role", "Place"),
           "mentions": ("Entry", "As printed", "Told of", "Should be", "Place")},
}  # fmt: skip
_WIDTHS: Mapping[str, Sequence[int | None]] = {
    "parts": (None, 90),
    "figures": (30, 16, 12, 12, 18, None, 40),
    "left": (12, 24, 24, 18, 44),
    "statements": (None, 18, 24, 60),
    "citations": (18, 24, None, 24, None, 18),
    "mentions": (26, 40, None, 26, 18),
}


class ReadText:
    """Reading for the terminal; `topics` are the labels of topics."""

    def __init__(self, run: Run, figures: Mapping[str, FigureDef], topics: Mapping[str, str], lang: Language) -> None:
        self._run, self._figures, self._topics, self._lang = run, figures, topics, lang

    def opening(self) -> str:
        """Return a line a report where there are several, and the files that could not be read."""
        run, words, blocks = self._run, _WORDS[self._lang], []
        if len(run.documents) > 1:
            lines = (f"  {_line(one, self._lang)}" for one in run.documents)
            blocks.append("\n".join([words["summary"].format(n=len(run.documents)), *lines]))
        if run.unreadable:
            errors = (f"  {line}" for item in run.unreadable for line in item.error.splitlines())
            blocks.append("\n".join([words["unreadable"].format(n=len(run.unreadable)), *errors]))
        return "\n\n".join([*blocks, ""] if blocks and run.documents else blocks)

    def part(self, item: ReadReport) -> str:
        """Return all that was read out of one report."""
        text = "\n".join(_report(item, self._figures, self._topics, self._lang))
        return f"\n\n{text}" if self._run.documents else text

    def closing(self) -> str:
        """Return the end of the last line."""
        return "\n"


def documents_text(documents: Sequence[ReadCounts], lang: Language) -> str:
    """Return a line for each document that was checked: how much was read in it, and how many numbers were left."""
    words = _WORDS[lang]
    return "\n".join([words["documents"], *(f"  {_line(one, lang)}" for one in documents), f"  {words['how']}"]) + "\n"


def _line(read: ReadCounts, lang: Language) -> str:
    return _WORDS[lang]["line"].format(
        file=read.file, taken=read.figures, parts=read.parts, statements=read.statements, citations=read.citations,
        left=read.left,
    )  # fmt: skip


def _report(
    report: ReadReport, figures: Mapping[str, FigureDef], topics: Mapping[str, str], lang: Language
) -> Iterator[str]:
    words, read = _WORDS[lang], report.extraction
    yield f"{read.unit or words['no_unit']} · {shown.period_label(read.period, lang)} · {read.file}"
    yield from _wrapped(_found(report, figures, lang))
    yield from _wrapped(_head(read, lang))
    yield from _wrapped(_document(read, lang))
    for line in form_lines(read.document, read.layout, lang):
        yield from _wrapped(line)
    tables = {
        "parts": _parts(read, lang), "figures": _figures(read, figures, lang), "left": _left(read, figures, lang),
        "statements": _statements(read, topics, lang), "citations": _citations(read, lang),
        "mentions": _mentions(read, lang),
    }  # fmt: skip
    for name, rows in tables.items():
        yield from _table(name, list(rows), lang)
    others = (read.exclusions, read.events, read.repeated_passages, read.detail_rows)
    if any(others):
        counts = (len(other or ()) for other in others)
        yield ""
        yield words["rest"].format(**dict(zip(("exclusions", "events", "repeats", "rows"), counts, strict=True)))


def _found(report: ReadReport, figures: Mapping[str, FigureDef], lang: Language) -> str:
    words, summary = _WORDS[lang], report.summary
    text = words["read"].format(found=summary.found, expected=summary.expected)
    if not summary.missing:
        return f"{text}."
    names = [figures[name].label.get(lang) for name in summary.missing]
    more = words["more"].format(n=len(names) - _SHOWN_MISSING) if len(names) > _SHOWN_MISSING else ""
    return f"{text}; {words['missing'].format(names='; '.join(names[:_SHOWN_MISSING]))}{more}."


def _head(read: Extraction, lang: Language) -> str:
    words, period = _WORDS[lang], read.period
    days = (period.data_from, period.data_to) if period else (None, None)
    window = words["window"].format(start=_day(days[0], lang), end=_day(days[1], lang)) if any(days) else ""
    level = shown.level_word(read.level, lang) if read.level else words["unknown"]
    label = period.label(lang) if period else words["unknown"]
    return words["head"].format(level=level, province=read.province or words["unknown"], period=label, window=window)


def _day(day: date | None, lang: Language) -> str:
    return show_date(day, lang) if day else "?"


def _document(read: Extraction, lang: Language) -> str:
    words, d = _WORDS[lang], read.document
    said = (
        ("number", d.number), ("issued", show_date(d.issued, lang) if d.issued else None), ("title", d.title),
        ("signer", d.signer_position), ("recipients", ", ".join(d.recipients or ())),
    )  # fmt: skip
    return "; ".join(words[name].format(value) for name, value in said if value)


def _parts(read: Extraction, lang: Language) -> Iterator[list[str]]:
    for part in read.parts or ():
        yield [part.id, (part.title or "") + (_WORDS[lang]["empty"] if part.empty else "")]


def _figures(read: Extraction, figures: Mapping[str, FigureDef], lang: Language) -> Iterator[list[str]]:
    for one in read.figures:
        s, figure = one.stated, figures[one.id]
        yield [
            figure.label.get(lang), shown.value_with_unit(s, figure, lang), shown.scope_word(s, lang),
            shown.span_word(s, lang), shown.place_label(s.at), shown.sure_word(one.confidence, lang), _quote(s.at.quote if s.at else None),
        ]  # fmt: skip


def _left(read: Extraction, figures: Mapping[str, FigureDef], lang: Language) -> Iterator[list[str]]:
    for seen in read.not_taken:
        nearest = figures[seen.figure].label.get(lang) if seen.figure else ""
        yield [seen.printed, shown.reason_word(seen.reason, lang), nearest, seen.at.label(), _quote(seen.at.quote)]


def _statements(read: Extraction, topics: Mapping[str, str], lang: Language) -> Iterator[list[str]]:
    for one in read.statements or ():
        named = "; ".join(topics.get(topic, topic) for topic in one.topics)
        yield [shown.kind_word(one.kind, lang), shown.place_label(one.at), named, shown.short(one.text, 2 * _QUOTE)]


def _citations(read: Extraction, lang: Language) -> Iterator[list[str]]:
    for one in read.citations or ():
        issued = show_date(one.issued, lang) if one.issued else ""
        role = shown.role_word(one.role, lang)
        yield [one.type, one.number or "", issued, one.issuer or "", role, shown.place_label(one.at)]


def _mentions(read: Extraction, lang: Language) -> Iterator[list[str]]:
    for one in read.mentions or ():
        told = show_date(one.quoted, lang) if one.quoted else ""
        yield [one.entry, one.printed, told, one.should or "", shown.place_label(one.at)]


def _quote(text: str | None) -> str:
    return f"“{shown.short(text, _QUOTE)}”" if text else ""


def _table(name: str, rows: Sequence[Sequence[str]], lang: Language) -> Iterator[str]:
    if not rows:
        return
    from tabulate import tabulate

    yield ""
    yield f"{_WORDS[lang][name]} ({len(rows)})"
    # Its own wrapping takes "1,906" for an integer and fails.
    lines = [[_folded(cell, width) for cell, width in zip(row, _WIDTHS[name], strict=True)] for row in rows]
    yield tabulate(lines, headers=_HEADINGS[lang][name], tablefmt="simple", disable_numparse=True)


def _folded(cell: str, width: int | None) -> str:
    return "\n".join(textwrap.wrap(cell, width)) if width else cell


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_long_words=False)
