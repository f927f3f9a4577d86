"""Every sample is what its builder makes, and its truth stands in its text and adds up, but for the faults put in."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from lxml import etree, html
from openpyxl import load_workbook
from tests.conftest import ROOT
from tests.samples import rebuild, truth_file
from tests.samples.marks import Truth, compose

from cchc.packs.pack import Pack

DOCUMENTS = ROOT / "sample_reports/documents"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNITS = rebuild.units()
IDENTITIES = (
    ("received", ("carried_over", "new")),
    ("new", ("new_online", "new_direct_postal")),
    ("resolved", ("resolved_early", "resolved_on_time", "resolved_late")),
    ("resolved", ("resolved_early_or_on_time", "resolved_late")),
    ("pending", ("pending_in_time", "pending_overdue")),
    ("received", ("resolved", "pending")),
)


def built(name: str, folder: Path) -> tuple[Path, Truth]:
    """Build a sample in a folder; of the PDF only the Word file it comes from, for LibreOffice may be absent."""
    module = rebuild.builder(name)
    if hasattr(module, "build_word"):
        path = folder / f"{Path(module.FILE).stem}.docx"
        return path, module.build_word(path, UNITS)
    path = folder / module.FILE
    return path, module.build(path, UNITS)


def truth_of(name: str) -> Any:
    path = DOCUMENTS / f"{Path(rebuild.builder(name).FILE).stem}.truth"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def word_lines(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        for name in sorted(package.namelist()):
            if re.fullmatch(r"word/(document|footnotes|header\d|footer\d)\.xml", name):
                for one in etree.fromstring(package.read(name)).iter(f"{W}p"):
                    runs = (t for t in one.iter(f"{W}t", f"{W}br") if next(t.iterancestors(f"{W}p")) is one)
                    yield compose("".join("\n" if t.tag == f"{W}br" else t.text or "" for t in runs))


def lines(path: Path) -> list[str]:
    """The text of a document of any format, line by line, in composed letters."""
    if path.suffix == ".docx":
        return list(word_lines(path))
    if path.suffix == ".xlsx":
        rows = (row for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True))
        return [str(value) for row in rows for value in row if value is not None]
    if path.suffix == ".pdf":
        return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path)]
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = str(html.fromstring(text.encode()).xpath("string()"))
    return [compose(text)]


def words(path: Path) -> Counter[str]:
    """Words without digits: a footnote mark and the year before it are one word in a PDF."""
    return Counter(word for line in lines(path) for word in re.findall(r"[^\W\d]+", compose(line)))


def spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", rebuild.NAMES)
def test_the_document_is_what_its_builder_makes(name: str, tmp_path: Path) -> None:
    made, _ = built(name, tmp_path)
    kept = DOCUMENTS / rebuild.builder(name).FILE
    if kept.suffix == ".docx":
        with zipfile.ZipFile(made) as a, zipfile.ZipFile(kept) as b:
            assert a.namelist() == b.namelist()
            assert all(a.read(part) == b.read(part) for part in a.namelist())
    elif kept.suffix == ".xlsx":
        assert cells(made) == cells(kept)
    elif kept.suffix == ".pdf":
        assert not words(made) - words(kept)
    else:
        assert made.read_bytes() == kept.read_bytes()


def cells(path: Path) -> list[tuple[str, str, object, str]]:
    return [
        (sheet.title, cell.coordinate, cell.value, cell.number_format)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
    ]


@pytest.mark.parametrize("name", rebuild.NAMES)
def test_the_truth_file_is_what_its_builder_marks(name: str, tmp_path: Path) -> None:
    module = rebuild.builder(name)
    _, truth = built(name, tmp_path)
    for entry in truth.figures if module.FILE.endswith(".pdf") else ():
        entry.pop("place", None)
    assert truth_file.text(truth) == (DOCUMENTS / f"{Path(module.FILE).stem}.truth").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", rebuild.NAMES)
def test_every_number_of_the_text_is_a_figure_or_a_trap(name: str, tmp_path: Path) -> None:
    _, truth = built(name, tmp_path)
    assert truth.loose == []


@pytest.mark.parametrize("name", rebuild.NAMES)
def test_every_quote_stands_in_the_document(name: str) -> None:
    path = DOCUMENTS / rebuild.builder(name).FILE
    if path.suffix == ".xlsx":
        return  # cells hold numbers; the test of the builder compares them
    text = spaceless("\n".join(lines(path)))
    truth = truth_of(name)
    for entry in (*truth["figures"], *truth["not_figures"]):
        assert spaceless(entry["quote"]) in text, entry


@pytest.mark.parametrize("name", rebuild.NAMES)
def test_parts_are_of_the_outline_and_levels_of_the_model(name: str, pack: Pack) -> None:
    truth = truth_of(name)
    known = {part.id for outline in pack.outlines.values() for part in outline.parts}
    assert {part["id"] for part in truth["parts"]} <= known
    assert len({part["id"] for part in truth["parts"]}) == len(truth["parts"])
    assert {figure["part"] for figure in truth["figures"]} <= known | {"mở đầu", "kết thúc"}


def stated(truth: Any) -> dict[tuple[str, str, str], dict[str, set[float]]]:
    """Exact dossier figures per scope and period."""
    found: dict[tuple[str, str, str], dict[str, set[float]]] = {}
    for figure in truth["figures"]:
        group, _, name = figure["id"].partition(".")
        if group == "dossiers" and not figure["approx"]:
            where = (figure["scope"], figure["span"], figure.get("period", ""))
            found.setdefault(where, {}).setdefault(name, set()).add(figure["value"])
    return found


@pytest.mark.parametrize("name", rebuild.NAMES)
def test_figures_add_up_but_for_the_faults_put_in(name: str) -> None:
    truth = truth_of(name)
    seeded = {figure.removeprefix("dossiers.") for fault in truth["seeded"] for figure in fault["figures"]}
    for figures in stated(truth).values():
        for total, terms in IDENTITIES:
            if {total, *terms} <= figures.keys() and not {total, *terms} & seeded:
                assert figures[total] == {sum(max(figures[term]) for term in terms)}, (total, figures)


def test_the_faults_put_in_are_there() -> None:
    """Named by hand: sample, total, terms, difference."""
    faults = (
        ("build_so_giao_duc", "resolved", ("resolved_early", "resolved_on_time", "resolved_late"), 5),
        ("build_phuong_kinh_bac", "received", ("resolved", "pending"), 10),
        ("build_so_nong_nghiep", "pending", ("pending_in_time", "pending_overdue"), 10),
    )
    for name, total, terms, difference in faults:
        figures = stated(truth_of(name))[("own", "period", "")]
        assert max(figures[total]) - sum(max(figures[term]) for term in terms) == difference
    assert stated(truth_of("build_so_xay_dung"))[("own", "period", "")]["received"] == {2543, 2534}
    assert stated(truth_of("build_so_ke_hoach"))[("own", "period", "")]["resolved"] == {3905, 3950}
