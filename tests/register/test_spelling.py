"""One unit or procedure written in several ways is one, and said to be."""

import unicodedata
from pathlib import Path

from tests.register.small import counted, rejected, values, written

from cchc.model.register import Note

WIDE = ("code", "unit", "procedure", "received", "finished")


def test_capitals_spaces_and_letters_put_together_make_no_other_name(tmp_path: Path) -> None:
    apart = unicodedata.normalize("NFD", "Phòng Công Thương")
    names = ["Phòng Công Thương"] * 3 + ["PHÒNG CÔNG  THƯƠNG", apart, "Phòng Công Thường"]
    rows = [
        {"code": f"H{n}", "unit": name, "procedure": "Cấp phép" if n % 2 else "cấp  PHÉP", "received": "13/4/2025"}
        for n, name in enumerate(names)
    ]
    recount = counted(written(tmp_path, rows, WIDE))
    units = {g.name: g.figures["dossiers.new"].value for g in recount.groups if g.by == "unit"}
    # A mark makes another name: Thương, Thường.
    assert units == {"Phòng Công Thương": 5, "Phòng Công Thường": 1}
    assert recount.whole.figures["procedures.with_dossier"].value == 1
    others = {note.about["column"]: (note.about["kept"], note.about["others"]) for note in recount.counts.notes}
    assert others["unit"] == ("Phòng Công Thương", "'PHÒNG CÔNG  THƯƠNG'")
    assert others["procedure"] == ("Cấp phép", "'cấp  PHÉP'")


def test_the_most_frequent_spelling_is_kept(tmp_path: Path) -> None:
    rows = [{"code": f"H{n}", "unit": "SỞ A" if n else "Sở A", "received": "13/4/2025"} for n in range(3)]
    recount = counted(written(tmp_path, rows, WIDE))
    assert [g.name for g in recount.groups if g.by == "unit"] == ["SỞ A"]
    assert recount.counts.notes[-1] == Note("spelled_apart", {"column": "unit", "kept": "SỞ A", "others": "'Sở A'"})


def test_later_names_with_letters_apart_are_put_together(tmp_path: Path) -> None:
    """What a file is looked at for are its first 20,000 rows."""
    apart = unicodedata.normalize("NFD", "Sở Nội vụ")
    rows = [{"code": f"H{n}", "unit": "Sở Nội vụ", "received": "13/4/2025"} for n in range(20_500)]
    rows.append({"code": "LAST", "unit": apart, "received": "13/4/2025"})
    recount = counted(written(tmp_path, rows, WIDE))
    assert [(g.name, g.figures["dossiers.new"].value) for g in recount.groups if g.by == "unit"] == [
        ("Sở Nội vụ", 20_501)
    ]


def test_rows_that_differ_in_the_spelling_of_a_name_are_repeats(tmp_path: Path) -> None:
    row = {"code": "H", "unit": "Sở A", "received": "13/4/2025"}
    path = written(tmp_path, [row, {**row, "unit": "SỞ A"}], WIDE)
    assert [one.reason for one in rejected(path)] == ["repeat"]
    assert values(counted(path), "new") == [1]
