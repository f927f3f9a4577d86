"""An empty table of units to fill in: one column per figure that an index needs, headings explained above."""

from collections.abc import Sequence

from cchc.formula import tree as t
from cchc.output.csv_text import csv_text
from cchc.packs.indices import IndexDef
from cchc.packs.pack import Pack

_NOTES = (
    "# Điền mỗi phòng, đơn vị một dòng rồi chạy: cchc score <tệp này>. Các dòng đầu bắt đầu bằng # là chú thích.",
    "# loại: phòng; chi cục; đơn vị sự nghiệp. Ô trống là chưa có số liệu, khác với 0. Tỷ lệ ghi theo phần trăm: 98,5%.",
    "# không áp dụng: mã các tiêu chí không áp dụng cho đơn vị, cách nhau bằng dấu cách hoặc chấm phẩy.",
    "# chấm:<mã>: điểm người chấm nhập cho tiêu chí đánh giá. Có thể thêm cột tự chấm:<mã> để so điểm tự chấm.",
)


def units_template(pack: Pack, index: IndexDef) -> str:
    """Return the CSV; it has headings and no unit yet."""
    judged = [f"chấm:{leaf.code}" for leaf in index.leaves() if leaf.curve.type == "judgement"]
    labels = [pack.figures[name].label.vi for name in needed_figures(pack, index)]
    notes = csv_text([_NOTES[0]], [[note] for note in _NOTES[1:]])
    return notes + csv_text(["mã", "đơn vị", "loại", "không áp dụng", *labels, *judged], []).removeprefix("\ufeff")


def needed_figures(pack: Pack, index: IndexDef) -> Sequence[str]:
    """Return the figures that the formulas of an index use, in the order of the index."""
    parser = pack.vocabulary.parser()
    rates = {f"rate.{rate.definition.id}": t.names(rate.tree) for rate in pack.rates}
    found: dict[str, None] = {}
    for leaf in index.leaves():
        trees: list[t.Node] = [parser.condition(leaf.not_applicable)] if leaf.not_applicable else []
        if leaf.value:
            trees.append((parser.condition if leaf.curve.type == "boolean" else parser.number)(leaf.value))
        for name in (inner for tree in trees for used in t.names(tree) for inner in rates.get(used, (used,))):
            if name in pack.figures:
                found.setdefault(name)
    return list(found)
