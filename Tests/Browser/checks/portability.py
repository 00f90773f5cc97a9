"""The site stands anywhere: below a folder of a host, and opened from a disk."""

from __future__ import annotations

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


def from_a_disk_problems(browser: Browser, site: Path, page: Page) -> list[str]:
    """The page opened as a file has its style, and does not complain."""
    visit = browser.visit(page.file(site).resolve().as_uri())
    problems = [] if browser.run(STYLED) else ["the page has no style when opened from a disk"]
    # Modules do not load from a disk: a page that has them says itself what does not work there.
    return problems + [line for line in visit.messages if ".js" not in line and "CORS" not in line]
