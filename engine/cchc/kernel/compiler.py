"""The machine's C compiler: programs compiled beside other work, kept from run to run, loaded when they are ready."""

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from cchc.kernel.compiled import Kernel
from cchc.kernel.program import Program

_COMPILERS = ("cc", "gcc", "clang")
# No fused multiply-add and no reordering: a kernel must give the very bits that numpy gives.
_FLAGS = (
    "-O1", "-ftree-vectorize", "-march=native", "-std=c11", "-fPIC", "-fno-math-errno", "-fno-trapping-math",
    "-ffp-contract=off",
)  # fmt: skip
TEXTS = 2
"""Texts a program is best spread over: one for each core of a small machine."""
_PATIENCE = 120.0


@dataclass
class Compiling:
    """A program that is being compiled; `kernel` gives it once it is there."""

    program: Program
    target: Path
    folder: "tempfile.TemporaryDirectory[str] | None" = None
    running: "list[subprocess.Popen[bytes]]" = field(default_factory=list)
    failed: bool = False

    def kernel(self, *, wait: bool = False) -> Kernel | None:
        """Return the kernel, or None while it is not ready (`wait`: until it is) and where it cannot be made."""
        if self.failed:
            return None
        try:
            if self.running and not self._finish(wait):
                return None
            return Kernel(self.program, ctypes.CDLL(str(self.target)))
        except (OSError, subprocess.SubprocessError):
            self.close()
            self.failed = True
            return None

    def close(self) -> None:
        """Stop what is still being compiled."""
        for process in self.running:
            process.kill()
            process.wait()
        self.running = []
        if self.folder is not None:
            with suppress(OSError):
                self.folder.cleanup()
            self.folder = None

    def _finish(self, wait: bool) -> bool:
        codes = [process.wait(_PATIENCE) if wait else process.poll() for process in self.running]
        if None in codes:
            return False
        if any(codes) or self.folder is None:
            raise OSError("compiler failed")
        self.running = []
        built = Path(self.folder.name) / "kernel.so"
        objects = [str(path) for path in sorted(Path(self.folder.name).glob("*.o"))]
        command = [_compiler() or "", "-shared", *objects, "-o", str(built), "-lm"]
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
        # Whole or not at all: another process may be loading it.
        built.replace(self.target)
        self.close()
        return True


def compile_program(program: Program) -> Compiling | None:
    """Begin to compile a program, or find it compiled; None where there is no compiler or no room for its result."""
    compiler = _compiler()
    if compiler is None:
        return None
    target = _cache() / f"{_digest(compiler, program.sources)}.so"
    try:
        if target.exists():
            return Compiling(program, target)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = tempfile.TemporaryDirectory(dir=target.parent)
        return Compiling(program, target, folder, _start(compiler, program.sources, Path(folder.name)))
    except OSError:
        return None


def _start(compiler: str, sources: Sequence[str], folder: Path) -> "list[subprocess.Popen[bytes]]":
    started = []
    for n, source in enumerate(sources):
        code = folder / f"part{n}.c"
        code.write_text(source, encoding="ascii")
        command = [compiler, *_FLAGS, "-c", str(code), "-o", str(code.with_suffix(".o"))]
        # Its complaints are of no use to a user: the columns do the work then.
        started.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    return started


@lru_cache(maxsize=1)
def _compiler() -> str | None:
    return next(filter(None, map(shutil.which, _COMPILERS)), None)


def _digest(compiler: str, sources: Sequence[str]) -> str:
    """Return what names a compiled program: its text, how it was compiled, and the processor it is for."""
    text = "\0".join([compiler, *_FLAGS, _processor(), *sources])
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _processor() -> str:
    with suppress(OSError), Path("/proc/cpuinfo").open(encoding="ascii", errors="replace") as lines:
        return next((line for line in lines if line.startswith(("flags", "Features"))), platform.machine())
    return platform.machine()


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "cchc" / "kernels"
