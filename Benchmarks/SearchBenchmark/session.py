"""One page of the search in a real browser: type, wait for the answer, see what was sent."""

from __future__ import annotations

import time
from urllib.parse import quote

from browser import Browser
from gzip_server import Answer, GzipServer

# How a question ended: "complete" once its results and their passages stand, else what the page says that failed.
ENDED = """
const [text, done] = arguments;
const list = document.getElementById('resultats'), failure = document.getElementById('panne');
const ended = () => !failure.hidden ? failure.textContent.trim()
  : list.dataset.question === text && list.dataset.complete === text && list.getAttribute('aria-busy') !== 'true' ? 'complete' : '';
if (ended()) { done(ended()); return; }
const watcher = new MutationObserver(() => { if (ended()) { watcher.disconnect(); done(ended()); } });
for (const node of [list, failure]) { watcher.observe(node, { attributes: true }); }
"""

TYPE = "const f = document.getElementById('champ-recherche'); f.value = arguments[0]; f.dispatchEvent(new Event('input', { bubbles: true }));"

# Time from each key to the results on the page, for the beginnings of a text, in milliseconds.
KEYS = """
const [text, done] = arguments;
const field = document.getElementById('champ-recherche'), list = document.getElementById('resultats'), failure = document.getElementById('panne');
const answered = (question) => new Promise((resolve, reject) => {
  const watcher = new MutationObserver(() => {
    const shown = list.dataset.question === question && list.getAttribute('aria-busy') !== 'true';
    if (!shown && failure.hidden) { return; }
    watcher.disconnect();
    if (shown) { resolve(); } else { reject(failure.textContent.trim()); }
  });
  for (const node of [list, failure]) { watcher.observe(node, { attributes: true }); }
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
  return times;
})().then(done, (error) => done('' + error));
"""


class NoAnswer(Exception):
    """The page says that a question has no answer, or its scripts did not start."""


class Session:
    """A browser that starts from nothing each time `fresh` is called."""

    def __init__(self, server: GzipServer, browser: Browser, path: str = "/recherche/") -> None:
        self.server, self.browser, self.path = server, browser, path
        browser.command("Network.setCacheDisabled", {"cacheDisabled": False})

    def fresh(self, query: str = "") -> list[Answer]:
        """Opens the search page with an empty cache; returns all that was sent until the results and their passages stand."""
        self.browser.driver.get("about:blank")
        self.browser.command("Network.clearBrowserCache", {})
        self._sent()
        self.browser.driver.get(self.server.origin + self.path + ("?q=" + quote(query) if query else ""))
        self._ended(query)
        return self._sent()

    def ask(self, query: str) -> list[Answer]:
        """Types a question into the page that is open."""
        self.browser.run(TYPE, query)
        self._ended(query)
        return self._sent()

    def keys(self, text: str) -> list[float]:
        """Types a text letter by letter; the milliseconds that each took."""
        times = self.browser.run(KEYS, text, wait=True)
        if isinstance(times, str):
            raise NoAnswer(f"« {text} »: {times}")
        return times

    def titles(self) -> list[str]:
        """The titles of the results."""
        return self.browser.run("return [...document.querySelectorAll('#resultats > li h3')].map(h => h.textContent)")

    def _ended(self, query: str) -> None:
        if not self.browser.run("return Boolean(document.getElementById('resultats') && document.getElementById('panne'))"):
            raise NoAnswer(f"{self.path} is no search page")
        ended = self.browser.run(ENDED, query, wait=True)
        if ended != "complete":
            raise NoAnswer(f"« {query} »: {ended}")

    def _sent(self) -> list[Answer]:
        """The answers of the server since the last look, once it has none left to give."""
        answers: list[Answer] = []
        idle = time.monotonic()
        # A request that waits for a connection comes at once behind the one before it.
        while time.monotonic() < idle + 0.1:
            new = self.server.drain()
            if new or self.server.is_busy:
                answers += new
                idle = time.monotonic()
            time.sleep(0.01)
        return sorted(answers, key=lambda a: a.began)
