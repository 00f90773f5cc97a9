"""Documents in which every field carries an attack: our own fixtures of every format, with attacks among their words."""

from __future__ import annotations

import html
import os
import re
import zipfile
from pathlib import Path

# What would run, fetch or deface something if it reached a page as markup. `window.hurt` tells that it ran.
ATTACKS = [
    "<script>window.hurt='script'</script>",
    "<img src=x onerror=\"window.hurt='img'\">",
    "<svg onload=\"window.hurt='svg'\"><script>window.hurt='svg script'</script></svg>",
    "<a href=\"javascript:window.hurt='a'\">lien</a>",
    "[lien](javascript:window.hurt='md')",
    "[lien](JaVaScRiPt&#58;window.hurt='entity')",
    "[lien](data:text/html,<script>parent.hurt='data'</script>)",
    "![image](data:image/svg+xml,<svg/onload=window.hurt='md-img'>)",
    "</script><script>window.hurt='json-ld'</script>",
    "\"><b onmouseover=\"window.hurt='attribute'\" autofocus onfocus=\"window.hurt='focus'\">gras</b>",
    "<iframe srcdoc=\"<script>parent.hurt='iframe'</script>\"></iframe>",
    "<style>body{display:none}</style>",
    "<meta http-equiv=refresh content=\"0;url=https://hurt.invalid/\">",
    "<base href=https://hurt.invalid/>",
    "<form action=https://hurt.invalid/><button formaction=javascript:window.hurt='form'>ok</button></form>",
    "{{{contenu}}} {{> cadre}} {{=<% %>=}} {{#fiches}}x{{/fiches}}",
    "<math><mtext><table><mglyph><style><img src=x onerror=\"window.hurt='math'\">",
    "<!-- -->]]>--!><script>window.hurt='comment'</script>",
    "&lt;script&gt;window.hurt='twice'&lt;/script&gt;",
    "=HYPERLINK(\"https://hurt.invalid\";\"cliquez\")",
]

AUTHORED = """---
numero_fiche: RNCP{number}
intitule: '{title}'
niveau: 4
abrege: CQP
codes_rome: [B1604]
certificateurs:
  - nom: '{title}'
    site_internet: "javascript:window.hurt='site'"
enregistrement: {{date_decision: 2023-06-30, date_fin: 2028-06-30}}
lien_url_description: "data:text/html,<script>window.hurt='url'</script>"
---

## Activités visées

{body}

## Blocs de compétences

### 1. {body_line}

#### Compétences

- {body_line}
"""


def spread(text: str, escape) -> str:
    """`text` with an attack after every fifteenth word of its longer lines, so that its layout stays."""
    count = 0
    lines = []
    for line in text.split("\n"):
        words = line.split(" ")
        if len(words) > 6 and not re.match(r"\s*[<#|\-]", line):
            words.insert(5, escape(ATTACKS[count % len(ATTACKS)]))
            count += 1
        lines.append(" ".join(words))
    return "\n".join(lines)


def in_markup(attack: str) -> str:
    return html.escape(attack, quote=True)


def fixtures(corpus: Path) -> list[Path]:
    return sorted(path for path in corpus.rglob("*") if path.suffix in (".txt", ".md", ".html", ".xml"))


def write_all(content: Path, corpus: Path) -> None:
    """Fills a content folder with hostile documents of every format."""
    fiches = content / "fiches"
    fiches.mkdir(parents=True)
    (content / "catalogue.yaml").write_text("titre: Catalogue hostile\nurl: https://exemple.fr/catalogue/\n", encoding="utf-8")
    for number, attack in enumerate(ATTACKS):
        text = AUTHORED.format(
            number=91000 + number, title=attack.replace("'", "''"), body=attack, body_line=attack.replace("\n", " "))
        (fiches / f"attaque-{number}.md").write_text(text, encoding="utf-8")
    for path in fixtures(corpus):
        text = path.read_text(encoding="utf-8")
        plain = path.suffix in (".txt", ".md")
        target = fiches / path.parent.name / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(spread(text, str if plain else in_markup), encoding="utf-8")
    write_names(fiches)


