"""`cchc register`: count the dossiers of a one-stop system's export by the legal definitions."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli import chrome, options, register_against
from cchc.cli.register_opening import Chosen, Rejecting, opened_register, rejects_beside
from cchc.model.errors import UsageError

if TYPE_CHECKING:
    from cchc.model.register import Axis, GroupFigures, Recount
    from cchc.model.report import Level
    from cchc.model.text import Language
    from cchc.output.csv_text import CsvShape
    from cchc.packs.pack import Pack
    from cchc.packs.register_words import RegisterWords


@click.command(cls=chrome.Command)
@click.argument("files", nargs=-1, required=True, metavar="SỔ_HỒ_SƠ...", type=click.Path(path_type=Path))
@click.option("--period", metavar="KỲ", help="Kỳ đếm, từ ngày đầu đến ngày cuối: 2025-04, 'quý I/2025', 2025.")
@click.option(
    "--window", metavar="TỪ..ĐẾN", help="Khoảng ngày lấy số liệu, thay cho các ngày của kỳ: 15/3/2025..14/4/2025."
)
@click.option(
    "--by", cls=chrome.Option, type=click.Choice(["unit", "procedure", "channel"]), multiple=True,
    help="Đếm thêm theo từng đơn vị, thủ tục, kênh tiếp nhận; ghi được nhiều lần.",
)  # fmt: skip
@click.option(
    "--mapping", metavar="TỆP.yaml", type=click.Path(path_type=Path), help="Cột nào là gì, do người dùng xác nhận."
)
@click.option(
    "--write-mapping", metavar="TỆP.yaml", type=click.Path(path_type=Path),
    help="Ghi các cột đoán được vào tệp để xác nhận, không đếm.",
)  # fmt: skip
@click.option("--working-days", is_flag=True, help="Thời gian chờ bổ sung lùi hạn theo ngày làm việc.")
@click.option(
    "--returned", cls=chrome.Option, type=click.Choice(["resolved", "apart"]), default="resolved", show_default=True,
    help="Hồ sơ trả lại, rút: tính trong số đã giải quyết, hoặc để riêng.",
)  # fmt: skip
@click.option("--rejects", metavar="TỆP.csv", type=click.Path(path_type=Path), help="Nơi ghi các dòng không dùng được.")
@click.option("--temp", metavar="THƯ_MỤC", type=click.Path(path_type=Path), help="Nơi đặt tệp tạm, xóa khi xong.")
@click.option(
    "--memory", default="1GB", cls=chrome.Option, show_default=True, metavar="LƯỢNG", help="Bộ nhớ được dùng."
)
@options.formats("text", "json", "csv", "report")
@options.separator
@options.decimal
@click.option("--unit", metavar="TÊN", help="Dạng report: đơn vị báo cáo; khi có --by unit thì là đơn vị được chọn.")
@click.option(
    "--level", cls=chrome.Option, type=click.Choice(["department", "room", "attached_unit", "commune", "province"]),
    help="Dạng report: cấp của đơn vị.",
)  # fmt: skip
@click.option("--province", metavar="TỈNH", help="Dạng report: tỉnh, thành phố.")
@options.output
@options.language
@options.content
@register_against.add
def register(
    files: tuple[Path, ...], period: str | None, window: str | None, by: "tuple[Axis, ...]", mapping: Path | None,
    write_mapping: Path | None, working_days: bool, returned: str, rejects: Path | None, temp: Path | None, memory: str,
    form: str, sep: str, decimal: str, unit: str | None, level: "Level | None", province: str | None, output: Path | None,
    lang: "Language", content: Path | None,
) -> None:  # fmt: skip
    """Tính lại số liệu hồ sơ từ sổ hồ sơ Một cửa (CSV, Excel, Parquet), theo đúng định nghĩa của biểu mẫu."""
    from cchc.app import open_pack
    from cchc.packs.register_words import register_words
    from cchc.register.options import RegisterOptions

    shape = options.csv_shape(sep, decimal)
    if write_mapping is not None:
        _write_mapping(files, write_mapping, content)
        return
    chosen = Chosen(period, window)
    if form == "report" and not (unit and level and province and chosen.period):
        raise UsageError("dạng report cần --period, --unit, --level và --province để biết là báo cáo của ai, kỳ nào")
    for target, option in ((output, "-o"), (rejects, "--rejects")):
        if target is not None:
            options.refuse_inputs(option, target, files)
    pack = open_pack(content)
    words = register_words(pack.root)
    told = RegisterOptions(working_days, returned == "apart", temp, memory)
    rejecting = Rejecting(rejects_beside(rejects, output), words, lang, shape)
    with opened_register(files, pack.root, mapping, told) as opened:
        rejecting.refuse_unusable(opened, chosen.window, files)
        of = (unit or "", level or "department", province or "")
        recount = opened.figures(chosen.window, by or None)
        pieces = _shown(recount, form, pack, words, (lang, shape, of, chosen))
        options.write(pieces, output, files)
        _tell(recount, form, output, words, lang)
        _tell_lawful(chosen, lang)
        rejecting.write(opened, chosen.window, files)


def _write_mapping(files: tuple[Path, ...], target: Path, content: Path | None) -> None:
    from cchc.packs.locate import content_root
    from cchc.register.guessing import guessed_mapping

    options.refuse_inputs("--write-mapping", target, files)
    options.write(guessed_mapping(files[0], content_root(content)), target, files)
    click.echo(f"Đã ghi {target}; hãy xem lại từng dòng rồi chạy với --mapping {target}", err=True)


def _shown(
    recount: "Recount", form: str, pack: "Pack", words: "RegisterWords",
    how: tuple["Language", "CsvShape", tuple[str, "Level", str], Chosen],
) -> Iterable[str]:  # fmt: skip
    lang, shape, of, chosen = how
    if form == "json":
        from cchc.output.register_files import register_json

        return register_json(recount)
    if form == "csv":
        from cchc.output.register_files import register_csv

        return register_csv(recount, pack, words, lang, shape)
    if form == "report" and chosen.period is not None:
        from cchc.app import figure_order
        from cchc.output.register_report import register_report
        from cchc.output.report_yaml import report_yaml

        unit, level, province = of
        group = _group_of(recount, unit)
        return [
            report_yaml(
                register_report(group, chosen.window, (unit, level, province, chosen.period), pack), figure_order(pack)
            )
        ]
    from cchc.output.register_text import register_text

    return [register_text(recount, pack, words, lang)]


def _group_of(recount: "Recount", unit: str) -> "GroupFigures":
    """Return the figures of a unit of the register where it is counted by units, else of the whole of it."""
    from cchc.packs.validate import did_you_mean

    units = {group.name: group for group in recount.groups if group.by == "unit"}
    if units and unit not in units:
        raise UsageError(f"sổ hồ sơ không có đơn vị '{unit}'{did_you_mean(unit, units)}; tên phải đúng như trong sổ")
    return units.get(unit, recount.whole)


def _tell(recount: "Recount", form: str, output: Path | None, words: "RegisterWords", lang: "Language") -> None:
    """Say how many rows were used, where the result itself does not say so on the terminal."""
    from cchc.output.register_words import counts_text, note_text

    if form == "text" and output is None:
        return
    for line in counts_text(recount, lang):
        click.echo(line, err=True)
    for note in recount.counts.notes:
        click.echo(f"Lưu ý: {note_text(note, words, lang)}", err=True)


def _tell_lawful(chosen: Chosen, lang: "Language") -> None:
    """Say which days the report of the period is counted over by law, where others were counted."""
    from cchc.model.register import Window
    from cchc.output.register_words import window_text

    lawful = Window(*chosen.period.window()) if chosen.period else chosen.window
    if lawful != chosen.window:
        days = window_text(lawful, lang)
        vi = f"Lưu ý: báo cáo kỳ này theo quy định lấy số liệu {days}; muốn đếm đúng khoảng đó thì thêm --window"
        click.echo(
            vi if lang == "vi" else f"Note: by law the report of this period counts {days}: add --window", err=True
        )
