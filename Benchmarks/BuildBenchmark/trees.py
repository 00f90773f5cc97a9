"""Trees of files."""

from __future__ import annotations

import filecmp
import os
from pathlib import Path


def tree(folder: Path) -> tuple[int, int]:
    """How many files a folder holds, and their bytes."""
    sizes = [os.lstat(Path(place) / name).st_size for place, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def differences(one: Path, other: Path) -> list[str]:
    """The paths that are not in both trees with the same bytes."""
    def paths(folder: Path) -> set[str]:
        return {os.path.relpath(Path(place) / name, folder) for place, _, names in os.walk(folder) for name in names}

    both = paths(one) & paths(other)
    found = paths(one) ^ paths(other) | {path for path in both if not filecmp.cmp(one / path, other / path, shallow=False)}
    return sorted(found)
