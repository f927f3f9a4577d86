"""The C program of a set of rules: a loop for each shape of rule, run over blocks of rows that stay in the cache.

Its result is a matrix of bytes, a column of rows for each check and then for each conclusion: the outcome of a check
(`cchc.model.outcome`), and 1 where a conclusion holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc.formula import tree as t
from cchc.kernel.expressions import PRELUDE, Scope, Writer
from cchc.model.outcome import FAIL, NOT_APPLICABLE, PASS, UNKNOWN

BLOCK = 1024
"""Rows a block: the columns of two hundred rules fit into the second-level cache of a common machine."""


@dataclass(frozen=True)
class Check:
    """What must hold and when, as trees."""

    must: t.Condition
    when: t.Condition | None = None


BLIND = 2
"""Stands where a check is meant for a report but cannot fail: a name that it asks for is not in the table at all."""
HELD = 1
"""Stands where a conclusion holds, 0 where it does not."""
_SETTLED = (PASS, FAIL)


@dataclass(frozen=True)
class Atom:
    """Holds where a column of the result has a value: an outcome of a check, `HELD` of a conclusion before."""

    column: int
    value: int


@dataclass(frozen=True)
class Clause:
    """One way to a conclusion, as in `cchc.packs.weaknesses.When`: `none` only where each is known not to hold."""

    concludes: int
    all_: tuple[Atom, ...] = ()
    any_: tuple[Atom, ...] = ()
    none: tuple[Atom, ...] = ()
    at_least: int = 0
    of: tuple[Atom, ...] = ()


@dataclass(frozen=True)
class Program:
    """Source texts, and the names whose columns it takes, in the order in which it takes them.

    `sources`: texts of C that may be compiled side by side. `names`: values; `stated` and `halves`: those of which it
    also asks whether they are stated, and how exactly. `columns`: of the result, checks first, then conclusions.
    """

    sources: tuple[str, ...]
    names: tuple[str, ...]
    stated: tuple[str, ...]
    halves: tuple[str, ...]
    checks: int
    columns: int


@dataclass
class _Program:
    """A program as it is put together: each shape of loop once, and a call for each rate and check."""

    rates: tuple[str, ...]
    names: list[str] = field(default_factory=list)
    stated: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    shapes: dict[str, str] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    def rate(self, n: int, tree: t.Numeric) -> None:
        """Add a rate, computed into row `n` of the scratch."""
        writer = Writer(Scope(frozenset(self.rates)))
        value = writer.number(tree)
        shape = self._shape(writer.scope, "num", [*writer.lines, f"out[i] = {value};"])
        self.calls.append(f"{shape}({self._taken(writer.scope)}, 0, rates[{n}], m);")

    def check(self, n: int, check: Check) -> None:
        """Add a check, its outcomes written into column `n`."""
        writer = Writer(Scope(frozenset(self.rates)))
        true, false = writer.truth(check.must)
        wanted, unwanted = writer.truth(check.when) if check.when else ("1", "0")
        decide = [
            f"const bit on = ((bit)ap[i] != 0) & {wanted}, off = ((bit)ap[i] == 0) | {unwanted};",
            f"const bit r = off ? {NOT_APPLICABLE} : (on & {true}) ? {PASS} : (on & {false} & (ap[i] != {BLIND})) ? {FAIL} : {UNKNOWN};",
            "out[i] = (int8_t)r;",
        ]
        shape = self._shape(writer.scope, "int8_t", [*writer.lines, *decide])
        applies, out = f"applies[{n}] + at * steps[{n}]", f"out + {n} * total + at"
        self.calls.append(f"{shape}({self._taken(writer.scope)}, {applies}, {out}, m);")

    def clause(self, clause: Clause, *, again: bool) -> None:
        """Add a way to a conclusion; `again` where there was one before, which may hold already."""
        columns = list(dict.fromkeys(atom.column for atom in _atoms(clause)))
        names = {column: f"o{n}[i]" for n, column in enumerate(columns)}
        body = f"out[i] {'|=' if again else '='} (int8_t)({_holds(clause, names)});"
        parameters = [f"const int8_t *restrict o{n}" for n in range(len(columns))]
        text = _loop([*parameters, "int8_t *restrict out"], [body])
        shape = self.shapes.setdefault(text, f"loop{len(self.shapes)}")
        taken = [f"out + {column} * total + at" for column in (*columns, clause.concludes)]
        self.calls.append(f"{shape}({', '.join(taken)}, m);")

    def _shape(self, scope: Scope, out: str, lines: Sequence[str]) -> str:
        """Return the name of the loop that does this, written if there is none yet."""
        text = _loop([*_parameters(scope), "const uint8_t *restrict ap", f"{out} *restrict out"], lines)
        return self.shapes.setdefault(text, f"loop{len(self.shapes)}")

    def _taken(self, scope: Scope) -> str:
        values = [
            f"rates[{self.rates.index(n)}]" if n in self.rates else f"v[{_at(self.names, n)}]" for n in scope.values
        ]
        stated = [f"s[{_at(self.stated, n)}]" for n in scope.stated]
        halves = [f"h[{_at(self.halves, n)}]" for n in scope.halves]
        return ", ".join([*values, *stated, *halves, *(float(k).hex() for k in scope.constants)]) or "0"


def _parameters(scope: Scope) -> Iterator[str]:
    yield from (f"const num *restrict v{n}" for n in range(len(scope.values)))
    yield from (f"const uint8_t *restrict s{n}" for n in range(len(scope.stated)))
    yield from (f"const num *restrict h{n}" for n in range(len(scope.halves)))
    yield from (f"const num k{n}" for n in range(len(scope.constants)))
    if not (scope.values or scope.stated or scope.halves or scope.constants):
        yield "const int nothing"


def _at(names: list[str], name: str) -> int:
    if name not in names:
        names.append(name)
    return names.index(name)


def _loop(parameters: Sequence[str], lines: Sequence[str]) -> str:
    body = "\n    ".join(lines)
    return f"({', '.join(parameters)}, long n) {{\n  for (long i = 0; i < n; i++) {{\n    {body}\n  }}\n}}\n"


def _atoms(clause: Clause) -> Iterator[Atom]:
    yield from (*clause.all_, *clause.any_, *clause.none, *clause.of)


def _holds(clause: Clause, names: dict[int, str]) -> str:
    """Return the C condition of a clause over the columns it looks at."""

    def true(atom: Atom) -> str:
        return f"({names[atom.column]} == {atom.value})"

    def false(atom: Atom) -> str:
        settled = f" & ({names[atom.column]} != {UNKNOWN})" if atom.value in _SETTLED else ""
        return f"(({names[atom.column]} != {atom.value}){settled})"

    needed = [*map(true, clause.all_), *map(false, clause.none)]
    needed += [f"({' | '.join(map(true, clause.any_))})"] if clause.any_ else []
    needed += [f"(({' + '.join(map(true, clause.of))}) >= {clause.at_least})"] if clause.of else []
    return " & ".join(needed)


def program(
    checks: Sequence[Check], rates: Sequence[tuple[str, t.Numeric]], clauses: Sequence[Clause] = (), texts: int = 1
) -> Program:
    """Return the program of these checks; `rates` are computed by it, in their order, and may use those before them.

    `clauses` come such that each is behind those of the conclusions it looks at; conclusions are numbered behind the
    checks. `texts`: over how many texts the loops are spread.
    """
    made = _Program(tuple(name for name, _ in rates))
    for n, (_, tree) in enumerate(rates):
        made.rate(n, tree)
    for n, check in enumerate(checks):
        made.check(n, check)
    for n, clause in enumerate(clauses):
        made.clause(clause, again=any(clause.concludes == other.concludes for other in clauses[:n]))
    columns = max([len(checks) - 1, *(clause.concludes for clause in clauses)]) + 1
    sources = _sources(made, texts)
    return Program(sources, tuple(made.names), tuple(made.stated), tuple(made.halves), len(checks), columns)


def _sources(made: _Program, texts: int) -> tuple[str, ...]:
    loops = [f"void {name}{text}" for text, name in made.shapes.items()]
    spread = [loops[n::texts] for n in range(texts)]
    heads = [f"{loop.partition(' {')[0]};" for loop in loops]
    parts = ["\n".join([PRELUDE, *some]) for some in spread]
    return (*parts, "\n".join([PRELUDE, *heads, _run(made), TALLY, GATHER]))


def _run(made: _Program) -> str:
    """Return the one function that is called: pointers to columns and the step of each, 0 for a column that is not there."""
    calls = "\n    ".join(made.calls)
    return f"""\
