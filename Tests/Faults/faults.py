#!/usr/bin/env python3
"""Does to a publication what a machine can do to it, and holds that the published tree is always one whole site.

    faults.py PROGRAM [--kills N] [--seed N]

Killed at random moments, a full disk, an output that cannot be written, sources that vanish during the build, two builds
at once. The last line is the count, "N passed, N failed". A check that needs what this machine refuses (mounting a small
disk) is skipped loudly, and fails with CI=true.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Browser"))

import sites  # noqa: E402
from report import Report  # noqa: E402
from sites import Catalogue, leftovers, problems, same  # noqa: E402

FOREIGN = {"notes/de-quelqu-un.txt": b"pas de Parchemin", "fiches/voisin.html": b"<p>voisin</p>"}


def place_foreign(site: Path) -> None:
    for path, content in FOREIGN.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


def published(program: str, folder: Path) -> Catalogue:
    catalogue = Catalogue(program, folder)
    catalogue.build()
    place_foreign(catalogue.output)
    return catalogue


def killed(program: str, folder: Path, kills: int, chance: random.Random) -> list[str]:
    """Builds that are killed at random moments, each after some edits; now and then one that may end, and a rollback."""
    catalogue = published(program, folder)
    begun = time.monotonic()
    catalogue.build()
    wrong: list[str] = []
    duration = time.monotonic() - begun
    landed = 0
    for round_ in range(1, kills + 1):
        catalogue.edit(chance, round_)
        process = catalogue.start()
        time.sleep(chance.uniform(0, duration * 1.2))
        landed += sites.kill(process)
        wrong += [f"round {round_}: {problem}" for problem in problems(catalogue.output, FOREIGN)]
        if round_ % 20 == 0:
            begun = time.monotonic()
            result = catalogue.build()
            duration = max(duration / 2, time.monotonic() - begun)
            if result.returncode != 0:
                wrong.append(f"round {round_}: the next build failed: {result.stderr[:200]}")
            expected = catalogue.clean(f"clean-{round_}")
            wrong += [f"round {round_}: {problem}" for problem in same(catalogue.output, expected)]
            wrong += [f"round {round_}: {problem}" for problem in leftovers(folder)]
            shutil.rmtree(folder / f"clean-{round_}")
        if round_ % 33 == 0:
            subprocess.run([program, "rollback", "--output", str(catalogue.output)], capture_output=True, check=False)
            wrong += [f"round {round_}, rolled back: {problem}" for problem in problems(catalogue.output, FOREIGN)]
    print(f"      {landed} of {kills} builds were killed before they ended")
    if landed < kills // 3:
        wrong.append(f"only {landed} kills came in time: the rounds prove little")
    return wrong


def full_disk(program: str, folder: Path) -> list[str]:
    """A disk on which the first site fits and a second does not, until something is removed."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", str(disk)], capture_output=True, check=False)
    if mounted.returncode != 0:
        raise Refused("this machine does not let us mount a small disk")
    try:
        catalogue = published(program, disk)
        before = sites.manifest(catalogue.output)
        filler = disk / "plein"
        wrong: list[str] = []
        for room in (0, 20_000, 200_000):
            for number in range(catalogue.size):
                catalogue.write(number, 1)
            fill(filler, disk, room)
            result = catalogue.build()
            if result.returncode != 73:
                wrong.append(f"{room} bytes free: ended with {result.returncode}, not 73")
            if "plus de place" not in result.stderr:
                wrong.append(f"{room} bytes free: does not say why: {result.stderr[:200]}")
            wrong += problems(catalogue.output, FOREIGN) + same(catalogue.output, before)
            filler.unlink()
        result = catalogue.build()
        if result.returncode != 0:
            wrong.append(f"with room again, the build failed: {result.stderr[:200]}")
        return wrong + problems(catalogue.output, FOREIGN) + leftovers(disk)
    finally:
        subprocess.run(["umount", str(disk)], capture_output=True, check=False)


