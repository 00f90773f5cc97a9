#!/usr/bin/env python3
"""Proves that the checks can fail: a sound little site passes each of them, one with known faults fails each.

Exits 1 when a check is blind or sees what is not there.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from browser import Browser  # noqa: E402
from checks.accessibility import accessibility_problems  # noqa: E402
from checks.comparison import comparison_problems, versions_problems  # noqa: E402
from checks.data import data_problems  # noqa: E402
from checks.layout import overflow_problems  # noqa: E402
from checks.loading import complaints, foreign_requests  # noqa: E402
from checks.policy import policy_problems  # noqa: E402
from checks.portability import below_a_folder_problems, from_a_disk_problems  # noqa: E402
from checks.search import nonsense_problems, search_problems  # noqa: E402
from checks.speed import speed_problems, weight_problems  # noqa: E402
from checks.validity import validity_problems  # noqa: E402
from checks.without_scripts import main_text, missing_without_scripts  # noqa: E402
from pages import Page, discover  # noqa: E402
from report import Report  # noqa: E402
from site_server import SiteServer  # noqa: E402

HEAD = ('<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Catalogue</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\'; '
        'style-src \'self\'; img-src \'self\'; connect-src \'self\'; base-uri \'none\'; form-action \'self\'">'
        '<link rel="icon" href="icon.svg"><link rel="stylesheet" href="site.css">')
# Below the root, the style is one or two folders up.
DEEP, DEEPER = (HEAD.replace('href="', f'href="{up}') for up in ("../", "../../"))



def fiche(identifier: str, title: str, competence: str) -> dict:
    bloc = {"numero": 1, "libelle": "Tailler", "competences": [competence], "unites": []}
    return {"identifiant": identifier, "intitule": title, "numero_fiche": None, "blocs_competences": [bloc]}


BEFORE, AFTER = fiche("rs1", "Tailler la vigne", "Choisir le sécateur"), fiche("rs2", "Palisser", "Choisir le bon sécateur")
SIDE = '<div><div class="bloc-compare"><p class="reference">Bloc 1</p></div></div>'

LINKED = {"@context": "https://schema.org", "@graph": [
    {"@type": "EducationalOccupationalCredential", "name": "Tailler la vigne"},
    {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Accueil", "item": "https://a.test/"}]}]}


def linked(value: dict) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


# A word that no compression shortens much.
HEAVY = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(3_000))

SOUND = {
    "comparer/index.html": DEEP + "</head><body><main><h1>Tailler la vigne et Palisser</h1>"
    f'<div class="cotes">{SIDE}{SIDE}</div></main></body></html>',
    "versions/index.html": DEEP + '</head><body><main><h1>Versions</h1><ul class="sorts"><li data-genre="reformulee">'
    '<p>Reformulée</p><p class="sort-texte">Choisir le <ins>bon</ins> sécateur</p></li></ul></main></body></html>',
    "index.html": HEAD + "</head><body><main><h1>Catalogue</h1><p>Texte.</p>"
    '<p><a href="/niveaux/5/">Niveau 5</a></p></main></body></html>',
    "niveaux/index.html": DEEP + '</head><body><main><h1>Niveaux</h1><p><a href="5/">5</a></p></main></body></html>',
    "niveaux/5/index.html": DEEPER + "</head><body><main><h1>Niveau 5</h1><p>Une fiche.</p></main></body></html>",
    "fiches/rs1/index.html": DEEPER + linked(LINKED) + "</head><body><main><h1>Tailler la vigne</h1><p>Texte.</p></main></body></html>",
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.test/</loc></url>'
    "<url><loc>https://a.test/niveaux/</loc><lastmod>2026-01-01</lastmod></url></urlset>",
    "robots.txt": "User-agent: *\nDisallow:\n",
    "fiches/rs1/index.json": json.dumps({"identifiant": "rs1", "intitule": "Tailler la vigne"}),
    "index.json": json.dumps({"fiches": [{"identifiant": "rs1"}]}),
    "recherche/index.html": DEEP + '<script src="/search.js" defer></script></head><body><main><h1>Recherche</h1>'
    '<p><label for="q">Mots</label> <input id="q" type="search"></p><div id="r"></div></main></body></html>',
    "search.js": "document.getElementById('q').addEventListener('input', event => {"
    " const found = 'tailler la vigne'.includes(event.target.value.toLowerCase());"
    " const link = document.createElement('a'); link.href = '/fiches/rs1/'; link.textContent = 'Tailler la vigne';"
    " document.getElementById('r').replaceChildren(found ? link : 'Aucun résultat'); });",
    "site.css": "body { margin: 1rem; color: #111; background: #fff } a { color: #00c }",
    "donnees/schemas/index.schema.json": json.dumps({
        "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["fiches"]}),
    "donnees/schemas/fiche.schema.json": json.dumps({
        "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
        "properties": {"identifiant": {"type": "string"}}}),
    "donnees/fiches.csv": '\ufeff"identifiant";"intitule"\r\n"rs1";"\'=Tailler"\r\n',
    "echeances/echeances.ics": "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:essai", "BEGIN:VEVENT", "UID:a", "DTSTAMP:20260101T000000Z",
        "DTSTART;VALUE=DATE:20260201", "SUMMARY:Fin", "END:VEVENT", "END:VCALENDAR", ""]),
    "echeances/atom.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><id>https://a.test/</id><title>T</title>'
    '<updated>2026-01-01T00:00:00Z</updated><author><name>N</name></author></feed>',
    "opensearch.xml": '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>A</ShortName>'
    '<Description>B</Description><Url type="text/html" template="https://a.test/?q={searchTerms}"/></OpenSearchDescription>',
    "icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
}

FAULTY = SOUND | {
    "index.html": HEAD.replace("site.css", "/site.css") + '<script src="/late.js" defer></script></head><body><main><h1>Catalogue</h1>'
    '<p class="wide">Texte<img src="/a.png"><script>document.title = "x"</script></p>'
    '<p class="pale">Un texte que personne ne peut lire</p></main><img alt="" src="http://exemple.invalid/i.png">'
    "</body></html>",
    "comparer/index.html": SOUND["comparer/index.html"].replace(SIDE + "</div>", "<div></div></div>"),
    "versions/index.html": SOUND["versions/index.html"].replace("<ins>bon</ins>", "<del>bon</del>"),
    "index.json": json.dumps({"nombre": 1}),
    "fiches/rs1/index.json": json.dumps({"identifiant": 4}),
    "donnees/fiches.csv": '"identifiant";"intitule"\n"rs1";"=Tailler"\n',
    "echeances/echeances.ics": SOUND["echeances/echeances.ics"].replace("UID:a\r\n", ""),
    "echeances/atom.xml": SOUND["echeances/atom.xml"].replace("<id>https://a.test/</id>", ""),
    "opensearch.xml": SOUND["opensearch.xml"].replace("{searchTerms}", ""),
    "late.js": "document.querySelector('main').append(' un deux trois quatre cinq six sept huit neuf dix');"
    "addEventListener('load', () => setTimeout(() => {"
    " const box = document.createElement('p'); box.textContent = 'Une annonce'; document.querySelector('main').prepend(box);"
    " const end = performance.now() + 150; while (performance.now() < end); }, 20));",
    "fiches/rs1/index.html": SOUND["fiches/rs1/index.html"].replace("Texte.", HEAVY).replace('"name"', '"surname"', 1),
    "sitemap.xml": SOUND["sitemap.xml"].replace("niveaux/", "nulle-part/"),
    "robots.txt": "User-agent: *\nDisallow: /\n",
    "search.js": "document.getElementById('q').addEventListener('input', () => {});",
    "site.css": ".wide { width: 2000px } .pale { color: #eee; background: #fff }",
}


def write(site: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def problems_by_check(browser: Browser, site: Path) -> dict[str, list[str]]:
    with SiteServer(site) as server:
        browser.set_view(390, 844, "light")
        visit = browser.visit(server.address(""))
        found = {
            "elsewhere": foreign_requests(visit, server.origin),
            "console": complaints(visit),
            "overflow": overflow_problems(browser),
            "axe": accessibility_problems(browser),
        }
        text = main_text(browser)
        found["speed"] = speed_problems(browser, server.address(""))
        browser.block_scripts(True)
        browser.visit(server.address(""))
        found["without scripts"] = missing_without_scripts(text, main_text(browser))
        browser.block_scripts(False)
        search = server.address("recherche/")
        found["search"] = search_problems(browser, search, "/fiches/rs1/", "Tailler la vigne")
        found["nonsense"] = nonsense_problems(browser, search, "/fiches/")
        found["comparison"] = comparison_problems(browser, server.address("comparer/"), BEFORE, AFTER)
        found["versions"] = versions_problems(browser, server.address("versions/"), BEFORE, AFTER)
    home = Page("home", "")
    found["below a folder"] = below_a_folder_problems(browser, site, home, "/")
    found["from a disk"] = from_a_disk_problems(browser, site, home)
    found["weight"] = weight_problems([site / "fiches/rs1/index.html"], site)
    found["policy"] = policy_problems(site / "index.html")
    found |= data_problems(site)
    found["validity"] = validity_problems([site / "index.html"], site)[site / "index.html"]
    return found


def main() -> int:
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as temporary, Browser() as browser:
        sound, faulty = Path(temporary).resolve() / "sound", Path(temporary).resolve() / "faulty"
        write(sound, SOUND)
        write(faulty, FAULTY)
        wrong += [f"sound site, {name}: {lines}" for name, lines in problems_by_check(browser, sound).items() if lines]
        wrong += [f"faulty site: “{name}” sees nothing" for name, lines in problems_by_check(browser, faulty).items() if not lines]
        kinds = {page.kind: page.path for page in discover(sound)[0]}
        if kinds.get("list") != "niveaux/5/" or kinds.get("fiche") != "fiches/rs1/":
            wrong.append(f"pages found: {kinds}")
    report = Report(quiet=True)
    report.check("a failure", ["counts"])
    if report.summary() != "0 passed, 1 failed":
        wrong.append("the report does not count")
    for line in wrong:
        print(line, file=sys.stderr)
    print("The browser checks can fail and can pass." if not wrong else "The browser checks are not to be trusted.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
