"""What the served HTML itself says: the strict policy is there, and nothing in the page needs it loosened."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

# What each page must allow at most, whatever host it is put on.
REQUIRED = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "base-uri": "'none'"}

# Attributes that make a browser fetch something on its own.
FETCHING = {("img", "src"), ("script", "src"), ("source", "src"), ("iframe", "src"), ("video", "src"), ("audio", "src"),
            ("embed", "src"), ("object", "data"), ("link", "href"), ("img", "srcset"), ("source", "srcset")}
# Links that name a page rather than load it.
NAMING = {"canonical", "alternate", "next", "prev", "license", "author", "help", "search"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.policy: str | None = None
        self.problems: list[str] = []

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        line = self.getpos()[0]
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = values.get("content", "")
        if tag == "style" or (tag == "script" and "src" not in values and not _is_data(values)):
            self.problems.append(f"line {line}: inline <{tag}>")
        for name, value in values.items():
            if name.startswith("on") or name == "style":
                self.problems.append(f"line {line}: <{tag} {name}=…>")
            if name in ("href", "src", "action", "formaction") and _scheme(value) in ("javascript", "data", "vbscript"):
                self.problems.append(f"line {line}: <{tag} {name}=\"{value[:40]}\">")
            if (tag, name) in FETCHING and urlsplit(value).netloc and not set(values.get("rel", "").split()) & NAMING:
                self.problems.append(f"line {line}: <{tag}> loads {value[:60]}")


def _is_data(values: dict[str, str]) -> bool:
    return values.get("type", "") in ("application/ld+json", "application/json")


def _scheme(value: str) -> str:
    return "".join(value.split()).split(":", 1)[0].lower() if ":" in value else ""


def policy_problems(file: Path) -> list[str]:
    """Inline code, addresses that run code, foreign resources, and a policy that is absent or looser than ours."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    if reader.policy is None:
        return reader.problems + ["the page states no Content-Security-Policy"]
    stated = {part.split()[0]: " ".join(part.split()[1:]) for part in reader.policy.split(";") if part.split()}
    for directive, value in REQUIRED.items():
        # What is not stated falls back on the default, except for the base of addresses.
        present = stated.get(directive, "'none'" if directive != "base-uri" else None)
        if present not in (value, "'none'"):
            reader.problems.append(f"the policy says {directive} {stated.get(directive)}, not {value}")
    if "unsafe" in reader.policy or "*" in reader.policy:
        reader.problems.append(f"the policy is loose: {reader.policy}")
    return reader.problems
