"""Small rule sets made in a line, and the real one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from cchc.formula.evaluate import Truth
from cchc.formula.parse import Parser
from cchc.inference.atoms import Atoms
from cchc.model.outcome import FAIL, NOT_APPLICABLE, PASS, UNKNOWN
from cchc.packs.pack import Pack
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


@pytest.fixture(scope="session")
def real_file() -> WeaknessFile:
    return WeaknessFile.model_validate(yaml.safe_load((ROOT / "rules/weaknesses.yaml").read_text("utf-8")))


@pytest.fixture(scope="session")
def real_pack(pack: Pack) -> Weaknesses:
    return pack.weaknesses
