"""A catalogue that changes from round to round, and the question whether what is published is one whole site."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
from pathlib import Path

MANIFEST = ".parchemin-manifeste"
DATE = "2026-01-15"


def fiche(number: int, round_: int) -> str:
    """An authored fiche; its text tells in which round it was written."""
    return f"""---
numero_fiche: RNCP{90000 + number}
intitule: Métier d’essai {number}
niveau: {3 + number % 5}
certificateurs:
  - nom: Chambre des essais
enregistrement: {{date_decision: 2023-06-30, date_fin: 2028-06-30}}
---

## Activités visées

Écrit au tour {round_}, pour la fiche {number}.

## Blocs de compétences

### 1. Essayer

- Préparer l’essai {number}
- Rendre compte du tour {round_}
"""


class Catalogue:
    """A content folder of `size` fiches below `folder`, and the builds of it."""

    def __init__(self, program: str, folder: Path, size: int = 60) -> None:
        self.program = program
        self.folder = folder
        self.size = size
        self.content = folder / "Content"
        self.output = folder / "public"
        (self.content / "fiches").mkdir(parents=True)
        for number in range(size):
            self.write(number, 0)

    def write(self, number: int, round_: int) -> None:
        path = self.content / "fiches" / f"essai-{number}.md"
        path.write_text(fiche(number, round_), encoding="utf-8")

    def edit(self, chance: random.Random, round_: int) -> None:
        """Changes some fiches, or all of them; takes one away and gives it back now and then."""
        count = self.size if chance.random() < 0.2 else chance.randint(1, 5)
        for number in chance.sample(range(self.size), count):
            path = self.content / "fiches" / f"essai-{number}.md"
            if number < 3 and path.exists() and chance.random() < 0.5:
                path.unlink()
            else:
                self.write(number, round_)

    def command(self, output: Path | None = None) -> list[str]:
        return [
            self.program, "build", "--content", str(self.content), "--output", str(output or self.output),
            "--date", DATE,
        ]

    def build(self, output: Path | None = None, timeout: float = 120) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(output), capture_output=True, text=True, timeout=timeout, check=False, cwd=self.folder)

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder)

    def clean(self, into: str) -> dict[str, str]:
        """What a build from nothing publishes: the hash of each path."""
        output = self.folder / into
        result = self.build(output)
        if result.returncode != 0:
            raise RuntimeError(f"a build from nothing failed: {result.stderr}")
        return manifest(output)


def manifest(site: Path) -> dict[str, str]:
    """The hash that the manifest of a site gives for each path."""
    listed = {}
    for line in (site / MANIFEST).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            listed[line[66:]] = line[:64]
    return listed


def problems(site: Path, foreign: dict[str, bytes]) -> list[str]:
    """Why `site` is not one whole site with the foreign files in it; empty when it is."""
    if not site.is_dir():
        return ["there is no site"]
    if not (site / MANIFEST).is_file():
        return ["there is no manifest"]
    listed = manifest(site)
    found = {str(path.relative_to(site)) for path in site.rglob("*") if not path.is_dir()} - {MANIFEST}
    wrong = [f"missing: {path}" for path in sorted(set(listed) - found)]
    wrong += [f"nobody’s: {path}" for path in sorted(found - set(listed) - set(foreign))]
    for path in sorted(set(listed) & found):
        if hashlib.sha256((site / path).read_bytes()).hexdigest() != listed[path]:
            wrong.append(f"not what the manifest says: {path}")
    for path, content in foreign.items():
        if not (site / path).is_file() or (site / path).read_bytes() != content:
            wrong.append(f"a foreign file was lost: {path}")
    return wrong


def leftovers(folder: Path) -> list[str]:
    """What no build that ended may leave beside a site."""
    state = folder / ".parchemin" / "public"
    names = {entry.name for entry in state.iterdir()} if state.is_dir() else set()
    left = [f"left behind: {name}" for name in sorted(names - {"precedente", "reserve", "cache"})]
    cache = {entry.name for entry in (state / "cache").iterdir()} if (state / "cache").is_dir() else set()
    return left + [f"begun and left: {name}" for name in sorted(cache) if ".parchemin-" in name or name.endswith(".part")]


def same(site: Path, expected: dict[str, str]) -> list[str]:
    """How a site differs from a build from nothing."""
    listed = manifest(site)
    wrong = [f"differs: {path}" for path in sorted(set(listed) & set(expected)) if listed[path] != expected[path]]
    return wrong + [f"in one only: {path}" for path in sorted(set(listed) ^ set(expected))]


def kill(process: subprocess.Popen[bytes]) -> bool:
    """Ends a process as no program can prevent; false when it had ended by itself."""
    alive = process.poll() is None
    if alive:
        os.kill(process.pid, 9)
    process.wait()
    return alive
