"""The bases on which builds are measured: flows of so many fiches."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


class Bases:
    """Makes each base once; in a folder that stays, it is there the next time."""

    def __init__(self, folder: Path, generator: str | None, root: Path) -> None:
        self.folder, self.root = folder, root
        self.generator = Path(generator).resolve() if generator else None
        # Another generator writes other fiches: its bases must not be taken for these.
        self.name = self.generator.name if self.generator else "ReadingBenchmark"

    def base(self, fiches: int) -> Path:
        folder = self.folder / f"{Path(self.name).stem}-{fiches}"
        if not (folder / "whole").exists():
            folder.mkdir(parents=True, exist_ok=True)
            subprocess.run(self._command(fiches, folder), check=True, stdout=subprocess.DEVNULL)
            (folder / "whole").touch()
        return folder

    def _command(self, fiches: int, folder: Path) -> list[str]:
        if self.generator:
            start = [sys.executable] if self.generator.suffix == ".py" else []
            return [*start, str(self.generator), "--fiches", str(fiches), "--output", str(folder)]
        swift = os.environ.get("SWIFT", "swift")
        return [swift, "run", "-c", "release", "--package-path", str(self.root / "Benchmarks"), "ReadingBenchmark",
                "--fiches", str(fiches), "--keep", str(folder), "--generate-only"]


def size(base: Path) -> int:
    """In bytes."""
    return sum(file.stat().st_size for file in base.glob("*.xml"))
