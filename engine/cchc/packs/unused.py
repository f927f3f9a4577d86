"""What is declared in the content and used nowhere in it: each such entry is worth a look, none is wrong."""

import re
from collections.abc import Iterable, Iterator

from cchc.packs.pack import Pack
from cchc.packs.source_text import read_text

_WORD = re.compile(r"[A-Za-z0-9_.-]+")


def unused(pack: Pack) -> Iterator[str]:
    """Yield a sentence for the sources, the targets, the facts and the topics that no other entry of the content names."""
    counts = _words(pack)
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("văn bản", pack.sources),
        ("chỉ tiêu", (f"target.{id_}" for id_ in pack.targets)),
        ("dữ kiện", pack.facts),
        ("chủ đề", pack.topics),
    )
    for kind, ids in kinds:
        # Its own declaration is one mention; a target is declared without the word before its name.
        own = 0 if kind == "chỉ tiêu" else 1
        idle = [id_ for id_ in ids if counts.get(id_, 0) <= own]
        if idle:
            yield f"{kind} không được dùng ở đâu: {', '.join(idle)}"


def _words(pack: Pack) -> dict[str, int]:
    """Count every name, and every last step of a dotted one: `weakness.postal` names the topic too."""
    counts: dict[str, int] = {}
    for folder in ("rules", "indicators"):
        for path in sorted((pack.root / folder).rglob("*.yaml")):
            if path.name == "denials.yaml":  # words about a fact are no use of it
                continue
            for word in _WORD.findall(_without_comments(read_text(path))):
                for name in {word.strip(".-"), word.strip(".-").rpartition(".")[2]}:
                    counts[name] = counts.get(name, 0) + 1
    return counts


def _without_comments(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
