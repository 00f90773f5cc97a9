#!/usr/bin/env python3
"""Measures the search of a built site in real Chromium against the figures it has to hold.

    Benchmarks/SearchBenchmark/measure.py SITE [--flow FLOW.xml] [--relevance] [--pagefind] [--json FILE]

SITE is served by a static host on loopback that compresses with gzip. Bytes are those of bodies as sent; the page itself, its
style and icon are not the search's and are left out. Snippets, fetched after the results, are counted apart. With --pagefind, the same
fiche pages are indexed by Pagefind (PyPI pagefind, pagefind_bin) into a temporary folder and asked the same questions.
With --flow, IndexBenchmark (built in release when it is not there) says how fast the index of such a flow is made; with --relevance, the tests
of the two sets of written queries are run and their measures taken over. Exits 1 when a figure does not hold.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "Tests" / "Browser")]

from browser import Browser  # noqa: E402
from gzip_server import Answer, GzipServer  # noqa: E402
from peer import PEER_PAGE, Peer, index_with_pagefind  # noqa: E402
from queries import COLD, FRENCH, TYPED, WARM  # noqa: E402
from session import Session  # noqa: E402
from table import Figure, print_table  # noqa: E402
from waves import waves  # noqa: E402

# Long enough that a busy machine does not blur what waited for what.
LATENCY = 0.25


def of_search(answers: list[Answer]) -> list[Answer]:
    """Scripts and data of the search, without snippets and what only they need."""
    return [a for a in answers if a.status == 200 and not a.path.endswith(("/etat.js", "/passages.js", "/mots.js"))
            and (a.path.endswith(".js") or a.path.startswith("/search/"))]


def snippets_of(answers: list[Answer]) -> list[int]:
    """The sizes of the files of fiches that passages were taken from."""
    return [a.size for a in answers if a.path.startswith("/fiches/") and a.path.endswith(".json")]


def data(answers: list[Answer]) -> list[Answer]:
    return [a for a in of_search(answers) if not a.path.endswith(".js")]


def size(answers: list[Answer]) -> int:
    return sum(a.size for a in answers)


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def index_size(site: Path) -> tuple[int, int]:
    files = [file for file in (site / "search").rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files), len(files)


def code_of(site: Path) -> str:
    """A whole number of the middle of the register, as found in the site."""
    names = sorted(folder.name for folder in (site / "fiches").glob("rncp" + 5 * "[0-9]"))
    return names[len(names) // 2].upper()


def measure(site: Path) -> list[Figure]:
    figures: list[Figure] = []
    with GzipServer({"/": site}) as server, Browser() as browser:
        browser.set_view(1280, 900, "light")
        session = Session(server, browser)
        opened = session.fresh()
        fixed = size(of_search(opened)) + size(of_search(session.prepare()))
        cold = {query: size(of_search(session.fresh(query))) for query in COLD}
        worst = max(cold, key=lambda q: cold[q])
        figures.append(Figure("cold first page of results, scripts included", cold[worst] / 1000, 120, "kB", f"« {worst} »"))
        figures.append(Figure("fixed cost before any result", fixed / 1000, 65, "kB"))
        session.fresh("horloger")
        warm, snippets = {}, []
        for query in WARM:
            answers = session.ask(query)
            warm[query] = size(of_search(answers))
            snippets += snippets_of(answers)
        worst = max(warm, key=lambda q: warm[q])
        figures.append(Figure("warm query", warm[worst] / 1000, 30, "kB",
                              f"« {worst} », median {percentile(list(warm.values()), 0.5) / 1000:.1f}"))
        if snippets:
            figures.append(Figure("one file of snippets", max(snippets) / 1000, 12, "kB", f"median {percentile(snippets, 0.5) / 1000:.1f}"))
        code = code_of(site)
        looked = data(session.fresh(code))
        figures.append(Figure("code lookup: requests beyond the manifest and one block", len(looked) - 2, 0, "", f"{code}, {size(looked) / 1000:.1f} kB"))
        server.latency = LATENCY
        depth = {query: waves(data(session.fresh(query)), LATENCY) for query in COLD[:6]}
        everything = max(waves(of_search(session.fresh(query)), LATENCY) for query in COLD[:3])
        server.latency = 0.0
        figures.append(Figure("dependent waves of data, cold", max(depth.values()), 3, "",
                              f"{everything} with the scripts; " + ", ".join(f"« {q} » {n}" for q, n in depth.items() if n > 3)))
        total, files = index_size(site)
        figures.append(Figure("index", total / 1e6, 60, "MB"))
        figures.append(Figure("index, files", files, 1500, ""))
        session.fresh()
        for text in TYPED:
            session.keys(text)
        times = [t for text in TYPED for t in session.keys(text)]
        figures.append(Figure("key to results, in memory, 95th percentile", percentile(times, 0.95), 20, "ms",
                              f"median {percentile(times, 0.5):.1f}, worst {max(times):.1f}, {len(times)} keys"))
        wrong = french_failures(session)
        figures.append(Figure("French set: failures", len(wrong), 0, f"of {len(FRENCH)}", ", ".join(wrong)))
    return figures


def french_failures(session) -> list[str]:
    """The queries of which none of the first three answers holds the word."""
    wrong = []
    for query, expected in FRENCH:
        session.ask(query)
        if not any(re.search(expected, text, re.IGNORECASE) for text in session.texts()[:3]):
            wrong.append(query)
    return wrong


def indexing(flow: Path) -> list[Figure]:
    """How fast the index is made of the fiches of a flow, and what it takes of memory."""
    package = HERE.parent
    subprocess.run(["swift", "build", "-c", "release", "--product", "IndexBenchmark", "--package-path", str(package)], check=True, stdout=sys.stderr)
    output = subprocess.run([str(package / ".build/release/IndexBenchmark"), "--json", str(flow)], check=True, capture_output=True, text=True).stdout
    found = json.loads(output)
    note = (f"{found['fiches']} fiches: analysis {found['analyse_ms']} ms, index {found['index_ms']} ms; one text changed {found['un_mot_ms']} ms, "
            f"one title {found['un_titre_ms']} ms")
    return [Figure("indexing", found["fiches_par_seconde"], 2500, "fiches/s", note, is_least=True),
            Figure("indexing, memory with all documents held", found["memoire_ko"] / 1e6, 1.07, "GB")]


def relevance() -> list[Figure]:
    """The two sets of queries of Tests/Pertinence, answered by the engine in Swift."""
    output = subprocess.run(["swift", "test", "--filter", "RelevanceTests"], cwd=HERE.parent.parent, check=False, capture_output=True, text=True).stdout
    figures = []
    for name, title in (("requetes.tsv", "written set"), ("requetes-2.tsv", "second set, judged blind")):
        found = re.search(rf"^{re.escape(name)}$.*?^tous: (\d+)/(\d+), MRR@10 ([\d.]+)", output, re.MULTILINE | re.DOTALL)
        if not found:
            raise RuntimeError(f"the tests say nothing of {name}")
        right, asked, rank = int(found[1]), int(found[2]), float(found[3])
        figures += [Figure(f"success@10, {title}", 100 * right / asked, 97, "%", f"{right} of {asked} queries", is_least=True),
                    Figure(f"MRR@10, {title}", rank, 0.92, "", is_least=True)]
    return figures


def measure_peer(site: Path) -> dict[str, str]:
    """The same figures for Pagefind, as text."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "pagefind"
        start = time.monotonic()
        index_with_pagefind(site, index)
        seconds = time.monotonic() - start
        (Path(folder) / "index.html").write_text(PEER_PAGE, encoding="utf-8")
        (Path(folder) / "page.js").write_bytes((HERE / "peer_page.js").read_bytes())
        with GzipServer({"/": Path(folder)}, policy="") as server, Browser() as browser:
            return Peer(server, browser, index, seconds).figures(code_of(site), LATENCY)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pagefind", action="store_true", help="measure Pagefind on the same pages as well")
    parser.add_argument("--flow", type=Path, help="measure indexing on this national flow")
    parser.add_argument("--relevance", action="store_true", help="measure the written queries")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    options = parser.parse_args()
    if not (options.site / "search").is_dir():
        print(f"{options.site}: no search index there", file=sys.stderr)
        return 65
    figures = measure(options.site.resolve())
    figures += indexing(options.flow) if options.flow else []
    figures += relevance() if options.relevance else []
    peer = measure_peer(options.site.resolve()) if options.pagefind else {}
    print_table(figures, peer)
    if options.json:
        options.json.write_text(json.dumps({"parchemin": [f.__dict__ for f in figures], "pagefind": peer}, indent=1))
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
