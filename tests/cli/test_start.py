"""Help and version must stay quick: nothing heavy is imported for them."""

import subprocess
import sys

import pytest

HEAVY = ("numpy", "pandas", "pydantic", "yaml", "durable", "durable_rules_engine", "tabulate", "rapidfuzz", "openpyxl")


def imported_by(*arguments: str) -> set[str]:
    code = f"import sys; from cchc.cli.main import run\ntry: run({list(arguments)!r})\nexcept SystemExit: pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("score", "--help"), ("pack", "--help")])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not imported_by(*arguments) & set(HEAVY)


def test_a_check_imports_neither_pandas_nor_durable_rules_into_this_process() -> None:
    loaded = imported_by("check", "sample_reports/mended-2025-04.yaml", "--format", "json")
    assert "numpy" in loaded
    assert not loaded & {"pandas", "tabulate", "openpyxl"}
