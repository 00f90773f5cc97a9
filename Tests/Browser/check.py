#!/usr/bin/env python3
"""Looks at a built site in headless Chromium and with the Nu validator.

Prints one line for each check and closes with "N passed, N failed"; exits 1 when one failed.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from browser import Browser  # noqa: E402
from checks.accessibility import accessibility_problems  # noqa: E402
from checks.comparison import (  # noqa: E402
    choosing_problems, comparison_problems, lost_file_problems, mistaken_address_problems, official_first_problems,
    read_fiche, settle, versions_problems)
from checks.data import data_problems  # noqa: E402
from checks.keyboard import walk_problems  # noqa: E402
from checks.layout import overflow_problems  # noqa: E402
from checks.loading import complaints, foreign_requests  # noqa: E402
from checks.policy import policy_problems  # noqa: E402
from checks.portability import below_a_folder_problems, from_a_disk_problems, portable_walk_problems  # noqa: E402
from checks.printing import chromium_pdf, paper_problems, text_for_paper, weasyprint_pdf  # noqa: E402
from checks.search import fiche_title, nonsense_problems, search_problems  # noqa: E402
from checks.search_engine import agreement_problems, vector_problems  # noqa: E402
from checks.speed import speed_problems, weight_problems  # noqa: E402
from checks.state import same_state_problems, state_problems  # noqa: E402
from checks.searching import (  # noqa: E402
    empty_problems, facet_problems, keyboard_problems, lost_file_problems as lost_index_problems, passage_problems,
    publication_problems, questions_of, sorting_problems, typing_problems)
from checks.validity import validity_problems  # noqa: E402
from checks.without_scripts import main_text, missing_without_scripts, says_that_scripts_are_needed  # noqa: E402
from pages import Page, comparable, discover, generations, identifiers  # noqa: E402
from report import Report  # noqa: E402
from site_server import SiteServer  # noqa: E402

VIEWS = [(width, height, scheme) for scheme in ("light", "dark")
         for width, height in ((320, 568), (390, 844), (768, 1024), (1280, 900))]
# A page of so many bytes, such as a booklet of a whole catalogue, is looked at in two views: axe goes through all of it each time.
LONG_PAGE = 400_000
# Of these there are pictures, and these are looked at without scripts too.
PICTURED = (390, 1280)

# Pages whose work is done by scripts: without them they have to say so.
SCRIPTED = ("search", "choice of fiches", "comparison", "versions")

# A base of thousands of pages is sampled: all files of a catalogue of a branch are read.
VALIDATED_FILES = 400

# Drawn from the titles of the site and asked of both engines of the search.
QUESTIONS = 3000


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="folder of the built site")
    parser.add_argument("--base-path", default="/", help="base path that the site was built for (default /)")
    parser.add_argument("--program", type=Path, help="the program that built the site: the engine of the pages has to agree with its search")
    parser.add_argument("--screenshots", type=Path, help="folder for pictures and PDF files of the pages")
    parser.add_argument("--page", action="append", default=[], metavar="KIND=PATH", help="path of a kind of page, instead of the one found")
    parser.add_argument("--portable", type=Path, help="the same site built with --portable")
    parser.add_argument("--only", action="append", default=[], metavar="KIND", help="look at these kinds only")
    parser.add_argument("--allow-missing", action="append", default=[], metavar="KIND", help="a kind that the site may lack")
    return parser.parse_args()


def look_at(page: Page, browser: Browser, server: SiteServer, report: Report, screenshots: Path | None) -> None:
    """Every check of one page that needs the browser."""
    address = server.address(page.path)
    name = page.kind if not page.path else f"{page.kind} ({page.path})"
    browser.set_view(1280, 900, "light")
    visit = browser.visit(address)
    settle(browser)
    with_scripts = main_text(browser)
    is_long = page.file(server.site).stat().st_size > LONG_PAGE
    views = [view for view in VIEWS if not is_long or view[0::2] in ((390, "light"), (1280, "dark"))]
    look_at_views(name, views, browser, report, page, screenshots)
    later = browser.since_last_visit()
    report.check(f"{name}: nothing from elsewhere", foreign_requests(visit, server.origin) + foreign_requests(later, server.origin))
    report.check(f"{name}: nothing in the console, nothing refused", complaints(visit) + complaints(later))
    browser.block_scripts(True)
    try:
        browser.visit(address)
        without = main_text(browser)
        look_at_views(f"{name}, without scripts", [view for view in views if view[0] in PICTURED], browser, report)
    finally:
        browser.block_scripts(False)
    if page.kind in SCRIPTED:
        html = page.file(server.site).read_text(encoding="utf-8")
        report.check(f"{name}: says that it needs scripts", says_that_scripts_are_needed(html))
    else:
        report.check(f"{name}: whole without scripts", missing_without_scripts(with_scripts, without))


def look_at_search_engine(browser: Browser, server: SiteServer, program: Path | None, report: Report) -> None:
    report.check("search: the words of the shared vectors", vector_problems(browser, server))
    if program:
        problems = agreement_problems(browser, server, program.resolve(), QUESTIONS)
        report.check(f"search: {QUESTIONS} questions, the same answers as from the program", problems[:20])


def look_at_views(
        name: str, views: list[tuple[int, int, str]], browser: Browser, report: Report, page: Page | None = None,
        screenshots: Path | None = None) -> None:
    """The page as it stands, in each view: one line for what sticks out, one for each scheme that axe looks at."""
    overflows, violations = [], []
    for width, height, scheme in views:
        browser.set_view(width, height, scheme)
        browser.run("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));", wait=True)
        overflows += [f"{width} px, {scheme}: {line}" for line in overflow_problems(browser)]
        if page and screenshots and width in PICTURED:
            picture = f"{re.sub('[^a-z0-9]+', '-', page.kind)}-{width}-{scheme}.png"
            browser.screenshot(str(screenshots / picture))
        violations += [f"{width} px, {scheme}: {line}" for line in accessibility_problems(browser)]
    widths = ", ".join(str(width) for width in dict.fromkeys(view[0] for view in views))
    report.check(f"{name}: no sideways scrolling at {widths} px, light and dark", overflows)
    report.check(f"{name}: axe at {widths} px, light and dark", violations)


def look_at_speed(kinds: dict[str, Page], site: Path, browser: Browser, server: SiteServer, report: Report) -> None:
    browser.set_view(390, 844, "light")
    for kind in ("home", "fiche", "long fiche", "list"):
        if kind in kinds:
            report.check(f"{kind}: nothing moves, seen at once, nothing blocks", speed_problems(browser, server.address(kinds[kind].path)))
    fiches = [site / "fiches" / name / "index.html" for name in identifiers(site)]
    report.check(f"{len(fiches)} fiches with style and scripts are light", weight_problems(fiches, site))


def look_at_keyboard(site: Path, browser: Browser, server: SiteServer, report: Report) -> None:
    browser.set_view(1280, 900, "light")
    fiches = [fiche for fiche in (read_fiche(site, name) for name in comparable(site)) if fiche["blocs_competences"]]
    problems = walk_problems(browser, server.base_path, server.address(""), *fiches[:2])
    report.check("keyboard: home, search, fiche, bloc, comparison", problems)


def look_at_portable(site: Path, browser: Browser, report: Report, kinds: list[Page]) -> None:
    """The same site built to be read from a folder."""
    browser.set_view(390, 844, "light")
    report.check("portable: from a folder, link by link", portable_walk_problems(browser, site, comparable(site)[0]))
    for page in kinds:
        if page.kind != "404" and page.file(site).is_file():
            report.check(f"portable: {page.kind} opens from a disk", from_a_disk_problems(browser, site, page))
    with tempfile.TemporaryDirectory() as temporary:
        fiche = next(page for page in kinds if page.kind == "fiche")
        browser.visit(fiche.file(site).resolve().as_uri())
        text = text_for_paper(browser)
        chromium_pdf(browser, Path(temporary) / "portable.pdf")
        report.check("portable: a fiche prints from a disk", paper_problems(Path(temporary) / "portable.pdf", text))


def look_at_search(site: Path, browser: Browser, server: SiteServer, report: Report) -> None:
    address = server.address("recherche/")
    browser.set_view(1280, 900, "light")
    names = identifiers(site)
    for identifier in dict.fromkeys(names[:1] + names[len(names) // 2:][:1] + names[-1:]):
        path = f"{server.base_path}fiches/{identifier}/"
        problems = search_problems(browser, address, path, fiche_title(site, identifier))
        report.check(f"search: the title of {identifier} leads to it", problems)
    report.check("search: nonsense finds nothing and says so", nonsense_problems(browser, address, f"{server.base_path}fiches/"))
    asked = questions_of(site, names)
    report.check(f"search: “{asked.word}”, results while typing, the address follows", typing_problems(browser, address, asked.word))
    report.check(f"search: “{asked.word}”, counts of a facet agree, back undoes", facet_problems(browser, address, asked.word))
    report.check(f"search: “{asked.word}”, sorted by title", sorting_problems(browser, address, asked.word))
    report.check(f"search: “{asked.beginning}”, completed and opened by the keyboard", keyboard_problems(browser, address, asked.beginning))
    if asked.competence:
        report.check(f"search: “{asked.competence}” shows where it stands", passage_problems(browser, address, asked.competence))
    report.check("search: a word that is nowhere is named", empty_problems(browser, address))
    visit = browser.since_last_visit()
    report.check("search: nothing in the console while searching", complaints(visit) + foreign_requests(visit, server.origin))
    report.check("search: an index that cannot be read", lost_index_problems(browser, server, asked.word))
    report.check("search: a publication in between", publication_problems(browser, server, asked.word))
    browser.since_last_visit()


def look_at_comparison(site: Path, browser: Browser, server: SiteServer, report: Report) -> None:
    address = server.address("comparer/")
    browser.set_view(1280, 900, "light")
    first, second = (read_fiche(site, name) for name in comparable(site)[:2])
    names = f"{first['identifiant']} and {second['identifiant']}"
    report.check(f"comparison: {names} side by side, every bloc once", comparison_problems(browser, address, first, second))
    if first["correspondances"]:
        report.check(f"comparison: {names}, what is declared comes first", official_first_problems(browser, address, first, second))
    report.check("comparison: choosing by the keyboard, the address follows", choosing_problems(browser, address, first, second))
    report.check("comparison: an unknown identifier is named", mistaken_address_problems(browser, address, first))
    fiche_address = server.address(f"fiches/{first['identifiant']}/")
    comparison_address = f"{address}?f={first['identifiant']},{second['identifiant']}"
    report.check("comparison: the same state as on the fiche", same_state_problems(browser, fiche_address, comparison_address))
    report.check("state: the script tells what the program tells", state_problems(browser, fiche_address))
    visit = browser.since_last_visit()
    report.check("comparison: nothing in the console", complaints(visit) + foreign_requests(visit, server.origin))
    report.check("comparison: a file that is lost", lost_file_problems(browser, address, first, second))


def look_at_versions(site: Path, browser: Browser, server: SiteServer, report: Report) -> None:
    address = server.address("versions/")
    for query in generations(site)[:8]:
        before, after = (read_fiche(site, part.split("=")[1]) for part in query[1:].split("&"))
        problems = versions_problems(browser, address, before, after)
        report.check(f"versions: {query} accounts for every competence", problems)


def look_at_unknown_address(browser: Browser, server: SiteServer, report: Report) -> None:
    """The 404 page stands on its own at any depth: only the page itself is answered 404."""
    address = server.address("nulle/part/du-tout/")
    visit = browser.visit(address)
    refused = [line for line in visit.refused if not line.endswith(address)]
    report.check("unknown address: the 404 page has its style and scripts", refused)


def look_at_paper(page: Page, browser: Browser, server: SiteServer, report: Report, folder: Path) -> None:
    browser.set_view(1280, 900, "light")
    browser.visit(server.address(page.path))
    text = text_for_paper(browser)
    chromium_pdf(browser, folder / "chromium.pdf")
    report.check(f"{page.kind}: printed by Chromium, the text is on paper", paper_problems(folder / "chromium.pdf", text))
    problems = weasyprint_pdf(server.address(page.path), folder / "weasyprint.pdf")
    report.check(f"{page.kind}: printed by WeasyPrint, the text is on paper",
                 problems or paper_problems(folder / "weasyprint.pdf", text))


def validate(pages: list[Page], site: Path, report: Report) -> None:
    chosen = [page.file(site) for page in pages]
    everything = sorted(site.rglob("*.html"))
    step = max(1, len(everything) // VALIDATED_FILES)
    others = [file for file in everything[::step] if file not in chosen]
    found = validity_problems(chosen + others, site)
    for page, file in zip(pages, chosen):
        report.check(f"{page.kind}: valid HTML", found[file])
    report.check(f"{len(others)} other pages: valid HTML", [line for file in others for line in found[file]])


def read_policies(site: Path, report: Report) -> None:
    files = sorted(site.rglob("*.html"))
    problems = [f"{file.relative_to(site)}: {line}" for file in files for line in policy_problems(file)]
    report.check(f"{len(files)} pages: strict policy, nothing inline, nothing foreign", problems)


def main() -> int:
    options = arguments()
    site = options.site.resolve()
    if not site.is_dir():
        print(f"{options.site}: no such folder", file=sys.stderr)
        return 65
    pages, missing = discover(site, options.base_path, dict(choice.split("=", 1) for choice in options.page))
    report = Report()
    for kind in missing:
        if kind not in options.allow_missing and not options.only:
            report.check(f"{kind}: the site has one", ["no such page was found"])
    if options.only:
        pages = [page for page in pages if page.kind in options.only]
    screenshots = options.screenshots.resolve() if options.screenshots else None
    if screenshots:
        screenshots.mkdir(parents=True, exist_ok=True)
    with SiteServer(site, options.base_path) as server, Browser() as browser:
        for page in pages:
            look_at(page, browser, server, report, screenshots)
        kinds = {page.kind: page for page in pages}
        if "search" in kinds:
            look_at_search(site, browser, server, report)
            look_at_search_engine(browser, server, options.program, report)
        if "comparison" in kinds:
            look_at_comparison(site, browser, server, report)
        if "versions" in kinds:
            look_at_versions(site, browser, server, report)
        if not options.only:
            look_at_speed(kinds, site, browser, server, report)
            look_at_keyboard(site, browser, server, report)
            for page in pages:
                if page.kind != "404":
                    problems = below_a_folder_problems(browser, site, page, options.base_path)
                    report.check(f"{page.kind}: stands below any folder", problems)
        for page in (kinds[kind] for kind in ("home", "fiche") if kind in kinds):
            report.check(f"{page.kind}: opens from a disk", from_a_disk_problems(browser, site, page))
        if options.portable:
            look_at_portable(options.portable.resolve(), browser, report, pages)
        if "404" in kinds:
            look_at_unknown_address(browser, server, report)
        if "fiche" in kinds:
            with tempfile.TemporaryDirectory() as temporary:
                look_at_paper(kinds["fiche"], browser, server, report, screenshots or Path(temporary))
    for name, problems in data_problems(site).items():
        report.check(f"data: {name}", problems)
    read_policies(site, report)
    validate(pages, site, report)
    print(report.summary())
    return 1 if report.failures or not report.passed else 0


if __name__ == "__main__":
    sys.exit(main())
