"""What a printed booklet holds, page by page: read from the PDF by poppler's tools."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

# The strips of an A4 page, in points from its top: running title, body, foot.
HEAD, BODY, FOOT = (0, 68), (68, 782), (782, 842)
# Headings of sections are set larger than this; texts are not.
HEADING_SIZE = 11.4


@dataclass(frozen=True)
class Entry:
    """A fiche of a booklet, as its contents name it."""

    title: str
    anchor: str
    # "RNCP 31387"; empty for a fiche without a number, and for the index.
    number: str = ""


class _Contents(HTMLParser):
    """The entries of the contents of a booklet's page."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._inside = False
        self._anchor: str | None = None
        self._text = ""
        self._facts: str | None = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "nav":
            self._inside = values.get("class") == "livret-sommaire"
        elif tag == "a" and self._inside:
            self._anchor, self._text = values.get("href", "").removeprefix("#"), ""
        elif tag == "p" and self._inside:
            self._facts = ""

    def handle_data(self, data):
        if self._anchor is not None:
            self._text += data
        elif self._facts is not None:
            self._facts += data

    def handle_endtag(self, tag):
        if tag == "a" and self._anchor is not None:
            self.entries.append(Entry(_squeezed(self._text), self._anchor))
            self._anchor = None
        elif tag == "p" and self._facts is not None:
            found = re.match(r"(RNCP|RS)\s\d+", self._facts)
            last = self.entries[-1]
            self.entries[-1] = Entry(last.title, last.anchor, found.group(0) if found else "")
            self._facts = None
        elif tag == "nav":
            self._inside = False


def contents(page: Path) -> list[Entry]:
    """The fiches of a booklet in order, then its index."""
    parser = _Contents()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.entries


