"""YAML and JSON with line numbers: duplicate keys refused, every value traceable to its line."""

import errno
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import yaml

from cchc.model.errors import InputError

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_BYTES = 50_000_000
# Nested YAML aliases can expand a small file without bound.
_MAX_NODES = 1_000_000
# Composing a deeply nested file recurses in C, where Python cannot stop it and the process dies.
_MAX_DEPTH = 200
_DEEP_BLOCK = re.compile(r"^(?:[-?:] | ){400}", re.MULTILINE)
_TOO_DEEP = "tệp có quá nhiều lớp lồng nhau; không phải một báo cáo"
_TAG = "tag:yaml.org,2002:"
_STR = _TAG + "str"
_OTHER_FORMATS = {
    b"PK\x03\x04": "đây là tệp Word, Excel hoặc ZIP đổi tên",
    b"\xd0\xcf\x11\xe0": "đây là tệp Word, Excel đời cũ đổi tên",
    b"%PDF": "đây là tệp PDF đổi tên",
    b"\xff\xfe": "tệp lưu ở dạng UTF-16",
    b"\xfe\xff": "tệp lưu ở dạng UTF-16",
}
_REASONS = {
    errno.EACCES: "không có quyền truy cập",
    errno.EPERM: "không có quyền truy cập",
    errno.EROFS: "nơi này chỉ cho đọc",
    errno.EISDIR: "đây là thư mục, cần một tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.EEXIST: "một phần của đường dẫn không phải thư mục",
    errno.ENOENT: "không có đường dẫn này",
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.ELOOP: "liên kết vòng tròn",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}
_FAULTS = {
    "tab character": "thụt dòng bằng phím Tab, phải dùng dấu cách",
    "cannot start any token": "có ký tự không được đứng ở đầu giá trị (Tab, @, %, `); hãy đặt cả giá trị trong dấu nháy",
    "mapping values are not allowed": "dấu ':' nằm sai chỗ; hãy xem lại thụt dòng, hoặc đặt câu có dấu ':' trong dấu nháy",
    "unexpected end of stream": "thiếu dấu nháy đóng",
    "expected ',' or ']'": "thiếu dấu ',' hoặc ']'",
    "expected ',' or '}'": "thiếu dấu ',' hoặc '}'",
    "expected key": "không đúng dạng 'khóa: giá trị', hoặc thụt dòng sai, hoặc dấu nháy nằm giữa giá trị",
    "expected '-' indicator": "danh sách phải có dấu '-' ở đầu mỗi dòng",
    "expected ':'": "thiếu dấu ':' sau khóa",
    "expected node content": "thiếu giá trị, hoặc thừa dấu đóng ngoặc",
    "undefined alias": "dấu * ở đầu giá trị là tham chiếu chưa khai báo; hãy đặt giá trị trong dấu nháy",
    "another document": "tệp có nhiều tài liệu cách nhau bằng ---; hãy giữ một",
    "escape character": "dấu \\ trong nháy kép; hãy dùng nháy đơn",
    "hexdecimal number": "dấu \\ trong nháy kép; hãy dùng nháy đơn",
    "base64": "thẻ '!' không dùng được; hãy bỏ thẻ",
    "constructor for the tag": "thẻ '!' không dùng được; hãy bỏ thẻ",
}


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.1 with numbers as people write them: `010` is ten, `1:30` is text, `1e5` is a number as in JSON."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, form) for tag, form in pairs if tag.rpartition(":")[2] not in ("int", "float", "merge", "value")]
        for first, pairs in _Base.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(_TAG + "int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    _TAG + "float",
    re.compile(
        r"([-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$"
    ),
    list("-+.0123456789"),
)
_Loader.add_constructor(_TAG + "int", lambda loader, node: int(loader.construct_scalar(node)))


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
        size = path.stat().st_size
        # A pipe or a device would keep the reader waiting without end.
        if path.exists() and not path.is_file():
            raise InputError("đây không phải một tệp thường; hãy lưu nội dung thành tệp", name)
        if size > _MAX_BYTES:
            raise InputError("tệp lớn hơn 50 MB, không phải một báo cáo; hãy kiểm tra lại tệp", name)
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputError("không có tệp này; hãy kiểm tra lại đường dẫn", name) from None
    except (OSError, ValueError) as error:
        raise InputError(f"không mở được tệp: {reason(error)}", name) from None
    text = _decoded(raw, name)
    if not text.strip():
        raise InputError("tệp trống; 'cchc template' in ra một mẫu để điền", name)
    return text


