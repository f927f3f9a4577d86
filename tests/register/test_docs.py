"""`docs/register.md` says of every figure of a register what it counts."""

import re

from tests.conftest import ROOT

from cchc.packs.register_words import COLUMNS
from cchc.register.clock import Rules
from cchc.register.definitions import definitions


def test_every_figure_is_told_and_no_other() -> None:
    text = (ROOT / "docs/register.md").read_text(encoding="utf-8")
    table = text.partition("## Từng số liệu")[2].partition("## Đối chiếu")[0]
    told = {
        name
        for line in table.splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`([a-z_.]+)`", line.split("|")[1])
    }
    rules = Rules(
        COLUMNS,
        working_days=False,
        due_includes_supplements=False,
        undated_in_time=False,
        returned_apart=False,
        notification_only=("TB",),
    )
    assert told == {*definitions(rules), "sq.processing_days"}
