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
        ("a: 1\nd: 2025-02-30\n", 2, "không đọc được"),
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
