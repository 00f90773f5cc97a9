"""Clean builds, builds without a change, builds with one fiche edited."""

from __future__ import annotations

import os
import re
import statistics
from dataclasses import dataclass, field
from pathlib import Path

import bases
from process import Cost, run, settle
from trees import differences, tree

DATE = "2026-01-15"
SITE_FACTOR = 5
"""A site and what its build keeps take less than so many times the bytes of the flow."""

FICHE = """---
numero_fiche: RNCP99001
intitule: Mesureur de constructions
abrege: CQP
niveau: 4
codes_nsf: [201]
codes_rome: [B1604]
certificateurs:
  - nom: Chambre des mesures
enregistrement: {{date_decision: 2023-06-30, date_fin: 2028-06-30}}
voies_acces:
  FC: {{ouverte: oui}}
  VAE: {{ouverte: oui}}
---

## Activités visées

- Mesurer la durée d’une construction
- Noter la mesure numéro {number}

## Blocs de compétences

### 1. Mesurer une construction

#### Compétences

- Choisir une base et un nombre de tours
- Retenir la médiane

#### Modalités d’évaluation

- Mise en situation
"""


class BuildFailure(Exception):
    """A build that did not publish: nothing can be said of its cost."""


class Catalogue:
    """A content folder with one authored fiche beside a base, and the places where it is published."""

    def __init__(self, program: Path, folder: Path, base: Path) -> None:
        self.program, self.base = program, base
        self.content = folder / "contenu"
        self.outputs = folder / "sites"
        (self.content / "fiches").mkdir(parents=True)
        self.outputs.mkdir()
        sources = ", ".join(os.path.relpath(file, self.content) for file in sorted(base.glob("*.xml")))
        (self.content / "catalogue.yaml").write_text(
            f"titre: Mesures\nurl: https://exemple.org/\noutputs: {{markdown: non, blocs: non, livrets: non}}\nsources: [{sources}]\n",
            encoding="utf-8")
        self.edit(0)
        self.site = self.outputs / "0"

    def edit(self, number: int) -> None:
        (self.content / "fiches" / "mesureur.md").write_text(FICHE.format(number=number), encoding="utf-8")

    def build(self, site: Path) -> "Build":
        cost = run([str(self.program), "build", "--content", str(self.content), "--output", str(site), "--date", DATE, "--report"])
        return Build.of(cost, f"the build of {self.base.name}")


NUMBER = r"([0-9\u202f]+)"
FILES = re.compile(rf"Publié dans « .* » : {NUMBER} fichiers?, dont {NUMBER} écrits? et {NUMBER} inchangés?(?: ; {NUMBER} retirés?)?")
STAGE = re.compile(r"^(\S+) +([0-9\u202f]+,\d)\u00a0(s|ms|µs) +[0-9]+,\d\u00a0%$", re.MULTILINE)


def number(text: str | None) -> int:
    return int(text.replace("\u202f", "")) if text else 0


@dataclass
class Build:
    cost: Cost
    files: int
    written: int
    removed: int
    stages: dict[str, float] = field(default_factory=dict)
    """Seconds, as the program says them."""

    @staticmethod
    def of(cost: Cost, name: str) -> "Build":
        found = FILES.search(cost.output)
        if not found or cost.status not in (0, 1):
            raise BuildFailure(f"{name} ended with {cost.status}:\n{cost.output[-2000:]}")
        files, written, _, removed = (number(group) for group in found.groups())
        units = {"s": 1, "ms": 1e-3, "µs": 1e-6}
        stages = {name: float(value.replace("\u202f", "").replace(",", ".")) * units[unit]
                  for name, value, unit in STAGE.findall(cost.output)}
        return Build(cost, files, written, removed, stages)


def median(builds: list[Build]) -> dict:
    """What the builds cost in the middle, with the wall time of each."""
    def middle(values):
        return statistics.median(list(values))

    stages = {name: round(middle(build.stages.get(name, 0.0) for build in builds), 4) for name in builds[0].stages}
    return {
        "wall": round(middle(b.cost.wall for b in builds), 3), "user": round(middle(b.cost.user for b in builds), 3),
        "system": round(middle(b.cost.system for b in builds), 3), "memory": int(middle(b.cost.memory for b in builds)),
        "files": builds[-1].files, "written": int(middle(b.written for b in builds)), "removed": int(middle(b.removed for b in builds)),
        "walls": [round(b.cost.wall, 3) for b in builds], "loads": [round(b.cost.load, 2) for b in builds], "stages": stages,
    }


def room_needed(base: Path, rounds: int) -> int:
    """Bytes of disk: sites of former rounds stay until the end."""
    return bases.size(base) * SITE_FACTOR * (rounds + 1)


def measure_size(catalogue: Catalogue, fiches: int, rounds: int, compare: bool) -> dict:
    """All builds of one size. With `compare`, the tree that the edits left is held against a clean one."""
    clean, same, edited = [], [], []
    failure = None
    settle()
    for turn in range(rounds):
        catalogue.site = catalogue.outputs / str(turn)
        try:
            builds = [catalogue.build(catalogue.site), catalogue.build(catalogue.site)]
            catalogue.edit(turn + 1)
            builds.append(catalogue.build(catalogue.site))
        except BuildFailure as problem:
            if not clean:
                raise
            # The rounds before it are whole.
            catalogue.site, failure = catalogue.outputs / str(turn - 1), str(problem)
            break
        for kept, build in zip((clean, same, edited), builds):
            kept.append(build)
        print(f"{fiches} fiches, round {turn + 1}: {clean[-1].cost.wall:.1f} s clean, {same[-1].cost.wall:.2f} s without a change, "
              f"{edited[-1].cost.wall:.2f} s for one edit (load {clean[-1].cost.load:.1f})", flush=True)
    result = {
        "fiches": fiches, "source_bytes": bases.size(catalogue.base), "site_bytes": tree(catalogue.site)[1],
        "clean": median(clean), "no_change": median(same), "one_edit": median(edited),
    }
    if failure:
        result["failure"] = failure
    elif compare:
        other = catalogue.outputs / "clean"
        catalogue.build(other)
        result["differences"] = differences(catalogue.site, other)
    return result
