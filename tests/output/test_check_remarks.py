"""What a comment says: the finding itself, and each missing heading once."""

import pytest

from cchc.model.outcome import CheckResult, FigureShown, ReportResult, SourceShown
from cchc.model.place import Place
from cchc.output.check_remarks import remarks_of
from cchc.output.word_comments import Remark


def remark(message: str, figure: str, *places: Place) -> Remark:
    shown = FigureShown(id=figure, label="Số liệu", value=1, unit="", shown="1", places=places)
    outcome = CheckResult(
        code="STR504",
        origin=(),
        topic="structure",
        title="Phần II đủ sáu lĩnh vực",
        outcome="fail",
        severity="error",
        basis="inferred",
        message=message,
        figures=(shown,),
        places=places,
        source=SourceShown(document="", seen="yes"),
        why="",
        fix="Bổ sung.",
    )
    result = ReportResult.model_construct(outcomes=(outcome,))
    return remarks_of(result, "vi")[0]


def test_a_remark_says_what_was_found_without_the_rule_it_breaks() -> None:
    at = Place(part="II.2", detail="đoạn 11", quote="tiếp nhận 2.543")
    found = remark("Tiếp nhận ghi 2.543, cộng lại là 2.534", "dossiers.received", at)
    assert (found.text, found.places) == ("Tiếp nhận ghi 2.543, cộng lại là 2.534", (at,))


@pytest.mark.parametrize(
    ("ids", "named", "places"),
    [
        (["II.1", "II.5"], "(II.1, II.5).", ["II"]),
        (["II.6.a", "II.6.b", "II.6.c"], "(II.6.a, II.6.b, II.6.c).", ["II.6"]),
        (["II.5"], "(II.5).", ["II"]),
        (["III", "V"], "(III, V).", ["III", "V"]),
    ],
)
def test_missing_headings_are_named_once_at_the_heading_above(ids: list[str], named: str, places: list[str]) -> None:
    found = remark("Phần II còn thiếu lĩnh vực.", "parts.missing_fields", *(Place(part=one) for one in ids))
    assert found.text == f"Phần II còn thiếu lĩnh vực {named}"
    assert [place.part for place in found.places] == places


def test_a_heading_that_is_there_is_pointed_at() -> None:
    at = Place(part="II.3", quote="Cải cách tổ chức bộ máy")
    assert remark("Có 1 đề mục trống.", "parts.empty", at).places == (at,)
