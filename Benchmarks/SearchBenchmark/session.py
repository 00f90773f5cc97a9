"""One page of the search in a real browser: type, wait for the answer, see what was sent."""

from __future__ import annotations

import time
from urllib.parse import quote

from browser import Browser
from gzip_server import Answer, GzipServer

SHOWN = """
const [text, done] = arguments;
const list = document.getElementById('resultats');
const shown = () => list.dataset.question === text && list.getAttribute('aria-busy') !== 'true';
if (shown()) { done(true); return; }
const watcher = new MutationObserver(() => { if (shown()) { watcher.disconnect(); done(true); } });
watcher.observe(list, { attributes: true });
setTimeout(() => { watcher.disconnect(); done(false); }, 60000);
"""

TYPE = "const f = document.getElementById('champ-recherche'); f.value = arguments[0]; f.dispatchEvent(new Event('input', { bubbles: true }));"

# Time from each key to the results on the page, for the beginnings of a text, in milliseconds.
KEYS = """
const [text, done] = arguments;
const field = document.getElementById('champ-recherche'), list = document.getElementById('resultats');
const answered = (question) => new Promise((resolve) => {
  const shown = () => list.dataset.question === question && list.getAttribute('aria-busy') !== 'true';
  const watcher = new MutationObserver(() => { if (shown()) { watcher.disconnect(); resolve(); } });
  watcher.observe(list, { attributes: true });
});
(async () => {
  const times = [];
  for (let length = 1; length <= text.length; length += 1) {
    const question = text.slice(0, length);
    if (question.trim() === list.dataset.question) { continue; }
    const wait = answered(question.trim());
    const start = performance.now();
    field.value = question;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await wait;
    times.push(performance.now() - start);
  }
  done(times);
})();
"""


class Session:
    """A browser that starts from nothing each time `fresh` is called."""

    def __init__(self, server: GzipServer, browser: Browser, path: str = "/recherche/") -> None:
        self.server, self.browser, self.path = server, browser, path
        browser.command("Network.setCacheDisabled", {"cacheDisabled": False})

    def fresh(self, query: str = "") -> list[Answer]:
        """Opens the search page with an empty cache; returns all that was sent until the results stand."""
        self.browser.driver.get("about:blank")
        self.browser.command("Network.clearBrowserCache", {})
        self._still()
        self.server.drain()
        self.browser.driver.get(self.server.origin + self.path + ("?q=" + quote(query) if query else ""))
        if query:
            self._answered(query)
        return self._still()

    def prepare(self) -> list[Answer]:
        """What the page loads once the reader goes to the field, before any word."""
        self.browser.run("document.getElementById('champ-recherche').focus()")
        return self._still()

    def ask(self, query: str) -> list[Answer]:
        self.browser.run(TYPE, query)
        self._answered(query)
        return self._still()

    def keys(self, text: str) -> list[float]:
        return self.browser.run(KEYS, text, wait=True)

    def texts(self) -> list[str]:
        return self.browser.run("return [...document.querySelectorAll('#resultats > li')].map(li => li.textContent)")

    def _answered(self, query: str) -> None:
        if not self.browser.run(SHOWN, query, wait=True):
            raise TimeoutError(f"« {query} » was not answered within a minute")

    def _still(self, quiet: float = 0.35) -> list[Answer]:
        """The answers, once nothing has been sent for a while."""
        answers: list[Answer] = []
        end = time.monotonic() + quiet + self.server.latency
        while time.monotonic() < end:
            new = self.server.drain()
            if new:
                answers += new
                end = time.monotonic() + quiet + self.server.latency
            time.sleep(0.03)
        return answers
