"""Whatever stands in the blocks: every quote stands in the block it is said to be in, and nothing is raised."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT, SAMPLES

from cchc.app import open_pack
from cchc.model.blocks import Block, BlockKind, Cell, TextDocument
from cchc.model.place import Place
from cchc.reading.extract import extract
from cchc.vietnamese.spelling import compose

PACK = open_pack(ROOT)
TEXT = (SAMPLES / "documents/so-ke-hoach-9-thang-2024.txt").read_text(encoding="utf-8")
LINES = sorted({line.strip() for line in TEXT.split("\n") if line.strip()})
ODD = ["0", "1.234", "99,5%", "100%", "5/6", "(", ")", ":", ";", "-", "...", "\n", "½", "③", "Ⅳ.", "５", "𝟓", "İ", "ß", "\u0301", "1.2.3", "31/2/2024",
       "tháng 13", "không", "trong đó", "12/QĐ-UBND", "I.", "a)", "Căn cứ", "Nơi nhận:", "\u200b", "🙂", "A" * 99, "1" * 40]  # fmt: skip
KINDS: st.SearchStrategy[BlockKind] = st.sampled_from(["paragraph"] * 6 + ["footnote", "header", "footer", "textbox"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A line of a report with words lost, doubled and strange."""
    words = draw(st.sampled_from(LINES)).split(" ")
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(words)))
        words[at : at + draw(st.integers(0, 3))] = draw(st.lists(st.sampled_from(ODD), max_size=3))
    return compose(" ".join(words)).strip() or "x"


@st.composite
def documents(draw: st.DrawFn) -> TextDocument:
    blocks = []
    for n in range(draw(st.integers(1, 25))):
        if draw(st.integers(0, 9)):
            number, bold = draw(st.sampled_from(["", "", "1.", "I."])), draw(st.booleans())
            blocks.append(Block(draw(texts()), f"đoạn {n}", draw(KINDS), number=number, bold=bold))
        else:
            sizes = draw(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=6))
            cells = [Cell(n, at // 3 + 1, at % 3 + 1, *size) for at, size in enumerate(sizes)]
            blocks += [Block(draw(texts())[:60].strip() or "5", f"bảng {n}, ô {c}", "cell", cell=c) for c in cells]
    return TextDocument("r.txt", "text", tuple(blocks))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_every_quote_stands_in_its_block(document: TextDocument) -> None:
    read = extract(document, PACK)
    held = {block.place: block.text for block in document.blocks}
    said: list[Any] = [
        *(read.statements or ()),
        *(read.citations or ()),
        *(read.exclusions or ()),
        *(read.events or ()),
    ]
    for place in (one.at for one in (*(figure.stated for figure in read.figures), *said)):
        if isinstance(place, Place) and place.quote:
            assert place.quote in held[place.detail or ""]


def test_a_digit_that_is_no_number_labels_nothing() -> None:
    # Python calls "③" a digit and cannot tell its value.
    lines = ["BÁO CÁO", "Công tác cải cách hành chính", "Phần ③", "Trên đây là báo cáo.", "Phần ③. Nơi nhận"]
    blocks = tuple(Block(text, f"dòng {n}") for n, text in enumerate(lines))
    assert not extract(TextDocument("r.txt", "text", blocks), PACK).figures