void run(long total, num *const *values, const long *vstep, uint8_t *const *stated, const long *sstep,
         num *const *halves, const long *hstep, uint8_t *const *applies, const long *steps, int8_t *out) {{
  static _Thread_local num rates[{len(made.rates)} + 1][{BLOCK}];
  const num *v[{len(made.names)} + 1], *h[{len(made.halves)} + 1]; const uint8_t *s[{len(made.stated)} + 1];
  for (long at = 0; at < total; at += {BLOCK}) {{
    const long m = total - at < {BLOCK} ? total - at : {BLOCK};
    for (long c = 0; c < {len(made.names)}; c++) v[c] = values[c] + at * vstep[c];
    for (long c = 0; c < {len(made.stated)}; c++) s[c] = stated[c] + at * sstep[c];
    for (long c = 0; c < {len(made.halves)}; c++) h[c] = halves[c] + at * hstep[c];
    {calls}
  }}
}}
"""


TALLY = f"""\
void tally(long total, long columns, const uint8_t *wanted, long value, const int8_t *out, int16_t *count) {{
  for (long at = 0; at < total; at += {BLOCK}) {{
    const long m = total - at < {BLOCK} ? total - at : {BLOCK};
    for (long c = 0; c < columns; c++) {{
      if (!wanted[c]) continue;
      const int8_t *restrict o = out + c * total + at; int16_t *restrict n = count + at;
      for (long i = 0; i < m; i++) n[i] += o[i] == value;
    }}
  }}
}}
"""
"""Counts, for each row, the wanted columns that have a value."""

GATHER = f"""\
void gather(long total, long columns, const uint8_t *wanted, long value, const int8_t *out, int32_t *next, int32_t *found) {{
  for (long at = 0; at < total; at += {BLOCK}) {{
    const long m = total - at < {BLOCK} ? total - at : {BLOCK};
    for (long c = 0; c < columns; c++) {{
      if (!wanted[c]) continue;
      const int8_t *restrict o = out + c * total + at;
      for (long i = 0; i < m; i++) if (o[i] == value) found[next[at + i]++] = (int32_t)c;
    }}
  }}
}}
"""
"""Writes, for each row, the wanted columns that have a value, from the place in `next` on."""
