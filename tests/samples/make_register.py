"""Make `sample_reports/register-2025-04.csv`, a register of dossiers behind the seed report:  python tests/samples/make_register.py [FILE]

Invented dossiers of nobody, drawn with a seed of its own, that give the figures of the seed report over its data window
(15/3/2025 to 14/4/2025) except one: of the 325 new dossiers 226 came online, not all.

received 331 = 6 carried over + 325 new (226 online: 152 by the national portal for two procedures, 74 by the provincial
one for sixteen; 92 in person, 7 by post); resolved 322 = 319 early + 3 on time (all online ones among them, 226); pending
9, none due by the cut-off, five of which end after it. 12 ended before the window, 15 were received after it.
"""

import csv
import io
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

HEADINGS = [
    "Mã hồ sơ", "Đơn vị tiếp nhận", "Tên thủ tục", "Mức độ DVC", "Hình thức nộp", "Ngày tiếp nhận", "Ngày hẹn trả",
    "Ngày trả kết quả", "Kết quả xử lý", "Ngày yêu cầu bổ sung", "Ngày bổ sung", "Số hóa TPHS", "Tái sử dụng",
    "Số hóa KQ", "Phí, lệ phí", "Thanh toán trực tuyến", "Hình thức trả kết quả", "Mức độ hài lòng",
]  # fmt: skip
PROMOTIONS = ("Thông báo thực hiện khuyến mại", "Thông báo sửa đổi, bổ sung nội dung chương trình khuyến mại")
SOLAR = "Thông báo phát triển điện mặt trời mái nhà tự sản xuất, tự tiêu thụ có đấu nối với hệ thống điện quốc gia"
TRAINING = "Thông báo tổ chức hội nghị, hội thảo, đào tạo về bán hàng đa cấp"
NOTICES = (*PROMOTIONS, SOLAR, TRAINING)
ONLINE = (
    "Đăng ký hoạt động khuyến mại mang tính may rủi",
    "Đăng ký tổ chức hội chợ, triển lãm thương mại",
    "Cấp Giấy phép bán buôn rượu",
    "Cấp lại Giấy phép bán buôn rượu",
    "Cấp Giấy phép bán buôn sản phẩm thuốc lá",
    "Cấp Giấy chứng nhận cửa hàng đủ điều kiện bán lẻ xăng dầu",
    "Cấp lại Giấy chứng nhận cửa hàng đủ điều kiện bán lẻ xăng dầu",
    "Cấp Giấy chứng nhận đủ điều kiện kinh doanh khí dầu mỏ hóa lỏng",
    "Cấp Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm",
    "Cấp Giấy phép thành lập Văn phòng đại diện của thương nhân nước ngoài",
    "Cấp Giấy phép kinh doanh thực hiện quyền phân phối bán lẻ hàng hóa",
    "Cấp Giấy chứng nhận đủ điều kiện sản xuất hóa chất",
    "Cấp Giấy phép sử dụng vật liệu nổ công nghiệp",
    "Cấp thẻ an toàn điện",
    TRAINING,
    SOLAR,
)
AT_THE_DESK = ("Thẩm định thiết kế xây dựng công trình công nghiệp", "Cấp Giấy phép hoạt động phát điện")
FREE_DAYS = {date(2025, 4, 7)}
FIRST, LAST = date(2025, 3, 15), date(2025, 4, 14)


@dataclass(frozen=True)
class Kind:
    """A lot of dossiers: how many, of which procedures and channel, received between two days."""

    number: int
    procedures: tuple[str, ...]
    channel: str
    received: tuple[date, date]
    end: str = "early"


KINDS = (
    Kind(140, PROMOTIONS[:1], "Cổng DVC quốc gia", (FIRST, date(2025, 4, 8))),
    Kind(12, PROMOTIONS[1:], "Cổng DVC quốc gia", (FIRST, date(2025, 4, 8))),
    # Every one of the sixteen comes up: the lot is dealt out in turn.
    Kind(74, ONLINE, "Cổng DVC tỉnh", (FIRST, date(2025, 4, 8))),
    Kind(80, (SOLAR, *AT_THE_DESK, *ONLINE[:9]), "Trực tiếp", (date(2025, 3, 17), date(2025, 4, 8))),
    Kind(3, (AT_THE_DESK[0],), "Trực tiếp", (date(2025, 3, 17), date(2025, 4, 2)), "on time"),
    Kind(7, (ONLINE[8], ONLINE[9]), "Bưu chính công ích", (date(2025, 3, 18), date(2025, 4, 4))),
    Kind(5, AT_THE_DESK, "Trực tiếp", (date(2025, 4, 8), LAST), "after"),
    Kind(4, AT_THE_DESK, "Trực tiếp", (date(2025, 4, 8), LAST), "never"),
    Kind(6, AT_THE_DESK, "Trực tiếp", (date(2025, 3, 10), date(2025, 3, 14)), "carried"),
    Kind(12, (SOLAR, *AT_THE_DESK), "Trực tiếp", (date(2025, 2, 24), date(2025, 3, 6)), "before"),
    Kind(15, PROMOTIONS[:1], "Cổng DVC quốc gia", (LAST + timedelta(days=1), LAST + timedelta(days=4)), "never"),
)


