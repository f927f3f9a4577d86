"""How long documents take to read, and how much memory a folder of them needs. Ratios inside one run; no assertions on time.

python benchmarks/reading.py            20 pages as text, Word and PDF; folders of 50, 100 and 200 reports
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cchc.app import open_pack
from cchc.intake.documents import read_document
from cchc.reading.extract import extract

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "sample_reports/documents"
_PAGE = 2_600
"""Letters on a page of an administrative report (Times New Roman 14)."""


def twenty_pages(folder: Path) -> Path:
    """Write a report of about 20 pages: the sentences of the text sample, each time under another month."""
    text = (DOCUMENTS / "so-ke-hoach-9-thang-2024.txt").read_text(encoding="utf-8")
    body = "\n\n".join(text.replace("9 tháng", f"9 tháng, đợt {n}") for n in range(20 * _PAGE // len(text) + 1))
    path = folder / "20-trang.txt"
    path.write_text(body, encoding="utf-8")
    return path


def one_report(folder: Path) -> None:
    """Print how long opening and reading take after start-up, for a long text and for every sample."""
    pack = open_pack(ROOT)
    long = twenty_pages(folder)
    extract(read_document(long), pack)
    for path in (long, *sorted(p for p in DOCUMENTS.iterdir() if p.suffix in (".docx", ".pdf", ".html", ".xlsx"))):
        start = time.perf_counter()
        document = read_document(path)
        opened = time.perf_counter()
        figures = extract(document, pack).figures
        done = time.perf_counter()
        print(f"{path.name:45} mở {opened - start:6.3f} s  đọc {done - opened:6.3f} s  {len(figures):4} số liệu")


def folder_of(count: int, folder: Path) -> Path:
    """Return a folder with so many reports, copies of the Word samples."""
    target = folder / str(count)
    target.mkdir()
    samples = sorted(DOCUMENTS.glob("*.docx"))
    for n in range(count):
        shutil.copy(samples[n % len(samples)], target / f"{n:03}.docx")
    return target


def run_folder(count: int, folder: Path, cores: str) -> None:
    """Print time and peak memory of `cchc check` over a folder, on some cores of the machine."""
    command = ["taskset", "-c", cores, sys.executable, "-m", "cchc", "check", str(folder_of(count, folder))]
    start = time.perf_counter()
    subprocess.run([*command, "--format", "csv", "-o", str(folder / "out.csv")], capture_output=True, check=False)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    shutil.rmtree(folder / str(count))
    print(
        f"{count:4} báo cáo, lõi {cores:4} {seconds:6.1f} s  {count / seconds:5.1f} báo cáo/s  bộ nhớ cao nhất {peak:6.0f} MB"
    )


def main() -> None:
    """Run everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one_report(folder)
        for count in (50, 100, 200):
            run_folder(count, folder, f"0-{(os.cpu_count() or 1) - 1}")
        run_folder(200, folder, "0")


if __name__ == "__main__":
    main()
