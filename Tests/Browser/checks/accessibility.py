"""axe-core on the page as it stands."""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from browser import Browser

RUN = """
const done = arguments[arguments.length - 1];
// The size of targets is a rule of WCAG 2.2, which axe leaves off by default.
axe.run(document, {resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}}}).then(
    result => done({violations: result.violations.map(rule => ({
        id: rule.id, help: rule.help,
        nodes: rule.nodes.slice(0, 4).map(node => node.target.flat().join(' ') + '  ' +
            (node.any.concat(node.all, node.none)[0] || {message: ''}).message)}))}),
    error => done({error: String(error)}));
"""


@lru_cache(maxsize=1)
def axe_source() -> str:
    specification = find_spec("axe_playwright_python")
    if specification is None or specification.origin is None:
        sys.exit("axe-core is missing: run Scripts/install-dependencies test")
    return (Path(specification.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def accessibility_problems(browser: Browser) -> list[str]:
    """Violations of any axe rule (WCAG A, AA and best practices), in the current view."""
    browser.run(axe_source())
    answer = browser.run(RUN, wait=True)
    if "error" in answer:
        return [f"axe stopped: {answer['error']}"]
    return [
        f"{rule['id']}: {rule['help']} — {node}" for rule in answer["violations"] for node in rule["nodes"] or ["?"]
    ]