def _decoded(raw: bytes, name: str) -> str:
    for start, what in _OTHER_FORMATS.items():
        if raw.startswith(start):
            raise InputError(f"{what}; hãy lưu lại thành văn bản với mã hóa UTF-8", name)
    try:
        # One spelling for each letter: a macOS keyboard writes "ắ" as three signs, and names would not be found.
        return unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(
            "không phải văn bản UTF-8 (có thể là phông TCVN3, VNI hoặc tệp nhị phân); hãy lưu lại với mã hóa UTF-8",
            name,
            line,
        ) from None


def reason(error: Exception) -> str:
    """Return in Vietnamese why the system refused to open or write a file."""
    if isinstance(error, OSError) and error.errno is not None:
        return _REASONS.get(error.errno, error.strerror or str(error))
    return "đường dẫn có ký tự không dùng được"


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder; one in a folder that may not be entered is for its reader to name."""
    try:
        return path.is_dir()
    except OSError:
        return False


def parse_yaml(text: str, file: str) -> SourceText:
    """Parse YAML (JSON is a part of it); raise `InputError` with the line of the first fault."""
    json = file.lower().endswith(".json")
    if _depth(text) > _MAX_DEPTH or _DEEP_BLOCK.search(text):
        raise InputError(_TOO_DEEP, file)
    try:
        # JSON may be indented with tabs, YAML may not; inside JSON strings a bare tab is not allowed anyway.
        return _parsed(text.expandtabs(4) if json else text, file)
    except yaml.MarkedYAMLError as error:
        language = "JSON" if json else "YAML"
        raise InputError(f"{language} sai cú pháp: {_fault(error)}", file, _line_of(error)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise InputError("có ký tự điều khiển không hợp lệ; hãy xóa ký tự đó", file, line) from None
    except RecursionError:
        raise InputError(_TOO_DEEP, file) from None


def _parsed(text: str, file: str) -> SourceText:
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            raise InputError("tệp không có nội dung nào", file)
        lines: dict[tuple[str | int, ...], int] = {}
        return SourceText(file, _build(root, (), lines, loader, file), lines)
    finally:
        loader.dispose()


def _depth(text: str) -> int:
    """Return how deep brackets are nested, at most: those within quotes count too, so this is never too low."""
    deepest = depth = 0
    for mark in re.findall(r"[\[\]{}]", text):
        depth = depth + 1 if mark in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _line_of(error: yaml.MarkedYAMLError) -> int | None:
    return error.problem_mark.line + 1 if error.problem_mark else None


def _fault(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    text = next((vi for en, vi in _FAULTS.items() if en in problem), f"hãy sửa dòng này ({problem})")
    start = error.context_mark.line + 1 if error.context_mark else None
    return text if start in (None, _line_of(error)) else f"{text} (phần này bắt đầu ở dòng {start})"


def _build(
    node: Any, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], loader: Any, file: str
) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if len(lines) > _MAX_NODES:
        raise InputError("tệp có quá nhiều mục (tham chiếu lồng nhau?); không phải một báo cáo", file)
    if not isinstance(node, yaml.ScalarNode) and node.tag not in (_TAG + "map", _TAG + "seq"):
        raise InputError(f"thẻ '{node.tag}' không dùng được; hãy bỏ thẻ", file, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, loader, file)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, i), lines, loader, file) for i, item in enumerate(node.value)]
    if node.tag == _STR:
        return node.value  # nine scalars of ten: constructing them would take a third of the time of a check
    try:
        return loader.construct_object(node)
    # What PyYAML raises for a day that does not exist, a number too long, or a tag that does not fit its value.
    except (ValueError, KeyError, AttributeError, TypeError):
        shown = node.value if len(node.value) <= 40 else f"{node.value[:40]}…"
        kind = "ngày" if node.tag == _TAG + "timestamp" else "giá trị"
        raise InputError(f"{kind} '{shown}' không đọc được; hãy kiểm tra lại", file, node.start_mark.line + 1) from None


def _mapping(
    node: Any, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], loader: Any, file: str
) -> Any:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise InputError("khóa phải là một chữ hoặc số", file, key_node.start_mark.line + 1)
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key == "<<":
            raise InputError("không dùng được khóa gộp '<<'; hãy chép các khóa ra", file, line)
        if key in result:
            first = lines[(*path, key)]
            raise InputError(f"khóa '{key}' bị lặp, đã có ở dòng {first}; hãy giữ một chỗ", file, line)
        lines[(*path, key)] = line
        result[key] = _build(value_node, (*path, key), lines, loader, file)
    return result
