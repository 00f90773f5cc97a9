"""The two other benchmarks of a site, called on the largest base."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

LONGEST = 3600.0
"""Seconds after which another benchmark is ended."""

BENCHMARKS = Path(__file__).resolve().parent.parent


def search(site: Path, work: Path) -> dict | str:
    """The figures of the search, as SearchBenchmark writes them; in words why there are none."""
    file = work / "search.json"
    status, _ = run("SearchBenchmark", [str(site), "--json", str(file)])
    # A figure above its bar ends the command with 1: it is a figure all the same.
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else f"SearchBenchmark ended with {status}"


def serve(program: Path, content: Path, site: Path) -> dict | str:
    """The figures of the preview, as PreviewBenchmark prints them; in words why there are none."""
    status, output = run("PreviewBenchmark", [str(program), str(content), "--output", str(site), "--json"])
    try:
        return json.loads(output)
    except json.JSONDecodeError:
        return f"PreviewBenchmark ended with {status}"


def run(name: str, arguments: list[str], longest: float = LONGEST) -> tuple[int, str]:
    """What another benchmark ended with, and what it printed; it is ended, with all that it started, after `longest` seconds."""
    program = BENCHMARKS / name / "measure.py"
    process = subprocess.Popen(
        [sys.executable, str(program), *arguments], stdout=subprocess.PIPE, text=True, errors="replace", start_new_session=True)
    try:
        output, _ = process.communicate(timeout=longest)
    except BaseException as failure:
        # Its browsers and servers with it: they hold the pipe.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if isinstance(failure, subprocess.TimeoutExpired):
            raise TimeoutError(f"{name} had not ended after {longest:.0f} s") from failure
        raise
    return process.returncode, output
