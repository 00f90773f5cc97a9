#!/usr/bin/env python3
"""Proves that the checks of printed booklets can fail: a sound little booklet passes each, each known fault is seen.

Exits 1 when a check is blind or sees what is not there.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from checks.booklet import (  # noqa: E402
    PrintedBooklet, bookmark_problems, contents, link_problems, number_problems, structure_problems)

DAY = "15 janvier 2026"
SOUND = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Pendules</title><style>
@page { size: A4; margin: 24mm 20mm 22mm; @bottom-left { content: "établi le 15 janvier 2026" }
  @bottom-right { content: counter(page) " / " counter(pages) } }
@page cover { @bottom-left { content: none } @bottom-right { content: none } }
@page one { @top-left { content: "Émailleur" } @top-right { content: "RNCP 1" } }
@page two { @top-left { content: "Pendulier" } @top-right { content: "RNCP 2" } }
body { font: 10.5pt serif } h1 { font-size: 22pt; page: cover; bookmark-level: 1 } h2 { font-size: 22pt; bookmark-level: 1 }
h3 { font-size: 14.5pt; bookmark-level: none } nav, article { break-before: page } .one { page: one } .two { page: two }
nav a::after { content: leader(" . ") target-counter(attr(href), page) }
</style><h1>Un petit livret</h1>
<nav class="livret-sommaire"><ol><li><a href="#a">Émailleur</a><p>RNCP 1 · Niveau 3</p></li>
<li><a href="#b">Pendulier</a><p>RNCP 2 · Niveau 4</p></li></ol></nav>
<article class="one"><h2 id="a">Émailleur</h2><p>Poser un émail sur une pendule.</p></article>
<article class="two"><h2 id="b">Pendulier</h2><p>Remettre une pendule en marche.</p></article>
</html>"""

# What is changed, and the check that must see it.
FAULTS = {
    "a wrong number": ("numbers", 'target-counter(attr(href), page)', '"9"'),
    "no number": ("numbers", 'leader(" . ") target-counter(attr(href), page)', '""'),
    "a link to another fiche": ("links", 'href="#b"', 'href="#a"'),
    "no bookmarks": ("bookmarks", "h2 { font-size: 22pt; bookmark-level: 1 }", "h2 { font-size: 22pt; bookmark-level: none }"),
    "a blank page": ("structure", '<article class="two">', '<article class="one"></article><article class="two">'),
    "a lone heading": ("structure", "une pendule.</p>", 'une pendule.</p><h3 style="margin-top: 190mm">Seul</h3>'
                       '<p style="break-before: page">Ce texte a perdu son titre.</p>'),
    "no running title": ("structure", '@top-left { content: "Pendulier" }', ""),
    "the number of another fiche": ("structure", '@top-right { content: "RNCP 2" }', '@top-right { content: "RNCP 1" }'),
    "no page number": ("structure", 'counter(page) " / " counter(pages)', '"/"'),
    "no date": ("structure", "établi le 15 janvier 2026", "établi"),
}


def found(html: str, folder: Path) -> dict[str, list[str]]:
    page, pdf = folder / "livret.html", folder / "livret.pdf"
    page.write_text(html, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "weasyprint", "--quiet", str(page), str(pdf)], check=True, timeout=120)
    entries, booklet = contents(page), PrintedBooklet(pdf)
    return {
        "structure": structure_problems(booklet, entries, DAY), "links": link_problems(booklet, entries),
        "numbers": number_problems(booklet, entries), "bookmarks": bookmark_problems(booklet, entries, 1),
    }


def main() -> int:
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        wrong += [f"sound booklet, {name}: {lines}" for name, lines in found(SOUND, folder).items() if lines]
        for name, (check, sound, faulty) in FAULTS.items():
            if sound not in SOUND:
                wrong.append(f"{name}: there is nothing to change")
            elif not found(SOUND.replace(sound, faulty), folder)[check]:
                wrong.append(f"{name}: “{check}” sees nothing")
    for line in wrong:
        print(line, file=sys.stderr)
    print("The print checks can fail and can pass." if not wrong else "The print checks are not to be trusted.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
