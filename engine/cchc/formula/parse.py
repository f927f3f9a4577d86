"""Text of a formula -> typed tree, by Python's own parser and a white list. Nothing is ever evaluated as Python."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

from cchc.formula import tree as t

Kind = Literal["number", "percent", "date", "flag"]

_ARITHMETIC: dict[type[ast.operator], t.Arithmetic] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARISON: dict[type[ast.cmpop], t.Comparison] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_NUMERIC_CALLS = ("known", "min", "max", "abs", "ceil")
_CONDITION_CALLS = ("given", "matches", "implies")


class FormulaError(ValueError):
    """A formula that cannot be read; the message names the part that is wrong."""


@dataclass(frozen=True)
class Parser:
    """Parses formulas over a fixed vocabulary: name -> kind of its value."""

    kinds: Mapping[str, Kind]
    suggest: Callable[[str], str | None] = lambda _: None

    def condition(self, text: str) -> t.Condition:
        """Return the tree of a condition; raise `FormulaError` if it is not one."""
        return self._condition(_expression(text))

    def number(self, text: str) -> t.Numeric:
        """Return the tree of a number; raise `FormulaError` if it is not one."""
        return self._number(_expression(text))[0]

    def _condition(self, node: ast.expr) -> t.Condition:
        match node:
            case ast.BoolOp(ast.And(), values):
                return t.And(tuple(self._condition(v) for v in values))
            case ast.BoolOp(ast.Or(), values):
                return t.Or(tuple(self._condition(v) for v in values))
            case ast.UnaryOp(ast.Not(), operand):
                return t.Not(self._condition(operand))
            case ast.Compare():
                return self._comparison(node)
            case ast.Call():
                return self._condition_call(node)
            case ast.Name() | ast.Attribute():
                return t.Flag(self._known_name(node, wanted="flag"))
            case _:
                raise FormulaError(f"'{ast.unparse(node)}' không phải là một điều kiện đúng/sai")

    def _comparison(self, node: ast.Compare) -> t.Condition:
        sides = [self._number(side) for side in (node.left, *node.comparators)]
        pairs = zip(pairwise(sides), node.ops, strict=True)
        items = tuple(self._compare(left, right, op) for (left, right), op in pairs)
        return items[0] if len(items) == 1 else t.And(items)

    def _compare(self, left: tuple[t.Numeric, Kind], right: tuple[t.Numeric, Kind], op: ast.cmpop) -> t.Compare:
        if type(op) not in _COMPARISON:
            raise FormulaError("chỉ so sánh được bằng == != < <= > >=")
        if (left[1] == "date") != (right[1] == "date"):
            raise FormulaError("không so sánh được ngày với số")
        return t.Compare(_COMPARISON[type(op)], left[0], right[0])

    def _condition_call(self, node: ast.Call) -> t.Condition:
        function, args = self._call(node)
        if function == "given" and len(args) == 1:
            return t.Given(self._known_name(args[0]))
        if function == "matches" and len(args) == 2:
            return t.Matches(self._known_name(args[0], wanted="percent"), self._number(args[1])[0])
        if function == "implies" and len(args) == 2:
            return t.Or((t.Not(self._condition(args[0])), self._condition(args[1])))
        raise FormulaError(
            f"'{ast.unparse(node)}' không phải là một điều kiện; dùng given(x), matches(x, biểu thức), implies(a, b)"
        )

    def _number(self, node: ast.expr) -> tuple[t.Numeric, Kind]:
        match node:
            case ast.Constant(value) if isinstance(value, int | float) and not isinstance(value, bool):
                return t.Number(float(value)), "number"
            case ast.UnaryOp(ast.USub(), operand):
                return t.Negative(self._plain(operand)), "number"
            case ast.BinOp(left, op, right) if type(op) in _ARITHMETIC:
                return self._binary(_ARITHMETIC[type(op)], self._number(left), self._number(right))
            case ast.Call():
                return self._numeric_call(node)
            case ast.Name() | ast.Attribute():
                name = self._known_name(node)
                if self.kinds[name] == "flag":
                    raise FormulaError(f"'{name}' là điều kiện đúng/sai, không dùng như một số")
                return t.Name(name), self.kinds[name]
            case _:
                raise FormulaError(f"'{ast.unparse(node)}' không phải là một số")

    def _plain(self, node: ast.expr) -> t.Numeric:
        value, kind = self._number(node)
        if kind == "date":
            raise FormulaError(f"'{ast.unparse(node)}' là ngày, ở đây cần một số")
        return value

    def _binary(
        self, op: t.Arithmetic, left: tuple[t.Numeric, Kind], right: tuple[t.Numeric, Kind]
    ) -> tuple[t.Numeric, Kind]:
        dates = (left[1] == "date", right[1] == "date")
        if any(dates) and not (op == "-" or (op == "+" and dates != (True, True))):
            raise FormulaError(f"không tính được phép '{op}' trên ngày")
        if dates == (False, True) and op == "-":
            raise FormulaError("không lấy số trừ ngày được")
        kind: Kind = "date" if any(dates) and dates != (True, True) else "number"
        return t.Binary(op, left[0], right[0]), kind

    def _numeric_call(self, node: ast.Call) -> tuple[t.Numeric, Kind]:
        function, args = self._call(node)
        if function not in _NUMERIC_CALLS:
            raise FormulaError(f"'{function}' không cho ra một số; dùng {', '.join(_NUMERIC_CALLS)}")
        if not args or (function in ("abs", "ceil") and len(args) != 1):
            raise FormulaError(f"'{function}' thiếu hoặc thừa tham số")
        return t.Call(cast(t.Function, function), tuple(self._plain(arg) for arg in args)), "number"

    def _call(self, node: ast.Call) -> tuple[str, list[ast.expr]]:
        known = (*_NUMERIC_CALLS, *_CONDITION_CALLS)
        if not isinstance(node.func, ast.Name) or node.func.id not in known or node.keywords:
            raise FormulaError(f"hàm '{ast.unparse(node.func)}' không có; các hàm: {', '.join(known)}")
        return node.func.id, node.args

    def _known_name(self, node: ast.expr, wanted: Kind | None = None) -> str:
        name = _dotted(node)
        if name not in self.kinds:
            near = self.suggest(name)
            raise FormulaError(f"không có tên '{name}'" + (f", có phải '{near}'?" if near else ""))
        if wanted and self.kinds[name] != wanted:
            words = {"flag": "một điều kiện đúng/sai", "percent": "một tỷ lệ phần trăm"}
            raise FormulaError(f"'{name}' không phải là {words[wanted]}")
        return name


def _expression(text: str) -> ast.expr:
    try:
        return ast.parse(" ".join(text.split()), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(f"không đọc được biểu thức '{text}'") from error


def _dotted(node: ast.expr) -> str:
    match node:
        case ast.Name(name):
            return name
        case ast.Attribute(value, attribute):
            return f"{_dotted(value)}.{attribute}"
        case _:
            raise FormulaError(f"'{ast.unparse(node)}' không phải là một tên")
