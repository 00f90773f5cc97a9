"""The state of a certification as the script of the pages tells it: the same table as the program's, on the same days."""

from __future__ import annotations

import json
from pathlib import Path

from browser import Browser

VECTORS = Path(__file__).parent.parent / "vectors" / "etats.json"

TELL = """
const fiche = arguments[0];
return window.parchemin.etatDe(
    {etat_fiche: fiche.etat_fiche, actif: fiche.actif,
     enregistrement: {date_fin: fiche.date_fin, date_limite_delivrance: fiche.date_limite_delivrance}}, fiche.jour);
"""

# An element as pages have it, built for the first of two days and read on the second.
CORRECT = """
const fiche = arguments[0], element = document.createElement('div');
const part = (name, parent) => { const made = document.createElement('span'); made.className = name; parent.append(made); return made; };
element.dataset.etat = 'en-vigueur';
element.dataset.calcul = '2001-01-01';
element.dataset.fin = fiche.date_fin;
if (fiche.date_limite_delivrance) element.dataset.limite = fiche.date_limite_delivrance;
const seal = part('sceau sceau-en-vigueur', element), phrase = part('etat-phrase', seal), award = part('etat-delivrance', element);
phrase.textContent = 'avant';
window.parchemin.corriger(element, fiche.jour);
return {code: element.dataset.etat, phrase: phrase.textContent, seal: seal.className, award: award.hidden ? '' : award.textContent};
"""


def state_problems(browser: Browser, address: str) -> list[str]:
    """Every vector told anew, and a page of an earlier day corrected for it."""
    browser.visit(address)
    problems = []
    for vector in json.loads(VECTORS.read_text(encoding="utf-8")):
        told = browser.run(TELL, vector)
        name = f"{vector['jour']}, until {vector.get('date_fin')}"
        if (told["code"], told["phrase"]) != (vector["code"], vector["phrase"]):
            problems.append(f"{name}: told {told['code']} “{told['phrase']}”, not {vector['code']}")
        if not vector.get("date_fin") or vector["code"] == "depubliee":
            continue
        corrected = browser.run(CORRECT, vector)
        expected = "avant" if vector["code"] == "en-vigueur" else vector["phrase"]
        if corrected["code"] != vector["code"] or corrected["phrase"] != expected or not corrected["seal"].endswith("sceau-" + vector["code"]):
            problems.append(f"{name}: a page read that day says {corrected}")
        if bool(corrected["award"]) != ("delivrance" in vector):
            problems.append(f"{name}: award said as “{corrected['award']}”")
    return problems


def same_state_problems(browser: Browser, fiche_address: str, comparison_address: str) -> list[str]:
    """The page of a fiche and the comparison tell the same state of it."""
    browser.visit(fiche_address)
    read = "const e = document.querySelector('[data-etat] .etat-phrase'); return e ? e.textContent : null;"
    own = browser.run(read)
    browser.visit(comparison_address)
    from checks.comparison import settle

    settle(browser)
    other = browser.run("const e = document.querySelector('.face-a-face [data-etat] .etat-phrase'); return e ? e.textContent : null;")
    return [] if own and own == other else [f"the fiche says “{own}”, the comparison “{other}”"]
