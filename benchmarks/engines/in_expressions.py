"""Expression engines called from Python, a report at a time: zen-engine and CEL. Conclusions and index are made in Python,
which is quicker than asking the engine for them."""

from typing import TYPE_CHECKING, Any

from benchmarks.engines.in_python import ByRow, Told, finishing
from benchmarks.engines.translate import Language, short

from cchc.model.outcome import FAIL, PASS, UNKNOWN

if TYPE_CHECKING:
    from benchmarks.engines.workload import Data, Row, Workload

_ZEN = Language(guard="{name} != null", nonzero="{r} != 0")
_CEL = Language("&&", "||", guard="{name} != null", nonzero="{r} != 0.0")


def _told(language: Language, work: "Workload") -> list[str]:
    pairs = (language.pair(tree) for tree in work.trees)
    return [f"{true} ? {PASS} : {false} ? {FAIL} : {UNKNOWN}" for true, false in pairs]


class _Expressions(ByRow):
    """What both have in common."""

    def take(self, data: "Data") -> "list[Row]":  # type: ignore[override]
        """Return dicts, None where a figure is missing."""
        return [{short(name): value for name, value in row.items()} for row in data.rows]


class Zen(_Expressions):
    """One compiled list expression."""

    name, package = "zen-engine", "zen-engine"

    def load(self, work: "Workload") -> None:
        """Compile it."""
        import zen

        self._checks: Any = zen.compile_expression(f"[{', '.join(_told(_ZEN, work))}]")
        self._finish = finishing(work)

    def run(self, taken: Any) -> list[Told]:
        """Evaluate it for each report."""
        return [self._finish(self._checks.evaluate(row)) for row in taken]


class Cel(_Expressions):
    """A program a check, all over one context: quicker than one list program."""

    name, package = "CEL", "common-expression-language"

    def load(self, work: "Workload") -> None:
        """Compile the programs."""
        import cel

        self._context: Any = cel.Context()
        self._checks = [cel.compile(text).execute for text in _told(_CEL, work)]
        self._finish = finishing(work)

    def run(self, taken: Any) -> list[Told]:
        """Execute them for each report."""
        context, found = self._context, []
        for row in taken:
            context.update(row)
            found.append(self._finish([check(context) for check in self._checks]))
        return found
