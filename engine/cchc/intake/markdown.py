"""Marks of Markdown in a paragraph -> what they stand for: headings, emphasis, links."""

import re
from dataclasses import replace

from cchc.model.blocks import Block

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$", re.DOTALL)
_WHOLE = re.compile(r"(\*{1,3}|_{1,3})(?=\S)((?:(?!\1).)+)(?<=\S)\1", re.DOTALL)
_INNER = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,2})(?=[^\s*_])((?:(?!\1).)+?)(?<=[^\s*_])\1(?![\w*_])", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


def marked_up(block: Block) -> Block:
    """Return the block as it is printed: heading level and emphasis of the whole paragraph kept as fields."""
    text, level = block.text, None
    if block.kind == "paragraph":
        text = re.sub(r"^(?:>\s*)+", "", text)
        if heading := _HEADING.fullmatch(text):
            level, text = len(heading[1]), heading[2]
    stars = 0
    while whole := _WHOLE.fullmatch(text):
        stars, text = stars | len(whole[1]), whole[2]
    text = _ESCAPE.sub(r"\1", _LINK.sub(r"\1", _INNER.sub(r"\2", text)))
    return replace(block, text=text, heading=level, bold=stars & 2 > 0, italic=stars & 1 > 0)
