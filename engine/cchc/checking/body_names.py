"""Names of bodies as reports write them: abbreviated, with or without the province, one by one or all together."""

import re
from collections.abc import Iterable

from cchc.vietnamese.fold import fold

_SHORT = {
    "&": "va",
    "vp": "van phong",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "khcn": "khoa hoc va cong nghe",
    "tttt": "thong tin va truyen thong",
    "khdt": "ke hoach va dau tu",
    "gtvt": "giao thong van tai",
    "tnmt": "tai nguyen va moi truong",
    "nnptnt": "nong nghiep va phat trien nong thon",
    "nnmt": "nong nghiep va moi truong",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "gddt": "giao duc va dao tao",
    "vhttdl": "van hoa the thao va du lich",
    "qltt": "quan ly thi truong",
}
# What "các sở, ban, ngành" and its like take in: beginnings of the names of single bodies.
_TOGETHER = (
    (re.compile(r"\bcac so\b"), re.compile(r"so ")),
    (re.compile(r"\bcac bo\b"), re.compile(r"bo ")),
    (re.compile(r"\buy ban nhan dan cac\b"), re.compile(r"uy ban nhan dan (huyen|xa|phuong|thi xa|thanh pho) ")),
)
_BACK = re.compile(r"\bnhu (tren|kinh gui)\b")


def plain(name: str) -> str:
    """Return a name without marks, punctuation and the usual abbreviations: `VP UBND tỉnh;` is `van phong uy ban nhan dan tinh`."""
    words = (re.sub(r"[^\w&]", "", word) for word in fold(name).replace("/", " ").split())
    return " ".join(_SHORT.get(word if word == "&" else word.replace("&", ""), word) for word in words if word)


def same_body(one: str, other: str) -> bool:
    """Return whether one name is the other, or a part of it: `Sở Công Thương` and `Sở Công Thương tỉnh Bắc Giang`."""
    a, b = plain(one), plain(other)
    return bool(a and b) and (f" {a} " in f" {b} " or f" {b} " in f" {a} ")


def received(name: str, recipients: Iterable[str]) -> bool:
    """Return whether a body is among the recipients, by its own name or taken together with its like."""
    return any(same_body(name, one) or _taken_in(plain(name), plain(one)) for one in recipients)


def point_back(recipients: Iterable[str]) -> bool:
    """Return whether a list of recipients says `Như trên`: those of the heading, which are not in the list."""
    return any(_BACK.search(fold(one)) for one in recipients)


def initials(name: str) -> str:
    """Return the first letters of a name, as mailboxes use them: `Sở Nội vụ` is `snv`."""
    return "".join(word[0] for word in fold(name).split())


def without_province(name: str, province: str) -> str:
    """Return a plain name without the province at its end."""
    return re.sub(rf"( tinh| thanh pho)? {re.escape(plain(province))}$", "", plain(name))


def _taken_in(name: str, together: str) -> bool:
    return any(many.search(together) and one.match(f"{name} ") for many, one in _TOGETHER)
