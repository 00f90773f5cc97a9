"""A reader without a mouse goes from home through the search to a fiche, a bloc and a comparison."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from browser import Browser

MOST_TABS = 400

FOCUS = """
const element = document.activeElement;
if (!element || element === document.body) return null;
const style = getComputedStyle(element), box = element.getBoundingClientRect();
return {tag: element.tagName.toLowerCase(), type: element.type || '', id: element.id,
    path: element.href ? new URL(element.href).pathname + new URL(element.href).search : '', text: element.textContent.trim(),
    visible: box.width > 0 && box.height > 0 && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none')};
"""


class Lost(Exception):
    """The walk cannot go on."""


class Walk:
    """Keys that are pressed, and what they reach."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.unseen: list[str] = []

    def press(self, *keys: str) -> None:
        ActionChains(self.browser.driver).send_keys(*keys).perform()

    def focus(self) -> dict | None:
        return self.browser.run(FOCUS)

    def tab_to(self, wanted: str, found) -> dict:
        """Presses Tab until `found` is true of what has the focus. What never shows its focus is noted."""
        for _ in range(MOST_TABS):
            self.press(Keys.TAB)
            focus = self.focus()
            if focus is None:
                continue
            if not focus["visible"]:
                self.unseen.append(f"no focus is seen on <{focus['tag']}> {focus['id'] or focus['text'][:40]}")
            if found(focus):
                return focus
        raise Lost(f"{wanted} is not reached by {MOST_TABS} tabs from {self.path()}")

    def path(self) -> str:
        return urlsplit(self.browser.driver.current_url).path

    def arrive(self, wanted: str) -> None:
        """Waits until the page is the one of this path."""
        end = time.monotonic() + 8
        while time.monotonic() < end:
            if self.path() == wanted and self.browser.run("return document.readyState") == "complete":
                return
            time.sleep(0.05)
        raise Lost(f"the way leads to {self.path()}, not to {wanted}")


def walk_problems(browser: Browser, base: str, home: str, fiche: dict, other: dict) -> list[str]:
    """The whole walk; `base` is the base path, `home` the address of the home page, both fiches are JSON of the site."""
    walk = Walk(browser)
    page = f"{base}fiches/{fiche['identifiant']}/"
    bloc = f"{page}blocs/{fiche['blocs_competences'][0]['numero']}/"
    try:
        browser.visit(home)
        walk.tab_to("the search field", lambda focus: focus["type"] == "search")
        walk.press(fiche["numero_fiche"] or fiche["intitule"], Keys.ENTER)
        walk.arrive(f"{base}recherche/")
        if not _wait(lambda: browser.run(
                "return [...document.querySelectorAll('main a[href]')].some(a => new URL(a.href).pathname === arguments[0])", page)):
            raise Lost(f"the search does not list {page}")
        walk.tab_to("the result", lambda focus: focus["path"] == page)
        walk.press(Keys.ENTER)
        walk.arrive(page)
        first = walk.tab_to("the skip link", lambda focus: focus["tag"] == "a")
        if not first["text"].startswith("Aller au contenu"):
            raise Lost(f"the first thing that Tab reaches is “{first['text']}”, not the skip link")
        walk.press(Keys.ENTER)
        if not browser.driver.current_url.endswith("#contenu"):
            raise Lost("the skip link leads nowhere")
        walk.tab_to("the bloc", lambda focus: focus["path"] == bloc)
        walk.press(Keys.ENTER)
        walk.arrive(bloc)
        walk.tab_to("the fiche of the bloc", lambda focus: focus["path"] == page)
        walk.press(Keys.ENTER)
        walk.arrive(page)
        walk.tab_to("the comparison", lambda focus: focus["path"].startswith(f"{base}comparer/?f="))
        walk.press(Keys.ENTER)
        walk.arrive(f"{base}comparer/")
        walk.tab_to("the field of the comparison", lambda focus: focus["type"] == "search" and focus["id"] == "champ-ajout")
        walk.press(other["numero_fiche"] or other["intitule"])
        if not _wait(lambda: browser.run("return document.querySelectorAll('#propositions button').length") > 0):
            raise Lost("nothing is proposed for the comparison")
        walk.press(Keys.ARROW_DOWN, Keys.ENTER)
        if not _wait(lambda: browser.run("return document.querySelectorAll('.face-a-face').length") == 1):
            raise Lost("the two fiches are not compared")
    except Lost as lost:
        return [str(lost)] + walk.unseen
    return list(dict.fromkeys(walk.unseen))


def _wait(condition, seconds: float = 8.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False
