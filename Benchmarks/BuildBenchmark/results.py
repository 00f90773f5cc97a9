"""What was measured, kept in a file and shown as a table."""

from __future__ import annotations

import datetime
import json
import os
import platform
import subprocess
from pathlib import Path

from growth import cost_per_fiche, growth_lines
from parts import Parts

KINDS = {"clean": "clean", "no_change": "no change", "one_edit": "one fiche edited"}


class Results:
    def __init__(self, root: Path, program: Path, rounds: int, parts: Parts) -> None:
        self.parts = parts
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

    def set_serve(self, found: dict | str) -> None:
        self.serve = found

    def set_search(self, found: dict | str) -> None:
        self.search = found

    @property
    def is_sound(self) -> bool:
        """Whether edits left the bytes of a clean build."""
        return not any(size.get("differences") or size.get("failure") for size in self.sizes)

    @property
    def json(self) -> dict:
        return {
            "commit": self.commit, "moment": self.moment.isoformat(), "machine": machine(), "load": round(self.load, 2),
            "rounds": self.rounds, "generator": self.generator, "sizes": self.sizes,
            "cost_per_fiche": cost_per_fiche(self.sizes), "peers": list(self.peers.values()), "serve": self.serve, "search": self.search,
            "parts": [{"name": name, "seconds": round(seconds, 1)} for name, seconds in self.parts.times], "failures": self.parts.failures,
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
    lines += growth_lines(results.sizes)
    lines += _peers(results)
    for size in results.sizes:
        if "failure" in size:
            lines += ["", f"**{size['fiches']} fiches, a later round failed**: {size['failure']}"]
        if "differences" in size:
            wrong = size["differences"]
            lines += ["", f"After the edits, {size['fiches']} fiches: " + (
                "byte for byte a clean build." if not wrong else f"{len(wrong)} files differ from a clean build, {wrong[0]} first.")]
    for name, found in (("Preview", results.serve), ("Search", results.search)):
        if found is not None:
            lines += ["", f"## {name}", ""] + ([found] if isinstance(found, str) else _figures(found))
    if results.parts.times:
        lines += ["", "| part | took |", "|---|---|"] + [f"| {name} | {seconds:.1f} s |" for name, seconds in results.parts.times]
    for name, reason in results.parts.failures.items():
        lines += ["", f"**{name} failed**: {reason}"]
    return "\n".join(lines)


def _figures(found: dict) -> list[str]:
    """One line for each figure of another benchmark: those of the preview have a name, those of the search a bar too."""
    if "parchemin" in found:
        return [f"- {figure['name']}: {figure['value']:g} {figure['unit']} (bar {figure['bar']:g}) {figure['note']}".rstrip()
                for figure in found["parchemin"]]
    return [f"- {name}: {value:g}" if isinstance(value, (int, float)) else f"- {name}: {value}" for name, value in found.items()]


def _peers(results: Results) -> list[str]:
    """The peers beside a clean build of the same fiches."""
    if not results.peers:
        return []
    lines = ["", "| fiches | program | wall | processor | peak memory | files | bytes | times Parchemin |", "|---|---|---|---|---|---|---|---|"]
    for fiches, peer in sorted(results.peers.items()):
        size = next((size for size in results.sizes if size["fiches"] == fiches), None)
        ours = None
        if size:
            clean = size["clean"]
            ours = {"wall": clean["wall"], "processor": clean["user"] + clean["system"], "memory": clean["memory"],
                    "files": clean["files"], "bytes": size["site_bytes"]}
        found = {"Parchemin": ours, "Hugo": peer.get("hugo"), "Pagefind": peer.get("pagefind")}
        whole = [peer.get(name) for name in ("hugo", "pagefind")]
        if all(isinstance(one, dict) for one in whole):
            found["Hugo, then Pagefind"] = {
                key: (max if key == "memory" else sum)(one[key] for one in whole)
                for key in ("wall", "processor", "memory", "bytes", "files")}
        for name, figures in found.items():
            if isinstance(figures, dict):
                times = f"{figures['wall'] / ours['wall']:.2f}" if ours else ""
                lines.append(
                    f"| {fiches} | {name} | {figures['wall']:.2f} s | {figures['processor']:.2f} s | {figures['memory'] / 1e6:.0f} MB "
                    f"| {figures['files']} | {figures['bytes'] / 1e6:.0f} MB | {times} |")
            elif figures:
                lines.append(f"| {fiches} | {name} | {figures} | | | | | |")
    return lines
