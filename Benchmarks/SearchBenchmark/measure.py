#!/usr/bin/env python3
"""Measures the search of a built site in real Chromium against the figures it has to hold.

    Benchmarks/SearchBenchmark/measure.py SITE [--flow FLOW.xml] [--relevance] [--written] [--pagefind] [--json FILE]

SITE is served by a static host on loopback that compresses with gzip. Bytes are those of bodies as sent; the page itself, its
style and icon are not the search's and are left out. Snippets, fetched after the results, are counted apart. With --pagefind, the same
fiche pages are indexed by Pagefind (PyPI pagefind, pagefind_bin) into a temporary folder and asked the same questions of the same server:
its scripts are counted without a page of results, its titles and excerpts with them, as it has no results without them.
With --flow, IndexBenchmark (built in release when it is not there) says how fast the index of such a flow is made; with --relevance, the tests
of the two sets of written queries are run and their measures taken over; with --written, the bytes of all these queries are measured.

Each part keeps what it found if another fails; --json is written after each. Exits 1 when a figure does not hold, 3 when a part failed.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(ROOT / "Tests" / "Browser")]

import page  # noqa: E402
from browser import Browser  # noqa: E402
from gzip_server import GzipServer  # noqa: E402
from parts import Report  # noqa: E402
from peer import PEER_PAGE, Peer, PeerIndex, index_with_pagefind  # noqa: E402
from session import Session  # noqa: E402
from table import Figure  # noqa: E402

SETS = (("requetes.tsv", "written set"), ("requetes-2.tsv", "second set, judged blind"))


def written_queries() -> list[str]:
    lines = [line for name, _ in SETS for line in (ROOT / "Tests/Pertinence" / name).read_text(encoding="utf-8").splitlines()]
    return list(dict.fromkeys(line.split("\t")[1] for line in lines if line and not line.startswith("#")))


def indexing(flow: Path) -> Iterator[Figure]:
    """How fast the index is made of the fiches of a flow, and what it takes of memory."""
    package = HERE.parent
    subprocess.run(["swift", "build", "-c", "release", "--product", "IndexBenchmark", "--package-path", str(package)], check=True, stdout=sys.stderr)
    output = subprocess.run([str(package / ".build/release/IndexBenchmark"), "--json", str(flow)], check=True, capture_output=True, text=True).stdout
    found = json.loads(output)
    note = (f"{found['fiches']} fiches: analysis {found['analyse_ms']} ms, index {found['index_ms']} ms; one text changed {found['un_mot_ms']} ms, "
            f"one title {found['un_titre_ms']} ms")
    yield Figure("indexing", found["fiches_par_seconde"], 2500, "fiches/s", note, is_least=True)
    yield Figure("indexing, memory with all documents held", found["memoire_ko"] / 1e6, 1.07, "GB")


def relevance() -> Iterator[Figure]:
    """The two sets of queries of Tests/Pertinence, answered by the engine in Swift."""
    run = subprocess.run(["swift", "test", "--filter", "RelevanceTests"], cwd=ROOT, check=False, capture_output=True, text=True)
    for name, title in SETS:
        found = re.search(rf"^{re.escape(name)}$.*?^tous: (\d+)/(\d+), MRR@10 ([\d.]+)", run.stdout, re.MULTILINE | re.DOTALL)
        if not found:
            raise RuntimeError(f"the tests say nothing of {name}: {(run.stderr or run.stdout).strip()[-300:]}")
        right, asked, rank = int(found[1]), int(found[2]), float(found[3])
        yield Figure(f"success@10, {title}", 100 * right / asked, 97, "%", f"{right} of {asked} queries", is_least=True)
        yield Figure(f"MRR@10, {title}", rank, 0.92, "", is_least=True)


def measure_page(report: Report, site: Path, with_written: bool) -> None:
    """All that is measured in the search page of the site."""
    report.part("index", lambda: page.index(site))
    with GzipServer({"/": site}) as server, Browser() as browser:
        browser.set_view(1280, 900, "light")
        session = Session(server, browser)
        report.part("cold questions", lambda: page.cold(session))
        report.part("warm questions", lambda: page.warm(session))
        report.part("code lookup", lambda: page.codes(session, site))
        report.part("waves", lambda: page.chains(session))
        report.part("keys", lambda: page.keys(session))
        report.part("French set", lambda: page.french(session, site))
        if with_written:
            report.part("written queries", lambda: page.written(session, written_queries()))


def measure_peer(report: Report, site: Path) -> None:
    """The same of Pagefind."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made: list[PeerIndex] = []

        def index() -> Iterator[tuple[str, str]]:
            made.append(index_with_pagefind(site, folder / "pagefind"))
            yield from made[0].rows()

        report.part("Pagefind, indexing", index)
        if not made:
            return
        (folder / "index.html").write_text(PEER_PAGE, encoding="utf-8")
        (folder / "page.js").write_bytes((HERE / "peer_page.js").read_bytes())
        with GzipServer({"/": folder}, policy="") as server, Browser() as browser:
            browser.set_view(1280, 900, "light")
            peer = Peer(server, browser)
            code = page.code_of(site)
            for title, rows in (("cold questions", peer.cold), ("warm questions", peer.warm), ("code lookup", lambda: peer.codes(code)),
                                ("waves", peer.chains), ("keys", peer.keys), ("French set", lambda: peer.french(page.answerable(site)))):
                report.part(f"Pagefind, {title}", rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pagefind", action="store_true", help="measure Pagefind on the same pages as well")
    parser.add_argument("--flow", type=Path, help="measure indexing on this national flow")
    parser.add_argument("--relevance", action="store_true", help="measure the written queries")
    parser.add_argument("--written", action="store_true", help="measure the bytes of every written query")
    parser.add_argument("--json", type=Path, help="write the figures there too, after each part")
    options = parser.parse_args()
    site = options.site.resolve()
    if not (site / "search").is_dir():
        print(f"{options.site}: no search index there", file=sys.stderr)
        return 65
    report = Report(site, options.json)
    measure_page(report, site, options.written)
    if options.flow:
        report.part("indexing", lambda: indexing(options.flow))
    if options.relevance:
        report.part("relevance", relevance)
    if options.pagefind:
        measure_peer(report, site)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
