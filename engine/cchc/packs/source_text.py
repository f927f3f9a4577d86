"""YAML and JSON with line numbers: duplicate keys refused, every value traceable to its line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from cchc.model.errors import InputError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_BYTES = 50_000_000
# Nested YAML aliases can expand a small file without bound.
_MAX_NODES = 1_000_000


@dataclass(frozen=True)
class SourceText:
    """Parsed content of a file and the line of every key and item, by path from the root."""

    file: str
    data: Any
    lines: dict[tuple[str | int, ...], int]

    def line(self, path: Sequence[str | int]) -> int | None:
        """Return the line of `path`, or of the nearest ancestor that has one."""
        steps = tuple(path)
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return self.lines.get(steps)

    def problem(self, message: str, path: Sequence[str | int]) -> InputError:
        """Return an error that points at `path`."""
        return InputError(message, self.file, self.line(path), ".".join(map(str, path)) or None)


def read_text(path: Path, shown: str | None = None) -> str:
    """Return the text of a UTF-8 file (with or without BOM); raise `InputError` with what to do."""
    name = shown or str(path)
    try:
        if path.is_dir():
            raise InputError("đây là thư mục, cần một tệp", name)
        if path.stat().st_size > _MAX_BYTES:
            raise InputError("tệp lớn hơn 50 MB, không phải một báo cáo; hãy kiểm tra lại tệp", name)
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError("không có tệp này; hãy kiểm tra lại đường dẫn", name) from None
    except UnicodeDecodeError as error:
        raise InputError(
            f"không phải văn bản UTF-8 (byte {error.start}); hãy lưu lại tệp với mã hóa UTF-8", name
        ) from None
    except OSError as error:
        raise InputError(f"không mở được tệp: {error.strerror}", name) from None
    if not text.strip():
        raise InputError("tệp trống; 'cchc template' in ra một mẫu để điền", name)
    return text


def parse_yaml(text: str, file: str) -> SourceText:
    """Parse YAML (JSON is a part of it); raise `InputError` with the line of the first fault."""
    # JSON may be indented with tabs, YAML may not; inside JSON strings a bare tab is not allowed anyway.
    loader = _Loader(text.expandtabs(4) if file.lower().endswith(".json") else text)
    try:
        root = loader.get_single_node()
        if root is None:
            raise InputError("tệp không có nội dung nào", file)
        lines: dict[tuple[str | int, ...], int] = {}
        data = _build(root, (), lines, loader, file)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise InputError(f"YAML sai cú pháp ({error.problem}); hãy sửa dòng này", file, line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(f"không đọc được YAML ({str(error).splitlines()[0]})", file) from None
    finally:
        loader.dispose()
    return SourceText(file, data, lines)


def _build(
    node: Any, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], loader: Any, file: str
) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if len(lines) > _MAX_NODES:
        raise InputError("tệp có quá nhiều mục (tham chiếu lồng nhau?); không phải một báo cáo", file)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, loader, file)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, i), lines, loader, file) for i, item in enumerate(node.value)]
    try:
        return loader.construct_object(node)
    except ValueError as error:
        raise InputError(f"giá trị '{node.value}' không đọc được ({error})", file, node.start_mark.line + 1) from None


def _mapping(
    node: Any, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], loader: Any, file: str
) -> Any:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise InputError("khóa phải là một chữ hoặc số", file, key_node.start_mark.line + 1)
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in result:
            first = lines[(*path, key)]
            raise InputError(f"khóa '{key}' bị lặp, đã có ở dòng {first}; hãy giữ một chỗ", file, line)
        lines[(*path, key)] = line
        result[key] = _build(value_node, (*path, key), lines, loader, file)
    return result
