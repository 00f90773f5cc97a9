"""The open data of a site, each file held against the rules of its own format."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

from checks.linked_data import linked_data_problems

ATOM = "{http://www.w3.org/2005/Atom}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DATE_TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")


def data_problems(site: Path) -> dict[str, list[str]]:
    """What is wrong, by kind of data. A kind that the site does not publish has no entry."""
    kinds = {
        "JSON against its schemas": (site / "donnees" / "schemas", _schemas), "CSV": (site / "donnees" / "fiches.csv", _csv),
        "calendar": (site / "echeances" / "echeances.ics", _calendar), "feed": (site / "echeances" / "atom.xml", _feed),
        "OpenSearch": (site / "opensearch.xml", _opensearch), "sitemap": (site / "sitemap.xml", _sitemap),
        "robots": (site / "robots.txt", _robots),
    }
    found = {name: check(site) for name, (needed, check) in kinds.items() if needed.exists()}
    # Beside a page there may be former addresses, which only lead to it.
    pages = [file for file in sorted(site.glob("fiches/*/index.html")) if (file.parent / "index.json").is_file()]
    blocks = {file: _blocks(file) for file in pages}
    if any(blocks.values()):
        found["JSON-LD"] = [f"{file.parent.name}: {line}" for file, texts in blocks.items() for line in _json_ld(texts)]
    return found


def _schemas(site: Path) -> list[str]:
    """Every JSON file of the site; one without a schema is a problem too."""
    from jsonschema import Draft202012Validator

    problems, counted = [], 0
    patterns = {"index": ["index.json"], "fiche": ["fiches/*/index.json"], "document": ["documents/*/index.json"]}
    for name, globs in patterns.items():
        files = [file for pattern in globs for file in sorted(site.glob(pattern))]
        path = site / "donnees" / "schemas" / f"{name}.schema.json"
        if not files:
            continue
        if not path.is_file():
            problems.append(f"{name}: no schema for {len(files)} files")
            continue
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        for file in files:
            counted += 1
            for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
                problems.append(f"{file.relative_to(site)}: {error.json_path}: {error.message[:160]}")
    return problems if counted else ["no file was validated"]


def _csv(site: Path) -> list[str]:
    problems = []
    for file in sorted((site / "donnees").glob("*.csv")):
        raw = file.read_bytes()
        if not raw.startswith(b"\xef\xbb\xbf"):
            problems.append(f"{file.name}: no byte order mark")
        if not raw.endswith(b"\r\n"):
            problems.append(f"{file.name}: the last line does not end with CRLF")
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream, delimiter=";", strict=True))
        for number, row in enumerate(rows, 1):
            if len(row) != len(rows[0]):
                problems.append(f"{file.name}, row {number}: {len(row)} cells, not {len(rows[0])}")
            problems += [f"{file.name}, row {number}: a spreadsheet would run {cell[:40]!r}"
                         for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell[:1]]
    return problems


def _calendar(site: Path) -> list[str]:
    from icalendar import Calendar

    raw = (site / "echeances" / "echeances.ics").read_bytes()
    problems = [f"line of {len(line)} octets" for line in raw.split(b"\r\n") if len(line) > 75]
    if b"\n" in raw.replace(b"\r\n", b""):
        problems.append("a line does not end with CRLF")
    try:
        calendar = Calendar.from_ical(raw)
    except ValueError as error:
        return problems + [str(error)]
    events = list(calendar.walk("VEVENT"))
    for event in events:
        problems += [f"{event.get('SUMMARY')}: {line}" for line in event.errors]
        problems += [f"{event.get('SUMMARY')}: no {name}" for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if name not in event]
    identifiers = [str(event.get("UID")) for event in events]
    if len(set(identifiers)) != len(identifiers):
        problems.append("two events have one UID")
    return problems if events else problems + ["no event"]


def _feed(site: Path) -> list[str]:
    """RFC 4287, sections 4.1.1 and 4.1.2, and what a feed reader makes of it."""
    import feedparser

    feed = ElementTree.parse(site / "echeances" / "atom.xml").getroot()
    problems = [] if feed.tag == f"{ATOM}feed" else [f"the root is {feed.tag}"]
    entries = feed.findall(f"{ATOM}entry")
    read = feedparser.parse((site / "echeances" / "atom.xml").read_bytes())
    if read.bozo or read.version != "atom10":
        problems.append(f"a feed reader sees {read.version or 'no feed'}: {read.get('bozo_exception', '')}")
    if len(read.entries) != len(entries):
        problems.append(f"a feed reader sees {len(read.entries)} of {len(entries)} entries")
    problems += [f"{entry.get('title')}: no address or no date" for entry in read.entries
                 if not entry.get("link") or not entry.get("updated_parsed")]
    for element in [feed, *entries]:
        name = element.findtext(f"{ATOM}title", "?")
        for part in ("id", "title", "updated"):
            if len(element.findall(f"{ATOM}{part}")) != 1:
                problems.append(f"{name}: not one {part}")
        if not DATE_TIME.match(element.findtext(f"{ATOM}updated", "")):
            problems.append(f"{name}: updated is no date")
        if ":" not in element.findtext(f"{ATOM}id", ""):
            problems.append(f"{name}: the id is no absolute IRI")
    if feed.find(f"{ATOM}author/{ATOM}name") is None:
        problems.append("the feed has no author")
    identifiers = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(identifiers)) != len(identifiers):
        problems.append("two entries have one id")
    return problems


def _opensearch(site: Path) -> list[str]:
    root = ElementTree.parse(site / "opensearch.xml").getroot()
    problems = [] if root.tag == f"{OPENSEARCH}OpenSearchDescription" else [f"the root is {root.tag}"]
    for name, longest in (("ShortName", 16), ("Description", 1024)):
        text = root.findtext(f"{OPENSEARCH}{name}", "")
        if not 0 < len(text) <= longest:
            problems.append(f"{name} has {len(text)} characters")
    searches = [url for url in root.findall(f"{OPENSEARCH}Url") if url.get("type") == "text/html"]
    if not any("{searchTerms}" in url.get("template", "") for url in searches):
        problems.append("no address takes the words")
    return problems


def _sitemap(site: Path) -> list[str]:
    """sitemaps.org: one address for each page, below one site, that exist; dates of W3C; no more than 50,000."""
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    problems = [] if root.tag == f"{SITEMAP}urlset" else [f"the root is {root.tag}"]
    addresses = [entry.findtext(f"{SITEMAP}loc", "") for entry in root.findall(f"{SITEMAP}url")]
    if not 0 < len(addresses) <= 50_000:
        problems.append(f"{len(addresses)} addresses")
    if len(set(addresses)) != len(addresses):
        problems.append("an address is there twice")
    home = min(addresses, key=len, default="")
    for address in addresses:
        if not urlsplit(address).scheme.startswith("http") or not address.startswith(home):
            problems.append(f"{address} is not below {home}")
        elif not (site / address[len(home):] / "index.html").is_file():
            problems.append(f"{address} is no page")
    for entry in root.findall(f"{SITEMAP}url"):
        date = entry.findtext(f"{SITEMAP}lastmod")
        if date is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
            problems.append(f"{date} is no date")
        problems += [f"unknown element {part.tag}" for part in entry
                     if part.tag not in (f"{SITEMAP}loc", f"{SITEMAP}lastmod")]
    return problems


def _robots(site: Path) -> list[str]:
    """RFC 9309: robots are let in, to read there what is not to be kept."""
    parser = RobotFileParser()
    parser.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())
    return [] if parser.can_fetch("*", "/fiches/") else ["robots are shut out"]


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.inside = False

    def handle_starttag(self, tag, attributes):
        if tag == "script" and dict(attributes).get("type") == "application/ld+json":
            self.inside = True
            self.texts.append("")

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.texts[-1] += data


def _blocks(file: Path) -> list[str]:
    reader = _Blocks()
    reader.feed(file.read_text(encoding="utf-8"))
    return reader.texts


def _json_ld(texts: list[str]) -> list[str]:
    """One block of schema.org with what a certification must have and without what it is not."""
    if len(texts) != 1:
        return [f"{len(texts)} blocks"]
    try:
        value = json.loads(texts[0])
    except ValueError as error:
        return [str(error)]
    nodes = {node.get("@type"): node for node in value.get("@graph", [])}
    problems = [] if value.get("@context") == "https://schema.org" else ["the context is not schema.org"]
    problems += [f"no {name}" for name in ("EducationalOccupationalCredential", "BreadcrumbList") if name not in nodes]
    if not nodes.get("EducationalOccupationalCredential", {}).get("name"):
        problems.append("the certification has no name")
    steps = nodes.get("BreadcrumbList", {}).get("itemListElement", [])
    if [step.get("position") for step in steps] != list(range(1, len(steps) + 1)) or not steps:
        problems.append("the steps of the bread crumbs are not numbered")
    problems += linked_data_problems(texts[0])
    problems += [f"it says {word}" for word in ('"Course"', '"validFor"') if word in texts[0]]
    return problems
