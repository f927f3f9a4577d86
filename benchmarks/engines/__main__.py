"""python -m benchmarks.engines [--quick] [--seconds S] [--date YYYY-MM-DD] [--write docs/performance.md]

Ratios hold inside one run; run it where nothing else runs. The full run takes about ten minutes, `--quick` one.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.engines import page, processes
from benchmarks.engines.measure import DifferentError, measure


def main() -> int:
    """Measure, print the tables, write them where asked; 1 where an engine differs."""
    asked = _arguments()
    if asked.child:
        processes.child(asked.child[0], int(asked.child[1]))
        return 0
    with tempfile.TemporaryDirectory() as cache:
        # Kernels compiled before would make loading look free.
        os.environ["XDG_CACHE_HOME"] = cache
        try:
            measured = measure(_say, asked.seconds, quick=asked.quick)
        except DifferentError as error:
            _say(f"KHÁC NHAU, không đo: {error}")
            return 1
    text = page.page(measured, asked.date)
    if asked.write:
        asked.write.write_text(text, encoding="utf-8")
    print(text)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks.engines", description="Một khối việc trên nhiều bộ máy")
    parser.add_argument("--quick", action="store_true", help="chỉ so từng ô 300 báo cáo và đo N = 1.000")
    parser.add_argument("--seconds", type=float, default=8.0, help="bỏ qua lượt chạy ước tính lâu hơn (mặc định 8)")
    parser.add_argument("--date", default="không ghi", help="ngày đo, để ghi vào trang")
    parser.add_argument("--write", type=Path, help="tệp Markdown để ghi")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
