"""The right reader for every file, and one clear sentence for what is no document."""

import os
from pathlib import Path

import openpyxl
import pytest

from cchc.intake.documents import SUFFIXES, read_document
from cchc.model.errors import InputError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def write(tmp_path: Path, name: str, raw: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(raw)
    return path


def refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert caught.value.file == str(path)
    assert "\n" not in caught.value.message
    return caught.value.message


@pytest.mark.parametrize(
    ("name", "raw", "form"),
    [
        ("a.TXT", b"Bao cao", "text"),
        ("a.md", b"# Bao cao", "text"),
        ("a.htm", b"<p>Bao cao", "html"),
        ("a.csv", b"a;b", "sheet"),
        ("BM.txt", b"BM la viet tat", "text"),
    ],
)
def test_the_suffix_picks_the_reader(tmp_path: Path, name: str, raw: bytes, form: str) -> None:
    path = write(tmp_path, name, raw)
    document = read_document(path)
    assert (document.format, document.file) == (form, str(path))


def test_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Đơn vị"
    book.save(tmp_path / "a.xlsx")
    assert read_document(tmp_path / "a.xlsx").blocks[0].text == "Đơn vị"


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.docx", b"\x89PNG\r\n\x1a\n", "ảnh PNG đổi tên thành .docx"),
        ("a.pdf", b"PK\x03\x04....word/document.xml", "tệp Word"),
        ("a.txt", b"%PDF-1.7", "tệp PDF đổi tên"),
        ("a.xlsx", OLE, "đời cũ"),
        ("a.xlsx", b"PK\x03\x04....word/document.xml", "tệp Word (.docx) đổi tên thành .xlsx"),
        ("a.txt", "B¸o c¸o c«ng t¸c c¶i c¸ch hµnh chÝnh th¸ng 4 n¨m 2025 cña Së Néi vô".encode(), "phông cũ TCVN3"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("a.docx", b"xin chao", "hỏng"),
        ("a.pdf", b"xin chao", "hỏng"),
        ("a.html", b"\xff\xd8\xff\xe0", "ảnh JPEG"),
        ("a.doc", b"PK\x03\x04word/document.xml", "đổi tên thành .doc"),
        ("a.zip", b"PK\x03\x04", "chưa đọc được loại tệp '.zip'"),
        ("noname", b"x", "'noname'"),
        ("a.txt", b"", "tệp trống"),
        ("a.pdf", b"\n \n", "tệp trống"),
    ],
)
def test_what_is_not_what_it_says(tmp_path: Path, name: str, raw: bytes, said: str) -> None:
    assert said in refused(write(tmp_path, name, raw))


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    assert "không có tệp" in refused(tmp_path / "mất.docx")
    assert "thư mục" in refused(tmp_path)
    assert "không mở được" in refused(Path("a\x00b.txt"))
    os.mkfifo(tmp_path / "ống.txt")
    assert "tệp thường" in refused(tmp_path / "ống.txt")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "to.docx"
    with path.open("wb") as file:
        file.truncate(300_000_000_000)
    assert "lớn hơn 100 MB" in refused(path)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = write(tmp_path, "a.txt", b"x")
    path.chmod(0)
    return path


@pytest.mark.usefixtures("closed", "unprivileged")
def test_no_permission(tmp_path: Path) -> None:
    assert "không có quyền" in refused(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "raw", "target"), [("a.doc", OLE, ".docx"), ("a.rtf", b"{\\rtf1 x}", ".docx"), ("a.xls", OLE, ".xlsx")]
)
def test_old_formats_without_an_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, raw: bytes, target: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    message = refused(write(tmp_path, name, raw))
    assert "không có LibreOffice" in message
    assert target in message


def test_an_office_that_converts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Stands in for LibreOffice: copies a workbook made here to where the converted one is expected.
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Đơn vị"
    book.save(tmp_path / "made.xlsx")
    office = tmp_path / "soffice"
    office.write_text(
        f'#!/bin/sh\nfor last; do :; done\n/bin/mkdir -p "${{last%/*}}/out"\n/bin/cp "{tmp_path}/made.xlsx" "${{last%/*}}/out/input.xlsx"\n'
    )
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    document = read_document(write(tmp_path, "a.xls", OLE))
    assert document.blocks[0].text == "Đơn vị"
    assert document.file == str(tmp_path / "a.xls")
    assert "LibreOffice" in document.warnings[0]


def test_an_office_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = tmp_path / "soffice"
    office.write_text("#!/bin/sh\nexit 0\n")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "không chuyển đổi được" in refused(write(tmp_path, "a.doc", OLE))


def test_every_suffix_is_known() -> None:
    assert set(SUFFIXES) == {
        ".docx", ".pdf", ".txt", ".md", ".html", ".htm", ".xlsx", ".csv", ".doc", ".rtf", ".odt", ".xls",
    }  # fmt: skip
