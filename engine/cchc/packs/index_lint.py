"""What the shape of an index file cannot say: sums, best options, bands, names; each problem with its path."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from cchc.formula import tree as t
from cchc.formula.parse import FormulaError, Parser
from cchc.packs.indices import (
    Bands,
    CappedLinearWithFloor,
    CountStep,
    Criterion,
    Group,
    IndexDef,
    Lever,
    LinearWithFloor,
    Node,
    StepCurve,
    Survey,
)
from cchc.vietnamese.numbers import show_number

Path = tuple[str | int, ...]
_OF_REPORTS = ("prev", "ytd", "part")
_NOT_FIGURES = ("target", "rate", *_OF_REPORTS)
_MARGIN = 1e-9


@dataclass(frozen=True)
class Problem:
    """A mistake in an index file, and where it is: `("domains", 0, "criteria", 2, "max")`."""

    path: Path
    message: str


def index_problems(index: IndexDef, parser: Parser, sources: Collection[str]) -> list[Problem]:
    """Return every mistake of `index`, in file order.

    `parser` knows the names that formulas may use; `sources` are the documents known outside the file.
    """
    known = {*sources, *(source.id for source in index.sources)}
    problems = [*_total(index), *_codes(index), *_bands(index.bands)]
    problems += _source(index.bands.source.act, ("bands",), known)
    for path, node in _walk(index.domains, ("domains",)):
        problems += _source(node.source.act, path, known)
        problems += _group(node, path) if isinstance(node, Group) else _criterion(node, path, parser)
    return problems


def _walk(nodes: tuple[Node, ...], path: Path) -> Iterator[tuple[Path, Node]]:
    for position, node in enumerate(nodes):
        yield (*path, position), node
        if isinstance(node, Group):
            yield from _walk(node.criteria, (*path, position, "criteria"))


def _differs(left: float, right: float) -> bool:
    return abs(left - right) > _MARGIN


def _total(index: IndexDef) -> Iterator[Problem]:
    total = sum(domain.max for domain in index.domains)
    if _differs(total, index.total):
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
    if _differs(total, group.max):
        shown = f"{show_number(total)} điểm, điểm tối đa ghi {show_number(group.max)}"
        yield Problem((*path, "max"), f"{group.code}: các tiêu chí cộng lại được {shown}")


def _criterion(leaf: Criterion, path: Path, parser: Parser) -> Iterator[Problem]:
    yield from _curve(leaf, (*path, "curve"))
    yield from _formula(leaf.value, lambda _: _value(leaf, parser), (*path, "value"), parser)
    yield from _formula(leaf.consistent, parser.condition, (*path, "consistent"), parser)
    yield from _formula(leaf.not_applicable, parser.condition, (*path, "not_applicable"), parser)
    if isinstance(leaf.curve, Survey):
        yield from _formula(leaf.curve.responses, parser.number, (*path, "curve", "responses"), parser)
    if leaf.lever:
        yield from _lever(leaf.lever, (*path, "lever"), parser)
        yield from _pull(leaf, leaf.lever, (*path, "lever", "change"), parser)


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
    try:
        used = () if leaf.value is None else t.names(_value(leaf, parser))
    except FormulaError:
        return
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


def _curve(leaf: Criterion, path: Path) -> Iterator[Problem]:
    curve = leaf.curve
    if isinstance(curve, StepCurve | CountStep):
        yield from _levels(leaf, curve, path)
    if isinstance(curve, LinearWithFloor) and curve.floor > 1:
        yield Problem((*path, "floor"), "mức sàn lớn hơn 100%, không đơn vị nào có điểm")
    if isinstance(curve, CappedLinearWithFloor) and curve.floor > curve.full_at:
        yield Problem((*path, "floor"), "mức sàn lớn hơn mức đạt điểm tối đa")


def _levels(leaf: Criterion, curve: StepCurve | CountStep, path: Path) -> Iterator[Problem]:
    levels = sorted((float(level.from_), level.points) for level in curve.levels)
    best = max(points for _, points in levels)
    if _differs(best, leaf.max):
        shown = f"{show_number(best)} điểm, điểm tối đa của tiêu chí là {show_number(leaf.max)}"
        yield Problem((*path, "levels"), f"{leaf.code}: mức cao nhất được {shown}")
    if len({start for start, _ in levels}) < len(levels):
        yield Problem((*path, "levels"), f"{leaf.code}: có hai mức bắt đầu từ cùng một giá trị")
    points = [p for _, p in levels] if levels[0][0] == 0 else [0.0, *(p for _, p in levels)]
    if points not in (sorted(points), sorted(points, reverse=True)):
        yield Problem((*path, "levels"), f"{leaf.code}: điểm các mức lúc tăng lúc giảm")


def _bands(bands: Bands) -> Iterator[Problem]:
    levels = bands.ascending()
    path: Path = ("bands", "levels")
    if levels[0].from_ != 0 or not levels[0].has_from:
        yield Problem(path, f"xếp loại thấp nhất '{levels[0].label.vi}' chưa tính mức 0")
    if levels[-1].to != 100 or not levels[-1].has_to:
        yield Problem(path, f"xếp loại cao nhất '{levels[-1].label.vi}' chưa tính mức 100")
    for low, high in pairwise(levels):
        pair = f"'{low.label.vi}' và '{high.label.vi}'"
        if low.to < high.from_ or (low.to == high.from_ and not low.has_to and not high.has_from):
            yield Problem(path, f"giữa {pair} có mức không thuộc xếp loại nào (từ {low.to:g} đến {high.from_:g})")
        elif low.to > high.from_ or (low.has_to and high.has_from):
            yield Problem(path, f"{pair} cùng nhận một mức (quanh {high.from_:g})")
    for what, words in (("id", [b.id for b in levels]), ("label", [b.label.vi for b in levels])):
        yield from (Problem(path, f"hai xếp loại cùng {what} '{w}'") for w, n in Counter(words).items() if n > 1)
    if any(b.from_ >= b.to for b in levels):
        yield Problem(path, "có xếp loại mà mức đầu không nhỏ hơn mức cuối")
