"""Headless Chromium through its driver: sizes, colour schemes, blocked scripts, and what the page asked for."""

from __future__ import annotations

import base64
import json
import shutil
from dataclasses import dataclass, field

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


@dataclass
class Visit:
    """What loading one page did."""

    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


class Browser:
    """One browser, used for all pages one after the other."""

    def __init__(self) -> None:
        options = Options()
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb",
            "--hide-scrollbars", "--lang=fr", "--disable-background-networking", "--disable-component-update",
            # Nothing but the site under test can be reached, whatever a page asks for.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ):
            options.add_argument(argument)
        binary = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if binary:
            options.binary_location = binary
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_page_load_timeout(60)
        self.driver.set_script_timeout(120)
        self.command("Network.enable", {})
        self.command("Network.setCacheDisabled", {"cacheDisabled": True})

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_) -> None:
        self.driver.quit()

    def command(self, name: str, parameters: dict) -> dict:
        return self.driver.execute_cdp_cmd(name, parameters)

    def set_view(self, width: int, height: int, scheme: str) -> None:
        """Sets the width in CSS pixels and the colour scheme, `light` or `dark`."""
        self.command(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        features = [
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.command("Emulation.setEmulatedMedia", {"media": "", "features": features})

    def block_scripts(self, blocked: bool) -> None:
        """Blocks script requests. The engine stays on: the driver needs it to read the page."""
        self.command("Network.setBlockedURLs", {"urls": ["*.js", "*.js?*", "*.mjs", "*.mjs?*"] if blocked else []})

    def visit(self, address: str) -> Visit:
        """Loads a page, waits for it to be still, and returns what happened."""
        self._drain()
        self.driver.get(address)
        self.run("const done = arguments[0]; document.fonts.ready.then(() => setTimeout(done, 120));", wait=True)
        return self._drain()

    def run(self, script: str, *arguments, wait: bool = False):
        """Runs a script in the page through the driver, which the page's policy does not concern."""
        if wait:
            return self.driver.execute_async_script(script, *arguments)
        return self.driver.execute_script(script, *arguments)

    def since_last_visit(self) -> Visit:
        """What happened since the last look, for pages that go on working."""
        return self._drain()

    def screenshot(self, file: str, height_limit: int = 12_000) -> None:
        """A picture of the whole page, from its top down to `height_limit` pixels."""
        size = self.run("return [innerWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": size[0], "height": min(size[1], height_limit), "scale": 1}
        answer = self.command("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        with open(file, "wb") as output:
            output.write(base64.b64decode(answer["data"]))

    def _drain(self) -> Visit:
        visit = Visit()
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            parameters = message.get("params", {})
            if message["method"] == "Network.requestWillBeSent":
                visit.requests.append(parameters["request"]["url"])
            elif message["method"] == "Network.responseReceived" and parameters["response"]["status"] >= 400:
                visit.refused.append(f"{parameters['response']['status']} {parameters['response']['url']}")
        visit.messages = [
            f"{entry['level']}: {entry['message']}"
            for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")
        ]
        return visit
