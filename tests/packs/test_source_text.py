import os
import unicodedata
from pathlib import Path

import pytest

from cchc.model.errors import InputError
from cchc.packs.source_text import parse_yaml, read_text


def test_every_key_and_item_has_its_line() -> None:
    source = parse_yaml("a:\n  b: 1\n  c:\n    - x\n    - y\n", "f.yaml")
    assert source.data == {"a": {"b": 1, "c": ["x", "y"]}}
    assert source.line(("a", "b")) == 2
    assert source.line(("a", "c", 1)) == 5
    assert source.line(("a", "c", 1, "deeper", "still")) == 5


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: [1, 2\n", 3, "sai cú pháp"),
        ("a: 1\nb: 2\na: 3\n", 3, "khóa 'a' bị lặp, đã có ở dòng 1"),
        ("a: 1\n\tb: 2\n", 2, "sai cú pháp"),
        ("a: 1\n\tb: 2\n", 2, "phím Tab"),
        ("a: b: c\n", 1, "dấu ':' nằm sai chỗ"),
        ("a: 'it's'\n", 1, "dấu nháy nằm giữa"),
        ('a: "C:\\Users"\n', 1, "nháy đơn"),
        ("a: 1\n---\nb: 2\n", 2, "nhiều tài liệu"),
        ("a: *b\n", 1, "tham chiếu"),
        ("a: 1\nb: \x07\n", 2, "ký tự điều khiển"),
        ("a: 1\nd: 2025-02-30\n", 2, "ngày '2025-02-30' không đọc được"),
        ("a: !!bool x\n", 1, "không đọc được"),
        ("a: !!timestamp x\n", 1, "không đọc được"),
        ("a: !!binary x\n", 1, "bỏ thẻ"),
        ("a: !!set {b}\n", 1, "bỏ thẻ"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "bỏ thẻ"),
        ("a: {<<: {b: 1}}\n", 1, "khóa gộp"),
        (f"a: {'9' * 5000}\n", 1, "không đọc được"),
        ("? [1, 2]\n: 3\n", 1, "khóa phải là"),
    ],
)
def test_broken_yaml_names_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        parse_yaml(text, "f.yaml")
    assert caught.value.line == line


def test_aliases_that_would_expand_without_bound_are_refused() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 9))
    with pytest.raises(InputError, match="quá nhiều mục"):
        parse_yaml(bomb, "f.yaml")


def test_an_alias_to_itself_is_refused() -> None:
    with pytest.raises(InputError):
        parse_yaml("a: &a [*a]\n", "f.yaml")


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty.yaml", tmp_path / "binary.yaml"
    empty.write_text(" \n")
    binary.write_bytes(b"\xff\xfea\x00")
    for path, message in (
        (empty, "tệp trống"),
        (binary, "UTF-8"),
        (tmp_path, "thư mục"),
        (tmp_path / "no.yaml", "không có tệp"),
    ):
        with pytest.raises(InputError, match=message):
            read_text(path)


def test_a_byte_order_mark_is_not_content(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_text("\ufeffa: 1\n", encoding="utf-8")
    assert parse_yaml(read_text(path), "bom.yaml").data == {"a": 1}


@pytest.mark.parametrize(
    ("written", "value"),
    [("010", 10), ("08", 8), ("-05", -5), ("+5", 5), ("1e3", 1000.0), ("1.5e3", 1500.0), ("12.50", 12.5), ("1:30", "1:30"),
     ("0x1F", "0x1F"), ("1_000", "1_000"), ("1.234,5", "1.234,5"), ("2025-04", "2025-04"), ("<<", "<<"), ("=", "=")],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(written: str, value: object) -> None:
    data = parse_yaml(f"a: {written}\n", "f.yaml").data["a"]
    assert (data, type(data)) == (value, type(value))


@pytest.mark.parametrize("text", ["[" * 9000, "{a: " * 9000, "- " * 100_000 + "x", "? " * 100_000 + "x"])
def test_a_file_nested_without_bound_is_refused_and_does_not_end_the_process(text: str) -> None:
    with pytest.raises(InputError, match="quá nhiều lớp"):
        parse_yaml(text, "f.yaml")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("unit: Sở\n".encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04rest", "Word, Excel hoặc ZIP"),
        (b"%PDF-1.7", "PDF"),
        ("a: 1\nunit: Sở\n".encode("cp1258", "replace") + b"\xd2", "UTF-8"),
    ],
)
def test_other_formats_are_told_by_name(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(raw)
    with pytest.raises(InputError, match=message):
        read_text(path)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    os.mkfifo(path)
    with pytest.raises(InputError, match="không phải một tệp thường"):
        read_text(path)


def test_letters_in_parts_become_letters(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(unicodedata.normalize("NFD", "province: Bắc Giang\n"), encoding="utf-8")
    assert read_text(path) == "province: Bắc Giang\n"


def test_what_the_system_refuses_is_said_in_vietnamese(tmp_path: Path) -> None:
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)
    with pytest.raises(InputError, match="liên kết vòng tròn"):
        read_text(loop)
