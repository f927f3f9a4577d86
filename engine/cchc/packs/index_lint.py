"""What the shape of an index file cannot say: sums, best options, bands, names; each problem with its path."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from cchc.formula import tree as t
from cchc.formula.parse import FormulaError, Parser
from cchc.packs import curve_specs as c
from cchc.packs.curve_lint import curve_problems
from cchc.packs.indices import Band, Bands, Criterion, Group, IndexDef, Lever, Node, Subtotal
from cchc.packs.problem import Path, Problem
from cchc.vietnamese.numbers import show_number

_OF_REPORTS = ("prev", "ytd", "part")
_NOT_FIGURES = ("target", "rate", *_OF_REPORTS)
_MARGIN = 1e-9


def index_problems(index: IndexDef, parser: Parser, sources: Collection[str]) -> list[Problem]:
    """Return every mistake of `index`, in file order.

    `parser` knows the names that formulas may use; `sources` are the documents known outside the file.
    """
    known = {*sources, *(source.id for source in index.sources)}
    top = 100.0 if index.bands.of == "percent" else index.scale or index.total
    problems = [*_total(index), *_codes(index), *_bands(index.bands, top, ("bands",), parser)]
    for n, one in enumerate(index.subtotals):
        problems += _subtotal(one, index, ("subtotals", n), parser)
    problems += _source(index.bands.source.act, ("bands",), known)
    if index.late:
        problems += _source(index.late.source.act, ("late",), known)
    for path, node in _walk(index.domains, ("domains",)):
        problems += _source(node.source.act, path, known)
        if isinstance(node, Group):
            problems += _group(node, path) if node.criteria else ()
        else:
            problems += _criterion(node, path, parser)
    return problems


def _walk(nodes: tuple[Node, ...], path: Path) -> Iterator[tuple[Path, Node]]:
    for position, node in enumerate(nodes):
        yield (*path, position), node
        if isinstance(node, Group):
            yield from _walk(node.criteria, (*path, position, "criteria"))


def _differs(left: float, right: float) -> bool:
    return abs(left - right) > _MARGIN


def _total(index: IndexDef) -> Iterator[Problem]:
    total = sum(domain.max for domain in index.domains if domain.role == "regular")
    if not index.frame_only and _differs(total, index.total):
        yield Problem(
            ("total",), f"các lĩnh vực cộng lại được {show_number(total)} điểm, tổng ghi {show_number(index.total)}"
        )


def _codes(index: IndexDef) -> Iterator[Problem]:
    walked = list(_walk(index.domains, ("domains",)))
    times = Counter(node.code for _, node in walked)
    for path, node in walked:
        if times[node.code] > 1:
            yield Problem((*path, "code"), f"mã tiêu chí '{node.code}' dùng {times[node.code]} lần")


def _source(act: str, path: Path, known: Collection[str]) -> Iterator[Problem]:
    if act not in known:
        yield Problem((*path, "source", "act"), f"không có nguồn '{act}' trong 'sources' hoặc rules/sources.yaml")


def _group(group: Group, path: Path) -> Iterator[Problem]:
    total = sum(node.max for node in group.criteria)
    # A cap may lie below what its bonus criteria or penalties add up to, never above.
    if total < group.max - _MARGIN if group.role != "regular" else _differs(total, group.max):
        shown = f"{show_number(total)} điểm, điểm tối đa ghi {show_number(group.max)}"
        yield Problem((*path, "max"), f"{group.code}: các tiêu chí cộng lại được {shown}")


def _criterion(leaf: Criterion, path: Path, parser: Parser) -> Iterator[Problem]:
    yield from curve_problems(leaf, (*path, "curve"))
    yield from _formula(leaf.value, lambda _: _value(leaf, parser), (*path, "value"), parser)
    yield from _formula(leaf.consistent, parser.condition, (*path, "consistent"), parser)
    yield from _formula(leaf.not_applicable, parser.condition, (*path, "not_applicable"), parser)
    yield from _formula(leaf.otherwise, parser.number, (*path, "otherwise"), parser)
    for text, inner, condition in _curve_formulas(leaf.curve):
        parse = parser.condition if condition else parser.number
        yield from _formula(text, parse, (*path, "curve", *inner), parser)
    if leaf.lever:
        yield from _lever(leaf.lever, (*path, "lever"), parser)
        yield from _pull(leaf, leaf.lever, (*path, "lever", "change"), parser)


def _curve_formulas(curve: c.CurveSpec) -> Iterator[tuple[str, Path, bool]]:
    """Yield the formulas inside a curve: text, where it stands, whether it is a condition."""
    match curve:
        case c.Survey():
            yield curve.responses, ("responses",), False
        case c.Conditional():
            yield from ((case.when, ("cases", n, "when"), True) for n, case in enumerate(curve.cases))
        case c.PerCaseAverage():
            yield from ((case.count, ("cases", n, "count"), False) for n, case in enumerate(curve.cases))
            yield curve.of, ("of",), False
        case c.CompositeSum():
            yield from ((part.value, ("parts", n, "value"), False) for n, part in enumerate(curve.parts))
        case c.SurveyWeighted():
            yield from ((answer.count, ("answers", n, "count"), False) for n, answer in enumerate(curve.answers))
        case c.RelativeToMean() if curve.mean:
            yield curve.mean, ("mean",), False


def _formula(text: str | None, parse: Callable[[str], t.Node], path: Path, parser: Parser) -> Iterator[Problem]:
    try:
        tree = None if text is None else parse(text)
    except FormulaError as error:
        yield Problem(path, str(error))
        return
    for node in () if tree is None else _nodes(tree):
        if isinstance(node, t.Given | t.Matches) or (isinstance(node, t.Call) and node.function == "known"):
            # They turn "not given" into a value, and so a missing figure into points lost or won.
            yield Problem(path, "bộ chỉ số không dùng given, matches, known: số liệu chưa có phải giữ là chưa biết")
        elif isinstance(node, t.Name | t.Flag) and _only_in_reports(node.id, parser):
            yield Problem(path, f"bảng đơn vị không bao giờ có '{node.id}', tiêu chí sẽ không tính được")


def _nodes(tree: t.Node) -> Iterator[t.Node]:
    yield tree
    for child in t.children(tree):
        yield from _nodes(child)


def _only_in_reports(name: str, parser: Parser) -> bool:
    return name.split(".", maxsplit=1)[0] in _OF_REPORTS or parser.kinds[name] in ("flag", "date")


def _pull(leaf: Criterion, lever: Lever, path: Path, parser: Parser) -> Iterator[Problem]:
    """Find a lever that cannot win a point."""
    if isinstance(leaf.curve, c.RelativeToMean | c.RankBand | c.Judgement | c.Ordinal | c.Info):
        yield Problem(path, f"{leaf.code}: loại tính điểm này không có đòn bẩy")
        return
    try:
        trees = [] if leaf.value is None else [_value(leaf, parser)]
        inner = [
            (parser.condition if condition else parser.number)(text)
            for text, _, condition in _curve_formulas(leaf.curve)
        ]
    except FormulaError:
        return
    used = [name for tree in (*trees, *inner) for name in t.names(tree)]
    # What a rate is made of is not known here.
    if not any(name in lever.change or name.startswith("rate.") for name in used):
        yield Problem(path, f"{leaf.code}: đòn bẩy không đổi số liệu nào của 'value', không lấy lại được điểm")


def _value(leaf: Criterion, parser: Parser) -> t.Node:
    text = leaf.value or ""
    return parser.condition(text) if leaf.curve.type == "boolean" else parser.number(text)


def _lever(lever: Lever, path: Path, parser: Parser) -> Iterator[Problem]:
    for name, each in lever.change.items():
        if name not in parser.kinds or name.split(".")[0] in _NOT_FIGURES:
            near = parser.suggest(name)
            hint = f", có phải '{near}'?" if near else ""
            yield Problem((*path, "change", name), f"không có số liệu '{name}'{hint}")
        elif parser.kinds[name] != "number":
            yield Problem(
                (*path, "change", name), f"'{name}' không phải số đếm hay số tiền, không đổi từng đơn vị được"
            )
        elif each == 0:
            yield Problem((*path, "change", name), "mỗi bước phải đổi số liệu, không thể bằng 0")
    for lang in ("vi", "en"):
        if "{n}" not in getattr(lever.say, lang):
            yield Problem((*path, "say", lang), "câu cần có {n}, chỗ ghi số lượng")


def _subtotal(one: Subtotal, index: IndexDef, path: Path, parser: Parser) -> Iterator[Problem]:
    maxima = {leaf.code: leaf.max for leaf in index.leaves()}
    for code in one.codes:
        if code not in maxima:
            yield Problem((*path, "codes"), f"không có tiêu chí '{code}'")
    total = sum(maxima.get(code, 0.0) for code in one.codes)
    if _differs(total, one.max):
        yield Problem(
            (*path, "max"), f"các tiêu chí cộng lại được {show_number(total)} điểm, ghi {show_number(one.max)}"
        )
    if one.bands.of != "points":
        yield Problem((*path, "bands", "of"), "xếp loại của tổng riêng ghi theo điểm: of: points")
    yield from _bands(one.bands, one.max, (*path, "bands"), parser)


def _bands(bands: Bands, top: float, where: Path, parser: Parser) -> Iterator[Problem]:
    levels, path = bands.ascending(), (*where, "levels")
    if levels[0].from_ != 0 or not levels[0].has_from:
        yield Problem(path, f"xếp loại thấp nhất '{levels[0].label.vi}' chưa tính mức 0")
    if _differs(levels[-1].to, top) or not levels[-1].has_to:
        yield Problem(path, f"xếp loại cao nhất '{levels[-1].label.vi}' chưa tính mức {top:g}")
    for low, high in pairwise(levels):
        yield from _neighbours(low, high, path)
    for what, words in (("id", [b.id for b in levels]), ("label", [b.label.vi for b in levels])):
        yield from (Problem(path, f"hai xếp loại cùng {what} '{w}'") for w, n in Counter(words).items() if n > 1)
    if any(b.from_ >= b.to for b in levels):
        yield Problem(path, "có xếp loại mà mức đầu không nhỏ hơn mức cuối")
    if levels[0].conditions:
        yield Problem(path, f"xếp loại thấp nhất '{levels[0].label.vi}' không được có điều kiện")
    for band in levels:
        for text in band.conditions:
            yield from _formula(text, parser.condition, path, parser)


def _neighbours(low: Band, high: Band, path: Path) -> Iterator[Problem]:
    pair = f"'{low.label.vi}' và '{high.label.vi}'"
    if low.to < high.from_ or (low.to == high.from_ and not low.has_to and not high.has_from):
        yield Problem(path, f"giữa {pair} có mức không thuộc xếp loại nào (từ {low.to:g} đến {high.from_:g})")
    elif low.to > high.from_ or (low.has_to and high.has_from):
        yield Problem(path, f"{pair} cùng nhận một mức (quanh {high.from_:g})")
