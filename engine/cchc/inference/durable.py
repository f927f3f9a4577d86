"""Adapter to durable-rules 2.0.28. Symbols in, symbols out.

That engine crashes, hangs or forgets when used freely; every restriction here answers something measured:

- facts are constant symbols with explicit ids in one session: no numbers, no text, no negation, no Host;
- a sentinel fact starts an action in every session, because deleting a session without one kills the process;
- a rule set is made once per content and kept, because rule sets are never freed;
- the limits below keep clear of its fixed tables: beyond them it loops for ever or drops facts;
- one report at a time under a lock, because two threads in one rule set kill the process;
- after any exception the rule set is not used again, as its session may be dirty.

A fault of its C code would still end the process, so `cchc.inference.engine` runs this file as a program
of its own (JSON on standard input and output). It therefore imports nothing from `cchc`.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any

MAX_SYMBOLS = 500
MAX_CONDITIONS = 16
MAX_RULES_PER_SYMBOL = 60
_OBSERVED = 2
_LOCK = Lock()

Clause = tuple[int, tuple[int, ...]]


class DurableError(Exception):
    """The rule set exceeds a limit of durable-rules, or the engine did not behave."""


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether durable-rules can be imported here; Python 3.13 and later cannot, although it installs."""
    try:
        import durable_rules_engine  # noqa: F401
    except ImportError:
        return False
    return True


@lru_cache(maxsize=32)
def rules_for(clauses: tuple[Clause, ...]) -> "DurableRules":
    """Return the rule set of these clauses, made on first use."""
    return DurableRules(clauses)


class DurableRules:
    """A durable-rules rule set for clauses `(conclusion, symbols)` over numbered symbols."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        check_limits(clauses)
        import durable_rules_engine

        self._engine: Any = durable_rules_engine
        self._heads = {f"k{n}": head for n, (head, _) in enumerate(clauses)}
        self._facts = {symbol: _fact(symbol) for _, body in clauses for symbol in body}
        self._handle = self._engine.create_ruleset("cchc", json.dumps(_definition(clauses)))
        self._broken = False

    def infer(self, given: Iterable[int]) -> set[int]:
        """Return the conclusions that follow from the given symbols."""
        with _LOCK:
            if self._broken:
                raise DurableError("bộ luật durable-rules đã dừng vì lỗi trước đó")
            self._broken = True
            concluded = self._run(set(given) & self._facts.keys())
            self._broken = False
        return concluded

    def _run(self, given: set[int]) -> set[int]:
        self._assert('{"sid":"r","id":"$boot","$boot":1}')
        for symbol in sorted(given):
            self._assert(self._facts[symbol])
        concluded = self._drain(given)
        self._engine.delete_state(self._handle, "r")
        return concluded

    def _drain(self, given: set[int]) -> set[int]:
        concluded: set[int] = set()
        booted = False
        while action := self._engine.start_action(self._handle):
            message, offset = action[1], action[2]
            while message:
                name = message[2 : message.index('"', 2)]
                booted = booted or name == "boot"
                self._conclude(name, given, concluded)
                message = self._engine.complete_and_start_action(self._handle, offset)
        if not booted:
            raise DurableError("durable-rules không chạy luật khởi động; không xóa phiên")
        return concluded

    def _conclude(self, name: str, given: set[int], concluded: set[int]) -> None:
        if name == "boot":
            return
        symbol = self._heads[name]
        if symbol not in concluded:
            concluded.add(symbol)
            if symbol in self._facts and symbol not in given:
                self._assert(self._facts[symbol])

    def _assert(self, fact: str) -> None:
        if self._engine.assert_fact(self._handle, fact)[0] == _OBSERVED:
            raise DurableError(f"durable-rules coi dữ kiện là trùng: {fact}")


def check_limits(clauses: Sequence[Clause]) -> None:
    """Raise DurableError where the clauses come near a fixed table of durable-rules."""
    uses = Counter(symbol for _, body in clauses for symbol in body)
    if len(uses) > MAX_SYMBOLS:
        raise DurableError(f"{len(uses)} ký hiệu, durable-rules chỉ an toàn đến {MAX_SYMBOLS}")
    if any(not 0 < len(body) <= MAX_CONDITIONS or len(set(body)) < len(body) for _, body in clauses):
        raise DurableError(f"mỗi luật phải có 1 đến {MAX_CONDITIONS} điều kiện khác nhau")
    if max(uses.values(), default=0) > MAX_RULES_PER_SYMBOL:
        raise DurableError(f"một ký hiệu nằm trong hơn {MAX_RULES_PER_SYMBOL} luật")
    _check_hashes([_name(symbol) for symbol in uses])


def _check_hashes(names: Sequence[str]) -> None:
    # durable-rules knows a fact by 32 bits only; two symbols that collide would be one.
    for prefix in ("", "r!"):
        if len({_fnv1a(prefix + name) for name in (*names, "$boot")}) <= len(names):
            raise DurableError("hai ký hiệu trùng mã băm 32 bit của durable-rules")


def _fnv1a(text: str) -> int:
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def _name(symbol: int) -> str:
    return f"c{symbol:04d}"


def _fact(symbol: int) -> str:
    return f'{{"sid":"r","id":"{_name(symbol)}","f":"{_name(symbol)}"}}'


def _definition(clauses: Sequence[Clause]) -> dict[str, Any]:
    rules: dict[str, Any] = {"boot": {"all": [{"m": {"$boot": 1}}]}}
    for n, (_, body) in enumerate(clauses):
        rules[f"k{n}"] = {"all": [{f"m{m}": {"f": _name(symbol)}} for m, symbol in enumerate(body)]}
    return rules


def main() -> None:
    """Read clauses and reports as JSON from standard input, write the conclusions of each report."""
    task = json.load(sys.stdin)
    rules = rules_for(tuple((head, tuple(body)) for head, body in task["clauses"]))
    json.dump([sorted(rules.infer(report)) for report in task["reports"]], sys.stdout)


if __name__ == "__main__":
    main()
