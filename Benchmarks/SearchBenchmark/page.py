"""The figures of the search page of a built site, each group by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from gzip_server import Answer
from queries import COLD, FRENCH, TYPED, WARM
from session import Session
from table import Figure
from waves import waves

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


def code_of(site: Path) -> str:
    """A whole number of the middle of the register, as found in the site; empty where no fiche has one."""
    names = sorted(folder.name for folder in (site / "fiches").glob("rncp" + 5 * "[0-9]"))
    return names[len(names) // 2].upper() if names else ""


def cold(session: Session) -> Iterator[Figure]:
    """What a browser that knows nothing of the site is sent for its first question."""
    fixed = of_search(session.fresh())
    sent = {query: of_search(session.fresh(query)) for query in COLD}
    worst = max(sent, key=lambda q: size(sent[q]))
    middle = percentile([size(s) for s in sent.values()], 0.5)
    yield Figure("cold first page of results, scripts included", size(sent[worst]) / 1000, 120, "kB",
                 f"« {worst} », {len(sent[worst])} requests; median {middle / 1000:.1f}")
    yield Figure("fixed cost before any result", size(fixed) / 1000, 65, "kB", f"{len(fixed)} requests")


def warm(session: Session) -> Iterator[Figure]:
    """What each further question adds."""
    session.fresh("horloger")
    sent, snippets = {}, []
    for query in WARM:
        answers = session.ask(query)
        sent[query] = of_search(answers)
        snippets += snippets_of(answers)
    worst = max(sent, key=lambda q: size(sent[q]))
    middle = percentile([size(s) for s in sent.values()], 0.5)
    apart = (f"; {len(snippets)} files of snippets apart, median {percentile(snippets, 0.5) / 1000:.1f}, 95th percentile {percentile(snippets, 0.95) / 1000:.1f}, "
             f"largest {max(snippets) / 1000:.1f}") if snippets else ""
    yield Figure("warm query", size(sent[worst]) / 1000, 30, "kB", f"« {worst} », {len(sent[worst])} requests; median {middle / 1000:.1f}{apart}")


def written(session: Session, queries: list[str]) -> Iterator[Figure]:
    """The same over the written queries, each asked of a page that has answered one question before."""
    sent = {}
    for query in queries:
        session.fresh("horloger")
        sent[query] = size(of_search(session.ask(query))) / 1000
    over = sorted((q for q in sent if sent[q] > 30), key=lambda q: -sent[q])
    yield Figure("warm written query, 95th percentile", percentile(list(sent.values()), 0.95), 30, "kB",
                 f"{len(over)} of {len(sent)} over 30 kB" + (f", the worst « {over[0]} » {sent[over[0]]:.1f}" if over else "")
                 + f"; median {percentile(list(sent.values()), 0.5):.1f}")


def codes(session: Session, site: Path) -> Iterator[Figure]:
    """What a number asks for."""
    if code := code_of(site):
        looked = data(session.fresh(code))
        yield Figure("code lookup: requests beyond the manifest and one block", len(looked) - 2, 0, "", f"{code}, {size(looked) / 1000:.1f} kB")


def chains(session: Session) -> Iterator[Figure]:
    """How many answers wait for one another, by a host that answers slowly."""
    session.server.latency = LATENCY
    try:
        sent = {query: of_search(session.fresh(query)) for query in COLD[:6]}
    finally:
        session.server.latency = 0.0
    depth = {query: waves(data(answers), LATENCY) for query, answers in sent.items()}
    everything = max(waves(answers, LATENCY) for answers in sent.values())
    yield Figure("dependent waves of data, cold", max(depth.values()), 3, "",
                 "; ".join([f"{everything} with the scripts", *(f"« {q} » {n}" for q, n in depth.items() if n > 3)]))


def keys(session: Session) -> Iterator[Figure]:
    """From a key to the results on the page, all files being in memory."""
    session.fresh()
    for text in TYPED:
        session.keys(text)
    times = [t for text in TYPED for t in session.keys(text)]
    yield Figure("key to results, in memory, 95th percentile", percentile(times, 0.95), 20, "ms",
                 f"median {percentile(times, 0.5):.1f}, worst {max(times):.1f}, {len(times)} keys")


def answerable(site: Path) -> list[tuple[str, str]]:
    """Of the French set, the questions for which the site has a title that would be a right answer."""
    titles = [fiche["intitule"] for fiche in json.loads((site / "index.json").read_text(encoding="utf-8"))["fiches"]]
    return [(query, expected) for query, expected in FRENCH if any(re.search(expected, title, re.IGNORECASE) for title in titles)]


def french(session: Session, site: Path) -> Iterator[Figure]:
    """The questions of which none of the first three results has the word in its title, though a title has it."""
    session.fresh()
    asked = answerable(site)
    wrong = []
    for query, expected in asked:
        session.ask(query)
        if not any(re.search(expected, text, re.IGNORECASE) for text in session.titles()[:3]):
            wrong.append(query)
    yield Figure("French set: failures", len(wrong), 0, f"of {len(asked)}", ", ".join(wrong))


def index(site: Path) -> Iterator[Figure]:
    """What the index takes on disk."""
    files = [file for file in (site / "search").rglob("*") if file.is_file()]
    yield Figure("index", sum(file.stat().st_size for file in files) / 1e6, 60, "MB")
    yield Figure("index, files", len(files), 1500, "")
