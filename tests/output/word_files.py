"""Word files for tests, written as raw XML; and a walk of their own over what comes out, which shares nothing with the engine."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table; a cell is its paragraphs, ready made."""
    cells = "".join("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>"


def document(body: str, namespace: str = W) -> bytes:
    names = (
        f'xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
    )
    text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document {names}><w:body>{body}</w:body></w:document>'
    return text.encode()


def write(path: Path, body: str, more: Mapping[str, bytes] | None = None, namespace: str = W) -> Path:
    """Write a package with this body; `more` adds parts, or replaces those made here."""
    relationships = f'<Relationships xmlns="{_PACKAGE}/relationships">{{}}</Relationships>'
    main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    has_comments = "word/comments.xml" in (more or {})
    comments = f'<Override PartName="/word/comments.xml" ContentType="{_WORD}.comments+xml"/>' if has_comments else ""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/x"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{comments}</Types>'
    )
    parts: dict[str, bytes] = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": relationships.format(main).encode(),
        "word/document.xml": document(body, namespace),
        **(more or {}),
    }
    with zipfile.ZipFile(path, "w") as out:
        for name, content in parts.items():
            kind = zipfile.ZIP_STORED if name.endswith(".bin") else zipfile.ZIP_DEFLATED
            out.writestr(zipfile.ZipInfo(name, (2025, 4, 14, 8, 30, 0)), content, kind)
    return path


def footnotes(*texts: str) -> dict[str, bytes]:
    """Return the parts of footnotes 1, 2, ... with these texts."""
    notes = "".join(f'<w:footnote w:id="{i}">{paragraph(text)}</w:footnote>' for i, text in enumerate(texts, 1))
    link = f'<Relationship Id="rId1" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/>'
    return {
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'.encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>'.encode(),
    }


def existing_comments(*numbers: int) -> dict[str, bytes]:
    """Return the parts that hold these comments already."""
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="Văn thư">{paragraph("Ý kiến cũ")}</w:comment>' for n in numbers
    )
    link = f'<Relationship Id="rId1" Type="{_OFFICE}/comments" Target="comments.xml"/>'
    return {
        "word/comments.xml": f'<w:comments xmlns:w="{W}">{comments}</w:comments>'.encode(),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>'.encode(),
    }


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


def body_of(path: Path) -> etree._Element:
    return etree.fromstring(parts(path)["word/document.xml"])


def text_of(root: etree._Element) -> str:
    """Return every character that the tree prints, also those of deletions, a line for each paragraph."""
    signs = {"tab": "\t", "br": "\v", "p": "\n"}
    found = root.iter("{*}t", "{*}delText", "{*}tab", "{*}br", "{*}p")
    return "".join(signs.get(local(element), element.text or "") for element in found)


def local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def enclosed(root: etree._Element) -> dict[int, str]:
    """Return the words inside the range of each comment, raw; ranges without end or reference are missing."""
    found: dict[int, str] = {}
    opened: dict[int, list[str]] = {}
    ended: dict[int, str] = {}
    for element in root.iter():
        kind = local(element)
        number = next((int(v) for k, v in element.attrib.items() if str(k).endswith("}id") and v.isdigit()), -1)
        if kind == "commentRangeStart":
            opened[number] = []
        elif kind == "commentRangeEnd":
            ended[number] = "".join(opened.pop(number))
        elif kind == "commentReference":
            found[number] = ended[number]
        elif kind in ("t", "tab", "br"):
            for words in opened.values():
                words.append({"tab": "\t", "br": "\v"}.get(kind, element.text or ""))
    assert not opened
    return found
