"""Findings set aside: with a reason, in full view, without any change of an outcome; and entries that no longer fit."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.triage.results import outcome, place, report

from cchc.intake.suppressions import read_suppressions
from cchc.model.errors import CchcError
from cchc.model.outcome import CheckResult
from cchc.model.triage import Suppression
from cchc.output.suppressions_template import suppressions_template
from cchc.packs.validate import did_you_mean
from cchc.triage.suppress import Entry, Suppressions

CODES = ["DOS101", "DOS102", "ONL301"]
LETTERS = place("II.1", "đoạn 2", "Kết quả xây dựng")
MORE = place("II.6.g", "đoạn 9", "dịch vụ công")
FINDING = outcome("DOS101", "fail", LETTERS, MORE)


def suppressions(*entries: dict[str, Any]) -> Suppressions:
    made = [
        Suppression.model_validate({"code": "DOS101", "reason": "accepted", "by": "reviewer", **e}) for e in entries
    ]
    listed = [Entry(one, "s.yaml", 3 + n) for n, one in enumerate(made)]
    return Suppressions(listed, CODES, lambda code: did_you_mean(code, CODES))


def aside(finding: CheckResult, *entries: dict[str, Any], **about: Any) -> tuple[bool, list[str]]:
    """Return whether a finding is set aside, and what is said about the entries."""
    own = suppressions(*entries)
    (result,) = own.apply(report(finding, **about)).outcomes
    return result.suppressed is not None, list(own.warnings())


@pytest.mark.parametrize(
    "entries",
    [
        [{}],
        [{"code": "dos101"}],
        [{"unit": "sở  mẫu"}],
        [{"report": "*.txt"}],
        [{"part": "II"}],
        [{"part": "II.1"}, {"part": "II.6"}],
        [{"quote": "KET QUA"}, {"quote": "dịch vụ"}],
        [{"until": "2025-04-16"}],
    ],
)
def test_an_entry_that_fits_sets_the_finding_aside(entries: list[dict[str, Any]]) -> None:
    assert aside(FINDING, *entries) == (True, [])


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"unit": "Sở Khác"}, None),
        ({"report": "b.txt"}, None),
        ({"code": "DOS102"}, None),
        ({"part": "II.10"}, "s.yaml:3: DOS101: không còn phát hiện nào khớp"),
        ({"quote": "câu đã xóa"}, "s.yaml:3: DOS101: không còn phát hiện nào khớp"),
        ({"part": "II.1"}, "s.yaml:3: DOS101: chưa bỏ qua được vì phát hiện còn ở chỗ khác: a.txt: II.6.g (đoạn 9)"),
        ({"until": "2025-04-15"}, "s.yaml:3: DOS101: hết hạn từ sau ngày 15/4/2025"),
        ({"code": "DOS110"}, "s.yaml:3: DOS110: không có quy tắc này, có phải 'DOS101'?"),
    ],
)
def test_one_that_does_not_leaves_it_open_and_says_why(entry: dict[str, Any], said: str | None) -> None:
    done, warnings = aside(FINDING, entry)
    assert not done
    assert [w[: len(said)] for w in warnings] == [said] if said else not warnings


def test_a_rule_that_now_passes_makes_its_entry_stale() -> None:
    _, warnings = aside(outcome("DOS101", "pass"), {})
    assert len(warnings) == 1
    assert "không còn phát hiện nào khớp" in warnings[0]


def test_the_reason_goes_with_the_finding() -> None:
    entry = {"reason": "exempt_by_decision", "decision": "12/QĐ-UBND", "until": date(2025, 12, 31)}
    (result,) = suppressions(entry).apply(report(FINDING)).outcomes
    assert result.suppressed is not None
    assert (result.suppressed.decision, result.suppressed.file, result.suppressed.line) == ("12/QĐ-UBND", "s.yaml", 3)


ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"code": st.sampled_from([*CODES, "XXX999"])},
        optional={
            "unit": st.sampled_from(["Sở Mẫu", "Sở Khác"]),
            "part": st.sampled_from(["I", "II", "II.6"]),
            "quote": st.sampled_from(["dịch vụ", "không có"]),
            "until": st.dates(),
        },
    ),
    max_size=5,
)
KINDS = st.sampled_from(["pass", "fail", "unknown", "not_applicable"])
OUTCOMES = st.lists(
    st.builds(
        lambda c, k, p: outcome(c, k, *p), st.sampled_from(CODES), KINDS, st.lists(st.sampled_from([LETTERS, MORE]))
    ),
    max_size=6,
)


@given(ENTRIES, OUTCOMES)
def test_no_entry_changes_an_outcome_a_verdict_or_a_score(
    entries: list[dict[str, Any]], some: list[CheckResult]
) -> None:
    before = report(*some)
    after = suppressions(*entries).apply(before)
    bare = tuple(o.model_copy(update={"suppressed": None}) for o in after.outcomes)
    assert after.model_copy(update={"outcomes": bare}) == before
    assert all(o.outcome == "fail" for o in after.outcomes if o.suppressed)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "s.yaml:1: cần khóa 'suppressions'"),
        ("suppressions:\n- {code: DOS101, by: reviewer}\n", "s.yaml:2: suppressions.0: thiếu khóa 'reason'"),
        ("suppressions:\n- {code: A, by: reviewer, reason: vì}\n", "s.yaml:2: suppressions.0.reason: 'vì' không có; chọn một"),
        ("suppressions:\n- {code: A, reason: accepted, by: reviewer}\n- {code: A, reason: exempt_by_decision, by: reviewer}",
         "s.yaml:3: suppressions.1: lý do exempt_by_decision cần khóa 'decision'"),
        ("suppressions:\n- {code: A, reason: accepted, by: ông Giám đốc}\n", "chọn một trong 'drafter'"),
        ("suppressions:\n- {code: A, reason: accepted, by: reviewer, untill: 2025-01-01}\n", "có phải 'until'?"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_with_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    (tmp_path / "s.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CchcError) as caught:
        read_suppressions(Path("s.yaml"))
    assert message in str(caught.value)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_template_reads_as_it_is_and_filled_in(tmp_path: Path, lang: Any) -> None:
    path = tmp_path / "s.yaml"
    text = suppressions_template(lang)
    path.write_text(text, encoding="utf-8")
    assert read_suppressions(path) == ()
    head, _, example = text.partition("suppressions: []\n")
    path.write_text(head + "\n".join(line[2:] for line in example.splitlines()), encoding="utf-8")
    ((entry, line),) = read_suppressions(path)
    assert (entry.code, entry.reason, entry.until) == ("DIG402", "exempt_by_decision", date(2025, 12, 31))
    assert line is not None
