"""Words that the scorecard outputs share."""

import math
from collections.abc import Mapping

from cchc.model.scorecard import Certainty, Effect, UnitScore
from cchc.model.text import Language
from cchc.model.units import UnitKind

KINDS: Mapping[Language, Mapping[UnitKind, str]] = {
    "vi": {
        "province": "tỉnh",
        "department": "sở",
        "commune": "xã, phường",
        "head": "người đứng đầu",
        "room": "phòng",
        "sub_department": "chi cục",
        "service_unit": "đơn vị sự nghiệp",
    },
    "en": {
        "province": "province",
        "department": "department",
        "commune": "commune",
        "head": "head of agency",
        "room": "room",
        "sub_department": "sub-department",
        "service_unit": "service unit",
    },
}
_UNSURE = {"vi": "chưa chắc chắn: {}", "en": "not certain: {}"}
_CERTAINTY: Mapping[Language, Mapping[Certainty, str]] = {
    "vi": {"exact": "chính xác", "at_most": "nhiều nhất: {}", "unknown": "chưa tính được: {}"},
    "en": {"exact": "exact", "at_most": "at most: {}", "unknown": "cannot be told: {}"},
}
_TO = {"vi": "{} đến {}", "en": "{} to {}"}


def fixed(value: float, lang: Language) -> str:
    """Write an index with two decimals, always, so that a column of them lines up."""
    text = f"{value:.2f}"
    return text.replace(".", ",") if lang == "vi" else text


def band_text(unit: UnitScore, lang: Language) -> str:
    """Return the band, or the bands that are possible when coverage is too low for one."""
    if unit.band is not None:
        return unit.band
    possible = unit.bands[0] if len(unit.bands) == 1 else _TO[lang].format(unit.bands[0], unit.bands[-1])
    return _UNSURE[lang].format(possible)


def coverage_percent(unit: UnitScore, decimals: int) -> float:
    """Return the coverage in percent, rounded down: 79,96% is not yet 80%, and 99,99% is not complete."""
    scale = 10.0**decimals
    return math.floor(unit.coverage * 100 * scale + 1e-6) / scale


def certainty_text(effect: Effect, lang: Language) -> str:
    """Return how sure the effect of a scenario is, and why it is not exact."""
    return _CERTAINTY[lang][effect.certainty].format(effect.reason or "").strip(": ")
