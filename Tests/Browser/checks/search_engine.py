"""The two engines of the search give the same answers: that of the pages, in the browser, and that of the program."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from browser import Browser
from search_questions import questions
from site_server import SiteServer

VECTORS = Path(__file__).resolve().parents[2] / "Recherche" / "vecteurs.json"

ANALYSE = """
const [folder, file, done] = arguments;
(async () => {
  const { Analyse } = await import(folder + 'analyse.js');
  const { analyse, vecteurs } = file;
  const engine = new Analyse(analyse);
  return vecteurs.map(({ texte }) => engine.mots(texte).map((m) => [m.forme, m.lemme, m.racine, m.debut, m.fin]));
})().then(done, (error) => done('' + error));
"""

ANSWER = """
const [folder, manifest, asked, list, done] = arguments;
(async () => {
  const [{ Fichiers }, { Moteur }] = await Promise.all([import(folder + 'fichiers.js'), import(folder + 'moteur.js')]);
  window.moteur = window.moteur || new Moteur(new Fichiers(new URL(manifest, location.href).href));
  const found = [];
  for (const texte of asked) {
    const r = await window.moteur.chercher({ texte, ...list, page: 1 });
    found.push([r.total, r.fiches.map((f) => [f.identifiant, f.score]), r.facettes]);
  }
  return found;
})().then(done, (error) => done('' + error + error.stack));
"""

BATCH = 200


def _folder(browser: Browser) -> str:
    """The address of the folder of the scripts of the search, as the page names it."""
    return browser.run("return document.querySelector('script[src*=\"recherche/page.js\"]').src.replace(/page\\.js$/, '')")


def vector_problems(browser: Browser, server: SiteServer) -> list[str]:
    """The words of the shared test vectors."""
    file = json.loads(VECTORS.read_text(encoding="utf-8"))
    browser.visit(server.address("recherche/"))
    found = browser.run(ANALYSE, _folder(browser), file, wait=True)
    if isinstance(found, str):
        return [found]
    return [f"“{vector['texte']}”: {words}, not {vector['mots']}"
            for vector, words in zip(file["vecteurs"], found) if words != vector["mots"]]


def lists(site: Path) -> list[tuple[int, dict]]:
    """The kinds of lists that are asked for: of how many questions one is asked each, the filters, the order and the facets."""
    facets = ["niveau", "etat", "type", "voie", "nsf", "rome", "certificateur", "convention"]
    values = {}
    manifest = json.loads((site / "search/manifeste.json").read_text(encoding="utf-8"))
    for name in facets:
        if name in manifest["colonnes"]:
            column = json.loads((site / f"search/colonnes/{name}-{manifest['colonnes'][name]}.json").read_text(encoding="utf-8"))
            values[name] = [value[0] for value in column["valeurs"]]
    found = [(1, {"filtres": {}, "tri": "pertinence", "ouvertes": []}), (4, {"filtres": {}, "tri": "echeance", "ouvertes": facets}),
             (4, {"filtres": {"niveau": values.get("niveau", [])[:2]}, "tri": "intitule", "ouvertes": ["etat", "rome"]})]
    for name in values:
        other = "etat" if name != "etat" else "niveau"
        found.append((8, {"filtres": {name: values[name][:1] + values[name][3:5], other: values.get(other, [])[:1]}, "tri": "pertinence", "ouvertes": facets[:4]}))
    return found


def agreement_problems(browser: Browser, server: SiteServer, program: Path, count: int) -> list[str]:
    """Many questions, asked of both: the same number of fiches, the same first ones in the same order, the same scores and counts."""
    fiches = json.loads((server.site / "index.json").read_text(encoding="utf-8"))["fiches"]
    drawn = questions([f["intitule"] for f in fiches], [f["numero_fiche"] for f in fiches if f["numero_fiche"]], count)
    drawn = [" ".join(text.split()) for text in drawn]
    browser.visit(server.address("recherche/"))
    folder = _folder(browser)
    manifest = browser.run("return document.getElementById('recherche').dataset.manifeste")
    problems: list[str] = []
    for number, (share, wanted) in enumerate(lists(server.site)):
        # Without a word the filters alone make the list.
        asked = drawn[number % share::share] + ([""] if number else [])
        problems += _disagreements(browser, server.site, program, (folder, manifest), asked, wanted)
    return problems


def _disagreements(browser: Browser, site: Path, program: Path, engine: tuple[str, str], asked: list[str], wanted: dict) -> list[str]:
    options = ["--tri", wanted["tri"]] + [part for name in wanted["ouvertes"] for part in ("--facette", name)]
    options += [part for name, values in wanted["filtres"].items() for value in values for part in ("--filtre", f"{name}={value}")]
    answer = subprocess.run([str(program), "search", "--output", str(site), "--json", *options], check=False,
                            input="\n".join(asked) + "\n", capture_output=True, text=True)
    if answer.returncode not in (0, 1):
        return [f"{program} search: {answer.stderr.strip()[:200]}"]
    expected = [json.loads(line) for line in answer.stdout.splitlines()]
    if len(expected) != len(asked):
        return [f"{len(asked)} questions, {len(expected)} answers of the program"]
    problems: list[str] = []
    for start in range(0, len(asked), BATCH):
        found = browser.run(ANSWER, *engine, asked[start:start + BATCH], wanted, wait=True)
        if isinstance(found, str):
            return [found]
        for text, theirs, (total, ours, counts) in zip(asked[start:], expected[start:], found):
            listed = [[fiche["identifiant"], fiche["score"]] for fiche in theirs["fiches"]]
            where = f"“{text}”" + (f" {' '.join(options)}" if options[2:] or wanted["tri"] != "pertinence" else "")
            if theirs["total"] != total or listed != ours:
                problems.append(f"{where}: {total} {ours[:3]} in the browser, {theirs['total']} {listed[:3]} of the program")
            elif theirs["facettes"] != counts:
                problems.append(f"{where}: the counts of facets differ: {str(counts)[:160]} in the browser, {str(theirs['facettes'])[:160]} of the program")
    return problems
