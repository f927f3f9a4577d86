"""A baseline: known findings are marked, new ones are not, mended ones are counted, and nothing is lost on disk."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.triage.results import outcome, place, report

from cchc.intake.baseline import read_baseline
from cchc.model.errors import CchcError
from cchc.model.outcome import ReportResult
from cchc.model.triage import Compared, Suppressed
from cchc.output.baseline_json import baseline_json
from cchc.triage.known import KnownFindings, baseline_of, known_report

KINDS = st.sampled_from(["pass", "fail", "unknown", "not_applicable"])
OUTCOMES = st.builds(
    lambda code, kind, part, quote: outcome(code, kind, place(part, None, quote)),
    st.sampled_from(["DOS101", "DOS102", "ONL301"]),
    KINDS,
    st.sampled_from(["I", "II.2"]),
    st.text(max_size=8),
)
REPORTS = st.lists(
    st.builds(
        lambda outcomes, unit, month: report(*outcomes, unit=unit, period=f"month-2025-{month:02}"),
        st.lists(OUTCOMES, max_size=4),
        st.sampled_from(["Sở A", "Sở B"]),
        st.integers(1, 12),
    ),
    max_size=4,
)


def known(*before: ReportResult) -> KnownFindings:
    return KnownFindings(baseline_of([known_report(one) for one in before]))


def compared(result: ReportResult) -> Compared:
    assert result.compared is not None
    return result.compared


@given(REPORTS)
def test_what_was_written_is_read_back_and_nothing_of_it_is_new(
    tmp_path_factory: pytest.TempPathFactory, reports: list[ReportResult]
) -> None:
    path = tmp_path_factory.mktemp("b") / "known.json"
    written = baseline_of([known_report(one) for one in reports])
    path.write_text(baseline_json(written), encoding="utf-8")
    back = read_baseline(path)
    assert back == written
    for one in reports:
        again = KnownFindings(back).compare(one)
        assert compared(again).new == 0
        assert compared(again).known == sum(o.outcome == "fail" for o in one.outcomes)
        assert [o.outcome for o in again.outcomes] == [o.outcome for o in one.outcomes]


@given(REPORTS, st.randoms())
def test_the_order_of_reports_changes_nothing(reports: list[ReportResult], chance: Random) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)
    one, other = (baseline_json(baseline_of([known_report(r) for r in some])) for some in (reports, shuffled))
    assert one == other


def test_new_known_mended_and_what_can_no_longer_be_judged() -> None:
    before = report(*(outcome(code, "fail", place("I")) for code in ("DOS101", "DOS102", "DOS103", "DOS104", "DOS105")))
    now = report(
        outcome("DOS101", "fail", place("I", "đoạn 7")),
        outcome("DOS102", "fail", place("II")),
        outcome("DOS103", "pass"),
        outcome("DOS104", "unknown"),
        outcome("DOS105", "not_applicable"),
        outcome("DOS106", "pass"),
    )
    result = known(before).compare(now)
    assert compared(result) == Compared(known=1, new=1, mended=("DOS103",), undetermined=("DOS104", "DOS105"))
    assert [o.code for o in result.outcomes if o.known] == ["DOS101"]
    assert [o.code for o in result.outcomes if o.open] == ["DOS102"]


def test_what_was_not_asked_for_is_not_mended() -> None:
    assert compared(known(report(outcome("DOS101"))).compare(report(outcome("ONL301", "pass")))).mended == ()


def test_mended_is_counted_against_the_same_period_if_there_is_one() -> None:
    april = report(outcome("DOS101", "pass"), period="month-2025-04")
    march = report(outcome("DOS101"), period="month-2025-03")
    assert compared(known(march).compare(april)).mended == ("DOS101",)
    assert compared(known(march, april).compare(april)).mended == ()


def test_what_is_set_aside_is_not_known() -> None:
    why = Suppressed(reason="accepted", by="reviewer", file="s.yaml")
    aside = outcome().model_copy(update={"suppressed": why})
    assert known_report(report(aside)).findings == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "không phải danh sách phát hiện đã biết"),
        ('{"reports": []}', "không phải danh sách phát hiện đã biết"),
        ('{\n"cchc_baseline": 2, "reports": []}', ":2: danh sách này thuộc phiên bản 2"),
        ('{"cchc_baseline": 1}', "thiếu khóa 'reports'"),
        ('{"cchc_baseline": 1, "reports": [{"unit": "A"', "sai cú pháp"),
        (json.dumps({"cchc_baseline": 1, "reports": [], "extra": 1}), "không có khóa 'extra'"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CchcError, match=r"known\.json") as caught:
        read_baseline(path)
    assert message in str(caught.value)
