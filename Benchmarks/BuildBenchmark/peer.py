"""Hugo and Pagefind on the same fiches."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from process import LONGEST, Cost, available_memory, run, settle
from trees import tree

MEMORY_PER_FICHE = {"hugo": 240_000, "pagefind": 590_000}
"""Bytes, as measured on a base of 30,475 fiches: 7.3 and 17.9 GB."""


def measure_peer(folder: Path, python: Path, base: Path, work: Path, fiches: int) -> dict:
    """Pours the base, then measures each of the two alone. What cannot be measured is said in words in its place.

    `python` has both, or Hugo stands in the path.
    """
    result: dict = {"fiches": fiches}
    programs = list(folder.glob("*.py"))
    hugo = _hugo(python)
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
    subprocess.run([str(python), str(programs[0]), str(base), str(work)], check=True, stdout=subprocess.DEVNULL, timeout=LONGEST)
    run([hugo, "version"])  # read from the disk once: only its work is measured
    settle()
    public = work / "public"
    result["hugo"] = _figures(run([hugo], work), "Hugo", public)
    print(f"Hugo, {fiches} fiches: {_short(result['hugo'])}", flush=True)
    result["pagefind"] = _pagefind(python, public, fiches) if isinstance(result["hugo"], dict) else "not run: there is no site"
    print(f"Pagefind, {fiches} fiches: {_short(result['pagefind'])}", flush=True)
    settle()
    return result


def _short(found: dict | str) -> str:
    return found if isinstance(found, str) else f"{found['wall']:.1f} s"


def _hugo(python: Path) -> str | None:
    beside = python.with_name("hugo")
    return str(beside) if beside.is_file() else shutil.which("hugo")


def _pagefind(python: Path, public: Path, fiches: int) -> dict | str:
    if run([str(python), "-m", "pagefind", "--version"]).status != 0:
        return "Pagefind is not installed"
    settle()
    return _refusal("pagefind", fiches) or _figures(
        run([str(python), "-m", "pagefind", "--site", str(public)], public.parent), "Pagefind", public / "pagefind")


def _refusal(name: str, fiches: int) -> str | None:
    """Why the peer is not run: a machine that swaps, or kills it, measures nothing."""
    needed, available = MEMORY_PER_FICHE[name] * fiches, available_memory()
    if available is None or available > needed:
        return None
    return f"not run: it needs {needed / 1e9:.1f} GB of memory, {available / 1e9:.1f} are free"


def _figures(cost: Cost, name: str, written: Path) -> dict | str:
    if cost.status != 0:
        return f"{name} ended with {cost.status}"
    files, size = tree(written)
    return {"wall": round(cost.wall, 3), "processor": round(cost.processor, 3), "memory": cost.memory, "load": round(cost.load, 2),
            "files": files, "bytes": size}
