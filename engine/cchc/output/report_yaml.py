"""A structured report as YAML to read and to mend: a line an entry, in the order of the form, only what is not default."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from pydantic import BaseModel

from cchc.model.figure import Figures, Stated
from cchc.model.place import Place
from cchc.model.report import Citation, DetailRow, Previous, Report

# What begins with a letter can only be taken for one of the words that the emitter itself guards; no number or date in
# YAML ends with % or has a slash.
_PLAIN = re.compile(r"[^\W\d_].*\Z|\d+%\Z|\d+/")


class _Dumper(yaml.SafeDumper):
    """Writes text that could be taken for a number in quotes, and text of several lines on one line."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        """Return that nothing is written as a reference to what was written before."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    several = not text.isprintable()
    style = '"' if several else None if _PLAIN.match(text) else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def report_yaml(report: Report, order: Sequence[str]) -> str:
    """Return a report as YAML that reads back as the same report; figures come in the `order` of the dictionary."""
    fields = _plain(report, order)
    blocks = ["".join(_field(key, fields.pop(key)) for key in ("unit", "level", "province", "period"))]
    blocks += ["".join(_field(key, value)) for key, value in fields.items()]
    return "\n".join(blocks)


def _field(key: str, value: Any) -> str:
    """Return a field of the report: short ones on one line, lists and figures with a line an entry."""
    if key == "period" or not isinstance(value, list | dict) or not value:
        return f"{key}: {_flow(value)}\n"
    if isinstance(value, list):
        return "\n".join([f"{key}:", *(f"  - {_flow(entry)}" for entry in value)]) + "\n"
    if key == "previous":
        inner = "".join(_field(name, entry) for name, entry in value.items())
        return f"{key}:\n" + "".join(f"  {line}\n" for line in inner.splitlines())
    return "\n".join([f"{key}:", *_entries(value)]) + "\n"


def _entries(entries: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a mapping; several statements of one figure stand one below the other."""
    for name, value in entries.items():
        if isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield f"  {_flow(name)}:"
            yield from (f"    - {_flow(one)}" for one in value)
        else:
            yield f"  {_flow(name)}: {_flow(value)}"


def _flow(value: Any) -> str:
    text = yaml.dump(value, Dumper=_Dumper, default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...")


def _plain(value: Any, order: Sequence[str]) -> Any:
    """Return a part of a report as mappings, lists and scalars, without what is default."""
    if isinstance(value, Stated):
        return _stated(value)
    if isinstance(value, Place) and value.detail is None and value.quote is None:
        return value.part
    if isinstance(value, BaseModel):
        return {name: _member(value, name, order) for name in type(value).model_fields if _said(value, name)}
    if isinstance(value, tuple | list):
        return [_plain(one, order) for one in value]
    return value


def _member(model: BaseModel, name: str, order: Sequence[str]) -> Any:
    value = getattr(model, name)
    if name == "figures" and isinstance(model, Report | DetailRow | Previous):
        return _figures(value, order)
    return _plain(value, order)


def _said(model: BaseModel, name: str) -> bool:
    field, value = type(model).model_fields[name], getattr(model, name)
    default = field.get_default(call_default_factory=True, validated_data={})
    # A citation that was given no role is not one that was found to be background.
    given = isinstance(model, Citation) and name == "role" and name in model.model_fields_set
    return given or field.is_required() or value != default


def _figures(figures: Figures, order: Sequence[str]) -> dict[str, Any]:
    rank = {name: n for n, name in enumerate(order)}
    names = sorted(figures, key=lambda name: rank.get(name, len(rank)))
    return {name: _one_or_more([_stated(one) for one in figures[name]]) for name in names}


def _one_or_more(stated: list[Any]) -> Any:
    return stated[0] if len(stated) == 1 else stated


def _stated(stated: Stated) -> Any:
    """Return the shortest form that reads back the same: `331`, `13%`, `{value: 331, at: II.2}`."""
    rest = {
        name: _plain(getattr(stated, name), ())
        for name in Stated.model_fields
        if name not in ("value", "decimals", "percent_sign") and _said(stated, name)
    }
    for number in _numbers(stated):
        if Stated.model_validate(number) == Stated.model_construct(**_bare(stated)):
            return {**number, **rest} if rest or len(number) > 1 else number["value"]
    raise AssertionError(stated)


def _bare(stated: Stated) -> dict[str, Any]:
    plain = Stated(value=stated.value).model_dump()
    return {**plain, "decimals": stated.decimals, "percent_sign": stated.percent_sign}


def _numbers(stated: Stated) -> Iterator[dict[str, Any]]:
    """Yield ways to write the value, the most readable first; the last one says everything."""
    value = int(stated.value) if float(stated.value).is_integer() else stated.value
    if stated.percent_sign:
        yield {"value": f"{stated.value:.{stated.decimals}f}%".replace(".", ",")}
    else:
        yield {"value": value}
    yield {"value": value, "decimals": stated.decimals, "percent_sign": stated.percent_sign}
