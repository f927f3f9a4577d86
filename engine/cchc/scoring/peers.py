"""Units that are ranked together: what their group is called, and whether more of them are in a band than may be."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from cchc.model.text import Language
from cchc.model.units import UnitKind
from cchc.scoring.columns import ScoreColumns
from cchc.scoring.tree import ReadyIndex
from cchc.vietnamese.numbers import show_percent

_KINDS: Mapping[Language, Mapping[UnitKind, str]] = {
    "vi": {"province": "tỉnh, thành phố", "department": "sở, ban, ngành", "commune": "xã, phường", "room": "phòng",
           "sub_department": "chi cục", "service_unit": "đơn vị sự nghiệp", "head": "người đứng đầu"},
    "en": {"province": "provinces", "department": "departments", "commune": "communes", "room": "rooms",
           "sub_department": "sub-departments", "service_unit": "service units", "head": "heads of agency"},
}  # fmt: skip
_QUOTA = {
    "vi": "{group}: {count} đơn vị đạt mức {band}, quá tỷ lệ cho phép {share} ({most} đơn vị); người có thẩm quyền quyết định",
    "en": "{group}: {count} units reach {band}, above the quota of {share} ({most} units); the competent authority decides",
}


def group_name(together: Iterable[Sequence[UnitKind]], kind: UnitKind, lang: Language) -> str:
    """Return the name of the group that a kind of unit is ranked in."""
    some = next((one for one in together if kind in one), (kind,))
    return ", ".join(_KINDS[lang][one] for one in some)


def quota_notes(ready: ReadyIndex, scores: ScoreColumns, kinds: Sequence[UnitKind], lang: Language) -> Iterator[str]:
    """Yield where more units are in a band than its quota lets in; which of them stay is not for a program to say."""
    for place, band in enumerate(ready.index.bands.ascending()):
        for group in np.unique(scores.groups) if band.most is not None else ():
            inside = scores.groups == group
            count, ranked = (
                int((inside & (scores.bands.position == place)).sum()),
                int((inside & (scores.rank > 0)).sum()),
            )
            most = math.floor((band.most or 0.0) * ranked + 1e-9)
            if count > most:
                name = group_name(ready.index.together, kinds[int(np.flatnonzero(inside)[0])], lang)
                yield _QUOTA[lang].format(
                    group=name,
                    count=count,
                    band=band.label.get(lang),
                    share=show_percent(band.most or 0.0, lang),
                    most=most,
                )
