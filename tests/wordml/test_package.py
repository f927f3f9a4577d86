"""A file that is no sound Word file gets one sentence that says what it is instead."""

import io
import os
import re
import struct
import zipfile
from pathlib import Path

import pytest
from tests.wordml.files import OFFICE, PACKAGE, STRICT, p, packed, parts_of, walked, write

from cchc.model.errors import InputError
from cchc.wordml import container
from cchc.wordml.package import open_package
from cchc.wordml.walk import walk

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
GOOD = packed(parts_of(p("Báo cáo")))


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        walk(open_package(path))
    assert caught.value.file == str(path)
    assert "\n" not in caught.value.message
    return caught.value.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tệp rỗng"),
        (bytes(4000), "tệp rỗng"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "ảnh JPEG"),
        (b"%PDF-1.7\n", "tệp PDF"),
        (b"{\\rtf1\\ansi", "tệp RTF"),
        (b"<html><body>x</body></html>", "trang HTML"),
        ("Báo cáo công tác".encode(), "tệp văn bản"),
        (b"\x01\x00\x02\x00\x03", "tệp loại khác"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (OLE + "WordDocument".encode("utf-16-le"), "tệp Word đời cũ (.doc)"),
        (OLE + "Workbook".encode("utf-16-le"), "tệp Excel đời cũ"),
        (OLE, "đời cũ"),
        (GOOD[: len(GOOD) // 2], "bị cắt cụt"),
        (GOOD[:-10], "bị cắt cụt"),
        (packed({"xl/workbook.xml": b"<workbook/>"}), "tệp Excel"),
        (packed({"ppt/presentation.xml": b"<x/>"}), "tệp PowerPoint"),
        (packed({"mimetype": b"application/vnd", "content.xml": b"<x/>"}), "OpenDocument"),
        (packed({"a.txt": b"x"}), "không có nội dung Word"),
        (packed({}), "không có nội dung Word"),
    ],
)
def test_a_stranger_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in refused(tmp_path / "r.docx", content)


def test_a_file_that_is_not_there_or_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    for name, said in (("missing.docx", "không có tệp này"), (".", "thư mục"), ("pipe.docx", "tệp thường")):
        with pytest.raises(InputError, match=said):
            open_package(tmp_path / name)
    with pytest.raises(InputError, match="đường dẫn"):
        open_package(tmp_path / "a\0b.docx")


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = write(tmp_path / "r.docx", p("x"))
    path.chmod(0)
    return path


@pytest.mark.usefixtures("closed", "unprivileged")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    with pytest.raises(InputError, match="không có quyền"):
        open_package(path)


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    with path.open("wb") as out:
        out.truncate(300_000_000)
    with pytest.raises(InputError, match="lớn hơn 100 MB"):
        open_package(path)


def test_a_bomb_that_unpacks_beyond_the_ratio(tmp_path: Path) -> None:
    bomb = packed(parts_of(p("x")) | {"word/media/image1.bin": bytes(30_000_000)})
    assert len(bomb) < 100_000
    assert "bom nén" in refused(tmp_path / "r.docx", bomb)


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    """The directory says ten bytes; what comes out is counted, or the lie is found."""
    bomb = bytearray(packed(parts_of(p("x")) | {"big.bin": bytes(30_000_000)}))
    size = struct.pack("<I", 30_000_000)
    assert bomb.count(size) == 2
    assert re.search("bom nén|hỏng", refused(tmp_path / "r.docx", bytes(bomb.replace(size, struct.pack("<I", 10)))))


def test_the_total_counts_over_all_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "_MAX_UNPACKED", 50_000)
    noise = {f"m{i}.bin": os.urandom(10_000) for i in range(6)}
    assert "bom nén" in refused(tmp_path / "r.docx", packed(parts_of(p("x")) | noise))


def test_a_small_file_may_shrink_as_much_as_it_likes(tmp_path: Path) -> None:
    blocks = walked(tmp_path, p("Tổng số hồ sơ " * 100_000))
    assert len(blocks[0].text) == 14 * 100_000 - 1


