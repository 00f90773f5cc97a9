"""The page on paper: Chromium's and WeasyPrint's PDF hold the text of the page."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from browser import Browser


def text_for_paper(browser: Browser) -> str:
    """Text of the main part that the print style shows: contents and paths are for screens."""
    browser.command("Emulation.setEmulatedMedia", {"media": "print"})
    text = browser.run("return document.querySelector('main').innerText")
    browser.command("Emulation.setEmulatedMedia", {"media": ""})
    return text


def chromium_pdf(browser: Browser, file: Path) -> None:
    answer = browser.command("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
    file.write_bytes(base64.b64decode(answer["data"]))


def weasyprint_pdf(address: str, file: Path) -> list[str]:
    """Writes a tagged PDF; returns problems."""
    run = subprocess.run(
        [sys.executable, "-m", "weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1", address, str(file)],
        capture_output=True, text=True, timeout=180, check=False)
    return [] if run.returncode == 0 else [f"WeasyPrint failed: {run.stderr.strip()[-400:]}"]


def paper_problems(pdf: Path, text: str) -> list[str]:
    """Words of the page's main part that the PDF lacks. Hyphenation and links printed as text are allowed for."""
    if shutil.which("pdftotext") is None:
        return ["pdftotext is missing: install poppler-utils"]
    with tempfile.NamedTemporaryFile(suffix=".txt") as output:
        subprocess.run(["pdftotext", "-enc", "UTF-8", str(pdf), output.name], check=True, timeout=60)
        printed = Counter(_words(Path(output.name).read_text(encoding="utf-8")))
    expected = Counter(_words(text))
    missing = expected - printed
    share = 1 - sum(missing.values()) / max(1, sum(expected.values()))
    if share >= 0.97:
        return []
    return [f"{share:.1%} of the page's words are on paper; missing: {' '.join(list(missing)[:20])}"]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"[-\u00ad\u2010]\n", "", text).lower())
