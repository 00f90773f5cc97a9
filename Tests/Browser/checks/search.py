"""A reader types a title, finds the fiche, follows the link."""

from __future__ import annotations

import json
import time
from pathlib import Path
from urllib.parse import urlsplit

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import Browser

RESULTS = """
const path = arguments[0], below = arguments[1];
return [...document.querySelectorAll('main a[href]')].filter(link => {
    const target = new URL(link.href).pathname;
    return target.startsWith(path) && !(below && target === path) && link.getClientRects().length > 0;
}).length;
"""


def fiche_title(site: Path, identifier: str) -> str:
    return json.loads((site / "fiches" / identifier / "index.json").read_text(encoding="utf-8"))["intitule"]


def search_problems(browser: Browser, address: str, fiche_path: str, title: str) -> list[str]:
    """Types `title` into the search page: the fiche at `fiche_path` must be listed, and its link must open it."""
    browser.visit(address)
    fields = [
        element for element in browser.driver.find_elements(By.CSS_SELECTOR, "main input")
        if element.is_displayed() and element.get_attribute("type") in ("search", "text")
    ]
    if not fields:
        return ["the search page has no visible field"]
    if browser.run(RESULTS, fiche_path):
        return [f"{fiche_path} is linked before anything was typed: the check would prove nothing"]
    fields[0].send_keys(title)
    if not _wait(lambda: browser.run(RESULTS, fiche_path)):
        fields[0].send_keys(Keys.ENTER)
        if not _wait(lambda: browser.run(RESULTS, fiche_path)):
            return [f"“{title}” does not list {fiche_path}"]
    browser.run(
        "[...document.querySelectorAll('main a[href]')].find(link =>"
        " new URL(link.href).pathname.startsWith(arguments[0])).click()", fiche_path)
    if not _wait(lambda: urlsplit(browser.driver.current_url).path.startswith(fiche_path)):
        return [f"the result leads to {browser.driver.current_url}, not to {fiche_path}"]
    heading = browser.run("return (document.querySelector('h1') || {textContent: ''}).textContent")
    return [] if heading.strip() else [f"{fiche_path} has no title"]


def nonsense_problems(browser: Browser, address: str, fiches_path: str) -> list[str]:
    """A word that no fiche has must list nothing and say something."""
    browser.visit(address)
    fields = [element for element in browser.driver.find_elements(By.CSS_SELECTOR, "main input") if element.is_displayed()]
    if not fields:
        return ["the search page has no visible field"]
    before = browser.run("return document.querySelector('main').innerText")
    fields[0].send_keys("zqxjwv kkzzqx")
    _wait(lambda: browser.run("return document.querySelector('main').innerText") != before, seconds=4)
    if browser.run("return document.querySelector('main').innerText") == before:
        return ["the page does not say that nothing was found"]
    # The list of all fiches may be linked; no single fiche may.
    count = browser.run(RESULTS, fiches_path, True)
    return [f"nonsense lists {count} fiches"] if count else []


def _wait(condition, seconds: float = 8.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False
