"""Whole outputs on the samples, byte for byte: a change of any word shows here.

When a change is meant, write the files anew and read the difference: `CCHC_GOLDEN=write .venv/bin/pytest tests/output`.
"""

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.conftest import ROOT

from cchc.cli.main import main

GOLDEN = Path(__file__).parent / "golden"
EXPECTED = ROOT / "sample_reports/expected"
# What a user of the samples is to see stands beside them; the other formats and languages stand here.
SAMPLE_CALLS = {
    "seed-2025-04.txt": "check sample_reports/seed-2025-04.yaml",
    "mended-2025-04.txt": "check sample_reports/mended-2025-04.yaml",
    "faulty-2025-04.txt": "check sample_reports/faulty-2025-04.yaml",
    "units-2025.csv": "score sample_reports/units-2025.csv --format csv",
}
CALLS = {
    "check-folder.en.txt": "check sample_reports/*.yaml --lang en",
    "check-mended-all.txt": "check sample_reports/mended-2025-04.yaml --all",
    "check-mended.json": "check sample_reports/mended-2025-04.yaml --format json",
    "check-seed-online.json": "check sample_reports/seed-2025-04.yaml --format json --select ONL",
    "check-folder.csv": "check sample_reports/*.yaml --format csv",
    "score.txt": "score sample_reports/units-2025.csv",
    "score.en.txt": "score sample_reports/units-2025.csv --lang en",
    "score.json": "score tests/data/two-units.csv --format json",
    "score.md": "score tests/data/two-units.csv --format markdown",
    "score.html": "score tests/data/two-units.csv --format html",
    "score-explain.txt": "score tests/data/two-units.csv --explain VP",
    "score-settlement.txt": "score sample_reports/seed-2025-04.yaml --index settlement-tt01",
    "explain.txt": "explain ONL301",
    "template-report.yaml": "template report",
    "template-units.csv": "template units",
}


def output_of(call: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    # Relative paths, so that the outputs are the same in every checkout.
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, call.split())
    assert result.exit_code in (0, 1), result.output
    # Which of the two engines ran depends on the machine; what they conclude does not.
    text = re.sub(r'"engine": "[^"]+"', '"engine": "…"', result.stdout)
    return re.sub(r'"note": (null|"[^"]*"),?\n    }', '"note": …\n    }', text).encode()


@pytest.mark.parametrize(
    ("file", "call"),
    [
        *((GOLDEN / name, call) for name, call in CALLS.items()),
        *((EXPECTED / n, call) for n, call in SAMPLE_CALLS.items()),
    ],
    ids=[*CALLS, *SAMPLE_CALLS],
)
def test_output_is_as_it_was(file: Path, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = output_of(call, monkeypatch)
    if os.environ.get("CCHC_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(written)
    assert written.decode() == file.read_bytes().decode()


def test_no_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CALLS)
    assert {path.name for path in EXPECTED.iterdir()} == set(SAMPLE_CALLS)
