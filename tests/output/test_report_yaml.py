"""A structured report written as YAML reads back as the same report, and a person can read it."""

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import SAMPLES

from cchc.app import figure_order
from cchc.intake.report_file import read_report
from cchc.model.figure import Stated
from cchc.model.period import Period
from cchc.model.place import Place
from cchc.model.report import (
    Citation,
    DetailRow,
    Document,
    Event,
    Exclusion,
    Part,
    Previous,
    RepeatedPassage,
    Report,
    Statement,
)
from cchc.model.wording import Mention
from cchc.output.report_yaml import report_yaml
from cchc.packs.pack import Pack


def read_back(tmp_path: Path, text: str, pack: Pack) -> Report:
    path = tmp_path / "r.yaml"
    path.write_text(text, encoding="utf-8")
    return read_report(path, pack)


@pytest.mark.parametrize("name", ["seed", "mended", "faulty"])
def test_the_samples_read_back_as_they_are(tmp_path: Path, pack: Pack, name: str) -> None:
    report = read_report(SAMPLES / f"{name}-2025-04.yaml", pack)
    text = report_yaml(report, figure_order(pack))
    again = read_back(tmp_path, text, pack)
    assert again == report
    roles = [["role" in one.model_fields_set for one in r.citations or ()] for r in (again, report)]
    assert roles[0] == roles[1]
    assert report_yaml(again, figure_order(pack)) == text


def test_it_is_written_as_people_write_it(pack: Pack) -> None:
    report = Report(
        unit="Sở Công Thương", level="department", province="Hà Nam",
        period=Period(kind="month", year=2025, number=4, data_from=date(2025, 3, 15), data_to=date(2025, 4, 14)),
        document=Document(number="45/BC-SCT", issued=date(2025, 4, 16), recipients=("Sở Nội vụ", "Lưu: VT")),
        parts=(Part(id="I", title="CHỈ ĐẠO, ĐIỀU HÀNH"), Part(id="II.2", empty=True)),
        figures={
            "digital.uptake_rate": (Stated.model_validate({"value": "13%", "at": Place(part="II.6")}),),
            "dossiers.received": (
                Stated(value=331, at=Place(part="II.2", detail="đoạn 3", quote="tiếp nhận 331 hồ sơ")),
                Stated(value=40, scope="cấp xã", approx=True, span="year_to_date"),
            ),
            "dossiers.on_time_rate": (Stated.model_validate({"value": "99,38%"}),),
            "dossiers.pending": (Stated(value=9),),
        },
        events=(),
    )  # fmt: skip
    order = ["dossiers.received", "dossiers.pending", "dossiers.on_time_rate", "digital.uptake_rate"]
    assert report_yaml(report, order) == (
        "unit: Sở Công Thương\n"
        "level: department\n"
        "province: Hà Nam\n"
        "period: {kind: month, year: 2025, number: 4, data_from: 2025-03-15, data_to: 2025-04-14}\n"
        "\n"
        "document:\n"
        "  number: 45/BC-SCT\n"
        "  issued: 2025-04-16\n"
        "  recipients: [Sở Nội vụ, 'Lưu: VT']\n"
        "\n"
        "parts:\n"
        "  - {id: I, title: 'CHỈ ĐẠO, ĐIỀU HÀNH'}\n"
        "  - {id: II.2, empty: true}\n"
        "\n"
        "figures:\n"
        "  dossiers.received:\n"
        "    - {value: 331, at: {part: II.2, detail: đoạn 3, quote: tiếp nhận 331 hồ sơ}}\n"
        "    - {value: 40, approx: true, scope: cấp xã, span: year_to_date}\n"
        "  dossiers.pending: 9\n"
        "  dossiers.on_time_rate: '99,38%'\n"
        "  digital.uptake_rate: {value: 13%, at: II.6}\n"
        "\n"
        "events: []\n"
    )


# What a reader of documents can print, and what YAML takes for something else than text.
TRICKY = ("1e5", "010", "1:30", "null", "Yes", "no", "~", "2025-04-16", "- a", "# x", "a: b", "'", '"', "<<", "=", ".5",
          "a\nb", "a\tb", "\u00a0x", "x ", "13%", "12,5", "16/4/2025", "45/BC: x", "1/2 # y", "!a", "&a", "*a", "@", "…", "[x]", "{y}", "0x1F", ".inf", "true")  # fmt: skip
letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="[]{}\ufeff")
texts = st.one_of(st.sampled_from(TRICKY), st.text(letters, min_size=1, max_size=20)).map(
    lambda text: unicodedata.normalize("NFC", text)
)
places = st.builds(Place, part=texts, detail=st.none() | texts, quote=st.none() | texts)
at = st.none() | places
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
periods = st.builds(Period, kind=st.just("month"), year=st.integers(2000, 2100), number=st.integers(1, 12))
spans = st.one_of(
    st.fixed_dictionaries({"span": st.sampled_from(["period", "year_to_date"])}),
    st.fixed_dictionaries({"span": st.just("other"), "period": st.none() | periods}),
)
counts = st.fixed_dictionaries({"value": st.integers(0, 10**12).map(float)})
percents = st.one_of(
    st.builds(lambda v, d: {"value": f"{v:.{d}f}%"}, st.floats(0, 100), st.integers(0, 3)),
    # A reader keeps how many digits were printed, also where the last of them is 0.
    st.builds(
        lambda v, d: {"value": v, "decimals": d, "percent_sign": True},
        st.integers(0, 100).map(float), st.integers(0, 3),
    ),
)  # fmt: skip


def stated(numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[Stated]:
    rest = st.fixed_dictionaries({"approx": st.booleans(), "scope": texts, "at": at})
    return st.builds(lambda n, s, r: Stated.model_validate({**n, **s, **r}), numbers, spans, rest)


def some(one: st.SearchStrategy[Stated]) -> st.SearchStrategy[tuple[Stated, ...]]:
    return st.lists(one, min_size=1, max_size=3).map(tuple)


figures = st.fixed_dictionaries(
    {}, optional={"dossiers.received": some(stated(counts)), "digital.uptake_rate": some(stated(percents))}
)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | st.lists(strategy, max_size=2).map(tuple)


reports = st.builds(
    Report,
    unit=texts,
    level=st.sampled_from(["department", "commune"]),
    province=texts,
    period=periods,
    document=st.builds(
        Document, number=st.none() | texts, issued=st.none() | days, recipients=maybe(texts),
        footnotes=maybe(st.integers(0, 99)), closing_mark=st.none() | st.booleans(),
    ),
    parts=maybe(
        st.builds(Part, id=texts, title=st.none() | texts, empty=st.booleans(), topics=st.none() | st.just(("rotation",)))
    ),
    figures=figures,
    statements=maybe(
        st.builds(
            Statement, kind=st.just("task"), text=texts, at=at, addressees=st.lists(texts, max_size=2).map(tuple),
            deadline=st.none() | days | texts, asked_before=st.booleans(),
        )
    ),
    exclusions=maybe(
        st.builds(
            Exclusion, applies_to=st.just(("dossiers.received",)), procedures=st.lists(texts).map(tuple),
            dossiers=st.none() | st.integers(0, 9), at=at,
        )
    ),
    citations=maybe(
        st.builds(Citation, type=texts, number=st.none() | texts, issued=st.none() | days, term_to=st.none() | st.just(2025))
    ),
    events=maybe(st.builds(Event, name=texts, held=st.none() | days)),
    repeated_passages=maybe(
        st.builds(RepeatedPassage, at=st.tuples(places, places), similarity=st.floats(0, 1))
    ),
    detail_rows=maybe(st.builds(DetailRow, name=texts, figures=figures)),
    evidence=maybe(st.builds(Mention, entry=texts, printed=texts, at=at)),
    previous=st.none() | st.builds(Previous, period=st.none() | periods, figures=figures),
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(report=reports)
def test_any_report_reads_back_as_it_is(tmp_path: Path, pack: Pack, report: Report) -> None:
    assert read_back(tmp_path, report_yaml(report, list(pack.figures)), pack) == report


def test_letterhead_signature_and_layout_come_back(tmp_path: Path, seed: Report, pack: Pack) -> None:
    document = {"national_title": True, "agency_above": "", "agency": "SỞ MẪU", "unpadded_dates": [], "sign_authority": "", "signer_named": False, "digitally_signed": True, "closing_name": "công tác CCHC tháng 4/2025"}  # fmt: skip
    layout = {"page_width": 210.0, "margin_left": 31.7, "font": "Times New Roman", "font_share": 0.98, "first_indent": -10.0, "page_number": "top_center"}  # fmt: skip
    report = Report.model_validate(seed.model_dump(exclude={"document", "layout"}) | {"document": document, "layout": layout})  # fmt: skip
    assert read_back(tmp_path, report_yaml(report, figure_order(pack)), pack) == report