class PrintedBooklet:
    """A PDF: text by page and strip, links, bookmarks."""

    def __init__(self, pdf: Path) -> None:
        self.pdf = pdf
        self.facts = dict(line.split(":", 1) for line in _run("pdfinfo", str(pdf)).splitlines() if ":" in line)
        self.count = int(self.facts["Pages"])
        self.head, self.body, self.foot = ([""] + self._strip(*strip) for strip in (HEAD, BODY, FOOT))
        self._xml = _run("pdftohtml", "-xml", "-i", "-stdout", str(pdf))

    def _strip(self, top: int, bottom: int) -> list[str]:
        text = _run("pdftotext", "-enc", "UTF-8", "-r", "72", "-x", "0", "-y", str(top), "-W", "596",
                    "-H", str(bottom - top), str(self.pdf), "-")
        return [_squeezed(page) for page in text.split("\f")[:self.count]]

    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level (from 1), title and page of each bookmark."""
        found, level = [], 0
        for token in re.findall(r"<outline>|</outline>|<item page=\"\d+\">.*?</item>", self._xml):
            if token == "<outline>":
                level += 1
            elif token == "</outline>":
                level -= 1
            else:
                page, title = re.match(r"<item page=\"(\d+)\">(.*)</item>", token).groups()
                found.append((level, _squeezed(html.unescape(title)), int(page)))
        return found

    def links(self, page: int) -> list[int]:
        """The pages that the links of a page lead to."""
        return [int(number) for number in re.findall(r'href="[^"]*#(\d+)"', self._page(page))]

    def last_heading(self, page: int) -> str | None:
        """The last line of the body of a page, when it is a heading."""
        lines: dict[int, list[tuple[float, str]]] = {}
        sizes = {number: float(size) for number, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', self._xml)}
        scale = 892 / 842
        head = re.search(r'height="(\d+)"', self._page(page))
        if head:
            scale = int(head.group(1)) / 842
        for top, font, text in re.findall(r'<text top="(-?\d+)"[^>]*font="(\d+)">(.*?)</text>', self._page(page), re.DOTALL):
            if BODY[0] * scale < int(top) < BODY[1] * scale:
                lines.setdefault(int(top), []).append((sizes.get(font, 0) / scale, re.sub("<[^>]*>", "", text)))
        if not lines:
            return None
        last = lines[max(lines)]
        return last[-1][1] if min(size for size, _ in last) > HEADING_SIZE else None

    def _page(self, number: int) -> str:
        parts = re.split(r'(?=<page number=")', self._xml)
        return parts[number] if number < len(parts) else ""


def starts(booklet: PrintedBooklet, entries: list[Entry]) -> dict[str, int]:
    """The page on which each entry really begins: its title is among the first words of the body, after those before it."""
    found, page = {}, 1
    for entry in entries:
        while page <= booklet.count and not _opens(booklet, page, entry):
            page += 1
        if page > booklet.count:
            break
        found[entry.anchor] = page
        page += 1
    return found


def structure_problems(booklet: PrintedBooklet, entries: list[Entry], day: str) -> list[str]:
    """Blank pages, headings left alone, running lines, page numbers."""
    problems = []
    begin = starts(booklet, entries)
    problems += [f"{entry.title}: begins on no page" for entry in entries if entry.anchor not in begin]
    for page in range(1, booklet.count + 1):
        if len(booklet.body[page].split()) < 3:
            problems.append(f"page {page} is blank")
        heading = booklet.last_heading(page)
        if heading and page > 1:
            problems.append(f"page {page} ends with the heading « {heading} »")
        if page == 1:
            if booklet.head[page]:
                problems.append(f"the cover has a running title: {booklet.head[page]}")
            continue
        if not has_number(booklet, page):
            problems.append(f"page {page} has no number: {booklet.foot[page]}")
        if day not in booklet.foot[page]:
            problems.append(f"page {page} does not say its date: {booklet.foot[page]}")
    for place, entry in enumerate(entries):
        if entry.anchor not in begin:
            continue
        following = [begin[other.anchor] for other in entries[place + 1:] if other.anchor in begin]
        for page in range(begin[entry.anchor], min(following, default=booklet.count + 1)):
            if not _is_headed(booklet, page, entry):
                problems.append(f"page {page}, of « {entry.title} », has the running title « {booklet.head[page]} »")
    return problems


def link_problems(booklet: PrintedBooklet, entries: list[Entry]) -> list[str]:
    """The links of the contents against the pages where the fiches are."""
    begin = starts(booklet, entries)
    first = min(begin.values(), default=booklet.count)
    targets = [target for page in range(2, first) for target in booklet.links(page)]
    return [f"no link of the contents leads to « {entry.title} », page {begin[entry.anchor]}"
            for entry in entries if entry.anchor in begin and begin[entry.anchor] not in targets]


def number_problems(booklet: PrintedBooklet, entries: list[Entry]) -> list[str]:
    """The page numbers that the contents print against the pages where the fiches are."""
    begin = starts(booklet, entries)
    first = min(begin.values(), default=booklet.count)
    text = " ".join(booklet.body[page] for page in range(2, first))
    problems, place = [], 0
    for entry in entries:
        words = r"\W+".join(map(re.escape, re.findall(r"\w+", entry.title)))
        found = re.compile(words + r"[^\w.]*[ .]*?[ .](\d+)(?!\d)").search(text, place)
        if not found:
            problems.append(f"« {entry.title} » has no number in the contents")
        elif int(found.group(1)) != begin.get(entry.anchor):
            problems.append(f"« {entry.title} »: the contents say {found.group(1)}, it is on {begin.get(entry.anchor)}")
        place = found.end() if found else place
    return problems


def bookmark_problems(booklet: PrintedBooklet, entries: list[Entry], level: int) -> list[str]:
    """The bookmarks of one level against the pages where the fiches are."""
    begin = starts(booklet, entries)
    marks = [(_key(title), page) for depth, title, page in booklet.bookmarks() if depth == level]
    wanted = [(_key(entry.title), begin.get(entry.anchor)) for entry in entries]
    kept = [mark for mark in marks if mark in wanted]
    if kept == wanted:
        return []
    return [f"no bookmark for « {title} » on page {page}" for title, page in wanted if (title, page) not in marks] or [
        "the bookmarks are not in the order of the contents"]


def _opens(booklet: PrintedBooklet, page: int, entry: Entry) -> bool:
    beginning = booklet.body[page][:len(entry.title) + 160]
    return _key(entry.title) in _key(beginning) and _is_headed(booklet, page, entry)


def _is_headed(booklet: PrintedBooklet, page: int, entry: Entry) -> bool:
    """Whether the running lines of a page are those of an entry."""
    head = _key(booklet.head[page])
    return _key(entry.title[:40]) in head and head.endswith(_key(entry.number))


def _key(text: str) -> str:
    """Letters and digits alone: where a line ends, a hyphen or a space may be lost (Chromium's bookmarks lose both)."""
    return re.sub(r"\W+", "", text)


def has_number(booklet: PrintedBooklet, page: int) -> bool:
    """Whether the foot of a page says its number."""
    return re.search(rf"(?<!\d){page} ?/ ?{booklet.count}(?!\d)", booklet.foot[page]) is not None


def _squeezed(text: str) -> str:
    return " ".join(re.sub("[-\u00ad\u2010]\n", "", text).replace("\u00ad", "").split())


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode("utf-8", "replace")
