"""Word files for tests: a body of raw XML and the parts it needs, packed as Word packs them."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from cchc.wordml.block import WordBlock
from cchc.wordml.package import open_package
from cchc.wordml.walk import walk

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
          "settings": "settings", "header": "hdr", "footer": "ftr"}  # fmt: skip


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """Return a paragraph; content that is no XML becomes a run."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tc(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<w:tc>') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(kinds: Mapping[int, str], nums: Mapping[int, str]) -> str:
    """Return the content of `numbering`: the levels of each kind; for each list its kind and overrides, `0` or `0<w:..>`."""
    abstract = "".join(f'<w:abstractNum w:abstractNumId="{k}">{levels}</w:abstractNum>' for k, levels in kinds.items())
    num = "".join(f'<w:num w:numId="{k}"><w:abstractNumId w:val="{v[0]}"/>{v[1:]}</w:num>' for k, v in nums.items())
    return abstract + num


def note(key: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{key}">{p(text)}</w:{kind}>'


def reference(key: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'


def parts_of(body: str, namespace: str = W, **more: str) -> dict[str, bytes]:
    """Return the parts of a package; `more` gives the content of `styles`, `numbering`, `footnotes`, `header_1`..."""
    main = f'<Relationship Id="main" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    links = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{name.split("_")[0]}" Target="{name}.xml"/>' for name in more
    )
    texts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
    }
    for name, content in more.items():
        root = _ROOTS[name.split("_")[0]]
        texts[f"word/{name}.xml"] = f"<w:{root} {_NAMES}>{content}</w:{root}>"
    return {name: text.replace(W, namespace).encode() for name, text in texts.items()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 4, 14, 8, 30, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def write(path: Path, body: str, namespace: str = W, **more: str) -> Path:
    path.write_bytes(packed(parts_of(body, namespace, **more)))
    return path


def walked(tmp_path: Path, body: str, namespace: str = W, **more: str) -> tuple[WordBlock, ...]:
    return walk(open_package(write(tmp_path / "bao-cao.docx", body, namespace, **more)))
