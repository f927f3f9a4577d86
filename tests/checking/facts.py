"""Hand-made reports for the tests of facts."""

from typing import Any

from cchc.checking.fact import Fact
from cchc.checking.table import FACTS
from cchc.model.report import Report
from cchc.packs.pack import Pack
from cchc.packs.resolve import resolve

APRIL = {"kind": "month", "year": 2025, "number": 4}
BARE: dict[str, Any] = {"unit": "Sở Mẫu", "level": "department", "province": "Bắc Giang", "period": APRIL}


def fact(pack: Pack, name: str, **said: Any) -> Fact:
    """A fact of a report that says this and nothing else."""
    return FACTS[name](resolve(pack, Report.model_validate(BARE | said)))


def parts(*ids: str, **more: Any) -> dict[str, Any]:
    """Headings, each as an id or as an id with what else is said of it."""
    return {"parts": [{"id": one, **more} for one in ids]}


def say(kind: str, *topics: str, **more: Any) -> dict[str, Any]:
    """A statement."""
    return {"kind": kind, "topics": list(topics), "text": "Nội dung", "at": "III", **more}


def cite(number: str | None = None, issued: str | None = None, **more: Any) -> dict[str, Any]:
    """A citation."""
    return {"type": "Quyết định", "number": number, "issued": issued, "at": "II.3", **more}
