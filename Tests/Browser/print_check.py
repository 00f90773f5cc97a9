#!/usr/bin/env python3
"""Prints booklets and a fiche with `parchemin pdf`, by WeasyPrint and by Chromium, and reads what came out.

Prints one line for each check and closes with "N passed, N failed"; exits 1 when one failed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from checks.booklet import (  # noqa: E402
    PrintedBooklet, bookmark_problems, contents, has_number, link_problems, number_problems, structure_problems)
from pages import identifiers  # noqa: E402
from report import Report  # noqa: E402

ENGINES = ("weasyprint", "chromium")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path, help="the program")
    parser.add_argument("content", type=Path, help="folder of the catalogue")
    parser.add_argument("site", type=Path, help="folder of the same catalogue, built for the same date")
    parser.add_argument("--date", required=True, metavar="AAAA-MM-JJ")
    parser.add_argument("--day", required=True, help="the same date in French, as feet of pages say it")
    parser.add_argument("--booklet", action="append", default=[], metavar="NAME", help="booklets to print, instead of that of the whole catalogue")
    parser.add_argument("--keep", type=Path, help="folder for the PDF files")
    return parser.parse_args()


class Printer:
    """Runs `parchemin pdf` with a folder for temporary files that must be empty afterwards."""

    def __init__(self, options: argparse.Namespace, folder: Path) -> None:
        self.options = options
        self.folder = folder

    def print(self, name: str, engine: str, output: Path) -> list[str]:
        temporary = self.folder / "temporary"
        temporary.mkdir(exist_ok=True)
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
        command = [str(self.options.program), "pdf", name, "--moteur", engine, "--content", str(self.options.content),
                   "--date", self.options.date, "--sortie", str(output)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False,
                             env={**os.environ, "PATH": path, "TMPDIR": str(temporary)})
        problems = [] if run.returncode == 0 else [f"exit code {run.returncode}: {run.stderr.strip()[-400:]}"]
        left = sorted(str(file.relative_to(temporary)) for file in temporary.rglob("*"))
        return problems + [f"left behind: {file}" for file in left[:5]]


def look_at_booklet(name: str, printer: Printer, report: Report, folder: Path) -> None:
    page = printer.options.site / "livrets" / name / "index.html"
    entries = contents(page)
    fiches = entries[:-1] if entries and entries[-1].anchor.startswith("livret_") else entries
    report.check(f"booklet {name}: the contents name fiches", [] if fiches else ["they name none"])
    for engine in ENGINES:
        title = f"booklet {name}, {engine}"
        pdf = folder / f"livret-{name}-{engine}.pdf"
        problems = printer.print(f"livrets/{name}", engine, pdf)
        report.check(f"{title}: printed, nothing left behind", problems)
        if not pdf.is_file():
            continue
        booklet = PrintedBooklet(pdf)
        report.check(f"{title}: {booklet.count} pages, tagged, A4", format_problems(booklet))
        report.check(f"{title}: no blank page, no lone heading, running titles, numbers, date",
                     structure_problems(booklet, entries, printer.options.day))
        report.check(f"{title}: the contents lead to the fiches", link_problems(booklet, entries))
        if engine == "weasyprint":
            report.check(f"{title}: the contents say the right pages", number_problems(booklet, entries))
            report.check(f"{title}: every fiche goes with it as JSON", attachment_problems(pdf, len(fiches), folder))
        # Chromium makes bookmarks of headings: those of fiches stand below the title.
        level = 1 if engine == "weasyprint" else 2
        report.check(f"{title}: bookmarks", bookmark_problems(booklet, entries, level))


def format_problems(booklet: PrintedBooklet) -> list[str]:
    problems = [] if booklet.facts.get("Tagged", "").strip() == "yes" else ["it is not tagged"]
    if "A4" not in booklet.facts.get("Page size", ""):
        problems.append(f"page size {booklet.facts.get('Page size')}")
    urls = subprocess.run(["pdfinfo", "-url", str(booklet.pdf)], capture_output=True, text=True, check=True).stdout
    return problems + [f"a link leads into the machine: {line}" for line in urls.splitlines() if "file:" in line][:3]


def attachment_problems(pdf: Path, count: int, folder: Path) -> list[str]:
    target = folder / "attached"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    subprocess.run(["pdfdetach", "-saveall", "-o", str(target), str(pdf)], check=True, capture_output=True)
    files = sorted(target.iterdir())
    problems = [] if len(files) == count else [f"{len(files)} files for {count} fiches"]
    for file in files:
        if json.loads(file.read_text(encoding="utf-8"))["identifiant"] + ".json" != file.name:
            problems.append(f"{file.name} holds another fiche")
    return problems


def look_at_fiche(name: str, printer: Printer, report: Report, folder: Path) -> None:
    for engine in ENGINES:
        pdf = folder / f"fiche-{engine}.pdf"
        report.check(f"fiche {name}, {engine}: printed, nothing left behind", printer.print(name, engine, pdf))
        if pdf.is_file():
            booklet = PrintedBooklet(pdf)
            problems = format_problems(booklet)
            for page in range(1, booklet.count + 1):
                if len(booklet.body[page].split()) < 3:
                    problems.append(f"page {page} is blank")
                if not has_number(booklet, page) or printer.options.day not in booklet.foot[page]:
                    problems.append(f"page {page} has the foot « {booklet.foot[page]} »")
                if not booklet.head[page]:
                    problems.append(f"page {page} has no running title")
                if booklet.last_heading(page):
                    problems.append(f"page {page} ends with the heading « {booklet.last_heading(page)} »")
            report.check(f"fiche {name}, {engine}: {booklet.count} pages, running lines, no lone heading", problems)
    report.check(f"fiche {name}, weasyprint: goes with its JSON", attachment_problems(folder / "fiche-weasyprint.pdf", 1, folder))
    again = folder / "again.pdf"
    problems = printer.print(name, "weasyprint", again)
    if not problems and again.read_bytes() != (folder / "fiche-weasyprint.pdf").read_bytes():
        problems = ["two prints of the same day differ"]
    report.check(f"fiche {name}, weasyprint: the same bytes again", problems)


def main() -> int:
    options = arguments()
    report = Report()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        printer = Printer(options, Path(temporary))
        for name in options.booklet or ["catalogue"]:
            look_at_booklet(name, printer, report, folder)
        names = identifiers(options.site)
        longest = max(names, key=lambda name: (options.site / "fiches" / name / "index.html").stat().st_size)
        look_at_fiche(longest, printer, report, folder)
    print(report.summary())
    return 1 if report.failures or not report.passed else 0


if __name__ == "__main__":
    sys.exit(main())
