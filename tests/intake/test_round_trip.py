"""A report written back is the same report, and is judged the same."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import checked

from cchc.intake.report_file import read_report
from cchc.model.figure import Stated
from cchc.model.outcome import ReportResult
from cchc.model.report import Report
from cchc.packs.pack import Pack


def as_yaml(report: Report) -> str:
    return yaml.safe_dump(report.model_dump(mode="json"), allow_unicode=True, sort_keys=False)


def as_json(report: Report) -> str:
    return json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent="\t")


@pytest.mark.parametrize(("write", "suffix"), [(as_yaml, "yaml"), (as_json, "json")])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_written_is_read_back_the_same(
    write: Callable[[Report], str], suffix: str, data: st.DataObject, pack: Pack, seed: Report
) -> None:
    figures = data.draw(st.sets(st.sampled_from(sorted(seed.figures))), label="figures kept")
    left_out = data.draw(st.sets(st.sampled_from(["statements", "parts", "citations", "exclusions", "events"])))
    report = seed.model_copy(
        update={"figures": {f: seed.figures[f] for f in sorted(figures)}} | dict.fromkeys(left_out)
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"r.{suffix}"
        path.write_text(write(report), encoding="utf-8")
        assert read_report(path, pack) == report


@given(
    value=st.decimals(0, 100, places=2, allow_nan=False),
    decimals=st.integers(0, 2),
    sign=st.booleans(),
    approx=st.booleans(),
)
def test_a_figure_keeps_its_printed_digits(value: float, decimals: int, sign: bool, approx: bool) -> None:
    printed = f"{value:.{decimals}f}"
    stated = Stated.model_validate({"value": f"{printed}%" if sign else float(printed), "approx": approx})
    assert Stated.model_validate(json.loads(stated.model_dump_json())) == stated


def test_a_report_written_back_has_the_same_outcomes(tmp_path: Path, pack: Pack, seed: Report) -> None:
    def judged(text: str, name: str) -> ReportResult:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        (report,) = checked(pack, [path])
        return report.model_copy(update={"file": ""})

    first = judged(as_yaml(seed), "r.yaml")
    assert first == judged(as_json(seed), "r.json")
    source = Path(__file__).resolve().parents[2] / "sample_reports/seed-2025-04.yaml"
    (original,) = checked(pack, [source])
    assert first == original.model_copy(update={"file": ""})
