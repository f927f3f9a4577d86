"""An empty table of units to fill in: one column per figure that an index needs, headings explained above."""

from collections.abc import Sequence

from cchc.model.text import Language
from cchc.output.csv_text import csv_text
from cchc.packs.curve_specs import ENTERED
from cchc.packs.indices import IndexDef
from cchc.packs.pack import Pack

_NOTES: dict[Language, tuple[str, ...]] = {
    "vi": (
        "# Điền mỗi phòng, đơn vị một dòng rồi chạy: cchc score <tệp này>. Các dòng đầu bắt đầu bằng # là chú thích.",
        "# loại: phòng; chi cục; đơn vị sự nghiệp. Ô trống là chưa có số liệu, khác với 0. Tỷ lệ ghi theo phần trăm: 98,5%.",
        "# không áp dụng: mã các tiêu chí không áp dụng cho đơn vị, cách nhau bằng dấu cách hoặc chấm phẩy.",
        "# chấm:<mã>: điểm người chấm nhập cho tiêu chí đánh giá. Có thể thêm cột tự chấm:<mã> để so điểm tự chấm.",
        "# Khi thẩm định có thể thêm cột: thẩm định:<mã>; lý do:<mã>; minh chứng:<mã>.",
    ),
    "en": (
        "# One line for each room or unit, then run: cchc score <this file>. Lines on top that start with # are notes.",
        "# kind: room; sub_department; service_unit. An empty cell is not known, which is not 0. Percents as percents: 98,5%.",
        "# not_applicable: codes of criteria that do not apply to the unit, separated by spaces or semicolons.",
        "# judgement:<code>: points a person enters. Columns self_score:<code> may be added to compare self-scores.",
        "# For an appraisal add columns: appraised:<code>; reason:<code>; evidence:<code>.",
    ),
}
_HEADINGS: dict[Language, tuple[str, ...]] = {
    "vi": ("mã", "đơn vị", "loại", "không áp dụng"),
    "en": ("id", "name", "kind", "not_applicable"),
}
_JUDGED: dict[Language, str] = {"vi": "chấm:{}", "en": "judgement:{}"}


def units_template(pack: Pack, index: IndexDef, figures: Sequence[str], lang: Language = "vi") -> str:
    """Return the CSV with a column per figure in `figures`; it has headings and no unit yet."""
    judged = [_JUDGED[lang].format(leaf.code) for leaf in index.leaves() if leaf.curve.type in ENTERED]
    labels = [pack.figures[name].label.get(lang) for name in figures]
    first, *others = _NOTES[lang]
    notes = csv_text([first], [[note] for note in others])
    return notes + csv_text([*_HEADINGS[lang], *labels, *judged], []).removeprefix("\ufeff")
