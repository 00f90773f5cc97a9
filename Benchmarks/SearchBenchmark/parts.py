"""A measure in parts: one that fails leaves what the others found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

from table import Figure, print_table


class Report:
    """What was measured so far, kept in a file after each part."""

    def __init__(self, site: Path, file: Path | None) -> None:
        self.file = file
        self.figures: list[Figure] = []
        self.peer: dict[str, str] = {}
        self.failures: list[str] = []
        self.parts: list[dict] = []
        self.about = {"site": str(site), "commit": _commit(), "begun": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "cores": os.cpu_count()}

    def part(self, name: str, measure: Callable[[], Iterable]) -> None:
        """Runs one part: figures of ours, or rows of the peer."""
        load, start = os.getloadavg()[0], time.monotonic()
        failure = ""
        try:
            for found in measure():
                if isinstance(found, Figure):
                    self.figures.append(found)
                else:
                    self.peer[found[0]] = found[1]
        except Exception as error:  # whatever goes wrong, the other parts go on
            failure = f"{name}: {type(error).__name__}: {error}"
            self.failures.append(failure)
        seconds = time.monotonic() - start
        self.parts.append({"part": name, "seconds": round(seconds, 1), "load": round(load, 2), "failure": failure})
        print(f"{name}: {seconds:.1f} s (load {load:.1f})" + (f" FAILED: {failure}" if failure else ""), file=sys.stderr, flush=True)
        self._keep()

    def _keep(self) -> None:
        if self.file:
            content = {**self.about, "parts": self.parts, "parchemin": [{**asdict(f), "holds": f.holds} for f in self.figures], "pagefind": self.peer}
            part = self.file.with_name(self.file.name + ".part")
            part.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            part.replace(self.file)

    def end(self) -> int:
        """Prints the table; the code to end with: 1 where a figure does not hold, 3 where a part failed."""
        print(f"commit {self.about['commit']}, {self.about['cores']} cores, load {max((p['load'] for p in self.parts), default=0):.1f} at most")
        print_table(self.figures, self.peer)
        for failure in self.failures:
            print("not measured:", failure)
        return 3 if self.failures else 0 if all(figure.holds for figure in self.figures) else 1


def _commit() -> str:
    """The commit of this folder, with a plus sign where files differ from it."""
    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=Path(__file__).parent, check=False, capture_output=True, text=True).stdout.strip()
    return (git("rev-parse", "--short", "HEAD") or "unknown") + ("+" if git("status", "--porcelain", "--untracked-files=no") else "")
