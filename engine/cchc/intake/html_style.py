"""What the elements of a page mean for the text in them: hidden, bold, centred, raised."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

_NOISE = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "aside",
        "select",
        "option",
        "button",
        "textarea",
        "iframe",
        "svg",
        "object",
        "canvas",
        "audio",
        "video",
        # What was deleted is still in the page of a tracked document.
        "del",
        "s",
        "strike",
    ]
)
_FRAME = frozenset(("header", "footer"))
_HIDDEN = re.compile(
    r"display\s*:\s*none|text-decoration[\w-]*\s*:[^;]*line-through|visibility\s*:\s*hidden|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_CENTER = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_REFERENCE = re.compile(r"\s*\[(\d{1,3})\]\s*")
_RAISED = re.compile(r"\s*\[?(\d{1,3})\]?\s*")
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """How text is set, as far as readers of a report care; `pre` text keeps its line breaks."""

    bold: bool = False
    italic: bool = False
    centered: bool = False
    heading: int | None = None
    pre: bool = False


def is_unseen(node: HtmlElement) -> bool:
    """Tell whether an element is hidden, a script, or the frame of the page around its text."""
    if node.tag in _NOISE or node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    if node.tag in _FRAME and not any(parent.tag in ("main", "article") for parent in node.iterancestors()):
        return True
    return _HIDDEN.search(node.get("style", "")) is not None


def styled(node: HtmlElement, style: Style) -> Style:
    """Return the style within an element, from that around it."""
    css, tag = node.get("style", ""), str(node.tag)
    level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else style.heading
    return Style(
        bold=style.bold or tag in ("b", "strong", "th") or level is not None or _BOLD.search(css) is not None,
        italic=style.italic or tag in ("i", "em") or _ITALIC.search(css) is not None,
        centered=style.centered
        or tag == "center"
        or node.get("align", "").lower() == "center"
        or _CENTER.search(css) is not None,
        heading=level,
        pre=style.pre or tag == "pre",
    )


def note_number(node: HtmlElement) -> str:
    """Return the number if an element is a footnote mark: raised, or a link within the page that reads [n]."""
    if node.tag == "sup":
        form = _RAISED
    elif node.tag == "a" and (node.get("href") or "").startswith("#"):
        form = _REFERENCE
    else:
        return ""
    match = form.fullmatch(node.text_content())
    return match[1] if match else ""


def fonts_of(node: HtmlElement) -> set[str]:
    """Return the fonts an element names."""
    return {*_FONT.findall(node.get("style", "")), *([node.get("face")] if node.get("face") else [])}
