"""The two other benchmarks of a site, called on the largest base."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent


def search(site: Path, work: Path) -> dict | str:
    """The figures of the search, as SearchBenchmark writes them; in words why there are none."""
    file = work / "search.json"
    status, _ = _run("SearchBenchmark", [str(site), "--json", str(file)])
    # A figure above its bar ends the command with 1: it is a figure all the same.
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else f"SearchBenchmark ended with {status}"


def serve(program: Path, content: Path, site: Path) -> dict | str:
    """The figures of the preview, as PreviewBenchmark prints them; in words why there are none."""
    status, output = _run("PreviewBenchmark", [str(program), str(content), "--output", str(site), "--json"])
    try:
        return json.loads(output)
    except json.JSONDecodeError:
        return f"PreviewBenchmark ended with {status}"


def _run(name: str, arguments: list[str]) -> tuple[int, str]:
    program = BENCHMARKS / name / "measure.py"
    run = subprocess.run([sys.executable, str(program), *arguments], stdout=subprocess.PIPE, text=True, check=False)
    return run.returncode, run.stdout
