"""How the points of a criterion come about, in words."""

from collections.abc import Callable, Mapping, Sequence

from cchc.formula import tree as t
from cchc.formula.words import Writer
from cchc.model.text import Language
from cchc.packs import curve_specs as c
from cchc.scoring import measures as m
from cchc.scoring.tree import Leaf
from cchc.vietnamese.numbers import show_number, show_percent

_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"capped": "{max} điểm × ({value}) / {full}, nhiều nhất {max} điểm", "linear": "{max} điểm × ({value}), nhiều nhất {max} điểm",
           "floor": "{rest}; dưới {floor} được 0 điểm", "from": "từ {start} được {points} điểm", "above": "trên {start} được {points} điểm", "levels": "{value}: {levels}; còn lại 0 điểm",
           "entered": "điểm do người chấm nhập", "chosen": "mức do người chấm chọn: {levels}", "option": "{label} được {points} điểm",
           "when": "{points} điểm khi {condition}", "else": "còn lại {points} điểm", "boolean": "{max} điểm khi {condition}, còn lại 0 điểm",
           "items": "{each} điểm × số việc đã làm ({value}), nhiều nhất {max} điểm",
           "steps": "{base} điểm ở mức {start}, thêm {add} điểm cho mỗi {step} của {value}, nhiều nhất {max} điểm",
           "mean": "{above} điểm khi {value} từ mức trung bình ({mean}) trở lên, dưới mức ấy {below} điểm", "peers": "của các đơn vị cùng nhóm",
           "rank": "hạng {value}: {levels}; còn lại 0 điểm", "to": "đến hạng {to} được {points} điểm",
           "cases": "bình quân trên {of}: {cases}", "case": "{points} điểm × {count}", "parts": "tổng của {parts}", "part": "{times} × ({value})", "cap": " (nhiều nhất {cap})",
           "answers": "{max} điểm × ({answers}) / tổng số phiếu, cần ít nhất {least} phiếu", "answer": "{weight} × {count}",
           "survey": "{max} điểm × ({value}), cần ít nhất {least} phiếu", "deduction": "{max} điểm trừ {each} điểm cho mỗi đơn vị của {value}, không dưới 0",
           "penalty": "trừ {each} điểm cho mỗi đơn vị của {value}, nhiều nhất {max} điểm", "info": "{value}, không tính điểm"},
    "en": {"capped": "{max} points × ({value}) / {full}, at most {max} points", "linear": "{max} points × ({value}), at most {max} points",
           "floor": "{rest}; 0 points below {floor}", "from": "{points} points from {start}", "above": "{points} points above {start}", "levels": "{value}: {levels}; otherwise 0 points",
           "entered": "points entered by an assessor", "chosen": "option chosen by an assessor: {levels}", "option": "{points} points for {label}",
           "when": "{points} points when {condition}", "else": "otherwise {points} points", "boolean": "{max} points when {condition}, otherwise 0 points",
           "items": "{each} points × things done ({value}), at most {max} points",
           "steps": "{base} points at {start}, {add} more for every {step} of {value}, at most {max} points",
           "mean": "{above} points when {value} is at or above the mean ({mean}), {below} points below it", "peers": "of the units of its group",
           "rank": "rank {value}: {levels}; otherwise 0 points", "to": "{points} points up to rank {to}",
           "cases": "mean over {of}: {cases}", "case": "{points} points × {count}", "parts": "sum of {parts}", "part": "{times} × ({value})", "cap": " (at most {cap})",
           "answers": "{max} points × ({answers}) / all answers, at least {least} answers needed", "answer": "{weight} × {count}",
           "survey": "{max} points × ({value}), at least {least} answers needed", "deduction": "{max} points less {each} for each of {value}, not below 0",
           "penalty": "{each} points off for each of {value}, at most {max} points", "info": "{value}, without points"},
}  # fmt: skip


def formula_text(leaf: Leaf, label: Callable[[str], str], lang: Language, penalty: bool = False) -> str:
    """Return in one sentence how a criterion is scored; `label`: words for a figure."""
    return _Sentence(leaf, Writer(label, lang), lang).text(penalty)


