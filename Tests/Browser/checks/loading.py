"""What a page asks for and complains about while it loads."""

from __future__ import annotations

from browser import Visit


def foreign_requests(visit: Visit, origin: str) -> list[str]:
    """Requests to anywhere but the site's own origin."""
    own = (origin + "/", "data:", "blob:" + origin, "about:", "chrome:")
    return [address for address in visit.requests if not address.startswith(own)]


def complaints(visit: Visit) -> list[str]:
    """Errors and warnings in the console (violations of the policy among them), and requests that were refused."""
    return visit.messages + visit.refused
