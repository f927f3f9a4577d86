"""The forms in which `cchc check` writes its results; each is imported only when it is asked for."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cchc.model.outcome import ReportResult
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape
    from cchc.output.run import Form, Run
    from cchc.packs.pack import Pack


def form_of(
    pack: "Pack", run: "Run", form: str, lang: "Language", every: bool, shape: "CsvShape"
) -> "Form[ReportResult]":
    """Return the writer of a form; `every` is for those that can leave out what passed."""
    if form.startswith("matrix"):
        return _matrix(run, form, lang, shape)
    if form == "csv":
        from cchc.output.check_csv import CheckCsv

        return CheckCsv(run, lang, shape, every)
    if form == "json":
        from cchc.output.check_json import CheckJson

        return CheckJson(run, every)
    if form in ("text", "html"):
        labels = {name: text.get(lang) for name, text in pack.vocabulary.labels.items()}
        return _html(pack, run, labels, lang, every) if form == "html" else _text(run, labels, lang, every)
    return _for_tools(pack, run, form, lang, every)


def _text(run: "Run", labels: Mapping[str, str], lang: "Language", every: bool) -> "Form[ReportResult]":
    from cchc.output.check_text import CheckText

    return CheckText(run, labels, lang, every)


def _html(pack: "Pack", run: "Run", labels: Mapping[str, str], lang: "Language", every: bool) -> "Form[ReportResult]":
    from cchc.answering import report_text
    from cchc.output.check_html import CheckHtml
    from cchc.output.check_html_report import Titles

    parts = {part.id: part.title.get(lang) for outline in pack.outlines.values() for part in outline.parts}
    return CheckHtml(run, Titles(labels, parts), lambda file: report_text(pack, file), lang, every)


def _matrix(run: "Run", form: str, lang: "Language", shape: "CsvShape") -> "Form[ReportResult]":
    from cchc.output.check_matrix import CheckMatrix, CheckMatrixCsv

    return CheckMatrix(run, lang) if form == "matrix" else CheckMatrixCsv(run, lang, shape)


def _for_tools(pack: "Pack", run: "Run", form: str, lang: "Language", every: bool) -> "Form[ReportResult]":
    if form == "sarif":
        from cchc.output.check_sarif import CheckSarif
        from cchc.output.sarif_rules import sarif_rules

        return CheckSarif(run, sarif_rules(pack, lang), lang, every)
    if form == "junit":
        from cchc.output.check_junit import CheckJunit

        return CheckJunit(run, lang)
    from cchc.output.check_github import CheckGithub

    return CheckGithub(run, lang)
