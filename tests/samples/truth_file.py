"""Write what `Truth` collected as the YAML file beside the sample: one figure a line."""

from pathlib import Path
from typing import Any

import yaml
from tests.samples.marks import Truth

_HEAD = ("file", "hand", "unit", "level", "province", "period", "number", "issued", "title", "signer_position")
_LISTS = ("parts", "figures", "not_figures", "seeded")


def text(truth: Truth) -> str:
    """Return the truth file of a sample."""
    lines = [f"{name}: {_flow(getattr(truth, name))}" for name in _HEAD]
    for name in _LISTS:
        entries = getattr(truth, name)
        lines += ["", f"{name}:" if entries else f"{name}: []", *(f"  - {_flow(entry)}" for entry in entries)]
    if truth.detail_rows:
        rows = [{"name": name, "figures": figures} for name, figures in truth.detail_rows.items()]
        lines += ["", "detail_rows:", *(f"  - {_flow(row)}" for row in rows)]
    return "\n".join(lines) + "\n"


def _flow(entry: Any) -> str:
    shown = yaml.safe_dump(entry, default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False)
    return shown.removesuffix("\n").removesuffix("\n...")


def units(figures: Path) -> dict[str, str]:
    """Return the unit word of every figure of the dictionary."""
    files = (yaml.safe_load(path.read_text("utf-8")) for path in sorted(figures.glob("*.yaml")))
    return {figure["id"]: figure["unit"]["vi"] for file in files for figure in file["figures"]}
