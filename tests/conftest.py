"""Fixtures shared by all rooms: the checkout's own content and the real seed report."""

from pathlib import Path

import pytest

from cchc.model.report import Report
from cchc.packs.load import load_pack
from cchc.packs.pack import Pack

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_reports"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(ROOT)


@pytest.fixture(scope="session")
def seed(pack: Pack) -> Report:
    from cchc.intake.report_file import read_report

    return read_report(SAMPLES / "seed-2025-04.yaml", pack)