def fill(filler: Path, disk: Path, room: int) -> None:
    """Leaves about `room` bytes free on the disk."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with filler.open("wb") as file:
        file.write(bytes(max(0, free - room)))


def unwritable(program: str, folder: Path) -> list[str]:
    """Outputs that cannot be: below a file, on a read-only disk, in the way of a folder."""
    catalogue = Catalogue(program, folder, size=8)
    (folder / "fichier").write_text("pas un dossier")
    wrong = []
    for output in (folder / "fichier" / "site", folder / "fichier"):
        result = catalogue.build(output)
        if result.returncode != 73:
            wrong.append(f"{output.name}: ended with {result.returncode}, not 73")
        if "sortie-non-ecrite" not in result.stderr:
            wrong.append(f"{output.name}: {result.stderr[:200]}")
    if (folder / "fichier").read_text() != "pas un dossier":
        wrong.append("a file of somebody else was changed")
    return wrong


def read_only(program: str, folder: Path) -> list[str]:
    """A site on a disk that has become read-only stays as it is."""
    disk = folder / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)], capture_output=True, check=False)
    if mounted.returncode != 0:
        raise Refused("this machine does not let us mount a small disk")
    try:
        catalogue = published(program, disk)
        catalogue.write(1, 1)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], capture_output=True, check=True)
        result = catalogue.build()
        wrong = [] if result.returncode == 73 else [f"ended with {result.returncode}, not 73"]
        if "lecture seule" not in result.stderr:
            wrong.append(f"does not say why: {result.stderr[:200]}")
        wrong += problems(catalogue.output, FOREIGN)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], capture_output=True, check=True)
        catalogue.build()
        return wrong + problems(catalogue.output, FOREIGN) + same(catalogue.output, catalogue.clean("clean"))
    finally:
        subprocess.run(["umount", str(disk)], capture_output=True, check=False)


def vanishing_sources(program: str, folder: Path, chance: random.Random) -> list[str]:
    """Sources that are removed, and come back, while builds run."""
    catalogue = published(program, folder)
    wrong: list[str] = []
    for round_ in range(1, 13):
        catalogue.edit(chance, round_)
        process = catalogue.start()
        gone = chance.sample(range(catalogue.size), 4)
        for number in gone:
            time.sleep(chance.uniform(0, 0.01))
            (catalogue.content / "fiches" / f"essai-{number}.md").unlink(missing_ok=True)
        status = process.wait(timeout=120)
        if status not in (0, 1):
            wrong.append(f"round {round_}: ended with {status}")
        wrong += [f"round {round_}: {problem}" for problem in problems(catalogue.output, FOREIGN)]
        for number in gone:
            catalogue.write(number, round_)
    if catalogue.build().returncode != 0:
        wrong.append("the build after it failed")
    return wrong + same(catalogue.output, catalogue.clean("clean")) + leftovers(folder)


def two_at_once(program: str, folder: Path, chance: random.Random) -> list[str]:
    """Two builds into one folder: one at least ends well, the other says that it was not alone."""
    catalogue = published(program, folder)
    wrong: list[str] = []
    for round_ in range(1, 13):
        catalogue.edit(chance, round_)
        processes = [catalogue.start() for _ in range(3)]
        statuses = sorted(process.wait(timeout=120) for process in processes)
        if statuses[0] != 0 or any(status not in (0, 73) for status in statuses):
            wrong.append(f"round {round_}: ended with {statuses}")
        wrong += [f"round {round_}: {problem}" for problem in problems(catalogue.output, FOREIGN)]
    return wrong + same(catalogue.output, catalogue.clean("clean")) + leftovers(folder)


def broken_sites_are_seen(program: str, folder: Path) -> list[str]:
    """The question itself: each way to break a site must be answered."""
    catalogue = published(program, folder)
    wrong = [f"a whole site: {problem}" for problem in problems(catalogue.output, FOREIGN)]
    page = catalogue.output / "index.html"
    content = page.read_bytes()

    def breaks(name: str, harm: Callable[[], object], mend: Callable[[], object]) -> None:
        harm()
        if not problems(catalogue.output, FOREIGN):
            wrong.append(f"not seen: {name}")
        mend()

    breaks("a changed page", lambda: page.write_bytes(b"x"), lambda: page.write_bytes(content))
    breaks("a missing page", page.unlink, lambda: page.write_bytes(content))
    stray = catalogue.output / "fiches" / "reste.html"
    breaks("a stray file", lambda: stray.write_bytes(b"x"), stray.unlink)
    foreign = catalogue.output / next(iter(FOREIGN))
    breaks("a lost file of others", foreign.unlink, lambda: place_foreign(catalogue.output))
    other = catalogue.folder / "ailleurs"
    breaks("no site", lambda: catalogue.output.rename(other), lambda: other.rename(catalogue.output))
    return wrong + problems(catalogue.output, FOREIGN)


class Refused(Exception):
    """The machine does not allow what a check needs."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20260115)
    options = parser.parse_args()
    program = str(Path(options.program).resolve())
    chance = random.Random(options.seed)
    checks: list[tuple[str, Callable[[Path], list[str]]]] = [
        ("broken sites are seen", lambda folder: broken_sites_are_seen(program, folder)),
        (f"killed at {options.kills} random moments", lambda folder: killed(program, folder, options.kills, chance)),
        ("a full disk", lambda folder: full_disk(program, folder)),
        ("an output that cannot be written", lambda folder: unwritable(program, folder)),
        ("a disk that has become read-only", lambda folder: read_only(program, folder)),
        ("sources that vanish during the build", lambda folder: vanishing_sources(program, folder, chance)),
        ("several builds at once", lambda folder: two_at_once(program, folder, chance)),
    ]
    report = Report()
    for name, check in checks:
        with tempfile.TemporaryDirectory(prefix="parchemin-faults-") as folder:
            try:
                report.check(name, check(Path(folder)))
            except Refused as refusal:
                print(f"SKIPPED  {name}: {refusal}", flush=True)
                if os.environ.get("CI") == "true":
                    report.check(name, [str(refusal)])
    print(report.summary())
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
