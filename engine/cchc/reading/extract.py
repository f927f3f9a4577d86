"""From a document to everything that was read out of it."""

from dataclasses import dataclass
from functools import lru_cache

from cchc.model.blocks import TextDocument
from cchc.model.extraction import Extraction, Hints, NotTaken, ReadFigure
from cchc.model.period import Period
from cchc.model.place import Place
from cchc.model.report import Citation, DetailRow, Document
from cchc.model.wording import Mention
from cchc.packs.pack import Pack
from cchc.packs.reading_content import ReadingContent, reading_content
from cchc.reading.cited.citations import read_citations
from cchc.reading.figures.lexicon import Lexicon
from cchc.reading.figures.meant import as_meant
from cchc.reading.figures.prose import FigureReader
from cchc.reading.figures.scan import Scanner
from cchc.reading.figures.tables import TableReader
from cchc.reading.header.form import Form, read_form
from cchc.reading.header.lead import lead_period
from cchc.reading.header.outer import with_outer_form
from cchc.reading.parts.outline import read_outline
from cchc.reading.passage import Outlined
from cchc.reading.said.events import read_events
from cchc.reading.said.evidence import EvidenceFinder, read_evidence
from cchc.reading.said.exclusions import read_exclusions
from cchc.reading.said.narrative import read_narrative
from cchc.reading.said.repeats import read_repeats
from cchc.reading.said.sayings import Sayings, department_names
from cchc.reading.said.statements import read_statements
from cchc.reading.said.topics import part_topics
from cchc.reading.worded.number_words import read_number_words
from cchc.reading.worded.slips import SlipFinder, read_slips, words_read
from cchc.reading.worded.terms import TermReader

_OUTLINE = "department"
_NO_HINTS = Hints()


@dataclass(frozen=True)
class Reader:
    """The phrase books of a content root, ready for any number of documents."""

    content: ReadingContent
    lexicon: Lexicon
    sayings: Sayings
    slips: SlipFinder
    evidence: EvidenceFinder
    terms: TermReader

    def read(self, document: TextDocument, pack: Pack, hints: Hints) -> Extraction:
        """Return what a document says; what it does not say is None, or what the hints say of it."""
        outlined = read_outline(document, pack.outlines[_OUTLINE], self.content.headings)
        form, guessed = self._form(outlined, hints)
        found = self._figures(outlined, form)
        said = self.sayings
        topics = part_topics(outlined, said.topics)
        return Extraction(
            file=document.file,
            unit=form.unit,
            level=form.level,
            province=form.province,
            period=form.period,
            document=self._document(form, outlined, document),
            parts=tuple(p.model_copy(update={"topics": topics.get(p.id)}) for p in outlined.parts) or None,
            other_headings=outlined.others,
            keeps_outline=outlined.whole,
            figures=found.figures,
            not_taken=found.not_taken,
            statements=read_statements(outlined, form.period, said) if form.period and _assessed(outlined) else None,
            citations=_cited(read_citations(outlined, form, self.content.documents), document),
            exclusions=read_exclusions(outlined, said) if outlined.parts else None,
            events=read_events(outlined, said) if outlined.parts else None,
            repeated_passages=read_repeats(outlined) if outlined.parts else None,
            detail_rows=found.detail_rows or None,
            mentions=self._mentions(outlined) if outlined.parts else None,
            evidence=read_evidence(outlined, self.evidence) if outlined.parts else None,
            layout=document.layout,
            narrative=read_narrative(outlined) if outlined.parts else None,
            warnings=(*document.warnings, *_told(guessed)),
        )

    def _document(self, form: Form, outlined: Outlined, document: TextDocument) -> Document:
        outer = with_outer_form(form.document, outlined, document, self.content)
        return outer.model_copy(update={"words": words_read(outlined)})

    def _mentions(self, outlined: Outlined) -> tuple[Mention, ...]:
        slips = read_slips(outlined, self.content.documents, self.slips)
        return (*self.terms.read(outlined), *slips, *read_number_words(outlined))

    def _form(self, outlined: Outlined, hints: Hints) -> tuple[Form, Period | None]:
        """Return the form, and its period where that had to be taken from the first sentences."""
        agencies, provinces = self.content.agencies, self.content.provinces
        form = _hinted(read_form(outlined, agencies, provinces, hints.period), hints)
        guessed = lead_period(outlined.passages) if form.period is None else None
        return (_hinted(read_form(outlined, agencies, provinces, guessed), hints) if guessed else form), guessed

    def _figures(self, outlined: Outlined, form: Form) -> "_Found":
        mentions = form.document.agency_mentions or ()
        # The unit's name may be short of its province: others have offices of that name too.
        whole = any(name.startswith(f"{form.unit} tỉnh") for name in mentions)
        names = tuple(name for name in (None if whole else form.unit, *mentions) if name)
        province = form.level == "province"
        scanner = Scanner(self.lexicon, form.period, names, whole_is_own=province, province=province)
        text = FigureReader(scanner).read(outlined.passages)
        tables = TableReader(scanner).read(outlined.passages)
        order = {passage.block.place: n for n, passage in enumerate(outlined.passages)}

        def position(at: Place | None) -> int:
            return order.get(at.detail or "", 0) if at else 0

        figures = sorted((*text.figures, *tables.figures), key=lambda f: position(f.stated.at))
        meant = as_meant(figures, self.lexicon.figures)
        left = sorted((*text.not_taken, *tables.not_taken, *meant.parts), key=lambda n: position(n.at))
        return _Found(meant.figures, tuple(left), tables.detail_rows)


@dataclass(frozen=True)
class _Found:
    figures: tuple[ReadFigure, ...]
    not_taken: tuple[NotTaken, ...]
    detail_rows: tuple[DetailRow, ...]


@lru_cache(maxsize=4)
def _reader(pack: Pack) -> Reader:
    content = reading_content(pack.root)
    lexicon = Lexicon(pack.figures.values(), content.words, department_names(content.statements))
    sayings = Sayings(pack.topics.values(), content.statements, lexicon.words)
    evidence = EvidenceFinder(content.evidence, pack.directives)
    terms = TermReader(pack, content)
    return Reader(content, lexicon, sayings, SlipFinder(content.slips), evidence, terms)


def extract(document: TextDocument, pack: Pack, hints: Hints = _NO_HINTS) -> Extraction:
    """Return what was read out of a document; raise `ContentError` if the wording files are broken."""
    return _reader(pack).read(document, pack, hints)


def _told(guessed: Period | None) -> tuple[str, ...]:
    if guessed is None:
        return ()
    return (f"không thấy kỳ báo cáo ở tên báo cáo, lấy theo câu đầu: {guessed.label()} (--period nếu khác)",)


def _cited(found: tuple[Citation, ...], document: TextDocument) -> tuple[Citation, ...] | None:
    """Return the citations; None where a sheet has none: its figures have no opening that could cite anything."""
    return found or (None if document.format == "sheet" else found)


def _assessed(outlined: Outlined) -> bool:
    """Return whether assessment and tasks were found: without their headings, that nothing is said is not known."""
    return {"III", "IV"} <= {part.id.split(".")[0] for part in outlined.parts}


def _hinted(form: Form, hints: Hints) -> Form:
    return Form(
        unit=hints.unit or form.unit,
        level=hints.level or form.level,
        province=hints.province or form.province,
        period=form.period,
        document=form.document,
        symbol=form.symbol,
    )
