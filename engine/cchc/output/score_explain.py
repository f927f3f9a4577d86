"""One unit, criterion by criterion, for the terminal: figures with their places, how points come about, and why."""

import textwrap
from collections.abc import Iterator, Mapping

from cchc.model.errors import UsageError
from cchc.model.outcome import FigureShown
from cchc.model.scorecard import CriterionScore, DomainScore, Scorecard, UnitScore
from cchc.model.text import Language
from cchc.output.score_beside import beside_lines
from cchc.output.score_words import band_text, fixed
from cchc.output.words import source_text
from cchc.vietnamese.numbers import show_number

_WIDTH = 110
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"unit": "{name} ({id}) · {title}", "total": "Tổng: {points}/{possible} điểm tính được (khoảng {low} - {high} trên {scale} điểm); chỉ số {index}; xếp loại {band}",
           "none": "chưa đủ số liệu", "regular": "{code}. {title}: {points}/{possible} điểm (tối đa {max})",
           "bonus": "{code}. {title}: cộng {points} điểm (nhiều nhất {max})", "penalty": "{code}. {title}: trừ {points} điểm",
           "scored": "{points}/{max} điểm", "off": "trừ {points} điểm", "unknown": "chưa tính được trên {max} điểm", "not_applicable": "không áp dụng",
           "how": "Cách tính: {text}", "figure": "Số liệu: {label}: {shown}{unit}{place}", "at": " ({place})", "why": "Vì sao: {text}",
           "source": "Căn cứ: {text}", "note": "Lưu ý: {text}", "step": "Lấy lại điểm: {text}", "first": "Bước đầu có điểm: {text}",
           "self": "Tự chấm: {points} điểm", "appraised": "Thẩm định: {points} điểm{reason}", "evidence": "Minh chứng: {text}", "required": "Cần minh chứng: {text}",
           "look": "Cần xem: {text}",
           "reduce_max": "không áp dụng, bỏ khỏi điểm tối đa", "award_max": "không phát sinh, được điểm tối đa", "zero": "không phát sinh, tính 0 điểm",
           "redistribute": "không áp dụng, điểm chia đều cho các tiêu chí khác trong nhóm", "rescale_group": "không áp dụng, các tiêu chí còn lại quy về điểm của nhóm",
           "missing": "không có đơn vị '{id}'{hint}; có: {known}"},
    "en": {"unit": "{name} ({id}) · {title}", "total": "Total: {points}/{possible} points that could be scored (range {low} - {high} of {scale} points); index {index}; band {band}",
           "none": "not enough figures", "regular": "{code}. {title}: {points}/{possible} points (at most {max})",
           "bonus": "{code}. {title}: {points} bonus points (at most {max})", "penalty": "{code}. {title}: {points} points off",
           "scored": "{points}/{max} points", "off": "{points} points off", "unknown": "not scored yet, of {max} points", "not_applicable": "not applicable",
           "how": "How: {text}", "figure": "Figure: {label}: {shown}{unit}{place}", "at": " ({place})", "why": "Why: {text}",
           "source": "Source: {text}", "note": "Note: {text}", "step": "To win points back: {text}", "first": "First step that wins: {text}",
           "self": "Self-score: {points} points", "appraised": "Appraised: {points} points{reason}", "evidence": "Evidence: {text}", "required": "Evidence needed: {text}",
           "look": "To settle: {text}",
           "reduce_max": "does not apply, left out of the maximum", "award_max": "nothing arose, the maximum is given", "zero": "nothing arose, 0 points",
           "redistribute": "does not apply, its points are shared evenly in its group", "rescale_group": "does not apply, the rest of its group is scaled to its points",
           "missing": "there is no unit '{id}'{hint}; there are: {known}"},
}  # fmt: skip


def explain_text(card: Scorecard, unit_id: str, lang: Language = "vi") -> str:
    """Return how the points of one unit come about; raise `UsageError` naming the nearest id where there is none such."""
    unit = next((one for one in card.units if one.id.casefold() == unit_id.casefold()), None)
    if unit is None:
        from cchc.packs.validate import did_you_mean

        known = [one.id for one in card.units]
        hint = did_you_mean(unit_id, known)
        raise UsageError(_WORDS[lang]["missing"].format(id=unit_id, hint=hint, known=", ".join(known[:10])))
    return "\n".join(_Tree(card, unit, lang).lines()) + "\n"


