"""Pagefind on the same pages, asked the same questions."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

from browser import Browser
from gzip_server import Answer, GzipServer
from queries import COLD, FRENCH, TYPED, WARM
from waves import waves

PEER_PAGE = '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Pagefind</title><script type="module" src="page.js"></script>'

ASK = "const [text, done] = arguments; window.demander(text).then(done, error => done('' + error));"
KEYS = "const [text, done] = arguments; window.taper(text).then(done, error => done([]));"


def index_with_pagefind(site: Path, output: Path) -> None:
    """Indexes the main text of the fiche pages. Raises when Pagefind is not installed or fails."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--glob", "fiches/*/index.html", "--root-selector", "main",
               "--force-language", "fr", "--output-path", str(output)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


class Peer:
    def __init__(self, server: GzipServer, browser: Browser, index: Path, seconds: float) -> None:
        self.server, self.browser, self.index, self.seconds = server, browser, index, seconds
        browser.command("Network.setCacheDisabled", {"cacheDisabled": False})

    def _fresh(self, query: str = "") -> list[Answer]:
        self.browser.driver.get("about:blank")
        self.browser.command("Network.clearBrowserCache", {})
        self.server.drain()
        self.browser.driver.get(self.server.origin + "/")
        self.browser.run("const done = arguments[0]; const wait = () => window.pret ? window.pret.then(done) : setTimeout(wait, 20); wait();", wait=True)
        if query:
            self._ask(query)
        # Pagefind goes on loading after it says that it is ready.
        time.sleep(1.0 + 4 * self.server.latency)
        return [a for a in self.server.drain() if a.path.startswith("/pagefind/")]

    def _ask(self, query: str) -> list[str]:
        return self.browser.run(ASK, query, wait=True)

    def figures(self, code: str, latency: float) -> dict[str, str]:
        fixed = sum(a.size for a in self._fresh())
        cold = max(sum(a.size for a in self._fresh(query)) for query in COLD)
        self._fresh("horloger")
        warm = []
        for query in WARM:
            self.server.drain()
            self._ask(query)
            warm.append(sum(a.size for a in self.server.drain()))
        looked = self._fresh(code)
        self.server.latency = latency
        depth = max(waves(self._fresh(query), latency) for query in COLD[:3])
        self.server.latency = 0.0
        files = [file for file in self.index.rglob("*") if file.is_file()]
        self._fresh()
        for text in TYPED:
            self.browser.run(KEYS, text, wait=True)
        times = sorted(t for text in TYPED for t in self.browser.run(KEYS, text, wait=True))
        wrong = [query for query, expected in FRENCH if not _found(self._ask(query), expected)]
        pages = sum(1 for file in files if file.suffix == ".pf_fragment")
        return {
            "cold first page of results, scripts included": f"{cold / 1000:.0f} kB",
            "fixed cost before any result": f"{fixed / 1000:.0f} kB",
            "warm query": f"{max(warm) / 1000:.0f} kB",
            "code lookup: requests beyond the manifest and one block": f"{len(looked)} requests, {sum(a.size for a in looked) / 1000:.0f} kB",
            "dependent waves of data, cold": f"{depth}, scripts included",
            "index": f"{sum(file.stat().st_size for file in files) / 1e6:.0f} MB",
            "index, files": f"{len(files)}",
            "key to results, in memory, 95th percentile": f"{times[int(len(times) * 0.95)]:.0f} ms" if times else "",
            "French set: failures": f"{len(wrong)} of {len(FRENCH)}",
            "indexing": f"{pages / self.seconds:.0f} pages/s",
        }


def _found(texts: list[str], expected: str) -> bool:
    return any(re.search(expected, text, re.IGNORECASE) for text in texts[:3])
