"""Finding, in a built site, one page of each kind to look at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# Families of lists that a catalogue may have; the first segment of their addresses.
LIST_FAMILIES = ("niveaux", "rome", "nsf", "certificateurs", "types", "voies-d-acces", "conventions", "etats")


@dataclass(frozen=True)
class Page:
    """A page to look at: its kind and its path below the base path, such as `fiches/rncp31387/`."""

    kind: str
    path: str

    def file(self, site: Path) -> Path:
        path = self.path.split("?")[0]
        return site / path / "index.html" if path in ("",) or path.endswith("/") else site / path


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            target = dict(attributes).get("href")
            if target:
                self.targets.append(target)


def links(file: Path, path: str, base_path: str) -> list[str]:
    """Internal links of a page as paths below the base path."""
    parser = _Links()
    parser.feed(file.read_text(encoding="utf-8"))
    found = []
    for target in parser.targets:
        address = urlsplit(urljoin("http://site" + base_path + path, target))
        if address.netloc == "site" and address.path.startswith(base_path):
            found.append(unquote(address.path[len(base_path):]))
    return found


def identifiers(site: Path) -> list[str]:
    """Identifiers of the fiches, in the order of the catalogue index (or of the folder, without an index)."""
    index = site / "index.json"
    found: list[str] = []
    if index.is_file():
        _collect(json.loads(index.read_text(encoding="utf-8")), found)
    present = [name for name in dict.fromkeys(found) if (site / "fiches" / name / "index.html").is_file()]
    return present or sorted(file.parent.name for file in site.glob("fiches/*/index.html"))


def _collect(value, found: list[str]) -> None:
    if isinstance(value, dict):
        if isinstance(value.get("identifiant"), str):
            found.append(value["identifiant"])
        else:
            for child in value.values():
                _collect(child, found)
    elif isinstance(value, list):
        for child in value:
            _collect(child, found)


def discover(site: Path, base_path: str = "/", chosen: dict[str, str] | None = None) -> tuple[list[Page], list[str]]:
    """Pages to look at, and the kinds for which the site has none. `chosen` gives the path of a kind by hand."""
    candidates: dict[str, str | None] = {"home": "" if (site / "index.html").is_file() else None}
    fiches = identifiers(site)
    candidates["fiche"] = f"fiches/{fiches[0]}/" if fiches else None
    candidates["long fiche"] = _largest(site, "fiches")
    candidates["document"] = _largest(site, "documents")
    home_links = links(site / "index.html", "", base_path) if (site / "index.html").is_file() else []
    family = next((name for name in LIST_FAMILIES if (site / name / "index.html").is_file()), None)
    candidates["list of lists"] = f"{family}/" if family else None
    candidates["list"] = _first_list(site, base_path, home_links, family)
    candidates["search"] = "recherche/" if (site / "recherche" / "index.html").is_file() else None
    candidates["404"] = "404.html" if (site / "404.html").is_file() else None
    optional = {
        "accessibility": "accessibilite/", "legal notice": "mentions-legales/", "about": "a-propos/",
        "expiry": "echeances/", "data": "donnees/", "states": "etats/", "site map": "plan-du-site/",
        "booklets": "livrets/",
    }
    for kind, path in optional.items():
        if (site / path / "index.html").is_file():
            candidates[kind] = path
    blocs = sorted(site.glob("fiches/*/blocs/*/index.html"), key=lambda file: (-file.stat().st_size, str(file)))
    if blocs:
        candidates["bloc"] = f"{blocs[0].parent.relative_to(site)}/"
    booklets = sorted(site.glob("livrets/*/index.html"), key=lambda file: (file.stat().st_size, str(file)))
    if booklets:
        candidates["booklet"] = f"{booklets[0].parent.relative_to(site)}/"
    if (site / "comparer" / "index.html").is_file():
        candidates["choice of fiches"] = "comparer/"
        candidates["comparison"] = "comparer/?f=" + ",".join(comparable(site)[:3])
    if (site / "versions" / "index.html").is_file():
        candidates["versions"] = "versions/" + next(iter(generations(site)), "")
    candidates.update(chosen or {})
    pages = [Page(kind, path) for kind, path in candidates.items() if path is not None]
    return pages, [kind for kind, path in candidates.items() if path is None]


def comparable(site: Path) -> list[str]:
    """Identifiers of fiches with JSON: first a pair of which one declares correspondances to the other, then those with most blocs."""
    fiches = {}
    for name in identifiers(site):
        file = site / "fiches" / name / "index.json"
        if file.is_file():
            fiches[name] = json.loads(file.read_text(encoding="utf-8"))
    numbers = {fiche.get("numero_fiche"): name for name, fiche in fiches.items()}
    pairs = [
        [name, numbers[link["fiche_cible"]]] for name, fiche in fiches.items() for link in fiche.get("correspondances", [])
        if link["fiche_cible"] in numbers and link["blocs"] and link["blocs_cibles"]
    ]
    others = sorted(fiches, key=lambda name: (-len(fiches[name].get("blocs_competences", [])), name))
    return list(dict.fromkeys((pairs[0] if pairs else []) + others))


def generations(site: Path) -> list[str]:
    """Queries of the versions page for the generations that it lists: `?avant=…&apres=…`."""
    found = []
    parser = _Links()
    parser.feed((site / "versions" / "index.html").read_text(encoding="utf-8"))
    for target in parser.targets:
        if "?avant=" in target:
            found.append("?" + target.split("?", 1)[1])
    return found


def _largest(site: Path, folder: str) -> str | None:
    files = sorted(site.glob(f"{folder}/*/index.html"), key=lambda file: (-file.stat().st_size, file.parent.name))
    return f"{folder}/{files[0].parent.name}/" if files else None


def _first_list(site: Path, base_path: str, home_links: list[str], family: str | None) -> str | None:
    further = links(site / family / "index.html", f"{family}/", base_path) if family else []
    for path in home_links + further:
        segments = path.strip("/").split("/")
        if len(segments) == 2 and segments[0] in LIST_FAMILIES and (site / path / "index.html").is_file():
            return path
    return None