class _Sentence:
    def __init__(self, leaf: Leaf, writer: Writer, lang: Language) -> None:
        self._leaf, self._writer, self._lang = leaf, writer, lang

    def text(self, penalty: bool) -> str:
        curve, top = self._leaf.criterion.curve, self._number(self._leaf.criterion.max)
        match curve:
            case c.Linear() | c.CappedLinear() | c.LinearWithFloor() | c.CappedLinearWithFloor():
                return self._share(curve, top)
            case c.StepCurve() | c.CountStep():
                return self._say("levels", value=self._value(), levels=self._levels(curve))
            case c.Deduction():
                return self._say(
                    "penalty" if penalty else "deduction", max=top, each=self._number(curve.each), value=self._value()
                )
            case c.Survey():
                return self._say("survey", max=top, value=self._value(), least=curve.least)
            case c.Boolean():
                return self._say("boolean", max=top, condition=self._value())
            case c.Ordinal():
                options = (
                    self._say("option", label=o.label.get(self._lang), points=self._number(o.points))
                    for o in curve.options
                )
                return self._say("chosen", levels="; ".join(options))
            case c.Judgement():
                return self._say("entered")
            case c.Info():
                return self._say("info", value=self._value())
            case _:
                return self._other(curve, top)

    def _other(self, curve: c.CurveSpec, top: str) -> str:
        number = self._number
        match curve:
            case c.Checklist():
                return self._say("items", each=number(curve.each), value=self._value(), max=top)
            case c.StepIncrement():
                said = {"base": curve.base, "start": curve.start, "add": curve.add, "step": curve.step}
                return self._say(
                    "steps", value=self._value(), max=top, **{name: number(one) for name, one in said.items()}
                )
            case c.RankBand():
                levels = (
                    self._say("to", to=one.to, points=number(one.points))
                    for one in sorted(curve.levels, key=lambda r: r.to)
                )
                return self._say("rank", value=self._value(), levels="; ".join(levels))
            case _:
                return self._measured(curve, top)

    def _measured(self, curve: c.CurveSpec, top: str) -> str:
        number, write, measure = self._number, self._writer.write, self._leaf.measure
        match measure:
            case m.AboveMean(value, mean) if isinstance(curve, c.RelativeToMean):
                reference = write(mean) if mean else self._say("peers")
                above, below = number(curve.at_or_above), number(curve.below)
                return self._say("mean", value=write(value), mean=reference, above=above, below=below)
            case m.FirstCase(cases, otherwise):
                said = [self._say("when", points=number(points), condition=write(when)) for when, points in cases]
                return "; ".join([*said, self._say("else", points=number(otherwise))])
            case m.MeanOfCases(cases, of, _):
                counts = (self._say("case", points=number(points), count=write(count)) for count, points in cases)
                return self._say("cases", of=write(of), cases=" + ".join(counts))
            case m.SumOfParts(parts):
                return self._say("parts", parts=" + ".join(self._part(*part) for part in parts))
            case m.WeightedAnswers(answers, least):
                terms = (
                    self._say("answer", weight=show_percent(w, self._lang), count=write(count)) for count, w in answers
                )
                return self._say("answers", max=top, answers=" + ".join(terms), least=least)
            case _:
                return self._value()

    def _share(self, curve: c.Linear | c.CappedLinear | c.LinearWithFloor | c.CappedLinearWithFloor, top: str) -> str:
        full = getattr(curve, "full_at", None)
        text = self._say(
            "capped" if full else "linear", max=top, value=self._value(), full=show_percent(full or 1.0, self._lang)
        )
        floor = getattr(curve, "floor", None)
        return self._say("floor", rest=text, floor=show_percent(floor, self._lang)) if floor else text

    def _levels(self, curve: c.StepCurve | c.CountStep) -> str:
        levels: Sequence[c.Level | c.CountLevel] = curve.levels
        said = []
        for level in sorted(levels, key=lambda one: -float(one.from_)):
            ratio = isinstance(level, c.Level)
            start = show_percent(level.from_, self._lang) if ratio else show_number(level.from_, self._lang)
            above = isinstance(level, c.Level) and level.above
            said.append(self._say("above" if above else "from", start=start, points=self._number(level.points)))
        return "; ".join(said)

    def _part(self, formula: t.Numeric, times: float, cap: float | None) -> str:
        text = self._say("part", times=self._number(times), value=self._writer.write(formula))
        return text if cap is None else text + self._say("cap", cap=self._number(cap))

    def _value(self) -> str:
        return self._writer.write(self._leaf.measure.nodes()[0])

    def _number(self, value: float) -> str:
        return show_number(value, self._lang)

    def _say(self, key: str, **said: object) -> str:
        return _WORDS[self._lang][key].format(**said)
