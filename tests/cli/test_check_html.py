"""`cchc check --format html` on real files: the text of the document as it is, each finding of the JSON once."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.cli.small import as_text, as_word, call
from tests.conftest import SAMPLES
from tests.output.test_check_html import shown, words

from cchc.answering import report_text
from cchc.intake.documents import read_document
from cchc.packs.pack import Pack

DOCUMENTS = SAMPLES / "documents"


def page(tmp_path: Path, *arguments: str | Path) -> Any:
    target = tmp_path / "trang.html"
    assert call("check", *arguments, "--format", "html", "-o", target).exit_code in (0, 1, 2)
    return etree.fromstring(target.read_text("utf-8"))


@pytest.mark.parametrize("name", ["so-tu-phap-thang-5-2025.docx", "so-giao-duc-quy-3-2024.pdf"])
def test_a_document_is_shown_whole_with_every_finding_once(tmp_path: Path, name: str) -> None:
    path = DOCUMENTS / name
    root = page(tmp_path, path)
    blocks = read_document(path).blocks
    body = [block.text for block in blocks if block.kind in ("paragraph", "cell")]
    assert shown(root)[: len(body)] == body
    assert sorted(shown(root)) == sorted(block.text for block in blocks)
    (report,) = json.loads(call("check", path, "--format", "json").stdout)["reports"]
    failed = {o["code"]: o for o in report["outcomes"] if o["outcome"] == "fail"}
    cards = {words(card.find("h4/span[@class='code']")): words(card) for card in root.iter("article")}
    assert len(failed) == len(list(root.iter("article")))
    assert cards.keys() == failed.keys()
    for code, finding in failed.items():
        assert all(finding[key] in cards[code] for key in ("title", "message", "fix"))


def test_word_and_text_of_one_report_mark_the_same_words(tmp_path: Path) -> None:
    marks = [
        [(mark.text, mark.get("class")) for mark in page(tmp_path, path).iter("mark")]
        for path in (as_word(tmp_path / "r.docx"), as_text(tmp_path / "r.txt"))
    ]
    assert marks[0] == marks[1]
    # 331 is not 320 and 6.
    assert [kind for text, kind in marks[0] if "331" in (text or "")] == ["error"]


def test_a_structured_report_has_no_text_and_says_so(tmp_path: Path) -> None:
    root = page(tmp_path, SAMPLES / "seed-2025-04.yaml")
    assert shown(root) == []
    assert "không có nguyên văn" in words(root)
    told = json.loads(call("check", SAMPLES / "seed-2025-04.yaml", "--format", "json").stdout)["reports"][0]["outcomes"]
    assert len(list(root.iter("article"))) == sum(o["outcome"] == "fail" for o in told) > 0


def test_a_folder_is_one_page_with_what_could_not_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "báo cáo"
    as_word(folder / "a.docx")
    as_text(folder / "b.txt")
    (folder / "c.docx").write_bytes(b"")
    root = page(tmp_path, folder)
    rows = [words(row) for row in root.xpath("//table[@class='summary']//tbody/tr")]
    assert [("a.docx" in row, "b.txt" in row) for row in rows] == [(True, False), (False, True)]
    assert len(root.xpath("//section")) == 2
    assert "c.docx" in words(root.xpath("//header")[0])


def test_in_english_what_the_tool_says_is_english(tmp_path: Path) -> None:
    root = page(tmp_path, as_text(tmp_path / "r.txt"), "--lang", "en")
    assert root.get("lang") == "en"
    assert "Mend before sending" in words(root)
    assert not [word for word in ("Căn cứ:", "Cách sửa", "Chưa kết luận") if word in words(root)]


def test_a_file_that_has_gone_since_it_was_checked_is_named(pack: Pack, tmp_path: Path) -> None:
    text = report_text(pack, str(tmp_path / "r.docx"))
    assert text is not None
    assert text.blocks == ()
    assert "r.docx" in text.notes[0]
