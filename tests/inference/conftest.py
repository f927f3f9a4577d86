"""Small rule sets made in a line, and the real one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from cchc.formula.evaluate import Truth
from cchc.formula.parse import Parser
from cchc.inference.atoms import FAIL, NOT_APPLICABLE, PASS, UNKNOWN, Atoms
from cchc.packs.names import vocabulary
from cchc.packs.schema import FactDef, FigureFile, RateDef, TargetDef, Topic
from cchc.packs.weaknesses import Weaknesses, WeaknessFile, build

ROOT = Path(__file__).parents[2]
CODES = ("DOS101", "DOS102", "DOS103", "ONL301")
OUTCOME = {"p": PASS, "f": FAIL, "u": UNKNOWN, "-": NOT_APPLICABLE}


def _rule(n: int, raw: dict[str, Any]) -> dict[str, Any]:
    title = {"vi": f"Kết luận {raw['conclude']}", "en": f"Conclusion {raw['conclude']}"}
    links: dict[str, Any] = {}
    if raw["conclude"].startswith("cause."):
        links = {"explains": ["weakness.a"], "origin": "inside"}
    if raw["conclude"].startswith("action."):
        links = {"answers": ["weakness.a"]}
    return {"id": f"r{n}", "title": title, **links, **raw}


def make_file(*rules: dict[str, Any], facts: tuple[dict[str, Any], ...] = ()) -> WeaknessFile:
    return WeaknessFile.model_validate({"facts": facts, "rules": [_rule(n, raw) for n, raw in enumerate(rules)]})


@pytest.fixture(scope="session")
def a_file() -> Callable[..., WeaknessFile]:
    return make_file


@pytest.fixture(scope="session")
def a_pack() -> Callable[..., Weaknesses]:
    return lambda *rules: build(make_file(*rules), CODES, Parser({}))


@pytest.fixture(scope="session")
def some_atoms() -> Callable[..., Atoms]:
    """`ONL301="pfu-"` is four reports; `said={"said.task.x": "ynu"}` gives a flag per report."""

    def make(said: dict[str, str] | None = None, **outcomes: str) -> Atoms:
        columns = {code: np.array([OUTCOME[c] for c in text], np.int8) for code, text in outcomes.items()}
        flags = {
            name: Truth(np.array([c == "y" for c in text]), np.array([c == "n" for c in text]))
            for name, text in (said or {}).items()
        }
        size = len(next(iter((*outcomes.values(), *(said or {}).values()))))
        return Atoms(size, columns, flags)

    return make


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def real_file() -> WeaknessFile:
    return WeaknessFile.model_validate(_yaml(ROOT / "rules/weaknesses.yaml"))


@pytest.fixture(scope="session")
def real_codes() -> frozenset[str]:
    files = [_yaml(path) for path in (ROOT / "rules/checks").glob("*.yaml")]
    return frozenset(rule["code"] for file in files for rule in file["rules"])


@pytest.fixture(scope="session")
def real_topics() -> tuple[Topic, ...]:
    return tuple(Topic.model_validate(raw) for raw in _yaml(ROOT / "rules/topics.yaml")["topics"])


@pytest.fixture(scope="session")
def real_parser(real_topics: tuple[Topic, ...]) -> Parser:
    files = [FigureFile.model_validate(_yaml(path)) for path in (ROOT / "indicators/figures").glob("*.yaml")]
    figures = {figure.id: figure for file in files for figure in file.figures}
    rates = [RateDef.model_validate(raw) for raw in _yaml(ROOT / "indicators/rates.yaml")["rates"]]
    targets = [TargetDef.model_validate(raw) for raw in _yaml(ROOT / "rules/targets.yaml")["targets"]]
    facts = [FactDef.model_validate(raw) for raw in _yaml(ROOT / "rules/facts.yaml")["facts"]]
    return vocabulary(figures, rates, targets, facts, real_topics, []).parser()


@pytest.fixture(scope="session")
def real_pack(real_file: WeaknessFile, real_codes: frozenset[str], real_parser: Parser) -> Weaknesses:
    return build(real_file, real_codes, real_parser)
