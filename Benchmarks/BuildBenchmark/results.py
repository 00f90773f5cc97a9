"""What was measured, kept in a file and shown as a table."""

from __future__ import annotations

import datetime
import json
import os
import platform
import subprocess
from pathlib import Path

KINDS = {"clean": "clean", "no_change": "no change", "one_edit": "one fiche edited"}


class Results:
    def __init__(self, root: Path, program: Path, rounds: int) -> None:
        self.commit = _commit(root)
        self.moment = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        self.load = os.getloadavg()[0]
        self.rounds = rounds
        self.generator = ""
        self.sizes: list[dict] = []
        self.peers: dict[int, dict] = {}
        self.serve: dict | str | None = None
        self.search: dict | str | None = None

    def add(self, size: dict) -> None:
        self.sizes.append(size)

    def add_peer(self, peer: dict) -> None:
        self.peers[peer["fiches"]] = peer

    @property
    def is_sound(self) -> bool:
        """Whether edits left the bytes of a clean build."""
        return not any(size.get("differences") for size in self.sizes)

    @property
    def json(self) -> dict:
        return {
            "commit": self.commit, "moment": self.moment.isoformat(), "machine": machine(), "load": round(self.load, 2),
            "rounds": self.rounds, "generator": self.generator, "sizes": self.sizes,
            "cost_per_fiche": cost_per_fiche(self.sizes), "peers": list(self.peers.values()), "serve": self.serve, "search": self.search,
        }

    def save(self, folder: Path) -> list[Path]:
        folder.mkdir(parents=True, exist_ok=True)
        stem = f"{self.moment.date().isoformat()}-{self.commit}"
        data, text = folder / f"{stem}.json", folder / f"{stem}.md"
        data.write_text(json.dumps(self.json, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        text.write_text(table(self) + "\n", encoding="utf-8")
        return [data, text]


def _commit(root: Path) -> str:
    def git(*words: str) -> str:
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=False).stdout.strip()

    return (git("rev-parse", "--short", "HEAD") or "unknown") + ("-modified" if git("status", "--porcelain", "-uno") else "")


def machine() -> dict:
    """Processor, cores, memory, system; nothing that names the machine."""
    model = platform.processor()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    except OSError:
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {"processor": model, "cores": os.cpu_count(), "memory": memory, "system": f"{platform.system()} {platform.release()}"}


def cost_per_fiche(sizes: list[dict]) -> list[dict]:
    """What a fiche more costs from each size to the next, in milliseconds; and beside the steps before it, how many times more."""
    steps: list[dict] = []
    wanted = [size for size in sizes if size["fiches"] in (1000, 10000, 30475)]
    chosen = wanted if len(wanted) > 1 else sizes
    for small, large in zip(chosen, chosen[1:]):
        fiches = large["fiches"] - small["fiches"]
        def each(value, small=small, large=large, fiches=fiches):
            return round((value(large["clean"]) - value(small["clean"])) / fiches * 1000, 4)

        step = {"from": small["fiches"], "to": large["fiches"], "wall_ms": each(lambda c: c["wall"]),
                "processor_ms": each(lambda c: c["user"] + c["system"])}
        if steps and steps[-1]["wall_ms"] > 0 and steps[-1]["processor_ms"] > 0:
            step["wall_ratio"] = round(step["wall_ms"] / steps[-1]["wall_ms"], 3)
            step["processor_ratio"] = round(step["processor_ms"] / steps[-1]["processor_ms"], 3)
        steps.append(step)
    return steps


def table(results: Results) -> str:
    """Markdown: what a reader of the results wants first."""
    about = machine()
    lines = [
        f"# Builds at {results.commit}, {results.moment.isoformat()}", "",
        f"{about['processor']}, {about['cores']} cores, {about['memory'] / 1e9:.0f} GB, {about['system']}; load {results.load:.1f} at the "
        f"start; medians of {results.rounds} round(s); base of {results.generator}.", "",
        "| fiches | build | wall | processor | peak memory | files | bytes | written | load |", "|---|---|---|---|---|---|---|---|---|",
    ]
    for size in results.sizes:
        for key, name in KINDS.items():
            build = size[key]
            lines.append(
                f"| {size['fiches']} | {name} | {build['wall']:.2f} s | {build['user'] + build['system']:.2f} s "
                f"| {build['memory'] / 1e6:.0f} MB | {build['files']} | {size['site_bytes'] / 1e6:.0f} MB | {build['written']} "
                f"| {max(build['loads']):.1f} |")
    for step in cost_per_fiche(results.sizes):
        ratio = f": × {step['wall_ratio']} by the clock, × {step['processor_ratio']} by the processor" if "wall_ratio" in step else ""
        lines += ["", f"From {step['from']} to {step['to']} a fiche costs {step['wall_ms']:.2f} ms ({step['processor_ms']:.2f} of processor){ratio}."]
    for fiches, peer in results.peers.items():
        lines += ["", _peer_line(peer, next((s for s in results.sizes if s["fiches"] == fiches), None))]
    for size in results.sizes:
        if "differences" in size:
            wrong = size["differences"]
            lines += ["", f"After the edits, {size['fiches']} fiches: " + (
                "byte for byte a clean build." if not wrong else f"{len(wrong)} files differ from a clean build, {wrong[0]} first.")]
    for name, found in (("Preview", results.serve), ("Search", results.search)):
        if found is not None:
            lines += ["", f"## {name}", ""] + ([found] if isinstance(found, str) else _figures(found))
    return "\n".join(lines)


def _figures(found: dict) -> list[str]:
    """One line for each figure of another benchmark: those of the preview have a name, those of the search a bar too."""
    if "parchemin" in found:
        return [f"- {figure['name']}: {figure['value']:g} {figure['unit']} (bar {figure['bar']:g}) {figure['note']}".rstrip()
                for figure in found["parchemin"]]
    return [f"- {name}: {value:g}" if isinstance(value, (int, float)) else f"- {name}: {value}" for name, value in found.items()]


def _peer_line(peer: dict, ours: dict | None) -> str:
    parts = []
    for name in ("hugo", "pagefind"):
        found = peer.get(name)
        if isinstance(found, dict):
            parts.append(f"{name} {found['wall']:.1f} s, {found['memory'] / 1e9:.1f} GB")
        elif found:
            parts.append(f"{name} {found}")
    both = [peer[name] for name in ("hugo", "pagefind") if isinstance(peer.get(name), dict)]
    if len(both) == 2 and ours:
        total = sum(found["wall"] for found in both)
        parts.append(f"together {total:.1f} s, {total / ours['clean']['wall']:.1f} times a clean build of Parchemin")
    return f"{peer['fiches']} fiches: " + "; ".join(parts) + "."
