"""The site stands anywhere: below a folder of a host, and opened from a disk."""

from __future__ import annotations

import time
from pathlib import Path

from browser import Browser
from pages import Page
from site_server import SiteServer

STYLED = """
const sheets = [...document.querySelectorAll('link[rel~=stylesheet]')];
return sheets.length > 0 && sheets.every(link => link.sheet !== null);
"""


def below_a_folder_problems(browser: Browser, site: Path, page: Page, built_for: str) -> list[str]:
    """The page under another base path than it was built for: everything that it asks for must be answered."""
    elsewhere = "/ailleurs/dossier/" if built_for != "/ailleurs/dossier/" else "/autre/"
    with SiteServer(site, elsewhere) as server:
        visit = browser.visit(server.address(page.path))
        return visit.refused + visit.messages


FOLDER_LINKS = """
return [...document.querySelectorAll('a[href], form[action]')].map(e => e.href || e.action)
    .filter(address => address.startsWith('file:') && address.split(/[?#]/)[0].endsWith('/'));
"""

FOLLOW = """
const link = [...document.querySelectorAll('main a[href]')].find(a => new RegExp(arguments[0]).test(a.href));
if (!link) return false;
link.click();
return true;
"""


def portable_walk_problems(browser: Browser, site: Path, identifier: str) -> list[str]:
    """A portable site read from its folder: home, the list, a fiche (which has blocs), a bloc, each reached by a real link."""
    browser.visit((site / "index.html").resolve().as_uri())
    problems = []
    for name, pattern in (("the list", r"/fiches/index\.html$"), ("the fiche", rf"/fiches/{identifier}/index\.html$"),
                          ("a bloc", r"/blocs/\d+/index\.html$")):
        before = browser.driver.current_url
        if not browser.run(FOLLOW, pattern):
            return problems + [f"nothing on {before} leads to {name}"]
        end = time.monotonic() + 8
        while browser.driver.current_url == before and time.monotonic() < end:
            time.sleep(0.05)
        if not browser.run("return document.querySelector('main h1') !== null"):
            problems.append(f"{browser.driver.current_url} is no page")
        if not browser.run(STYLED):
            problems.append(f"{browser.driver.current_url} has no style")
        folders = browser.run(FOLDER_LINKS)
        if folders:
            problems.append(f"{browser.driver.current_url} links to folders: {folders[:3]}")
    return problems


def from_a_disk_problems(browser: Browser, site: Path, page: Page) -> list[str]:
    """The page opened as a file has its style, and does not complain."""
    visit = browser.visit(page.file(site).resolve().as_uri())
    problems = [] if browser.run(STYLED) else ["the page has no style when opened from a disk"]
    # Modules do not load from a disk: a page that has them says itself what does not work there.
    return problems + [line for line in visit.messages if ".js" not in line and "CORS" not in line]
