"""Run `cchc` from a checkout: `python cli.py check sample_reports/seed-2025-04.yaml`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "engine"))

from cchc.cli.main import run

if __name__ == "__main__":
    run()
