"""Facts on terms, names of bodies and cited acts: how many uses are wrong on the day of the report, and which."""

from collections.abc import Iterable, Mapping, Sequence

from cchc.checking.fact import UNKNOWN, Fact, FactRule, counted
from cchc.checking.wordings import Judged, act_cited, judged
from cchc.model.place import Place
from cchc.model.text import Language
from cchc.model.wording import CAPITALS, Mention
from cchc.packs.resolve import Reading
from cchc.packs.wording_schema import Act
from cchc.vietnamese.numbers import show_date
from cchc.vietnamese.spelling import spell

_PREFIX = "terms."
_PORTAL = "portal_names"
_MOST = 6
_GROUPS = (
    "online_levels", "information_department", "departments", "districts", "province_names", "provincial_portals",
    "procedure_control", "civil_service", "portal_accounts", "one_stop_decrees", "one_stop_circular",
    "electronic_identity", "legal_documents_law", "autonomy_decree", "contract_decree", "online_service_decrees",
    "administrative_autonomy", "reform_programme",
)  # fmt: skip
_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {"now": "từ {day} là: {instead}", "over": "từ {day} không còn dùng", "write": "viết đúng: {right}", "more": "và {n} chỗ khác",
           "open": "chưa kết luận được về {what}: {why}", "acts": "chưa tra được hiệu lực của {n} văn bản: {which}"},
    "en": {"now": "from {day} on: {instead}", "over": "not in use from {day} on", "write": "right: {right}", "more": "and {n} more",
           "open": "nothing can be concluded on {what}: {why}", "acts": "the status of {n} documents is not known: {which}"},
}  # fmt: skip


def _group(group: str) -> FactRule:
    return lambda r: _count(_in_group(r, group), whole=_read(r, group))


def _in_group(r: Reading, group: str) -> list[Judged]:
    return [one for one in judged(r) if one.use.group == group]


def _count(found: Sequence[Judged], *, whole: bool) -> Fact:
    """Count the wrong uses; where there is none, an open one or a text not read leaves it unknown."""
    wrong = [one.at for one in found if one.verdict == "wrong"]
    if wrong:
        return counted(wrong)
    return UNKNOWN if not whole or any(one.verdict == "open" for one in found) else counted([])


def _read(r: Reading, group: str) -> bool:
    """Return whether all uses of a group are known: acts are known from the citations alone, words are not."""
    if r.report.mentions is not None:
        return True
    uses = [use for found in r.pack.wordings.uses.values() for use in found if use.group == group]
    return r.report.citations is not None and all(isinstance(use, Act) for use in uses)


def _ended(r: Reading) -> list[Judged]:
    return [one for one in judged(r) if isinstance(one.use, Act) and not one.use.amended_by]


def _ended_acts(r: Reading) -> Fact:
    return _count(_ended(r), whole=r.report.citations is not None and not _unknown_acts(r))


def _unknown_acts(r: Reading) -> list[tuple[str, Place | None]]:
    """Return the numbers that stand in no table of ours: nobody may take them for being in force."""
    cited = r.report.citations or ()
    return [(c.number, c.at) for c in cited if c.number and act_cited(r, c) is None]


def _acts_not_known(r: Reading) -> Fact:
    return UNKNOWN if r.report.citations is None else counted(at for _, at in _unknown_acts(r))


def _of_entry(r: Reading, entry: str) -> list[Mention]:
    return [one for one in r.report.mentions or () if one.entry == entry]


def _portal(r: Reading) -> list[Mention]:
    groups = r.pack.wordings.uses
    return [m for m in r.report.mentions or () if any(use.group == _PORTAL for use in groups.get(m.entry, ()))]


def _portal_names(r: Reading) -> Fact:
    """Count the different names of the portal; one short form beside the full name is in order."""
    if r.report.mentions is None:
        return UNKNOWN
    found = _portal(r)
    names = set(map(_portal_name, found))
    short = {name for name in names if "dvc" in name}
    different = len(names - short) + (max(len(short) - 1, 0) if names - short else len(short))
    return Fact(float(different), tuple(m.at for m in found if m.at) if different > 1 else ())


def _portal_name(mention: Mention) -> str:
    return spell(" ".join(mention.printed.split()))


def _capitals(r: Reading) -> Fact:
    return UNKNOWN if r.report.mentions is None else counted(m.at for m in _of_entry(r, CAPITALS))


TERM_FACTS: Mapping[str, FactRule] = {
    **{f"{_PREFIX}{group}": _group(group) for group in _GROUPS},
    f"{_PREFIX}ended_acts": _ended_acts,
    f"{_PREFIX}acts_not_known": _acts_not_known,
    f"{_PREFIX}{_PORTAL}": _portal_names,
    f"{_PREFIX}agency_capitals": _capitals,
}


def wrong_in_words(r: Reading, name: str, lang: Language) -> str:
    """Return the words that the count of this name is about, with what is right instead; else nothing."""
    group = name.removeprefix(_PREFIX)
    if group == name:
        return ""
    if group == _PORTAL:
        by_name = {_portal_name(m): m for m in reversed(_portal(r))}
        return _listed((_quoted(m) for m in reversed(by_name.values())), lang)
    if group == "agency_capitals":
        words = _WORDS[lang]["write"]
        return _listed((f"{_quoted(m)}, {words.format(right=m.should)}" for m in _of_entry(r, CAPITALS)), lang)
    found = _ended(r) if group == "ended_acts" else _in_group(r, group)
    return _listed((_instead(one, lang) for one in found if one.verdict == "wrong"), lang)


def open_in_words(r: Reading, name: str, lang: Language) -> list[str]:
    """Return why the count of this name is not known, where its words were read; else nothing."""
    group = name.removeprefix(_PREFIX)
    if group == name:
        return []
    words = _WORDS[lang]
    found = _ended(r) if group == "ended_acts" else _in_group(r, group)
    told = [words["open"].format(what=_quoted(one.mention), why=one.why.get(lang)) for one in found if one.why]
    unknown = _unknown_acts(r) if group == "ended_acts" else []
    if unknown:
        which = _listed(dict.fromkeys(number for number, _ in unknown), lang)
        told.append(words["acts"].format(n=len(unknown), which=which))
    return list(dict.fromkeys(told))[:_MOST]


def _instead(one: Judged, lang: Language) -> str:
    words, use = _WORDS[lang], one.use
    day = show_date(use.from_, lang) if use.from_ else ""
    told = words["now" if use.instead else "over"].format(day=day, instead=use.instead)
    return f"{_quoted(one.mention)}, {told}"


def _quoted(mention: Mention) -> str:
    return f"“{mention.printed}” ({mention.at.part})" if mention.at else f"“{mention.printed}”"


def _listed(items: Iterable[str], lang: Language) -> str:
    every = list(dict.fromkeys(items))
    more = [_WORDS[lang]["more"].format(n=len(every) - _MOST)] if len(every) > _MOST else []
    return "; ".join([*every[:_MOST], *more])
