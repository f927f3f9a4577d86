"""`cchc schema`: the shape of what goes in and what comes out."""

import json
from pathlib import Path

import click

from cchc.cli import chrome, options


@click.command(cls=chrome.Command)
@click.argument(
    "what",
    type=click.Choice(["report", "read", "check", "score", "compare", "against", "lookup"]),
    metavar="[report|read|check|score|compare|against|lookup]",
    default="report",
)
@options.output
def schema(what: str, output: Path | None) -> None:
    """In JSON Schema: report (tệp báo cáo), read (kết quả đọc), check (kết quả kiểm tra), score (bảng điểm), compare (so sánh),
    against (báo cáo đối chiếu với sổ hồ sơ), lookup (tra cứu sổ hồ sơ theo kênh)."""
    options.write(json.dumps(_schema(what), ensure_ascii=False, indent=2) + "\n", output)


def _schema(what: str) -> dict[str, object]:
    if what == "report":
        from cchc.model.report import Report

        return Report.model_json_schema()
    if what == "read":
        from cchc.output.read_json import ReadDocument

        return ReadDocument.model_json_schema(mode="serialization")
    if what == "check":
        from cchc.output.check_json import CheckDocument

        return CheckDocument.model_json_schema(mode="serialization")
    if what == "compare":
        from cchc.model.comparison import Comparison

        return Comparison.model_json_schema(mode="serialization")
    if what in ("against", "lookup"):
        from cchc.model.recounting import Held, LookUp

        return (Held if what == "against" else LookUp).model_json_schema(mode="serialization")
    from cchc.model.scorecard import Scorecard

    return Scorecard.model_json_schema(mode="serialization")
