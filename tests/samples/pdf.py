"""PDF from a Word file, through LibreOffice where it is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

ABSENT = "không tìm thấy LibreOffice (soffice): cài đặt libreoffice-writer, hoặc chỉ tạo tệp .docx"


def convert(word: Path, out: Path) -> None:
    """Write `word` as PDF to `out`; raise `RuntimeError` with one sentence where LibreOffice is absent or fails."""
    program = shutil.which("soffice")
    if program is None:
        raise RuntimeError(ABSENT)
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        call = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]
        done = subprocess.run(call, capture_output=True, text=True, timeout=180, check=False)
        made = Path(folder) / f"{word.stem}.pdf"
        if not made.is_file():
            raise RuntimeError(f"LibreOffice không chuyển được {word.name} sang PDF: {done.stderr.strip()[-200:]}")
        shutil.copyfile(made, out)
