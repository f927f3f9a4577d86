"""Scorecard as JSON: the contract for other programs."""

import json
from typing import Any

from cchc.model.scorecard import Scorecard

_DECIMALS = 6


def scorecard_json(card: Scorecard) -> str:
    """Return `{"index", …, "units": [{"id", "name", "points", "possible", "percent", "range", …}]}`.

    `percent` and `range` are in percent of 100, `coverage` is a fraction; a number that is not known is null.
    """
    return json.dumps(_tidy(card.model_dump(mode="json")), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _tidy(value: Any) -> Any:
    """Cut binary noise: 12.299999999999999 is 12.3."""
    if isinstance(value, float):
        return round(value, _DECIMALS) + 0.0
    if isinstance(value, dict):
        return {key: _tidy(item) for key, item in value.items()}
    return [_tidy(item) for item in value] if isinstance(value, list) else value
