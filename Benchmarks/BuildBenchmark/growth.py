"""What one more fiche costs, from each size to the next."""

from __future__ import annotations

BAR = 1.2
"""A fiche from 10,000 to 30,475 may cost so many times one from 1,000 to 10,000."""

LEAST_SHARE = 0.02
"""Stages below this share of the growth are not named."""


def cost_per_fiche(sizes: list[dict]) -> list[dict]:
    """In milliseconds, of the whole build and of each stage; and beside the step before it, how many times more."""
    steps: list[dict] = []
    wanted = [size for size in sizes if size["fiches"] in (1000, 10000, 30475)]
    chosen = wanted if len(wanted) > 1 else sizes
    for small, large in zip(chosen, chosen[1:]):
        fiches = large["fiches"] - small["fiches"]

        def each(value, small=small, large=large, fiches=fiches):
            return round((value(large["clean"]) - value(small["clean"])) / fiches * 1000, 4)

        step = {"from": small["fiches"], "to": large["fiches"], "wall_ms": each(lambda c: c["wall"]),
                "processor_ms": each(lambda c: c["user"] + c["system"]),
                "stages_ms": {name: each(lambda c, name=name: c["stages"].get(name, 0.0)) for name in large["clean"]["stages"]}}
        if steps and steps[-1]["wall_ms"] > 0 and steps[-1]["processor_ms"] > 0:
            step["wall_ratio"] = round(step["wall_ms"] / steps[-1]["wall_ms"], 3)
            step["processor_ratio"] = round(step["processor_ms"] / steps[-1]["processor_ms"], 3)
        steps.append(step)
    return steps


def growth_lines(sizes: list[dict]) -> list[str]:
    """The steps in words, and where a step costs more than the bar allows, the stages that grew."""
    lines: list[str] = []
    before: dict | None = None
    for step in cost_per_fiche(sizes):
        ratio = f": × {step['wall_ratio']} by the clock, × {step['processor_ratio']} by the processor" if "wall_ratio" in step else ""
        lines += ["", f"From {step['from']} to {step['to']} a fiche costs {step['wall_ms']:.2f} ms ({step['processor_ms']:.2f} of processor){ratio}."]
        if before and step.get("wall_ratio", 0) > BAR:
            lines += ["", f"More than × {BAR}. The stages that grew, in ms a fiche:", ""] + _grown(before, step)
        before = step
    return lines


def _grown(before: dict, step: dict) -> list[str]:
    rows = []
    growth = step["wall_ms"] - before["wall_ms"]
    for name, now in step["stages_ms"].items():
        then = before["stages_ms"].get(name, 0.0)
        if now - then > LEAST_SHARE * growth:
            rows.append((now - then, f"- {name}: {then:.3f} → {now:.3f}"))
    return [row for _, row in sorted(rows, reverse=True)]
