"""The page without its scripts holds all that it holds with them."""

from __future__ import annotations

import re
from collections import Counter

from browser import Browser

# Parts that exist for scripts only say so; a state is corrected by the day on which the page is read.
MAIN_TEXT = """
const main = document.querySelector('main');
if (!main) return null;
const skipped = new Set(main.querySelectorAll('[data-script-only], [data-calcul]'));
const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
const pieces = [];
while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest('script, style, template, noscript, [hidden]')) continue;
    if ([...skipped].some(part => part.contains(parent))) continue;
    pieces.push(walker.currentNode.data);
}
return pieces.join(' ');
"""


def main_text(browser: Browser) -> str | None:
    """Text of the main part of the page, folded parts included; None where there is no main part."""
    return browser.run(MAIN_TEXT)


def missing_without_scripts(with_scripts: str | None, without: str | None) -> list[str]:
    """Words that only scripts bring. An empty main part is a problem of its own."""
    if with_scripts is None or without is None:
        return ["the page has no <main>"]
    before, after = Counter(_words(with_scripts)), Counter(_words(without))
    if not after:
        return ["the main part is empty without scripts"]
    missing = before - after
    if not missing:
        return []
    return [f"missing without scripts: {' '.join(list(missing)[:30])}"]


def says_that_scripts_are_needed(html: str) -> list[str]:
    """A page that needs scripts has to say so in what it serves."""
    text = re.sub(r"<[^>]*>", " ", re.sub(r"<script\b.*?</script>", " ", html, flags=re.DOTALL | re.IGNORECASE))
    return [] if re.search(r"javascript", text, re.IGNORECASE) else ["nothing says that the page needs JavaScript"]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