def test_too_many_parts(tmp_path: Path) -> None:
    assert "10001 phần" in refused(tmp_path / "r.docx", packed({f"{i}": b"" for i in range(10_001)}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in [
            *parts_of(p("một")).items(),
            ("word/Document.xml", parts_of(p("hai"))["word/document.xml"]),
        ]:
            archive.writestr(name, content)
    assert "trùng tên" in refused(tmp_path / "r.docx", out.getvalue())


def test_a_locked_archive(tmp_path: Path) -> None:
    locked = bytearray(GOOD)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := locked.find(sign, start + 1)) >= 0:
            locked[start + at] |= 1
    assert "mật khẩu" in refused(tmp_path / "r.docx", bytes(locked))


def test_a_way_of_packing_that_asks_for_memory(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in parts_of(p("x")).items():
            archive.writestr(name, content)
    assert "Word không dùng" in refused(tmp_path / "r.docx", out.getvalue())


def test_a_part_whose_bytes_are_damaged(tmp_path: Path) -> None:
    # The content of the last part stands just before the directory.
    damaged = bytearray(GOOD)
    at = damaged.find(b"PK\x01\x02")
    damaged[at - 6] ^= 0xFF
    assert "tệp hỏng ở phần 'word/_rels/document.xml.rels'" in refused(tmp_path / "r.docx", bytes(damaged))


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&b;</w:body></w:document>'
)


@pytest.mark.parametrize("content", [BOMB.encode(), BOMB.encode("utf-16")], ids=["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_entities_are_refused_in_any_part(tmp_path: Path, content: bytes, part: str) -> None:
    parts = parts_of(p("x"), styles="") | {part: content}
    message = refused(tmp_path / "r.docx", packed(parts))
    assert "DTD" in message
    assert part in message


def test_a_dtd_that_reaches_outside(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    text = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><d>&x;</d>'
    assert "DTD" in refused(tmp_path / "r.docx", packed(parts_of("") | {"word/document.xml": text.encode()}))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "XML hỏng"),
        (b"<w:document", "XML hỏng"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "XML hỏng"),
        (b"<a>" * 300 + b"</a>" * 300, "lớp lồng nhau"),
        (b"<document/>", "không có nội dung Word"),
    ],
)
def test_a_body_that_is_no_sound_xml(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in refused(tmp_path / "r.docx", packed(parts_of("") | {"word/document.xml": content}))


def test_the_strict_edition_reads_alike(tmp_path: Path) -> None:
    body = p("Tiêu đề", '<w:jc w:val="center"/>') + p("Nội dung")
    assert [b.plain() for b in walked(tmp_path, body, STRICT)] == [b.plain() for b in walked(tmp_path, body)]
    assert walked(tmp_path, body, STRICT)[0].centered


def test_the_body_is_found_where_the_package_says(tmp_path: Path) -> None:
    parts = parts_of(p("Báo cáo"))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    ).encode()
    path = tmp_path / "r.docx"
    path.write_bytes(packed(parts))
    package = open_package(path)
    assert package.main == "word/document2.xml"
    assert [b.text for b in walk(package)] == ["Báo cáo"]


def test_every_part_is_kept_with_its_bytes_order_and_entry(tmp_path: Path) -> None:
    parts = parts_of(p("x")) | {"word/media/image1.png": b"\x89PNG", "customXml/item1.xml": b"<not xml"}
    path = tmp_path / "r.docx"
    path.write_bytes(packed(parts))
    package = open_package(path)
    assert list(package.parts.items()) == list(parts.items())
    assert list(package.entries) == list(parts)
    assert {entry.date_time for entry in package.entries.values()} == {(2025, 4, 14, 8, 30, 0)}
    assert package.xml(package.main) is package.xml(package.main)


def test_relationships_lead_only_to_parts_of_the_file(tmp_path: Path) -> None:
    links = "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/header" Target="{target}" {more}/>'
        for i, target, more in (
            ("a", "../word/HEADER_1.xml", ""),
            ("b", "http://example.org/header_1.xml", 'TargetMode="External"'),
            ("c", "../../../etc/passwd", ""),
            ("d", "", ""),
        )
    )
    parts = parts_of(p("x"), header_1=p("đầu"))
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}"><!-- c -->{links}</Relationships>'.encode()
    )
    path = tmp_path / "r.docx"
    path.write_bytes(packed(parts))
    found = open_package(path).relationships("word/document.xml")
    assert {key: (r.kind, r.target) for key, r in found.items()} == {"a": ("header", "word/header_1.xml")}
