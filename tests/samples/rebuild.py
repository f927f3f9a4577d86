"""Write every sample document and its truth file again:  python -m tests.samples.rebuild [name ...]"""

import importlib
import sys
from pathlib import Path
from typing import Any

from tests.samples import truth_file

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "sample_reports/documents"
NAMES = sorted(path.stem for path in Path(__file__).parent.glob("build_*.py"))


def builder(name: str) -> Any:
    """Return the module that builds a sample: FILE and build(path, units)."""
    return importlib.import_module(f"tests.samples.{name}")


def units() -> dict[str, str]:
    """Return the unit of every figure of this checkout's dictionary."""
    return truth_file.units(ROOT / "indicators/figures")


def main(names: list[str]) -> None:
    """Rebuild the samples named, or all."""
    for name in names or NAMES:
        module = builder(name)
        truth = module.build(DOCUMENTS / module.FILE, units())
        out = DOCUMENTS / f"{Path(module.FILE).stem}.truth"
        out.write_text(truth_file.text(truth), encoding="utf-8")
        print(f"{module.FILE}: {len(truth.figures)} figures, {len(truth.not_figures)} traps", *truth.loose, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
