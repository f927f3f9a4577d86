"""Runs of any length: results come while later reports are still to be opened, in the order of the files."""

import shutil
from pathlib import Path

from tests.conftest import SAMPLES

from cchc.app import Checked, CheckOptions, check_reports
from cchc.model.outcome import Unreadable
from cchc.packs.pack import Pack

COUNT = 70


def test_results_come_before_all_reports_are_opened(tmp_path: Path, pack: Pack) -> None:
    for n in range(COUNT):
        shutil.copy(SAMPLES / "faulty-2025-04.yaml", tmp_path / f"{n:02}.yaml")
    (tmp_path / "33.yaml").write_text("not: a report", encoding="utf-8")
    opened: list[int] = []
    found = check_reports(pack, [tmp_path], CheckOptions(), lambda done, _: opened.append(done))
    first = next(found)
    assert isinstance(first, Checked)
    assert len(opened) < COUNT / 2
    rest = list(found)
    assert [Path(i.file if isinstance(i, Unreadable) else i.result.file).name for i in [first, *rest]] == [
        f"{n:02}.yaml" for n in range(COUNT)
    ]
    assert [n for n, item in enumerate(rest, start=1) if isinstance(item, Unreadable)] == [33]
    checked = [item for item in rest if isinstance(item, Checked)]
    assert all(item.result.outcomes == first.result.outcomes for item in checked)
