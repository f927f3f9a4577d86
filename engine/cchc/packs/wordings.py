"""The dated tables of wording, checked and put together: what each entry says, and what a mention of it means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc.model.errors import InputError
from cchc.packs import schema as s
from cchc.packs.source_text import SourceText
from cchc.packs.validate import did_you_mean
from cchc.packs.wording_schema import Act, ActFile, Term, TermFile, Use, body_use

TERMS = "rules/wording/terms.yaml"
ACTS = "rules/wording/acts.yaml"


@dataclass(frozen=True)
class Wordings:
    """Terms and acts, and every use by the id that mentions carry; a body has a use for each province of which it is known."""

    terms: tuple[Term, ...]
    acts: tuple[Act, ...]
    uses: Mapping[str, tuple[Use, ...]]


def wordings(
    terms: tuple[SourceText, TermFile], acts: tuple[SourceText, ActFile], lists: s.Lists
) -> tuple[Wordings, list[InputError]]:
    """Return the tables put together and every fault of them: ids given twice, sources and facts that do not exist."""
    own: list[tuple[SourceText, str, Sequence[Use]]] = [
        (terms[0], "terms", terms[1].terms),
        (acts[0], "acts", acts[1].acts),
    ]
    uses: dict[str, tuple[Use, ...]] = {}
    for body in (body_use(b, b.group) for b in lists.bodies if b.group):
        uses[body.id] = (*uses.get(body.id, ()), body)
    problems = [problem for source, name, found in own for problem in _problems(source, name, found, lists, uses)]
    uses |= {use.id: (use,) for _, _, found in own for use in found}
    problems += _of_bodies(lists)
    return Wordings(terms[1].terms, acts[1].acts, uses), problems


def _problems(
    source: SourceText, name: str, found: Iterable[Use], lists: s.Lists, bodies: Mapping[str, tuple[Use, ...]]
) -> Iterator[InputError]:
    facts, sources = _groups(lists), [one.id for one in lists.sources]
    seen = set(bodies)
    for n, use in enumerate(found):
        path = (name, n)
        if use.id in seen:
            yield source.problem(f"mã '{use.id}' được khai hai lần", (*path, "id"))
        if use.group not in facts:
            yield source.problem(
                f"nhóm '{use.group}' không có trong rules/facts.yaml{did_you_mean(use.group, facts)}", (*path, "group")
            )
        if use.source.act not in sources:
            yield source.problem(
                f"không có văn bản '{use.source.act}'{did_you_mean(use.source.act, sources)}", (*path, "source")
            )
        seen.add(use.id)


def _of_bodies(lists: s.Lists) -> Iterator[InputError]:
    facts = _groups(lists)
    for body in lists.bodies:
        if body.group and body.group not in facts:
            message = f"nhóm '{body.group}' không có trong rules/facts.yaml{did_you_mean(body.group, facts)}"
            yield InputError(message, "rules/wording/bodies.yaml", key=body.old)


def _groups(lists: s.Lists) -> list[str]:
    return [fact.id.removeprefix("terms.") for fact in lists.facts if fact.id.startswith("terms.")]
