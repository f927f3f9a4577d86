"""Find the content: beside the package in an installed wheel, at the root of the checkout otherwise."""

from pathlib import Path

from cchc.model.errors import InputError
from cchc.packs.source_text import is_folder


def content_root(chosen: Path | None = None) -> Path:
    """Return the folder that holds `rules/` and `indicators/`; raise `InputError` if `chosen` does not."""
    if chosen is not None:
        for name in ("rules", "indicators"):
            if not is_folder(chosen / name):
                raise InputError(
                    f"thư mục nội dung phải có '{name}/'; hãy sao chép cả rules/ và indicators/", str(chosen)
                )
        return chosen
    package = Path(__file__).resolve().parents[1]
    installed = package / "content"
    return installed if installed.is_dir() else package.parents[1]