def _place(figure: FigureShown) -> str:
    """Return where a figure stands; a column that is called like the figure is not named again."""
    place = figure.places[0]
    return place.part if (place.detail or "").endswith(figure.label) else place.label()


class _Tree:
    def __init__(self, card: Scorecard, unit: UnitScore, lang: Language) -> None:
        self._card, self._unit, self._lang = card, unit, lang

    def lines(self) -> Iterator[str]:
        card, unit = self._card, self._unit
        yield self._say("unit", name=unit.name, id=unit.id, title=card.title)
        low, high = (show_number(end, self._lang) for end in unit.points_range)
        index = self._say("none") if unit.percent is None else f"{fixed(unit.percent, self._lang)}%"
        said = {
            "low": low,
            "high": high,
            "scale": self._number(card.scale),
            "index": index,
            "band": band_text(unit, self._lang),
        }
        yield from self._wrapped(
            self._say("total", points=self._number(unit.points), possible=self._number(unit.possible), **said), 0
        )
        for line in beside_lines(unit, self._lang):
            yield from self._wrapped(line.lstrip(), len(line) - len(line.lstrip()))
        for domain in unit.domains:
            yield ""
            yield from self._domain(domain)

    def _domain(self, domain: DomainScore) -> Iterator[str]:
        numbers = {"points": domain.points, "possible": domain.possible, "max": domain.max}
        shown = {name: self._number(abs(value)) for name, value in numbers.items()}
        yield self._say(domain.role, code=domain.code, title=domain.title, **shown)
        for criterion in self._unit.criteria:
            if criterion.domain == domain.code:
                yield from self._criterion(criterion)

    def _criterion(self, c: CriterionScore) -> Iterator[str]:
        yield from self._wrapped(f"{c.code} {c.title}: {self._result(c)}", 2)
        yield from self._wrapped(self._say("how", text=c.formula), 6)
        for figure in c.figures:
            place = self._say("at", place=_place(figure)) if figure.places else ""
            unit = f" {figure.unit}" if figure.value is not None and figure.unit not in ("", "%") else ""
            yield from self._wrapped(
                self._say("figure", label=figure.label, shown=figure.shown, unit=unit, place=place), 6
            )
        yield from self._reasons(c)
        yield from self._people(c)

    def _result(self, c: CriterionScore) -> str:
        points, most = self._number(c.points or 0.0), self._number(c.max)
        return self._say("off" if c.role == "penalty" and c.state == "scored" else c.state, points=points, max=most)

    def _reasons(self, c: CriterionScore) -> Iterator[str]:
        source = source_text(c.source.document, c.source.clause, c.basis, self._lang)
        said = {"why": c.reason or (self._say(c.policy) if c.policy else None), "note": c.note, "source": source}
        said["step"] = c.step.text if c.step else None
        if c.first_step and c.step and c.first_step.count < c.step.count:
            said["first"] = c.first_step.text
        for key, text in said.items():
            if text:
                yield from self._wrapped(self._say(key, text=text), 6)

    def _people(self, c: CriterionScore) -> Iterator[str]:
        if c.self_score is not None:
            yield f"      {self._say('self', points=self._number(c.self_score))}"
        if c.appraised is not None:
            reason = f": {c.appraisal_reason}" if c.appraisal_reason else ""
            yield from self._wrapped(self._say("appraised", points=self._number(c.appraised), reason=reason), 6)
        for key, text in (("required", c.evidence_required), ("evidence", c.evidence)):
            if text:
                yield from self._wrapped(self._say(key, text=text), 6)
        for one in c.disagreements:
            yield from self._wrapped(self._say("look", text=one.text), 6)

    def _number(self, value: float) -> str:
        return show_number(value, self._lang)

    def _say(self, key: str, **said: object) -> str:
        return _WORDS[self._lang][key].format(**said)

    @staticmethod
    def _wrapped(text: str, indent: int) -> list[str]:
        return textwrap.wrap(
            text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 4), break_long_words=False
        )
