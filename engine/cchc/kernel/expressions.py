"""Write the tree of a formula as C over the value of one row; `cchc.formula.evaluate` says what each node means.

A number is a `double`, NaN where it is not known. A condition is two truth values, known true and known false, as wide as
a number so that a compiler handles several rows at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce

from cchc.formula import tree as t

PRELUDE = """\
#include <math.h>
#include <stdint.h>
#define CLOSE 1e-9
typedef double num;
typedef int64_t bit;
static inline num divided(num l, num r) { return r == 0.0 ? NAN : l / r; }
static inline num lower(num a, num b) { return a != a ? a : b != b ? b : a < b ? a : b; }
static inline num higher(num a, num b) { return a != a ? a : b != b ? b : a > b ? a : b; }
static inline num whole(num a) { return ceil(a - CLOSE); }
static inline num larger(num a, num b) { return a > b ? a : b; }
static inline num slack(num l, num r) { return CLOSE * larger(1.0, larger(fabs(l), fabs(r))); }
"""


@dataclass
class Scope:
    """What a formula reads, each in the order in which it was first asked for: formulas of one shape read alike.

    What is `computed` is stated where it could be computed.
    """

    computed: frozenset[str] = frozenset()
    values: list[str] = field(default_factory=list)
    stated: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    constants: list[float] = field(default_factory=list)

    def value(self, name: str) -> str:
        """Return the C expression of the value of a name in the current row."""
        return f"v{_place(self.values, name)}[i]"

    def given(self, name: str) -> str:
        """Return the C expression of whether a name is stated."""
        if name in self.computed:
            return f"((bit)({self.value(name)} == {self.value(name)}))"
        return f"((bit)s{_place(self.stated, name)}[i])"

    def half(self, name: str) -> str:
        """Return the C expression of half of the last printed digit."""
        return f"h{_place(self.halves, name)}[i]"

    def constant(self, value: float) -> str:
        """Return the C expression of a number that the formula itself holds."""
        self.constants.append(value)
        return f"k{len(self.constants) - 1}"


def _place(names: list[str], name: str) -> int:
    if name not in names:
        names.append(name)
    return names.index(name)


@dataclass
class Writer:
    """Writes one formula as statements that end in a number or a pair of truth values."""

    scope: Scope
    lines: list[str] = field(default_factory=list)

    def number(self, node: t.Numeric) -> str:
        """Return a C expression for a number; what it needs stands in `lines`."""
        match node:
            case t.Number(value):
                return self.scope.constant(value)
            case t.Name(name):
                return self.scope.value(name)
            case t.Negative(operand):
                return f"(-{self.number(operand)})"
            case t.Binary("/", left, right):
                return f"divided({self.number(left)}, {self.number(right)})"
            case t.Binary(op, left, right):
                return f"({self.number(left)} {op} {self.number(right)})"
            case t.Call("known", args):
                return self._known(args)
            case t.Call(function, args):
                return _call(function, [self.number(arg) for arg in args])

    def truth(self, node: t.Condition) -> tuple[str, str]:
        """Return the names of two truth values: whether the condition is known true, and known false."""
        match node:
            case t.Compare(op, left, right):
                return self._compare(op, self.number(left), self.number(right))
            case t.Flag(name):
                value = self.scope.value(name)
                return self._pair(f"{value} == 1.0", f"{value} == 0.0")
            case t.Given(name):
                return self._pair(f"{self.scope.given(name)} != 0", f"{self.scope.given(name)} == 0")
            case t.Matches(name, expected):
                return self._matches(name, expected)
            case t.Not(operand):
                true, false = self.truth(operand)
                return false, true
            case t.And(items):
                truths = [self.truth(item) for item in items]
                return self._pair(" & ".join(yes for yes, _ in truths), " | ".join(no for _, no in truths))
            case t.Or(items):
                truths = [self.truth(item) for item in items]
                return self._pair(" | ".join(yes for yes, _ in truths), " & ".join(no for _, no in truths))

    def _pair(self, true: str, false: str) -> tuple[str, str]:
        n = len(self.lines)
        self.lines.append(f"const bit t{n} = {true}, f{n} = {false};")
        return f"t{n}", f"f{n}"

    def _bound(self, expression: str) -> str:
        n = len(self.lines)
        self.lines.append(f"const num x{n} = {expression};")
        return f"x{n}"

    def _compare(self, op: t.Comparison, left: str, right: str) -> tuple[str, str]:
        a, b = self._bound(left), self._bound(right)
        gap, near = self._bound(f"{a} - {b}"), self._bound(f"slack({a}, {b})")
        # A gap that is not known is neither close nor above nor below.
        close = f"fabs({gap}) <= {near}"
        above, below = f"({gap} > {near})", f"({gap} < -{near})"
        match op:
            case "==":
                return self._pair(close, f"{above} | {below}")
            case "!=":
                return self._pair(f"{above} | {below}", close)
            case "<":
                return self._pair(below, f"({gap} >= -{near})")
            case "<=":
                return self._pair(f"({gap} <= {near})", above)
            case ">":
                return self._pair(above, f"({gap} <= {near})")
            case ">=":
                return self._pair(f"({gap} >= -{near})", below)

    def _matches(self, name: str, expected: t.Numeric) -> tuple[str, str]:
        gap = self._bound(f"fabs({self.scope.value(name)} - {self.number(expected)})")
        allowed = self._bound(f"{self.scope.half(name)} + CLOSE")
        return self._pair(f"{gap} <= {allowed}", f"{gap} > {allowed}")

    def _known(self, args: tuple[t.Numeric, ...]) -> str:
        numbers = [self._bound(self.number(arg)) for arg in args]
        total = self._bound(" + ".join(f"({x} == {x} ? {x} : 0.0)" for x in numbers))
        missing = " & ".join(f"({x} != {x})" for x in numbers)
        unusable = [f"({x} != {x} & {self.scope.given(a.id)} != 0)" for x, a in _named(numbers, args)]
        return self._bound(f"({' | '.join([f'({missing})', *unusable])}) ? NAN : {total}")


def _named(numbers: Sequence[str], args: Sequence[t.Numeric]) -> Iterator[tuple[str, t.Name]]:
    yield from ((x, arg) for x, arg in zip(numbers, args, strict=True) if isinstance(arg, t.Name))


def _call(function: t.Function, args: list[str]) -> str:
    match function:
        case "min":
            return reduce(lambda a, b: f"lower({a}, {b})", args)
        case "max":
            return reduce(lambda a, b: f"higher({a}, {b})", args)
        case "abs":
            return f"fabs({args[0]})"
        case "ceil":
            return f"whole({args[0]})"
        case "known":
            raise AssertionError("needs to know what is stated: Writer._known")
