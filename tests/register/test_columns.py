"""Which column is which: by synonyms, by the user's mapping, and what is said where one is not there."""

from pathlib import Path

import pytest
from tests.conftest import ROOT
from tests.register.small import APRIL, HEADINGS, counted, ends, written

from cchc.model.errors import InputError, UsageError
from cchc.packs.register_words import register_words
from cchc.register.columns import guess, heading_row, layout
from cchc.register.guessing import guessed_mapping
from cchc.register.mapping import Mapping, read_mapping
from cchc.register.register import open_register

WORDS = register_words(ROOT)
NEEDED = {"code": "Mã hồ sơ", "received": "Ngày tiếp nhận", "finished": "Ngày trả"}


def test_headings_are_known_however_they_are_spelled() -> None:
    found = guess(["STT", "SỐ HỒ SƠ", "ngay  tiep nhan", "Hạn trả kết quả", "Họ tên"], WORDS)
    assert found == {"code": "SỐ HỒ SƠ", "received": "ngay  tiep nhan", "due": "Hạn trả kết quả"}


def test_of_two_headings_of_one_column_the_preferred_one_is_taken() -> None:
    assert guess(["Tên TTHC", "Mã TTHC"], WORDS)["procedure"] == "Mã TTHC"


def test_headings_are_looked_for_below_a_title() -> None:
    records = [["DANH SÁCH HỒ SƠ"], [], ["STT", *NEEDED.values()], ["1", "A", "13/4/2025", ""]]
    assert heading_row(records, None, WORDS) == 2


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    with pytest.raises(InputError) as error:
        layout(["Mã hồ sơ", "Ngày tiếp nhậ", "Ghi chú"], Mapping(columns={"code": "Mã hồ sơ"}), "so.csv", WORDS)
    text = str(error.value)
    assert text.startswith("so.csv: không thấy cột 'Ngày tiếp nhận' (received), có phải 'Ngày tiếp nhậ'?")
    assert "tệp có các cột: 'Mã hồ sơ', 'Ngày tiếp nhậ', 'Ghi chú'" in text


def test_a_heading_of_the_mapping_that_is_not_there_or_there_twice_is_named() -> None:
    mapping = Mapping(columns={**NEEDED, "unit": "Phòng ban"})
    with pytest.raises(InputError, match=r"không có cột 'Phòng ban' \(unit\), có phải 'Phòng'\?"):
        layout([*NEEDED.values(), "Phòng"], mapping, "so.csv", WORDS)
    with pytest.raises(InputError, match="có 2 cột cùng tên 'Phòng ban'"):
        layout([*NEEDED.values(), "Phòng ban", "PHÒNG BAN"], mapping, "so.csv", WORDS)


def test_what_is_written_to_be_confirmed_reads_back_as_what_was_guessed(tmp_path: Path) -> None:
    path = written(tmp_path, [], tuple(HEADINGS))
    target = tmp_path / "mapping.yaml"
    target.write_text(guessed_mapping(path, ROOT), encoding="utf-8")
    assert read_mapping(target) == Mapping(columns=HEADINGS)


def test_columns_not_found_and_not_used_are_named_in_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "so.csv"
    path.write_text("Mã hồ sơ;Ngày tiếp nhận;Số điện thoại\n", encoding="utf-8")
    text = guessed_mapping(path, ROOT)
    assert "  # finished: ''  # Ngày kết thúc (phải có)\n" in text
    assert "# Cột trong tệp không dùng đến: 'Số điện thoại'\n" in text


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("columns:\n  cod: Mã\n", 2, "'cod' không có; chọn một trong"),
        ("columns: {code: A}\nno_deu: in_time\n", 2, "không có khóa 'no_deu', có phải 'no_due'?"),
        ("columns: {code: A}\nno_due: never\n", 2, "'never' không có"),
        ("columns: {code: A}\nholidays: [30/4]\n", 2, "cần một ngày"),
        ("columns: {due: A}\ndate_order: {due: us}\n", 2, "day_first"),
        ("columns: {due: A}\ndate_order:\n  received: day_first\n", 3, "'received' không phải cột ngày đã khai"),
        ("columns: {code: A}\ndate_order: {code: day_first}\n", 2, "'code' không phải cột ngày đã khai"),
        (
            "columns: {code: A}\nvalues:\n  channel: {counter: [Quầy]}\n",
            3,
            "không có nghĩa 'counter'; chọn một trong direct",
        ),
        ("columns: {code: A}\nvalues:\n  unit: {x: [y]}\n", 3, "cột 'unit' không có từ để khai"),
    ],
)
def test_a_mistake_in_a_mapping_is_named_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_mapping(path)
    assert error.value.line == line
    assert message in str(error.value)


def test_the_mapping_says_what_words_mean(tmp_path: Path) -> None:
    row = {"code": "A", "received": "13/4/2025", "channel": "Quầy 3"}
    path = written(tmp_path, [row], ("code", "received", "finished", "channel"))
    recount = counted(path, said={"values": {"channel": {"direct": ("quầy 3",)}}})
    assert ends(recount, "dossiers.new_direct_postal") == (1, 1)


def test_supplements_that_are_asked_for_and_never_given_are_half_a_column(tmp_path: Path) -> None:
    path = written(tmp_path, [], ("code", "received", "finished", "supplement_asked"))
    with pytest.raises(UsageError, match=r"có cột 'supplement_asked' .* mà không có cột 'supplement_given'"):
        counted(path)


def test_files_of_one_register_have_the_same_columns(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first = written(tmp_path, [{"code": "A", "received": "13/4/2025"}], ("code", "received", "finished"))
    second = written(tmp_path / "b", [{"code": "B", "received": "14/4/2025"}], ("code", "received", "finished", "unit"))
    with pytest.raises(InputError, match=r"có cột 'unit' mà .* không có"), open_register([first, second], ROOT):
        pass
    with pytest.raises(InputError, match=r"không có cột 'Đơn vị' \(unit\)"), open_register([second, first], ROOT):
        pass
    with open_register(
        [first, first.parent / "b" / "register.csv"], ROOT, Mapping(columns=NEEDED | {"finished": "Ngày trả kết quả"})
    ) as both:
        assert both.figures(APRIL).whole.figures["dossiers.new"].value == 2
