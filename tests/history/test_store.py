"""The store on real files: what goes in comes out, nothing else is kept, a file that cannot be used is said to be."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.output.test_report_yaml import reports

from cchc.history.store import Store
from cchc.model.errors import InputError
from cchc.model.past import PastReport
from cchc.model.report import Report


def kept(seed: Report, file: str = "a.yaml", **changed: object) -> PastReport:
    return PastReport.of(seed.model_copy(update=changed), file)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kho" / "các kỳ.sqlite")


def outcomes(store: Store, *added: PastReport, replace: bool = False) -> list[str]:
    return [one.outcome for one in store.add(added, replace)]


def test_a_report_comes_out_as_it_went_in(store: Store, seed: Report) -> None:
    assert outcomes(store, kept(seed)) == ["new"]
    assert store.reports() == ((1, kept(seed)),)


def test_the_same_report_again_stands_there_once(store: Store, seed: Report) -> None:
    assert outcomes(store, kept(seed), kept(seed), kept(seed, "b.yaml")) == ["new", "again", "again"]
    assert [one.file for _, one in store.reports()] == ["b.yaml"]


def test_a_new_version_of_a_file_replaces_it_and_another_file_only_on_request(store: Store, seed: Report) -> None:
    other = seed.model_copy(update={"figures": {}})
    assert outcomes(store, kept(seed), kept(other, "b.yaml")) == ["new", "refused"]
    assert store.reports()[0][1].figures
    assert outcomes(store, kept(other)) == ["replaced"]
    assert outcomes(store, kept(seed, "b.yaml"), replace=True) == ["replaced"]
    assert [one.file for _, one in store.reports()] == ["b.yaml"]


def test_removing_names_what_is_not_there_and_then_removes_nothing(store: Store, seed: Report) -> None:
    outcomes(store, kept(seed))
    with pytest.raises(InputError, match="không có báo cáo số 7"):
        store.remove([1, 7])
    assert [one.unit for one in store.remove([1])] == [seed.unit]
    assert store.reports() == ()


def test_no_sentence_of_the_report_is_kept(store: Store, seed: Report) -> None:
    outcomes(store, kept(seed))
    content = store.path.read_bytes().decode("utf-8", "ignore")
    quotes = [one.at.quote for stated in seed.figures.values() for one in stated if one.at and one.at.quote]
    texts = [s.text for s in seed.statements or ()]
    assert quotes
    assert texts
    assert not [words for words in (*quotes, *texts) if words in content]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(report=reports)
def test_any_report_comes_out_as_it_went_in(tmp_path: Path, report: Report) -> None:
    target = tmp_path / "a.sqlite"
    target.unlink(missing_ok=True)
    store = Store(target)
    store.add([PastReport.of(report, "a.yaml")], replace=False)
    assert store.reports() == ((1, PastReport.of(report, "a.yaml")),)


def refused(store: Store, seed: Report) -> str:
    messages = set()
    for use in (store.reports, lambda: store.add([kept(seed)], replace=False)):
        with pytest.raises(InputError) as error:
            use()
        messages.add(error.value.message)
    (message,) = messages
    return message


def test_another_version_is_not_guessed_at(store: Store, seed: Report) -> None:
    outcomes(store, kept(seed))
    with sqlite3.connect(store.path) as database:
        database.execute("PRAGMA user_version = 9")
    assert "phiên bản khác (9" in refused(store, seed)


def test_a_file_of_another_program_stays_as_it_is(store: Store, seed: Report) -> None:
    store.path.parent.mkdir()
    with sqlite3.connect(store.path) as database:
        database.execute("CREATE TABLE other (a)")
    before = store.path.read_bytes()
    assert "không phải kho báo cáo" in refused(store, seed)
    assert store.path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"unit: S\xe1\xbb\x9f M\xe1\xba\xabu\n" * 60, b"SQLite format 3\x00" + b"\xff" * 600]
)
def test_a_file_that_is_none_is_named(store: Store, seed: Report, content: bytes) -> None:
    store.path.parent.mkdir()
    store.path.write_bytes(content)
    assert "không phải kho báo cáo" in refused(store, seed)


def test_broken_content_is_named(store: Store, seed: Report) -> None:
    outcomes(store, kept(seed))
    with sqlite3.connect(store.path) as database:
        database.execute("UPDATE reports SET content = '{\"unit\": 1}'")
    assert "hỏng" in refused(store, seed)


def test_a_store_in_use_is_said_to_be(store: Store, seed: Report) -> None:
    outcomes(store, kept(seed))
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert "chương trình khác" in refused(store, seed)
    finally:
        other.close()


def test_a_store_that_is_not_there_is_not_made_by_asking(store: Store) -> None:
    with pytest.raises(InputError, match="chưa có kho"):
        store.reports()
    assert not store.path.exists()
