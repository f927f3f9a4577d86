"""A report held against a register as CSV: a line a value of the report; a line a dossier behind a difference; a look-up."""

from collections.abc import Iterator, Sequence

from cchc.model.recounting import Dossier, Held, LookUp
from cchc.model.text import Language
from cchc.output import against_words as say
from cchc.output.csv_text import Cell, CsvShape, csv_text
from cchc.output.register_words import figure_text
from cchc.packs.pack import Pack
from cchc.packs.register_words import RegisterWords

_FIGURES = {
    "vi": ["Mã số liệu", "Số liệu", "Báo cáo", "Sổ ít nhất", "Sổ nhiều nhất", "Chênh", "Tình trạng", "Cách tính trong sổ",
           "Số bằng nhau trong sổ", "Hồ sơ đứng sau", "Vị trí", "Nguyên văn"],
    "en": ["Figure id", "Figure", "Report", "Register at least", "Register at most", "Difference", "State", "Taken as",
           "Same number in the register", "Dossiers behind", "Place", "Quote"],
}  # fmt: skip
_DOSSIERS = {
    "vi": ["Mã hồ sơ", "Tệp", "Dòng", "Đơn vị", "Thủ tục", "Kênh", "Tiếp nhận", "Hạn", "Kết thúc"],
    "en": ["Dossier", "File", "Line", "Unit", "Procedure", "Channel", "Received", "Due", "Finished"],
}
_BEHIND = {"vi": ["Số liệu", "Nhóm", "Chắc chắn"], "en": ["Figures", "Set", "Sure"]}
_STATE = {"vi": "Tình trạng khi chốt", "en": "State at the cut-off"}
_SURE = (("chưa chắc", "chắc"), ("no", "yes"))


def against_csv(held: Held, pack: Pack, words: RegisterWords, lang: Language, shape: CsvShape) -> str:
    """Return a line a value that the report states."""
    return csv_text(_FIGURES[lang], list(_figures(held, pack, words, (lang, shape))), shape)


def _figures(held: Held, pack: Pack, words: RegisterWords, how: tuple[Language, CsvShape]) -> Iterator[Sequence[Cell]]:
    lang, shape = how
    for one in held.figures:
        for claim in one.claims:
            why = f": {say.why_not(one, words, lang)}" if claim.state == "not_computed" else ""
            counted = claim.counted or one.counted
            behind = held.dossier_sets[claim.dossiers] if claim.dossiers is not None else None
            yield (
                one.figure, figure_text(one.figure, pack, lang), _plain(claim.value, shape),
                _plain(counted.low if counted else None, shape), _plain(counted.high if counted else None, shape),
                # A leading sign is no formula here, and a text cell would get an apostrophe.
                claim.difference,
                say.state_text(claim, lang) + why, say.reading_text(claim.reading or one.reading, pack, lang),
                "; ".join(figure_text(name, pack, lang) for name in claim.same_as),
                say.set_text(behind, pack, lang) if behind else "",
                "; ".join(place.label() for place in claim.places),
                " | ".join(place.quote for place in claim.places if place.quote),
            )  # fmt: skip


def _plain(value: float | None, shape: CsvShape) -> Cell:
    """Return a count as the whole number that it is, a percent with two decimals."""
    if value is None:
        return None
    return str(int(value)) if value.is_integer() else f"{value:.2f}".replace(".", shape.decimal)


def dossiers_csv(held: Held, pack: Pack, lang: Language, shape: CsvShape) -> str:
    """Return a line a dossier behind a difference; procedures, where they are what is counted, have only their name."""
    rows: list[Sequence[Cell]] = []
    for one in held.dossier_sets:
        head = ("; ".join(figure_text(name, pack, lang) for name in one.figures), say.set_text(one, pack, lang))
        rows += [(*head, _SURE[lang == "en"][each.sure], *_dossier(each, lang)) for each in one.dossiers]
        rows += [(*head, "", "", "", None, "", name, "", "", "", "") for name in one.procedures or ()]
    return csv_text([*_BEHIND[lang], *_DOSSIERS[lang]], rows, shape)


def lookup_csv(found: LookUp, lang: Language, shape: CsvShape) -> str:
    """Return a line a dossier that was looked up."""
    rows = [(*_dossier(one, lang), say.dossier_state(one, lang)) for one in found.dossiers]
    return csv_text([*_DOSSIERS[lang], _STATE[lang]], rows, shape)


def _dossier(one: Dossier, lang: Language) -> tuple[Cell, ...]:
    moments = (f"{when:%d/%m/%Y %H:%M}" if when else "" for when in (one.received, one.due, one.finished))
    return (one.code, one.file, one.line, one.unit, one.procedure, say.channel_text(one.channel, lang), *moments)
