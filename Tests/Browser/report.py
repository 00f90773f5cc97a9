"""Counting checks and printing one line for each."""

from __future__ import annotations


class Report:
    """Collects the outcome of checks; `summary` is the closing line that continuous integration reads."""

    def __init__(self, quiet: bool = False) -> None:
        self.passed = 0
        self.failures: list[str] = []
        self.quiet = quiet

    def check(self, name: str, problems: list[str]) -> None:
        """Records one check: it passed when `problems` is empty."""
        if not problems:
            self.passed += 1
            self._print(f"ok    {name}")
            return
        self.failures.append(name)
        self._print(f"FAIL  {name}")
        for problem in problems[:12]:
            self._print(f"      {problem}")
        if len(problems) > 12:
            self._print(f"      … and {len(problems) - 12} more")

    def summary(self) -> str:
        return f"{self.passed} passed, {len(self.failures)} failed"

    def _print(self, line: str) -> None:
        if not self.quiet:
            print(line, flush=True)
