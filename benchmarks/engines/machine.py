"""What the numbers were measured on."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.engines.limit import bandwidth

_PACKAGES = (
    "numpy", "pandas", "polars", "duckdb", "pyarrow", "zen-engine", "common-expression-language", "durable-rules",
)  # fmt: skip


def machine() -> str:
    """Return processor, cores, memory, Python and compiler in one line."""
    cpu = _line("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()
    cores = sum(line.startswith("processor") for line in _text("/proc/cpuinfo").splitlines())
    kilobytes = int((_line("/proc/meminfo", "MemTotal") or "0").split()[0])
    return (
        f"{cpu}, {cores} nhân, {kilobytes / 2**20:.0f} GB RAM, {platform.system()}, Python {platform.python_version()}"
    )


def versions() -> str:
    """Return the versions of the engines."""
    return ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)


def memory_speed() -> float:
    """Return gigabytes a second that one thread reads."""
    return bandwidth() / 1e9


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "chưa cài"


def _text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8") if Path(path).exists() else ""


def _line(path: str, start: str) -> str | None:
    found = (line for line in _text(path).splitlines() if line.startswith(start))
    return next((line.partition(":")[2].strip() for line in found), None)
