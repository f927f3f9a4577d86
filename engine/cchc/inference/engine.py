"""Forward chaining for the application: durable-rules, with the columns as witness.

The columns cost milliseconds, so they are always computed. durable-rules runs in a process of its own
(about 30 ms), because a fault of its C code or an endless loop cannot be caught in ours. When both agree the
answer is theirs; when durable-rules dies, hangs or differs, the answer is the columns' and `note` says why.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from cchc.inference import columns, durable
from cchc.inference.atoms import Atoms
from cchc.inference.clauses import Program, compile_rules, given
from cchc.model.text import Text
from cchc.packs.weaknesses import Weaknesses

if TYPE_CHECKING:
    from cchc.model.columns import Mask

DURABLE_LIMIT = 2_000
_SECONDS = 20.0


@dataclass(frozen=True)
class Inference:
    """Conclusions of a batch, the engine behind them, and a note where durable-rules let us down."""

    masks: "Mapping[str, Mask]"
    engine: Literal["durable-rules", "columns"]
    note: Text | None = None

    def of(self, index: int) -> frozenset[str]:
        """Return the conclusions of one report."""
        return frozenset(symbol for symbol, mask in self.masks.items() if mask[index])


def infer(pack: Weaknesses, atoms: Atoms, limit: int = DURABLE_LIMIT) -> Inference:
    """Infer by durable-rules and columns up to `limit` reports, by columns beyond or where it is missing."""
    masks = columns.conclude(pack, atoms)
    if not 0 < atoms.size <= limit or not sys.executable or not durable.available():
        return Inference(masks, "columns")
    try:
        other = by_durable(pack, atoms)
    except (durable.DurableError, OSError, ValueError, subprocess.SubprocessError) as error:
        return Inference(masks, "columns", _failed(error))
    differing = [symbol for symbol in masks if not np.array_equal(masks[symbol], other[symbol])]
    if differing:
        return Inference(masks, "columns", _differs(differing))
    return Inference(masks, "durable-rules")


def by_durable(pack: Weaknesses, atoms: Atoms) -> "dict[str, Mask]":
    """Return per conclusion the mask of the reports in which durable-rules concludes it."""
    program = compile_rules(pack)
    durable.check_limits(program.clauses)
    answers = _ask(program, given(program, pack, atoms))
    first = len(program.inputs)
    known = range(first, first + len(program.conclusions))
    if len(answers) != atoms.size or any(number not in known for answer in answers for number in answer):
        raise durable.DurableError("durable-rules trả về kết luận ngoài bộ luật")
    table = np.zeros((atoms.size, len(known)), np.bool_)
    for row, answer in zip(table, answers, strict=True):
        row[[number - first for number in answer]] = True
    return {symbol: table[:, n] for n, symbol in enumerate(program.conclusions)}


def _ask(program: Program, reports: list[list[int]]) -> list[list[int]]:
    task = json.dumps({"clauses": program.clauses, "reports": reports})
    # -P keeps the script's folder off the import path, where its neighbours would hide installed packages.
    command = [sys.executable, "-P", durable.__file__]
    seconds = _SECONDS + len(reports) / 500
    done = subprocess.run(command, input=task, capture_output=True, text=True, timeout=seconds, check=True)
    answers: list[list[int]] = json.loads(done.stdout)
    return answers


def _failed(error: Exception) -> Text:
    return Text(
        vi=f"durable-rules không chạy được ({error}); kết luận do bộ tính theo cột đưa ra",
        en=f"durable-rules failed ({error}); the conclusions are those of the column engine",
    )


def _differs(symbols: list[str]) -> Text:
    names = ", ".join(symbols)
    return Text(
        vi=f"durable-rules cho kết quả khác ở {names}; kết luận do bộ tính theo cột đưa ra",
        en=f"durable-rules differs on {names}; the conclusions are those of the column engine",
    )
