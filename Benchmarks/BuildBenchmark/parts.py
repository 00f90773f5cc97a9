"""The parts of a measure: each is timed, and one that fails does not take the others with it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


class Parts:
    """What was done so far: how long each part took, and why one gave no figures."""

    def __init__(self) -> None:
        self.times: list[tuple[str, float]] = []
        self.failures: dict[str, str] = {}

    def attempt(self, name: str, work: Callable[[], None]) -> bool:
        """Does one part; false where it failed, for a reason that is kept and told."""
        print(f"{name} …", flush=True)
        start = time.monotonic()
        try:
            work()
        except Exception as failure:  # noqa: BLE001 — whatever went wrong, what was measured stays
            self.failures[name] = f"{type(failure).__name__}: {failure}".strip()[:2000]
        took = time.monotonic() - start
        self.times.append((name, took))
        if name in self.failures:
            print(f"{name}: failed after {took:.1f} s: {self.failures[name]}", file=sys.stderr, flush=True)
            return False
        print(f"{name}: {took:.1f} s", flush=True)
        return True
