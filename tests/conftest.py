"""Fixtures shared by all rooms: the checkout's own content and the real seed report."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from cchc.app import Checked, CheckOptions, check_reports
from cchc.model.outcome import ReportResult
from cchc.model.report import Report
from cchc.packs.appraisal import appraisal
from cchc.packs.load import load_pack
from cchc.packs.pack import Pack
from cchc.scoring.knowledge import Knowledge

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "sample_reports"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(ROOT)


@pytest.fixture(scope="session")
def seed(pack: Pack) -> Report:
    from cchc.intake.report_file import read_report

    return read_report(SAMPLES / "seed-2025-04.yaml", pack)


def checked(pack: Pack, paths: Sequence[Path]) -> list[ReportResult]:
    """Return what a check says of reports that can all be used."""
    found = list(check_reports(pack, paths, CheckOptions()))
    assert not [item for item in found if not isinstance(item, Checked)]
    return [item.result for item in found if isinstance(item, Checked)]


def knowledge(pack: Pack) -> Knowledge:
    """Return what scorecards of the shipped content are put into words with."""
    return Knowledge(pack.figures, pack.sources, appraisal(pack.root))


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Run as a user who may not read everything, also where the tests run as root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)
