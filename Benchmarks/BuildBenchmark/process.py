"""One process, and what it cost."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Cost:
    """Seconds; bytes for memory: the high-water mark that the kernel keeps of the largest of its processes."""

    wall: float
    user: float
    system: float
    memory: int
    load: float
    status: int
    output: str = field(repr=False, default="")

    @property
    def processor(self) -> float:
        return self.user + self.system


LONGEST = float(os.environ.get("PARCHEMIN_BENCHMARK_LONGEST", "3600"))
"""Seconds after which a process is ended."""


def run(command: list[str], folder: Path | None = None) -> Cost:
    """Runs a command to its end; what it says on the standard error is not kept."""
    load = os.getloadavg()[0]
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, errors="replace")
    assert process.stdout
    guard = threading.Timer(LONGEST, process.kill)
    guard.start()
    try:
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        guard.cancel()
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    return Cost(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss * unit, load, process.returncode, output)


def available_memory() -> int | None:
    """In bytes; None where the system does not say."""
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), None)


def settle() -> None:
    """Lets the disk finish what earlier work left."""
    os.sync()
    time.sleep(float(os.environ.get("PARCHEMIN_BENCHMARK_REST", "5")))
