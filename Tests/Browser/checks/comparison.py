"""A reader puts fiches side by side, and reads what changed between two generations."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import Browser

TEXT = "return document.querySelector('main').innerText"


def settle(browser: Browser) -> None:
    """Waits until a page that reads data has read it."""
    wait(lambda: "Lecture d" not in browser.run("return (document.getElementById('message') || {textContent: ''}).textContent"))


def comparison_problems(browser: Browser, address: str, first: dict, second: dict) -> list[str]:
    """Both fiches side by side: every bloc stands there once, under the fiche that it is of; nothing is an « équivalence »."""
    browser.visit(f"{address}?f={first['identifiant']},{second['identifiant']}")
    settle(browser)
    text = _squeezed(browser.run("return document.querySelector('main').textContent"))
    problems = [f"missing: {fact}" for fiche in (first, second) for fact in [fiche["intitule"]] if _squeezed(fact) not in text]
    for place, fiche in enumerate((first, second)):
        shown = browser.run(
            "return [...document.querySelectorAll('.cotes')].flatMap(row =>"
            " [...row.children[arguments[0]].querySelectorAll('.bloc-compare .reference')].map(p => p.textContent))", place)
        numbers = sorted(int(re.search(r"\d+", line).group()) for line in shown)
        expected = sorted(bloc["numero"] for bloc in fiche["blocs_competences"])
        if numbers != expected:
            problems.append(f"{fiche['identifiant']}: blocs {numbers} are shown, it has {expected}")
    if "équivalence" in text.lower():
        problems.append("the page speaks of an « équivalence »")
    return problems


def official_first_problems(browser: Browser, address: str, first: dict, second: dict) -> list[str]:
    """Declared correspondances come before rows that only words brought together, and each row says why it is one."""
    browser.visit(f"{address}?f={first['identifiant']},{second['identifiant']}")
    settle(browser)
    rows = browser.run("return [...document.querySelectorAll('.rangee')].map(row => row.innerText)")
    kinds = ["official" if "Correspondance officielle" in row else "words" if "par les mots communs" in row
             else "alone" if "Seulement dans" in row else "?" for row in rows]
    problems = [f"a row does not say why it is one: {row[:80]}" for row, kind in zip(rows, kinds) if kind == "?"]
    if kinds != sorted(kinds, key=["official", "words", "alone", "?"].index):
        problems.append(f"the order of the rows is {kinds}")
    if "official" not in kinds:
        problems.append("no declared correspondance is shown")
    marked = browser.run("return document.querySelectorAll('.rangee:not(.rangee-seule) mark').length")
    return problems if marked else problems + ["no word in common is marked"]


def choosing_problems(browser: Browser, address: str, first: dict, second: dict) -> list[str]:
    """From one fiche to two by the keyboard alone, then back; the address follows."""
    browser.visit(f"{address}?f={first['identifiant']}")
    settle(browser)
    field = browser.driver.find_element(By.ID, "champ-ajout")
    field.send_keys(second["numero_fiche"] or second["intitule"])
    if not wait(lambda: browser.run("return document.querySelectorAll('#propositions button').length") > 0):
        return ["typing a number proposes nothing"]
    field.send_keys(Keys.ARROW_DOWN)
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    wanted = f"{first['identifiant']},{second['identifiant']}"
    if not wait(lambda: browser.driver.current_url.replace("%2C", ",").endswith(f"?f={wanted}")):
        return [f"the address is {browser.driver.current_url} after choosing, not …?f={wanted}"]
    if not wait(lambda: browser.run("return document.querySelectorAll('.face-a-face').length") == 1):
        return ["the two fiches are not shown"]
    problems = []
    if browser.run("return document.activeElement.id") != "champ-ajout":
        problems.append("the focus is lost after choosing")
    browser.driver.find_elements(By.CSS_SELECTOR, "#choisies button")[1].send_keys(Keys.ENTER)
    if not wait(lambda: browser.driver.current_url.endswith(f"?f={first['identifiant']}")):
        problems.append("removing a fiche does not change the address")
    browser.driver.back()
    if not wait(lambda: browser.run("return document.querySelectorAll('.face-a-face').length") == 1):
        problems.append("going back does not bring the comparison back")
    return problems


def mistaken_address_problems(browser: Browser, address: str, first: dict) -> list[str]:
    """An unknown identifier, hostile ones too, is named as text and nothing else happens."""
    browser.visit(f"{address}?f={first['identifiant']},%3Cimg%20src=x%3E")
    settle(browser)
    text = browser.run("return document.getElementById('message').textContent")
    problems = [] if "<img src=x>" in text and "Aucune fiche" in text else [f"the page says “{text}”"]
    if browser.run("return document.querySelectorAll('main img').length"):
        problems.append("the address became markup")
    return problems


def lost_file_problems(browser: Browser, address: str, first: dict, second: dict) -> list[str]:
    """A fiche whose file cannot be read is named, and can be asked for again."""
    browser.command("Network.setBlockedURLs", {"urls": [f"*/fiches/{second['identifiant']}/index.json"]})
    try:
        browser.visit(f"{address}?f={first['identifiant']},{second['identifiant']}")
        settle(browser)
        text = browser.run(TEXT)
        problems = [] if "n’a pas pu être lue" in text and second["identifiant"] in text else ["the page does not name the lost fiche"]
    finally:
        browser.command("Network.setBlockedURLs", {"urls": []})
    buttons = browser.driver.find_elements(By.CSS_SELECTOR, ".echec button")
    if not buttons:
        return problems + ["there is no way to try again"]
    buttons[0].click()
    if not wait(lambda: browser.run("return document.querySelectorAll('.face-a-face').length") == 1):
        problems.append("trying again does not show the comparison")
    return problems


def versions_problems(browser: Browser, address: str, before: dict, after: dict) -> list[str]:
    """Every competence of both generations is accounted for once, and the marks give back both wordings."""
    browser.visit(f"{address}?avant={before['identifiant']}&apres={after['identifiant']}")
    settle(browser)
    items = browser.run("""
        const words = (item, skipped) => {
            const copy = (item.querySelector('.sort-texte') || item).cloneNode(true);
            copy.querySelectorAll('.invisible, ' + skipped).forEach(part => part.remove());
            return copy.textContent;
        };
        return [...document.querySelectorAll('.sorts > li')].map(item =>
            [item.dataset.genre, words(item, 'ins'), words(item, 'del')]);""")
    text = browser.run(TEXT)
    if "aucune compétence une à une" in text:
        silent = [fiche for fiche in (before, after) if not competences(fiche) and not fiche.get("capacites_attestees")]
        return [] if silent else ["both fiches describe competences, the page says that one does not"]
    problems = []
    # Where a fiche has no bloc, what it attests as a whole stands beside the blocs of the other.
    whole = not before["blocs_competences"] or not after["blocs_competences"]
    for name, fiche, place, missing in (("before", before, 1, "ajoutee"), ("after", after, 2, "retiree")):
        shown = Counter(_signs(item[place]) for item in items if item[0] != missing)
        expected = Counter(_signs(text) for text in competences(fiche))
        problems += [f"{name}: missing: {item[:80]}" for item in expected - shown]
        problems += [f"{name}: too many: {item[:80]}" for item in (shown - expected if not whole else [])]
    for kind, label in (("ajoutee", "Ajoutée"), ("retiree", "Retirée"), ("reformulee", "Reformulée")):
        if any(item[0] == kind for item in items) and label not in text:
            problems.append(f"{kind}: no word says so")
    return problems + ([] if items else ["no competence is shown"])


def competences(fiche: dict) -> list[str]:
    """Competences of a fiche in blocs and unités."""
    return [text for bloc in fiche["blocs_competences"]
            for text in bloc["competences"] + [own for unite in bloc["unites"] for own in unite["competences"]]]


def read_fiche(site: Path, identifier: str) -> dict:
    return json.loads((site / "fiches" / identifier / "index.json").read_text(encoding="utf-8"))


def wait(condition, seconds: float = 8.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _signs(text: str) -> str:
    """Letters and digits alone: markup of the source and spaces do not count."""
    return "".join(re.findall(r"\w", text)).replace("_", "")
