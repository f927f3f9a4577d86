"""Facts on slips of writing: how many of each kind, and which words."""

from collections.abc import Mapping
from functools import partial
from typing import get_args

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted
from cchc.model.wording import Mention
from cchc.packs.resolve import Reading
from cchc.packs.slip_schema import SlipKind

_SHOWN = 12


def _of_kind(kind: str, r: Reading) -> Fact:
    mentions = r.report.mentions
    return UNKNOWN if mentions is None else counted(m.at for m in mentions if m.entry == kind)


def _words(r: Reading) -> Fact:
    words = r.report.document.words
    return Fact(float(words)) if words else UNKNOWN


SLIP_FACTS: Mapping[str, FactRule] = {
    **{f"slips.{kind}": partial(_of_kind, kind) for kind in get_args(SlipKind)},
    "doc.words": _words,
}


def slips_in_words(r: Reading, name: str) -> str:
    """Return the words that the count of this name is about, each with the right ones where there are such."""
    kind = name.removeprefix("slips.")
    found = [m for m in r.report.mentions or () if name in SLIP_FACTS and m.entry == kind]
    told = list(dict.fromkeys(map(_told, found)))
    return "; ".join([*told[:_SHOWN], *(["…"] if len(told) > _SHOWN else [])])


def _told(mention: Mention) -> str:
    printed = (
        mention.at.quote if mention.at and mention.at.quote and not any(map(str.isalnum, mention.printed)) else None
    )
    words = f"“{printed or mention.printed}”"
    return f"{words} → “{mention.should}”" if mention.should else words