def write_names(fiches: Path) -> None:
    """Names of files, identifiers, aliases and codes that point elsewhere or are markup themselves."""
    plain = AUTHORED.format(number=92000, title="Titre", body="Corps.", body_line="Corps")
    names = [
        "<script>window.hurt=1<|script>.md", "..%2f..%2fdehors.md", "a\nb.md", "a\\..\\b.md", "é" * 120 + ".md", "con.md",
        "&quot;onload=x.md", "$(touch dehors).md", "-rf.md", "{{titre}}.md",
    ]
    for index, name in enumerate(names):
        (fiches / name).write_text(plain.replace("RNCP92000", f"RNCP{92100 + index}"), encoding="utf-8")
    paths = ["../../dehors", "/etc/dehors", "..", "a/../../dehors", "%2e%2e/dehors", "C:\\dehors", "dehors\u0000x"]
    for index, path in enumerate(paths):
        text = plain.replace("RNCP92000", f"RNCP{92200 + index}")
        quoted = path.replace("\\", "\\\\").replace("\u0000", "\\0")
        (fiches / f"ident-{index}.md").write_text(text.replace("niveau: 4", f'niveau: 4\nidentifiant: "{quoted}"'), encoding="utf-8")
        text = plain.replace("RNCP92000", f"RNCP{92300 + index}")
        (fiches / f"alias-{index}.md").write_text(text.replace("niveau: 4", f'niveau: 4\nalias: ["{quoted}"]'), encoding="utf-8")
        text = plain.replace("RNCP92000", f"RNCP../../{index}")
        (fiches / f"numero-{index}.md").write_text(text, encoding="utf-8")
        text = plain.replace("RNCP92000", f"RNCP{92400 + index}")
        (fiches / f"bloc-{index}.md").write_text(text.replace("### 1. Corps", f"### 1. Corps {{{path}}}"), encoding="utf-8")
    os.symlink("/etc/passwd", fiches / "lien.md")
    os.symlink("/etc", fiches / "dossier")


FICHE_XML = """<FICHE><ID_FICHE>1</ID_FICHE><NUMERO_FICHE>RNCP{number}</NUMERO_FICHE><INTITULE>{title}</INTITULE>
<ETAT_FICHE>Publiée</ETAT_FICHE><ACTIF>Oui</ACTIF><NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU></NOMENCLATURE_EUROPE></FICHE>"""


def write_xml(content: Path, secret: Path) -> None:
    """Flows that would read a file, ask a host, or grow without end."""
    folder = content / "flux"
    folder.mkdir(parents=True)
    bomb = "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * 10 if level else "boum " * 10}">' for level in range(10))
    documents = {
        "bombe.xml": f"<!DOCTYPE FICHES [{bomb}]>\n<FICHES>{FICHE_XML.format(number=93001, title='&e9;')}</FICHES>",
        "fichier.xml": f'<!DOCTYPE FICHES [<!ENTITY x SYSTEM "file://{secret}">]>\n'
        f"<FICHES>{FICHE_XML.format(number=93002, title='&x;')}</FICHES>",
        "reseau.xml": '<!DOCTYPE FICHES [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>\n'
        f"<FICHES>{FICHE_XML.format(number=93003, title='&x;')}</FICHES>",
        "profond.xml": "<FICHES>" + FICHE_XML.format(number=93004, title="<a>" * 50_000) + "</FICHES>",
        "tournant.xml": '<!DOCTYPE FICHES [<!ENTITY a "&b;"><!ENTITY b "&a;">]>\n'
        f"<FICHES>{FICHE_XML.format(number=93005, title='&a;')}</FICHES>",
        "attributs.xml": "<FICHES " + " ".join(f'a{index}="x"' for index in range(20_000)) + ">"
        + FICHE_XML.format(number=93006, title="Titre") + "</FICHES>",
    }
    for name, text in documents.items():
        (folder / name).write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', encoding="utf-8")
    with zipfile.ZipFile(folder / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../dehors.xml", f"<FICHES>{FICHE_XML.format(number=93007, title='Titre')}</FICHES>")
        archive.writestr("/etc/dehors.csv", "Numero_Fiche;Intitule\nRNCP93008;=1+1\n")
    with zipfile.ZipFile(folder / "bombe.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("export.xml", b"<FICHES>" + b" " * 200_000_000 + b"</FICHES>")
