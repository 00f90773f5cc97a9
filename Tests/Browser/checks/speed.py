"""How a page comes up: what moves, when something is seen, what blocks, what it weighs."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from browser import Browser

# A page is loaded so many times; noise of the machine only ever adds, so the best load is the page's own.
LOADS = 5
LARGEST_SHIFT = 0.0
FIRST_PAINT = 500
LONGEST_TASK = 50
HEAVIEST = 60_000

MEASURE = """
const done = arguments[arguments.length - 1];
const found = {shift: 0, longest: 0, paint: null};
const read = (type, take) => new PerformanceObserver(list => list.getEntries().forEach(take)).observe({type, buffered: true});
read('layout-shift', entry => { found.shift += entry.value; });
read('longtask', entry => { found.longest = Math.max(found.longest, entry.duration); });
read('paint', entry => { if (entry.name === 'first-contentful-paint') found.paint = entry.startTime; });
setTimeout(() => done(found), 150);
"""


def speed(browser: Browser, address: str) -> dict[str, float | None]:
    """The worst layout shift, and the best first paint and longest task (ms), of several loads without a cache."""
    loads = []
    for _ in range(LOADS):
        browser.visit(address)
        loads.append(browser.run(MEASURE, wait=True))
    paints = [load["paint"] for load in loads if load["paint"] is not None]
    return {"shift": max(load["shift"] for load in loads), "paint": min(paints) if paints else None,
            "longest": min(load["longest"] for load in loads)}


def speed_problems(browser: Browser, address: str) -> list[str]:
    """What is above the bars: any shift of the layout, a late first paint, a long task."""
    found = speed(browser, address)
    problems = []
    if found["shift"] > LARGEST_SHIFT:
        problems.append(f"the layout shifts by {found['shift']:.3f}")
    if found["paint"] is None:
        problems.append("nothing was painted")
    elif found["paint"] > FIRST_PAINT:
        problems.append(f"something is seen after {found['paint']:.0f} ms")
    if found["longest"] > LONGEST_TASK:
        problems.append(f"a task takes {found['longest']:.0f} ms")
    return problems


def compressed_weight(file: Path) -> int:
    """Bytes of a page with its style sheets and scripts, each compressed."""
    text = file.read_text(encoding="utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    scripts = re.findall(r'<script[^>]* src="([^"]+)"', text)
    files = [file] + [file.parent / address for address in sheets + scripts]
    return sum(len(gzip.compress(one.read_bytes(), 6)) for one in files)


def weight_problems(pages: list[Path], site: Path) -> list[str]:
    """Pages that weigh more than they may."""
    weights = {page: compressed_weight(page) for page in pages}
    return [f"{page.relative_to(site)} weighs {weight} bytes" for page, weight in weights.items() if weight > HEAVIEST]
