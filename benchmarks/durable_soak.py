"""Does durable-rules stay right, alive and flat over a day's work?  python benchmarks/durable_soak.py [cases] [reports]

1. `cases` generated cases (random rule sets, random reports) must give what the columns give.
2. `reports` random reports under the real rules go through one rule set of durable-rules in this process, compared
   with the columns, with the resident memory printed on the way.
"""

import random
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from cchc.formula.evaluate import Truth
from cchc.formula.parse import Parser
from cchc.inference import columns, durable
from cchc.inference.atoms import Atoms
from cchc.inference.clauses import compile_rules, given
from cchc.packs.weaknesses import Weaknesses, WeaknessFile, build

ROOT = Path(__file__).parents[1]
BLOCK = 5_000
CASES_PER_SET = 20
CODES = [f"DOS{n}" for n in range(101, 113)]
BASE = [f"{code}.{outcome}" for code in CODES for outcome in ("fail", "pass", "unknown")]
SAID = [f"said.weakness.t{n}" for n in range(8)]


def memory() -> float:
    """Resident memory of this process in MB."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS"))) / 1024


def random_pack(rng: random.Random) -> Weaknesses:
    """Up to 40 rules in up to 8 levels; a rule leans on conclusions with smaller numbers only."""
    rules, top = [], -1
    for n in range(rng.randint(1, 40)):
        number = rng.randint(max(0, top - 8), top + 1)
        top = max(top, number)
        usable = BASE + SAID + [f"gap.c{m}" for m in range(number)] * 2
        when: dict[str, Any] = {
            "all": rng.choices(usable, k=rng.randint(0, 3)),
            "any": rng.choices(usable, k=rng.randint(0, 3)),
            "none": rng.choices(BASE + SAID, k=rng.randint(0, 2)),
        }
        if not any(when.values()) or rng.random() < 0.3:
            of = rng.sample(BASE + SAID, rng.randint(1, 10))
            when["at_least"] = {"count": rng.randint(1, min(3, len(of))), "of": of}
        title = {"vi": f"c{number}", "en": f"c{number}"}
        rules.append({"id": f"r{n}", "conclude": f"gap.c{number}", "title": title, "when": when})
    return build(WeaknessFile.model_validate({"rules": rules}), CODES, Parser({}))


def random_atoms(pack: Weaknesses, size: int, seed: int) -> Atoms:
    """Reports over every atom of the pack, from sound to rotten."""
    rng = np.random.default_rng(seed)
    flags = [name for name in pack.base() if name.startswith(("said.", "fact."))]
    codes = sorted({name[:6] for name in pack.base()} - {name[:6] for name in flags})
    rot = rng.uniform(0, 0.6, size)
    outcomes = {
        code: np.where(rng.random(size) < rot, 1, rng.choice([0, 2, 3], size, p=[0.7, 0.2, 0.1])).astype(np.int8)
        for code in codes
    }
    states = {name: rng.integers(0, 3, size) for name in flags}
    return Atoms(size, outcomes, {name: Truth(s == 1, s == 0) for name, s in states.items()})


def differing(pack: Weaknesses, atoms: Atoms) -> int:
    """Number of reports on which durable-rules and columns disagree."""
    program = compile_rules(pack)
    rules = durable.rules_for(program.clauses)
    names = (*program.inputs, *program.conclusions)
    table = np.zeros((len(names), atoms.size), np.bool_)
    for n, row in enumerate(given(program, pack, atoms)):
        table[list(rules.infer(row)), n] = True
    masks = columns.conclude(pack, atoms)
    wrong = np.zeros(atoms.size, np.bool_)
    for name, concluded in zip(names, table, strict=True):
        wrong |= concluded != masks.get(name, False)
    return int(wrong.sum())


def generated_cases(count: int) -> int:
    """Run the first part; return how many cases differ."""
    rng, wrong = random.Random(20250414), 0
    for n in range(count // CASES_PER_SET):
        pack = random_pack(rng)
        wrong += differing(pack, random_atoms(pack, CASES_PER_SET, n))
    print(f"{count} generated cases over {count // CASES_PER_SET} rule sets: {wrong} differ")
    return wrong


def many_reports(pack: Weaknesses, count: int) -> int:
    """Run the second part; return how many reports differ."""
    wrong = differing(pack, random_atoms(pack, BLOCK, 0))
    before, start = memory(), time.perf_counter()
    for n in range(count // BLOCK):
        wrong += differing(pack, random_atoms(pack, BLOCK, n + 1))
        print(f"  {(n + 1) * BLOCK} reports, {memory():.1f} MB", flush=True)
    seconds = time.perf_counter() - start
    print(f"{count} reports: {wrong} differ; {before:.1f} MB -> {memory():.1f} MB; {count / seconds:.0f} reports/s")
    return wrong


def real_pack() -> Weaknesses:
    """The rules of this checkout; facts are drawn at random here, so their formulas are left out."""
    import yaml

    def read(path: Path) -> Any:
        return yaml.safe_load(path.read_text(encoding="utf-8"))

    file = WeaknessFile.model_validate(read(ROOT / "rules/weaknesses.yaml"))
    codes = [rule["code"] for path in (ROOT / "rules/checks").glob("*.yaml") for rule in read(path)["rules"]]
    return build(file.model_copy(update={"facts": ()}), codes, Parser({}))


def main() -> int:
    """Run both parts; exit code 1 if anything differs."""
    if not durable.available():
        print("durable-rules cannot be imported here")
        return 2
    cases, reports = (int(text) for text in (*sys.argv[1:], *("10000", "100000")[len(sys.argv) - 1 :]))
    return int(bool(generated_cases(cases) + many_reports(real_pack(), reports)))


if __name__ == "__main__":
    sys.exit(main())
