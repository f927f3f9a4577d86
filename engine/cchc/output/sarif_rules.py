"""The rules of the pack as SARIF describes rules of a tool."""

from collections.abc import Mapping
from typing import Any

from cchc.model.outcome import Severity
from cchc.model.text import Language
from cchc.output.words import source_text
from cchc.packs.pack import CompiledRule, Pack

LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def sarif_rules(pack: Pack, lang: Language) -> list[dict[str, Any]]:
    """Return every rule of the pack in its order: what it says, why, how to mend, and where it comes from."""
    return [_rule(pack, rule, lang) for rule in pack.rules]


def _rule(pack: Pack, compiled: CompiledRule, lang: Language) -> dict[str, Any]:
    rule, act = compiled.rule, pack.sources[compiled.rule.source.act]
    source = source_text(act.document, rule.source.clause, rule.basis, lang)
    shown: dict[str, Any] = {
        "id": rule.code,
        "shortDescription": {"text": rule.title.get(lang)},
        "fullDescription": {"text": rule.why.get(lang)},
        "help": {"text": f"{rule.fix.get(lang)}\n{source}\ncchc explain {rule.code}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [compiled.topic, rule.basis], "source": source},
    }
    if act.address and act.address.startswith(("https://", "http://")):
        shown["helpUri"] = act.address
    return shown
