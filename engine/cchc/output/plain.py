"""Text that any reader of XML and JSON takes: what those formats cannot hold is shown as a replacement character."""

import re

# Control characters, halves of surrogate pairs (a file name that is not UTF-8) and non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return `text` with every character that XML 1.0 forbids or discourages replaced."""
    return _UNFIT.sub("\ufffd", text)
