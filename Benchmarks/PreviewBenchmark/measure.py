#!/usr/bin/env python3
"""Measures how soon `parchemin serve` shows what was saved.

    Benchmarks/PreviewBenchmark/measure.py PROGRAM CONTENT [--document fiches/a.md] [--saves 100] [--what texte|intitule]

CONTENT is any content folder with an authored fiche, with a national source beside it or without. The preview of it is started, the fiche is
saved again and again, each time with another word in it, and a client that waits on the version, as the open page does, gets its page. What is
timed goes from before the file is opened for writing to the page being there whole with the new word. Half of the saves write into the file,
half give its name to another one, as editors do. With `--what intitule` the title changes, and with it lists and neighbours: the time until
they are up to date is told too. The document is put back as it was. Exits 1 when a figure does not hold.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import socket
import subprocess
import sys
import time
from pathlib import Path

PAUSE = (0.1, 0.5)
VERSION = re.compile(rb"recharge\.js\?v=(\d+)")
BEHIND = b"apercu-avis"


class Preview:
    """A preview that runs, and one client of it."""

    def __init__(self, program: Path, content: Path, output: Path | None) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        arguments = [str(program), "serve", "--content", str(content), "--port", str(self.port)]
        start = time.perf_counter()
        self.process = subprocess.Popen(
            arguments + (["--output", str(output)] if output else []), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        if "http://" not in self.process.stdout.readline():
            raise SystemExit("serve did not start")
        self.start = time.perf_counter() - start
        self.known = 0
        self.last = b""
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def get(self, path: str) -> bytes:
        self.connection.request("GET", "/" + path)
        return self.connection.getresponse().read()

    def memory(self, field: str) -> float:
        """In MiB; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0.0
        found = re.search(rf"^{field}:\s+(\d+) kB", status, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def processor(self) -> float:
        """Seconds of the processor since the start; 0 where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def wait(self, page: str, wanted: bytes, *, whole: bool = False) -> float:
        """The moment at which the page holds what is wanted; with `whole`, and says of nothing that it is behind."""
        while True:
            if self.known:
                self.get(f"_parchemin/version?v={self.known}")
            body = self.last = self.get(page)
            shown = VERSION.search(body)
            self.known = int(shown[1]) if shown else 0
            if wanted in body and not (whole and BEHIND in body):
                return time.perf_counter()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def authored(content: Path) -> Path:
    """The first fiche of the folder that has its facts at its head."""
    for path in sorted(content.rglob("*.md")):
        if re.search(r"\A---\n(?:.*\n)*?numero_fiche:", path.read_text(encoding="utf-8", errors="replace")):
            return path
    raise SystemExit(f"no authored fiche in {content}: name one with --document")


def address(text: str) -> str:
    found = re.search(r"^identifiant:\s*(\S+)", text, re.MULTILINE) or re.search(r"^numero_fiche:\s*(\S+)", text, re.MULTILINE)
    if not found:
        raise SystemExit("the document states neither numero_fiche nor identifiant")
    return f"fiches/{found[1].lower()}/"


def edited(text: str, what: str, word: str) -> str:
    if what == "intitule":
        return re.sub(r"^(intitule:.*)$", rf"\1 {word}", text, count=1, flags=re.MULTILINE)
    return text.rstrip() + f" {word}\n"


def save(path: Path, text: str, *, renaming: bool) -> None:
    if not renaming:
        path.write_text(text, encoding="utf-8")
        return
    draft = path.with_name(f".{path.name}.neuf")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure(arguments: argparse.Namespace) -> dict[str, float]:
    document = arguments.content / arguments.document if arguments.document else authored(arguments.content)
    former = document.read_text(encoding="utf-8")
    page = address(former)
    preview = Preview(arguments.program, arguments.content, arguments.output)
    dice = random.Random(6)
    shown: list[float] = []
    whole: list[float] = []
    try:
        figures = {"start_s": preview.start, "memory_at_start_mib": preview.memory("VmRSS")}
        preview.wait(page, b"</html>")
        for number in range(arguments.saves):
            word = f"repere{number}x"
            text = edited(former, arguments.what, word)
            begin = time.perf_counter()
            save(document, text, renaming=number % 2 == 1)
            shown.append((preview.wait(page, word.encode()) - begin) * 1000)
            if arguments.what == "intitule":
                moment = time.perf_counter() if BEHIND not in preview.last else preview.wait(page, word.encode(), whole=True)
                whole.append((moment - begin) * 1000)
            time.sleep(dice.uniform(*PAUSE))
        figures |= {"saves": len(shown), "p50_ms": percentile(shown, 0.5), "p95_ms": percentile(shown, 0.95), "max_ms": max(shown)}
        if whole:
            figures |= {"lists_p50_ms": percentile(whole, 0.5), "lists_p95_ms": percentile(whole, 0.95)}
        if arguments.settle:
            # Links are followed and the search is made: the most that a preview holds.
            preview.get("search/manifeste.json")
            time.sleep(arguments.settle)
        figures |= {"peak_mib": preview.memory("VmHWM"), "processor_s": preview.processor()}
        return figures
    finally:
        save(document, former, renaming=False)
        preview.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("content", type=Path)
    parser.add_argument("--document", help="the authored fiche, from CONTENT; the first one unless given")
    parser.add_argument("--output", type=Path, help="the folder of an earlier build, whose cache is used")
    parser.add_argument("--saves", type=int, default=100)
    parser.add_argument("--what", choices=["texte", "intitule"], default="texte")
    parser.add_argument("--settle", type=float, default=0, help="seconds to wait before the memory is read, with the search asked for")
    parser.add_argument("--bar", type=float, default=150, help="milliseconds at the 95th percentile (150)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args()
    figures = measure(arguments)
    if arguments.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:22} {value:10.1f}")
    return 0 if figures["p95_ms"] <= arguments.bar else 1


if __name__ == "__main__":
    sys.exit(main())
