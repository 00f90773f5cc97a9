#!/usr/bin/env python3
"""Publishes a catalogue made of attacks and holds that nothing runs, nothing leaves the output folder, nothing hangs.

    hostile.py PROGRAM

Pages are opened in Chromium with their own policy, and again with the policy switched off: what keeps a script from
running must be that it never becomes markup. The last line is the count, "N passed, N failed".
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Hostile"), str(ROOT / "Browser")]

from browser import Browser  # noqa: E402
from documents import ATTACKS, write_all, write_xml  # noqa: E402
from report import Report  # noqa: E402
from site_server import SiteServer  # noqa: E402

DATE = "2026-01-15"
SECRET = "SECRET-QUE-PERSONNE-NE-DOIT-LIRE"
# Seconds: what a hostile catalogue of a hundred documents may take at most before it counts as a hang.
LIMIT = 120
MEMORY = 1 << 30

# What a page of ours never contains, whatever its content says.
FOREIGN_MARKUP = """
const wrong = [];
for (const element of document.querySelectorAll('*')) {
  for (const attribute of element.attributes) {
    if (/^on/i.test(attribute.name)) wrong.push(`${element.tagName} has ${attribute.name}`);
    if (/^(href|src|action|formaction|data|srcdoc|style|xlink:href)$/i.test(attribute.name)) {
      if (/^(srcdoc|style)$/i.test(attribute.name)) wrong.push(`${element.tagName} has ${attribute.name}`);
      if (/^\\s*(javascript|data|vbscript):/i.test(attribute.value)) wrong.push(`${element.tagName} ${attribute.value}`);
      if (/hurt\\.invalid/.test(attribute.value) && element.tagName !== 'A') wrong.push(`${element.tagName} ${attribute.value}`);
    }
  }
}
for (const name of ['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'style', 'meta[http-equiv=refresh]', 'mglyph']) {
  for (const element of document.querySelectorAll(name)) wrong.push(`there is a ${element.tagName}`);
}
for (const script of document.scripts) {
  const isData = /json/.test(script.type);
  if (isData) { try { JSON.parse(script.textContent); } catch { wrong.push('JSON-LD that is none'); } }
  else if (script.textContent.trim() || !script.src.startsWith(location.origin)) wrong.push('a script that is not ours');
}
if (getComputedStyle(document.body).display === 'none') wrong.push('the page is hidden');
if (window.hurt) wrong.push(`it ran: ${window.hurt}`);
return wrong;
"""


def build(program: str, content: Path, output: Path) -> subprocess.CompletedProcess[str]:
    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (4 * MEMORY, 4 * MEMORY))

    return subprocess.run(
        [program, "build", "--content", str(content), "--output", str(output), "--date", DATE],
        capture_output=True, text=True, errors="replace", timeout=LIMIT, check=False, preexec_fn=limits)


def snapshot(folder: Path, without: Path) -> dict[str, str]:
    """The files below a folder, except an output and the state that is kept beside it."""
    files = {}
    for path in sorted(folder.rglob("*")):
        if without in path.parents or path == without or ".parchemin" in path.parts or path.is_symlink():
            continue
        files[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
    return files


def page_problems(browser: Browser, server: SiteServer, addresses: list[str]) -> list[str]:
    wrong = []
    for address in addresses:
        visit = browser.visit(server.address(address))
        wrong += [f"{address}: {line}" for line in browser.run(FOREIGN_MARKUP)]
        wrong += [f"{address}: asked for {url}" for url in visit.requests if urlsplit(url).hostname == "hurt.invalid"]
        if browser.driver.current_url.split("#")[0] != server.address(address).split("#")[0]:
            wrong.append(f"{address}: led to {browser.driver.current_url}")
    return wrong


def control_problems(folder: Path) -> list[str]:
    """The look itself: a page in which the attacks are markup must be answered for each of them."""
    folder.mkdir()
    wrong = []
    marked = [attack for attack in ATTACKS if attack.startswith("<") and "<!--" not in attack]
    for number, attack in enumerate(marked):
        page = folder / str(number)
        page.mkdir()
        (page / "index.html").write_text(f"<!doctype html><title>x</title><p>{attack}</p>", encoding="utf-8")
    with SiteServer(folder, "/") as server, Browser() as browser:
        browser.command("Page.setBypassCSP", {"enabled": True})
        for number, attack in enumerate(marked):
            if not page_problems(browser, server, [f"{number}/"]):
                wrong.append(f"not seen: {attack}")
    return wrong


def formula_problems(site: Path) -> list[str]:
    wrong = []
    for file in sorted(site.rglob("*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as stream:
            for number, row in enumerate(csv.reader(stream, delimiter=";"), 1):
                wrong += [f"{file.name}:{number}: {cell[:40]}" for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    program = str(Path(parser.parse_args().program).resolve())
    report = Report()
    with tempfile.TemporaryDirectory(prefix="parchemin-hostile-") as temporary:
        folder = Path(temporary).resolve()
        secret = folder / "secret.txt"
        secret.write_text(SECRET)
        content, output = folder / "Content", folder / "public"
        write_all(content, ROOT / "Corpus")
        before = snapshot(folder, output)
        result = build(program, content, output)
        report.check("a hostile catalogue is published, with its errors told",
                     [] if result.returncode in (0, 1) else [f"ended with {result.returncode}: {result.stderr[-400:]}"])
        report.check("nothing outside the output folder was touched",
                     [f"{path}" for path in sorted(set(snapshot(folder, output).items()) ^ set(before.items()))])
        pages = sorted(str(path.relative_to(output).parent) + "/" for path in (output / "fiches").rglob("index.html"))
        report.check("most of it is there", [] if len(pages) > len(ATTACKS) + 30 else [f"only {len(pages)} pages"])
        report.check("a file outside the content folder is not read",
                     [str(path) for path in output.rglob("*") if path.is_file() and b"root:x:0" in path.read_bytes()])
        report.check("cells are no formulas", formula_problems(output))
        report.check("attacks that are markup are seen", control_problems(folder / "temoin"))
        look(report, output, pages)

        flows, flow_output = folder / "Flux", folder / "flux-public"
        write_xml(flows, secret)
        result = build(program, flows, flow_output)
        report.check("XML and archives: an end, and an answer",
                     [] if result.returncode in (0, 1) else [f"ended with {result.returncode}: {result.stderr[-400:]}"])
        published = [path for path in flow_output.rglob("*") if path.is_file()] if flow_output.is_dir() else []
        report.check("XML: no entity reads a file",
                     [str(path) for path in published if SECRET.encode() in path.read_bytes()])
        report.check("XML: no entity grows", [str(path) for path in published if path.stat().st_size > 5_000_000])
        report.check("archives write nothing of their own", [str(path) for path in folder.rglob("dehors*")])
    print(report.summary())
    return 1 if report.failures else 0


def look(report: Report, output: Path, pages: list[str]) -> None:
    """Opens the pages in Chromium, with their policy and without it, and asks them for what is not there."""
    queries = [f"recherche/?q={quote(attack)}" for attack in ATTACKS]
    queries += [f"comparer/?f={quote(attack)},rncp91000" for attack in ATTACKS[:6]]
    queries += [f"versions/?de={quote(attack)}&a=rncp91000" for attack in ATTACKS[:6]]
    lists = ["", "fiches/", "plan-du-site/", "echeances/", "donnees/", "certificateurs/"]
    with SiteServer(output, "/") as server, Browser() as browser:
        browser.set_view(1280, 900, "light")
        for bypass, name in ((False, "under its policy"), (True, "without its policy")):
            browser.command("Page.setBypassCSP", {"enabled": bypass})
            report.check(f"{len(pages)} pages {name}: nothing runs", page_problems(browser, server, pages))
            present = [path for path in lists if (output / path / "index.html").is_file()]
            report.check(f"lists {name}: nothing runs", page_problems(browser, server, present))
            report.check(f"addresses with attacks {name}: nothing runs", page_problems(browser, server, queries))


if __name__ == "__main__":
    sys.exit(main())
