"""The house stays liveable: short functions, short modules, no trace of a clock or of chance in the engine."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from tests.conftest import ROOT

MODULES = sorted((ROOT / "engine/cchc").rglob("*.py"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def lines(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_has_one_reason_to_exist(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 260
    assert all(lines(f) <= 60 for f in functions(path))


def test_functions_are_short() -> None:
    sizes = sorted(lines(f) for path in MODULES for f in functions(path))
    assert median(sizes) <= 8
    assert sizes[int(len(sizes) * 0.9)] <= 25


def test_the_engine_reads_no_clock_and_throws_no_dice() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        for word in ("datetime.now", "date.today", "time.time", "import random", "np.random", "uuid"):
            assert word not in text, (path, word)
        # Robustness draws weights from a generator with a seed of its own, printed with the result.
        assert "numpy.random" not in text or path.name == "robustness.py", path


def test_the_report_never_leaves_the_machine() -> None:
    for path in MODULES:
        names = {
            n.name
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Import)
            for n in node.names
        }
        assert not {name.partition(".")[0] for name in names} & {
            "socket",
            "urllib",
            "http",
            "requests",
            "httpx",
            "smtplib",
        }, path
