"""What a scorecard is put into words with."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc.model.text import Language
from cchc.packs.appraisal import Appraisal
from cchc.packs.figure_schema import FigureDef
from cchc.packs.schema import Source


@dataclass(frozen=True)
class Knowledge:
    """The data dictionary, the documents known outside the index file by id, the lists of an appraisal, the language."""

    figures: Mapping[str, FigureDef]
    sources: Mapping[str, Source]
    appraisal: Appraisal
    lang: Language = "vi"
