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
CALLS = {
    "check-seed.txt": "check sample_reports/seed-2025-04.yaml",
    "check-mended.txt": "check sample_reports/mended-2025-04.yaml",
    "check-faulty.txt": "check sample_reports/faulty-2025-04.yaml",
    "check-folder.en.txt": "check sample_reports --lang en",
    "check-mended-all.txt": "check sample_reports/mended-2025-04.yaml --all",
    "check-mended.json": "check sample_reports/mended-2025-04.yaml --format json",
    "check-seed-online.json": "check sample_reports/seed-2025-04.yaml --format json --select ONL",
    "check-folder.csv": "check sample_reports --format csv",
    "score.txt": "score sample_reports/units-2025.csv",
    "score.en.txt": "score sample_reports/units-2025.csv --lang en",
    "score.json": "score sample_reports/units-2025.csv --format json",
    "score.csv": "score sample_reports/units-2025.csv --format csv",
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


@pytest.mark.parametrize(("name", "call"), CALLS.items())
def test_output_is_as_it_was(name: str, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = output_of(call, monkeypatch)
    if os.environ.get("CCHC_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / name).write_bytes(written)
    assert written.decode() == (GOLDEN / name).read_bytes().decode()


def test_no_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(CALLS)
