"""An empty report to fill in: every key explained, every figure of the dictionary listed."""

from collections.abc import Iterator

from cchc.model.text import Language
from cchc.packs.pack import Pack

_HEAD: dict[Language, str] = {
    "vi": """\
# Mẫu báo cáo CCHC có cấu trúc. Điền rồi chạy: cchc check <tệp này>
# Số liệu để trống là "không nêu", khác với ghi 0. Tỷ lệ ghi theo phần trăm: 13% hoặc "12,77%".
# Mỗi số liệu có thể kèm vị trí và nguyên văn:  {value: 331, at: {part: II.2, quote: "đã tiếp nhận tổng số: 331 hồ sơ"}}
# Nêu hai lần trong báo cáo thì ghi cả hai:  [{value: 325, at: II.2}, {value: 226, at: II.6.g}]
# Danh sách để null nghĩa là "chưa đọc", không bị xét; để [] nghĩa là "đã đọc, không có".
""",
    "en": """\
# A structured CCHC report to fill in. Then run: cchc check <this file>
# A figure left empty is "not stated", which is not 0. Percents as percents: 13% or "12,77%".
# A figure may carry its place and words:  {value: 331, at: {part: II.2, quote: "..."}}
# Stated twice in the report, give both:  [{value: 325, at: II.2}, {value: 226, at: II.6.g}]
# A list left null means "not read", and is not judged; [] means "read, there is none".
""",
}
_BODY: dict[Language, str] = {
    "vi": """
unit: Tên đơn vị báo cáo
level: department            # department, room, attached_unit, commune, province
province: Bắc Giang
period:
  kind: month                # month, quarter, half_year, nine_months, year
  year: 2025
  number: 4                  # tháng 4; quý 1..4; nửa năm 1..2
  data_from: 2025-03-15      # số liệu từ ngày
  data_to: 2025-04-14        # đến hết ngày
document:
  number: null               # 45/BC-SCT
  title: null                # trích yếu
  issued: null               # ngày ký: 2025-04-16
  submitted: null            # ngày gửi
  deadline: null             # hạn gửi theo hướng dẫn của Sở Nội vụ
  recipients: null           # [Sở Nội vụ, Lãnh đạo Sở, "Lưu: VT"]
  annexes: null              # phụ lục kèm theo: []
  source_system: null        # hệ thống nguồn và thời điểm lấy số liệu

# Các đề mục có trong báo cáo, theo thứ tự; empty: true nếu không có nội dung.
parts:
{parts}
# kind: strength (ưu điểm), weakness (hạn chế), cause (nguyên nhân), difficulty (khó khăn), claim (khẳng định kết quả),
#       ongoing (việc đang làm), task (nhiệm vụ phần IV), recommendation (kiến nghị phần V).
# topics: {topics}
# Ví dụ: - {{kind: weakness, topics: [online_uptake], text: "Tỷ lệ ... còn thấp", at: III.2}}
# Kiến nghị thêm addressees: [Sở Nội vụ]; nhiệm vụ thêm goal, deadline, owner.
statements: null
# Ví dụ: - {{applies_to: [digitization.rate], procedures: [Thông báo thực hiện khuyến mại], basis: null, at: II.2}}
exclusions: null
# role: basis (căn cứ), plan, period_result (kết quả trong kỳ), result (đã ban hành), background.
# Ví dụ: - {{type: Công văn, number: 211/SNV-CCHC, issued: 2025-02-19, issuer: Sở Nội vụ, role: basis}}
citations: null

figures:
{figures}""",
    "en": """
unit: Name of the reporting unit
level: department            # department, room, attached_unit, commune, province
province: Bắc Giang
period:
  kind: month                # month, quarter, half_year, nine_months, year
  year: 2025
  number: 4                  # month 4; quarter 1..4; half year 1..2
  data_from: 2025-03-15      # figures from this day
  data_to: 2025-04-14        # to the end of this day
document:
  number: null               # 45/BC-SCT
  title: null                # subject
  issued: null               # day of signature: 2025-04-16
  submitted: null            # day of sending
  deadline: null             # deadline set by the Department of Home Affairs
  recipients: null           # [Sở Nội vụ, Lãnh đạo Sở, "Lưu: VT"]
  annexes: null              # annexes: []
  source_system: null        # source system and time of the figures

# The headings of the report, in order; empty: true where nothing stands under one.
parts:
{parts}
# kind: strength, weakness, cause, difficulty, claim (of a result), ongoing, task (part IV), recommendation (part V).
# topics: {topics}
# Example: - {{kind: weakness, topics: [online_uptake], text: "Tỷ lệ ... còn thấp", at: III.2}}
# A recommendation also has addressees: [Sở Nội vụ]; a task has goal, deadline, owner.
statements: null
# Example: - {{applies_to: [digitization.rate], procedures: [Thông báo thực hiện khuyến mại], basis: null, at: II.2}}
exclusions: null
# role: basis, plan, period_result (a result of this period), result (issued before), background.
# Example: - {{type: Công văn, number: 211/SNV-CCHC, issued: 2025-02-19, issuer: Sở Nội vụ, role: basis}}
citations: null

figures:
{figures}""",
}


def report_template(pack: Pack, lang: Language) -> str:
    """Return the template as YAML; it is valid as it stands and states no figure."""
    outline = next(iter(pack.outlines.values()))
    parts = "".join(f"  - {{id: {p.id}, title: {_quoted(p.title.get(lang))}}}\n" for p in outline.parts)
    body = _BODY[lang].format(parts=parts, topics=_wrapped(pack), figures="\n".join(_figures(pack, lang)) + "\n")
    return _HEAD[lang] + body


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _wrapped(pack: Pack) -> str:
    import textwrap

    return "\n#         ".join(textwrap.wrap(", ".join(pack.topics), 100))


def _figures(pack: Pack, lang: Language) -> Iterator[str]:
    groups = [group for group in pack.figure_groups if group.in_reports]
    width = max(len(f.id) for group in groups for f in group.figures) + 1
    for group in groups:
        yield f"  # {group.label.get(lang)}"
        for f in group.figures:
            yield f"  {f.id + ':':<{width}}  # {f.part}: {f.label.get(lang)} ({f.unit.get(lang)})"
