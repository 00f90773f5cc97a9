"""Pagefind on the same pages, asked the same questions.

Its own script interface (`pagefind.js`) is loaded in the same browser from the same server, without its ready-made page: ten results with
their excerpts are read as a page would show them. Its files are compressed by itself; the server compresses the scripts.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from browser import Browser
from gzip_server import Answer, GzipServer
from page import LATENCY, percentile, size
from queries import COLD, TYPED, WARM
from waves import waves

PEER_PAGE = '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Pagefind</title><script type="module" src="page.js"></script>'

READY = "const done = arguments[0]; const wait = () => window.pret ? window.pret.then(() => done(''), (e) => done('' + e)) : setTimeout(wait, 20); wait();"
ASK = "const [text, done] = arguments; window.demander(text).then(done, error => done('' + error));"
KEYS = "const [text, done] = arguments; window.taper(text).then(done, error => done('' + error));"

Row = tuple[str, str]


class PeerFailure(Exception):
    """Pagefind is not installed, or ended with an error."""


@dataclass
class PeerIndex:
    """An index of Pagefind, and what it cost."""

    folder: Path
    seconds: float
    peak_bytes: int

    def rows(self) -> Iterator[Row]:
        files = [file for file in self.folder.rglob("*") if file.is_file()]
        pages = sum(1 for file in files if file.suffix == ".pf_fragment")
        yield "index", f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB"
        yield "index, files", f"{len(files)}"
        yield "indexing", f"{pages / self.seconds:.0f} pages/s ({pages} in {self.seconds:.1f} s)"
        yield "indexing, memory with all documents held", f"{self.peak_bytes / 1e9:.2f} GB"


def index_with_pagefind(site: Path, output: Path) -> PeerIndex:
    """Indexes the main text of the fiche pages. Raises `PeerFailure`."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--glob", "fiches/*/index.html", "--root-selector", "main",
               "--force-language", "fr", "--output-path", str(output)]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, preexec_fn=_first_to_go)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    peak = usage.ru_maxrss * 1024
    if process.returncode:
        raise PeerFailure(f"pagefind ended with {process.returncode} after {seconds:.0f} s, {peak / 1e9:.1f} GB: {errors.strip()[-300:]}")
    return PeerIndex(output, seconds, peak)


def _first_to_go() -> None:
    """Where memory ends, the system ends this program and not what measures it."""
    adjustment = Path("/proc/self/oom_score_adj")
    if adjustment.exists():
        adjustment.write_text("1000")


class Peer:
    """The page of Pagefind in a browser."""

    def __init__(self, server: GzipServer, browser: Browser) -> None:
        self.server, self.browser = server, browser
        # The first letters of a word take seconds on a national base, and a text is typed in one go.
        browser.driver.set_script_timeout(900)
        browser.command("Network.setCacheDisabled", {"cacheDisabled": False})

    def fresh(self, query: str = "") -> list[Answer]:
        self.browser.driver.get("about:blank")
        self.browser.command("Network.clearBrowserCache", {})
        self.server.drain()
        self.browser.driver.get(self.server.origin + "/")
        if error := self.browser.run(READY, wait=True):
            raise PeerFailure(error)
        if query:
            self._results(query)
        return self._sent()

    def ask(self, query: str) -> list[Answer]:
        self.server.drain()
        self._results(query)
        return self._sent()

    def _results(self, query: str) -> list[str]:
        found = self.browser.run(ASK, query, wait=True)
        if isinstance(found, str):
            raise PeerFailure(f"« {query} »: {found}")
        return found

    def _sent(self) -> list[Answer]:
        """What was sent; Pagefind goes on loading after it says that it is ready."""
        answers: list[Answer] = []
        idle = time.monotonic()
        while time.monotonic() < idle + 0.5 + self.server.latency:
            new = self.server.drain()
            if new or self.server.is_busy:
                answers += new
                idle = time.monotonic()
            time.sleep(0.02)
        return sorted((a for a in answers if a.path.startswith("/pagefind/")), key=lambda a: a.began)

    def cold(self) -> Iterator[Row]:
        fixed = self.fresh()
        sent = {query: self.fresh(query) for query in COLD}
        worst = max(sent, key=lambda q: size(sent[q]))
        middle = percentile([size(s) for s in sent.values()], 0.5)
        yield ("cold first page of results, scripts included",
               f"{size(sent[worst]) / 1000:.1f} kB (« {worst} », {len(sent[worst])} requests; median {middle / 1000:.1f})")
        yield "fixed cost before any result", f"{size(fixed) / 1000:.1f} kB ({len(fixed)} requests)"

    def warm(self) -> Iterator[Row]:
        self.fresh("horloger")
        sent = {query: self.ask(query) for query in WARM}
        worst = max(sent, key=lambda q: size(sent[q]))
        shown = size([a for a in sent[worst] if "/fragment/" in a.path])
        middle = percentile([size(s) for s in sent.values()], 0.5)
        yield ("warm query", f"{size(sent[worst]) / 1000:.1f} kB (« {worst} », {len(sent[worst])} requests, titles and excerpts {shown / 1000:.1f}; "
               f"median {middle / 1000:.1f})")

    def codes(self, code: str) -> Iterator[Row]:
        if code:
            looked = self.fresh(code)
            yield "code lookup: requests beyond the manifest and one block", f"{len(looked)} requests in all, {size(looked) / 1000:.1f} kB"

    def chains(self) -> Iterator[Row]:
        self.server.latency = LATENCY
        try:
            depth = max(waves(self.fresh(query), LATENCY) for query in COLD[:6])
        finally:
            self.server.latency = 0.0
        yield "dependent waves of data, cold", f"{depth} with the scripts"

    def keys(self) -> Iterator[Row]:
        self.fresh()
        times: list[float] = []
        for turn in range(2):
            for text in TYPED:
                taken = self.browser.run(KEYS, text, wait=True)
                if isinstance(taken, str):
                    raise PeerFailure(f"« {text} »: {taken}")
                times += taken if turn else []
        yield ("key to results, in memory, 95th percentile",
               f"{percentile(times, 0.95):.1f} ms (median {percentile(times, 0.5):.1f}, worst {max(times):.1f}, {len(times)} keys)")

    def french(self, asked: list[tuple[str, str]]) -> Iterator[Row]:
        self.fresh()
        wrong = [query for query, expected in asked
                 if not any(re.search(expected, title, re.IGNORECASE) for title in self._results(query)[:3])]
        yield "French set: failures", f"{len(wrong)} of {len(asked)}" + (f": {', '.join(wrong)}" if wrong else "")
