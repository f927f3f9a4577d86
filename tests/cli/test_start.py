"""Help and version must stay quick: nothing heavy is imported for them."""

import subprocess
import sys

import pytest

HEAVY = ("numpy", "pandas", "pydantic", "yaml", "durable", "durable_rules_engine", "tabulate", "rapidfuzz", "openpyxl",
         "lxml", "pypdfium2", "multiprocessing")  # fmt: skip


def imported_by(*arguments: str) -> set[str]:
    code = f"import sys; from cchc.cli.main import run\ntry: run({list(arguments)!r})\nexcept SystemExit: pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = done.stdout.split()
    return {name.partition(".")[0] for name in names} | {name for name in names if name.startswith("cchc.")}


@pytest.mark.parametrize(
    "arguments", [("--help",), ("check", "--help"), ("score", "--help"), ("pack", "--help"), ("read", "--help")]
)
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not imported_by(*arguments) & set(HEAVY)


def test_a_check_imports_neither_pandas_nor_durable_rules_into_this_process() -> None:
    loaded = imported_by("check", "sample_reports/mended-2025-04.yaml", "--format", "json")
    assert "numpy" in loaded
    assert not loaded & {"pandas", "tabulate", "openpyxl"}


def test_a_check_of_structured_reports_imports_nothing_that_reads_documents() -> None:
    loaded = imported_by("check", "sample_reports/mended-2025-04.yaml")
    assert not loaded & {"lxml", "openpyxl", "pypdfium2", "multiprocessing"}
    rooms = (
        "cchc.reading",
        "cchc.wordml",
        "cchc.intake.docx",
        "cchc.intake.pdf",
        "cchc.intake.documents",
        "cchc.workers",
    )
    assert not [name for name in loaded if name.startswith(rooms)]