def working(day: date) -> date:
    """The day, or the next one on which offices are open."""
    while day.weekday() > 4 or day in FREE_DAYS:
        day += timedelta(days=1)
    return day


def later(day: date, number: int) -> date:
    """The `number`-th working day after a day."""
    for _ in range(number):
        day = working(day + timedelta(days=1))
    return day


def shown(moment: datetime | None) -> str:
    return f"{moment:%d/%m/%Y %H:%M}" if moment else ""


def rows() -> list[list[str]]:
    """All rows in order of receipt; codes are given in that order, by day."""
    draw = random.Random(20250414)
    made = sorted(row for kind in KINDS for row in lot(kind, draw))
    found, numbers = [], dict[date, int]()
    for received, rest in made:
        numbers[received.date()] = numbers.get(received.date(), 0) + 1
        found.append([f"000.00.15.H02-{received:%y%m%d}-{numbers[received.date()]:04}", *rest])
    return found


def lot(kind: Kind, draw: random.Random) -> Iterator[tuple[datetime, list[str]]]:
    for n in range(kind.number):
        first, last = kind.received
        day = first + timedelta(days=draw.randrange((last - first).days + 1))
        if kind.channel == "Trực tiếp" or kind.channel.startswith("Bưu"):
            day = min(working(day), last if last.weekday() < 5 else working(last))
        received = datetime.combine(day, time(8 + draw.randrange(8), draw.randrange(60)))
        yield received, row(kind, kind.procedures[n % len(kind.procedures)], n, received, draw)


def row(kind: Kind, procedure: str, n: int, received: datetime, draw: random.Random) -> list[str]:
    due, finished = ends(kind, received, draw)
    asked = given = None
    # A wait of two days in the middle: the due date stays later than the end with it and without it.
    if kind.end == "carried" and n < 2:
        asked = datetime.combine(later(received.date(), 1), time(10))
        given = datetime.combine(later(asked.date(), 2), time(10))
    notice, fee = procedure in NOTICES, 0 if procedure in NOTICES or n % 3 else 200_000
    ended = finished is not None
    result = ended and not notice
    online = kind.channel.startswith("Cổng")
    return [
        "Sở Công Thương", procedure, "Một phần" if procedure in AT_THE_DESK else "Toàn trình", kind.channel,
        shown(received), shown(due), shown(finished), "Đã trả kết quả" if ended else "", shown(asked), shown(given),
        "Không" if notice else "Có", "Có" if online and n % 4 == 0 and not notice else "Không",
        ("Có" if result else "Không") if ended else "", str(fee), "Có" if fee and online else "Không",
        ("Trực tuyến" if online else "Bưu chính" if kind.channel.startswith("Bưu") else "Trực tiếp") if ended else "",
        "Hài lòng" if ended and n % 5 == 0 else "",
    ]  # fmt: skip


def ends(kind: Kind, received: datetime, draw: random.Random) -> tuple[datetime, datetime | None]:
    """When a dossier is due and when it ended: a day or two before it is due, unless its lot says otherwise."""
    days = {"early": 5, "on time": 5, "after": 7, "never": 10, "carried": 10, "before": 4}[kind.end]
    due = datetime.combine(later(received.date(), days), time(17))
    if kind.end == "never":
        return due, None
    if kind.end == "on time":
        return due, due - timedelta(hours=1 + draw.randrange(3))
    took = {"early": 1 + draw.randrange(3), "after": 5, "carried": 6, "before": 2}[kind.end]
    return due, datetime.combine(later(received.date(), took), time(8 + draw.randrange(8), draw.randrange(60)))


def register() -> str:
    """The register as CSV text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(rows())
    return "\ufeff" + text.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("sample_reports/register-2025-04.csv")
    target.write_bytes(register().encode("utf-8"))
