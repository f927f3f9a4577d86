"""Whatever the bytes are: blocks with places of their own, or one sentence that says what is wrong."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.wordml.files import packed
from tests.wordml.rich import PARTS

from cchc.model.errors import InputError
from cchc.wordml.block import WordBlock
from cchc.wordml.package import open_package
from cchc.wordml.unread import unread
from cchc.wordml.walk import walk

RUNS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
XML = sorted(name for name in PARTS if name.startswith(("word/", "_rels/")))
VALUES = st.sampled_from(
    ["", "0", "1", "-1", "99999999999999999999", "restart", "A", "Σ", "begin", "separate", "%9%1", "B"]
)


def read(content: bytes) -> tuple[WordBlock, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "r.docx"
        path.write_bytes(content)
        try:
            package = open_package(path)
            blocks = walk(package)
        except InputError:
            return ()
        unread(package)
        return blocks


def check(blocks: tuple[WordBlock, ...]) -> None:
    assert len({block.place for block in blocks}) == len(blocks)
    for block in blocks:
        assert block.text == block.text.strip() != ""
        assert 0 <= block.raw_offset(0) <= block.raw_offset(len(block.text)) <= len(block.raw)
        assert all(0 <= at <= len(block.text) for at, _ in block.marks)


def test_the_file_itself_is_read() -> None:
    blocks = read(packed(PARTS))
    assert [b.text for b in blocks if b.kind != "cell"] == [
        "CHỈ ĐẠO", "một", "hai", "Tháng 4separateend≥", "Số: 12/BC", "ô nhập", "chú thích", "đầu", "chân",
    ]  # fmt: skip
    assert [b.text for b in blocks if b.kind == "cell"] == ["9", "a", "b", "c\ne", "d"]


@RUNS
@given(st.data())
def test_bytes_changed_in_the_archive(data: st.DataObject) -> None:
    content = bytearray(packed(PARTS))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    check(read(bytes(content)))


@RUNS
@given(st.data())
def test_bytes_changed_in_a_part(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(XML))
    content = bytearray(PARTS[part])
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=2))
    check(read(packed({**PARTS, part: bytes(content)})))


@RUNS
@given(st.data())
def test_elements_moved_doubled_renamed_and_lost(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(XML))
    root = etree.fromstring(PARTS[part])
    for _ in range(data.draw(st.integers(1, 6))):
        mutate(root, data)
    check(read(packed({**PARTS, part: etree.tostring(root)})))


def mutate(root: "etree._Element", data: st.DataObject) -> None:
    elements = list(root.iter(etree.Element))
    one, other = (data.draw(st.sampled_from(elements)) for _ in range(2))
    what = data.draw(st.sampled_from(["lose", "move", "double", "rename", "value", "text", "strip"]))
    if what == "rename":
        one.tag = other.tag
    elif what == "value" and one.attrib:
        one.set(data.draw(st.sampled_from(sorted(one.attrib))), data.draw(VALUES))
    elif what == "text":
        one.text = data.draw(st.sampled_from(["", "1", "\u0301", "  ", "đ"]))
    elif what == "strip":
        one.attrib.clear()
    elif one is not root and what == "double":
        one.addnext(etree.fromstring(etree.tostring(one, with_tail=False)))
    elif one is not root and what == "lose":
        one.getparent().remove(one)  # type: ignore[union-attr]
    elif one is not root and one not in other.iterancestors() and one is not other:
        other.append(one)
