"""Formats of before .docx: converted by LibreOffice where it is installed, else refused with what to do."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cchc.model.blocks import TextDocument
from cchc.model.errors import InputError

_SECONDS = 120
# A document may name pictures on the network and bring macros; the office is told to leave both alone.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def converted(raw: bytes, file: str, target: str, read: Callable[[Path], TextDocument]) -> TextDocument:
    """Return a document read from a copy converted to `target` (docx, xlsx), with a warning that says so.

    Raises `InputError` where there is no LibreOffice, or it fails.
    """
    suffix = Path(file).suffix.lower()
    office = shutil.which("soffice") or shutil.which("libreoffice")
    advice = f"hãy mở tệp bằng Word hoặc Excel, chọn Lưu thành (Save As), kiểu .{target}, rồi đọc lại"
    if office is None:
        raise InputError(f"tệp {suffix} là định dạng cũ, máy này không có LibreOffice để chuyển đổi; {advice}", file)
    with tempfile.TemporaryDirectory(prefix="cchc-") as folder:
        # A name of our own: the name of the file may look like an option.
        source = Path(folder, f"input{suffix}")
        source.write_bytes(raw)
        result = Path(folder, "out", f"input.{target}")
        if not _run(office, source, target, result.parent) or not result.is_file():
            raise InputError(f"LibreOffice không chuyển đổi được tệp {suffix} này; {advice}", file)
        try:
            document = read(result)
        except InputError as error:
            raise InputError(f"sau khi chuyển từ {suffix} sang .{target}: {error.message}", file) from None
    said = f"tệp {suffix} đã được LibreOffice chuyển sang .{target} để đọc; chỗ nào nghi ngờ, hãy so với bản gốc"
    return replace(document, file=file, warnings=(said, *document.warnings))


def _run(office: str, source: Path, target: str, folder: Path) -> bool:
    """Tell whether the office ended well; a profile of its own keeps it apart from a window that is open."""
    profile = Path(source.parent, "profile")
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", f"-env:UserInstallation={profile.as_uri()}"]
    command = [office, *options, "--convert-to", target, "--outdir", str(folder), str(source)]
    try:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError:
        return False
    try:
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End a converter that is still running, with its children: soffice is a script that starts the office."""
    if process.poll() is None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (AttributeError, ProcessLookupError):
            process.kill()
        process.wait()
