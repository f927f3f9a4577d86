"""The six months and the quarter of `sample_reports/history`: every break put in is found, and no other."""

import re
from pathlib import Path

import pytest
from tests.conftest import SAMPLES

from cchc.app import Checked, CheckOptions, check_reports
from cchc.earlier import add_reports, open_earlier
from cchc.history.library import Library
from cchc.history.store import Store
from cchc.model.extraction import Hints
from cchc.packs.pack import Pack

FOLDER = SAMPLES / "history"
BREAKS = re.findall(r"^\| (\S+\.txt) \| (TRD\d+) \|", (FOLDER / "README.md").read_text("utf-8"), flags=re.MULTILINE)


def findings(pack: Pack, history: Library) -> set[tuple[str, str]]:
    checked = list(check_reports(pack, [FOLDER], CheckOptions(select=("TRD",), history=history)))
    assert len(checked) == 7
    results = [one.result for one in checked if isinstance(one, Checked)]
    return {(Path(r.file).name, o.code) for r in results for o in r.outcomes if o.outcome == "fail"}


@pytest.fixture(scope="module")
def library(pack: Pack) -> Library:
    earlier = open_earlier(pack, FOLDER, Hints())
    assert earlier.notes == ()
    return earlier.library


def test_each_break_is_found_and_nothing_else(pack: Pack, library: Library) -> None:
    assert len(BREAKS) == 11
    assert findings(pack, library) == set(BREAKS)


def test_without_a_history_reports_of_one_run_are_no_past_of_each_other(pack: Pack) -> None:
    assert findings(pack, Library()) == set()


def test_a_store_says_the_same_as_the_folder(pack: Pack, tmp_path: Path) -> None:
    store = Store(tmp_path / "a.sqlite")
    added, unreadable = add_reports(pack, [FOLDER], store, Hints(), replace=False)
    assert ([one.outcome for one in added], unreadable) == (["new"] * 7, ())
    assert findings(pack, open_earlier(pack, store.path, Hints()).library) == set(BREAKS)


@pytest.mark.parametrize("missing", ["2024-11.txt", "2025-02.txt"])
def test_a_missing_month_makes_what_needs_it_unknown(pack: Pack, library: Library, missing: str) -> None:
    gap = Library(tuple(one for one in library.reports if Path(one.file).name != missing))
    assert findings(pack, gap) < set(BREAKS)


def test_a_finding_names_the_earlier_file_and_the_copied_sentences(pack: Pack, library: Library) -> None:
    options = CheckOptions(select=("TRD710", "TRD701"), history=library)
    december, january = (
        one.result
        for one in check_reports(pack, [FOLDER / "2024-12.txt", FOLDER / "2025-01.txt"], options)
        if isinstance(one, Checked)
    )
    carried = next(o for o in december.outcomes if o.code == "TRD701")
    assert any(p.part == "báo cáo tháng 11/2024" and "2024-11.txt" in (p.detail or "") for p in carried.places)
    copied = next(o for o in january.outcomes if o.code == "TRD710")
    assert "9 câu" in copied.message
    assert "báo cáo tháng 12/2024" in copied.message
    assert "mục IV (2 câu)" in copied.message
    assert any((p.quote or "").startswith("Kỷ luật phát ngôn") for p in copied.places)
