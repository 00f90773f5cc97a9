"""A reader searches: types, narrows by facets, goes back, uses the keyboard, loses a file on the way."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import Browser
from checks.accessibility import accessibility_problems
from site_server import SiteServer

FIELD = "champ-recherche"
TITLES = "return [...document.querySelectorAll('#resultats h3 a')].map(a => a.textContent)"
COUNT = "return document.getElementById('compte').textContent"
ADDRESS = "return location.pathname.split('/').pop() + location.search"


@dataclass(frozen=True)
class Questions:
    """What a catalogue can be asked: a word of its titles, its beginning, the first words of a competence."""

    word: str
    beginning: str
    competence: str


def questions_of(site: Path, names: list[str]) -> Questions:
    """Questions that this very site must answer."""
    fiches = [json.loads((site / "fiches" / name / "index.json").read_text(encoding="utf-8")) for name in names[:40]]
    words = Counter(word for fiche in fiches for word in set(re.findall(r"[^\W\d_]{6,}", fiche["intitule"].lower())))
    word = min(words, key=lambda w: (-words[w], w))
    competences = [c for fiche in fiches for bloc in fiche.get("blocs_competences", []) for c in bloc.get("competences", [])]
    plain = [c for c in competences if re.fullmatch(r"[\w’' -]{20,}\.?", c)]
    return Questions(word, word[:4], " ".join(min(plain, key=len).rstrip(".").split()[:6]) if plain else "")


def typing_problems(browser: Browser, address: str, query: str) -> list[str]:
    """Results appear while typing, the address follows, words are marked, each result is a link."""
    _open(browser, address)
    browser.driver.find_element(By.ID, FIELD).send_keys(query)
    if not _answered(browser, query):
        return [f"“{query}” is not answered while typing"]
    problems = []
    titles = browser.run(TITLES)
    if not titles:
        problems.append(f"“{query}” lists nothing")
    if not browser.run("return document.querySelector('#resultats mark')"):
        problems.append("no word is marked in the results")
    if "q=" not in browser.run(ADDRESS):
        problems.append(f"the address does not state the question: {browser.run(ADDRESS)}")
    count = browser.run("return document.getElementById('compte').getAttribute('role')")
    if count != "status":
        problems.append("the count is not a live region")
    browser.driver.refresh()
    if not _answered(browser, query) or browser.run(TITLES) != titles:
        problems.append("the address does not bring back the same results")
    return problems


def passage_problems(browser: Browser, address: str, query: str) -> list[str]:
    """A competence that is found is shown, with a link to the place where it stands."""
    _open(browser, address, query)
    if not _wait(lambda: browser.run("return !!document.querySelector('#resultats .extrait:not([hidden]) a[href]')")):
        return [f"“{query}” shows no passage"]
    target = browser.run("return document.querySelector('#resultats .extrait:not([hidden]) a').href")
    if "#" not in target and "/blocs/" not in target:
        return [f"the passage links to {target}, not to a bloc"]
    browser.driver.get(target)
    if "#" in target and not browser.run("return !!document.getElementById(location.hash.slice(1))"):
        return [f"{target}: no such place"]
    return []


def facet_problems(browser: Browser, address: str, query: str) -> list[str]:
    """Counts agree with the lists; back undoes the last choice; all of it is in the address."""
    _open(browser, address, query)
    browser.run("document.getElementById('volet').open = true; document.querySelector('[data-facette=niveau]').open = true")
    if not _wait(lambda: browser.run("return document.querySelectorAll('[data-facette=niveau] li').length") > 0):
        return ["the facet of levels stays empty"]
    before = _total(browser)
    values = browser.run("return [...document.querySelectorAll('[data-facette=niveau] li')].map(li =>"
                         " [li.querySelector('input').value, +li.querySelector('.entree-nombre').textContent.replace(/\\D/g, '')])")
    problems = []
    for value, count in values[:3]:
        browser.run("document.querySelector('[data-facette=niveau] input[value=\"' + arguments[0] + '\"]').click()", value)
        _wait(lambda: f"niveau={value}" in browser.run(ADDRESS) and _still(browser))
        if _total(browser) != count:
            problems.append(f"niveau {value}: the facet says {count}, the list {browser.run(COUNT)}")
        browser.driver.back()
        if not _wait(lambda: "niveau=" not in browser.run(ADDRESS) and _still(browser) and _total(browser) == before):
            problems.append(f"back does not undo niveau {value}: {browser.run(ADDRESS)}, {browser.run(COUNT)}")
    if not values:
        problems.append("the facet of levels has no value")
    return problems


def keyboard_problems(browser: Browser, address: str, beginning: str) -> list[str]:
    """A word is completed, and the first result opened, without a pointer."""
    _open(browser, address)
    field = browser.driver.find_element(By.ID, FIELD)
    field.send_keys(beginning)
    if not _wait(lambda: field.get_attribute("aria-expanded") == "true"):
        return [f"“{beginning}” proposes no word"]
    field.send_keys(Keys.ARROW_DOWN)
    chosen = browser.run("const o = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));"
                         " return o && o.getAttribute('aria-selected') === 'true' ? o.textContent : ''")
    if not chosen:
        return ["the arrow designates no proposition"]
    field.send_keys(Keys.ENTER)
    if not _answered(browser, chosen):
        return [f"“{chosen}” was chosen but not asked"]
    for _ in range(40):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        if browser.run("return !!document.activeElement.closest('#resultats h3')"):
            break
    else:
        return ["the tabulator does not reach the results"]
    target = browser.run("return document.activeElement.href")
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    return [] if _wait(lambda: browser.driver.current_url == target) else [f"Enter does not open {target}"]


def sorting_problems(browser: Browser, address: str, query: str) -> list[str]:
    """Sorted by title, the titles are in order and the number of fiches stays."""
    _open(browser, address, query)
    before = _total(browser)
    browser.driver.find_element(By.LINK_TEXT, "Intitulé").click()
    if not _wait(lambda: "tri=intitule" in browser.run(ADDRESS) and _still(browser)):
        return ["the address does not state the order"]
    titles = browser.run("return [...document.querySelectorAll('#resultats h3 a')].map(a =>"
                         " a.textContent.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, ' ').trim())")
    problems = [] if titles == sorted(titles) else [f"not in the order of titles: {titles}"]
    return problems if _total(browser) == before else problems + [f"the order changes the count: {before}, {_total(browser)}"]


def lost_file_problems(browser: Browser, server: SiteServer, query: str) -> list[str]:
    """Where a file of the index cannot be read the page says so, and asking again is enough once it can."""
    address = server.address("recherche/")
    with server.losing("search/"):
        browser.visit(address + "?q=" + query)
        if not _wait(lambda: browser.run("return !document.getElementById('panne').hidden")):
            return ["a lost index is passed over in silence"]
        problems = accessibility_problems(browser)
        if not browser.run("return [...document.querySelectorAll('#aide a')].some(a => a.getClientRects().length)"):
            problems.append("no list is offered instead")
    browser.driver.find_element(By.CSS_SELECTOR, "#panne button").click()
    if not _answered(browser, query) or browser.run("return !document.getElementById('panne').hidden"):
        problems.append("asking again brings nothing")
    return problems


def publication_problems(browser: Browser, server: SiteServer, query: str) -> list[str]:
    """Files that are gone since the page was loaded: the manifest is read once more, then the page says what happened."""
    _open(browser, server.address("recherche/"))
    with server.losing("search/noyau/", 404):
        browser.driver.find_element(By.ID, FIELD).send_keys(query)
        if not _wait(lambda: browser.run("return !document.getElementById('panne').hidden")):
            return ["files that are gone are passed over in silence"]
        text = browser.run("return document.getElementById('panne').innerText")
    browser.driver.find_element(By.CSS_SELECTOR, "#panne button").click()
    problems = [] if "publié" in text else [f"the page does not speak of a new publication: {text}"]
    return problems if _answered(browser, query) else problems + ["loading the page again brings no results"]


def empty_problems(browser: Browser, address: str) -> list[str]:
    """Nothing found: what was understood, and lists to browse."""
    query = "zqxjwv horlogerie kkzzqx"
    _open(browser, address, query)
    text = browser.run("return document.getElementById('rien').innerText + document.getElementById('remarques').innerText")
    problems = [] if "zqxjwv" in text else ["the page does not say which word is in no fiche"]
    return problems + [f"empty result: {line}" for line in accessibility_problems(browser)]


def _open(browser: Browser, address: str, query: str = "") -> None:
    browser.visit(address + ("?q=" + query if query else ""))
    _answered(browser, query)


def _answered(browser: Browser, query: str) -> bool:
    return _wait(lambda: browser.run(
        "const list = document.getElementById('resultats');"
        " return !!list && list.dataset.question === arguments[0] && list.getAttribute('aria-busy') === 'false'", query.strip()))


def _still(browser: Browser) -> bool:
    return browser.run("return document.getElementById('resultats').getAttribute('aria-busy') === 'false'")


def _total(browser: Browser) -> int:
    digits = "".join(c for c in browser.run(COUNT).split("fiche")[0] if c.isdigit())
    return int(digits) if digits else 0


def _wait(condition, seconds: float = 8.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False
