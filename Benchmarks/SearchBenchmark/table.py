"""The table of measures: each figure beside its bar, and beside what Pagefind does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Figure:
    """A measured quantity that must not be above its bar, or not below it."""

    name: str
    value: float
    bar: float
    unit: str
    note: str = ""
    is_least: bool = False

    @property
    def holds(self) -> bool:
        return self.value >= self.bar if self.is_least else self.value <= self.bar

    @property
    def text(self) -> str:
        return (f"{self.value:.3f}" if 0 < self.value < 1 else f"{self.value:.1f}").removesuffix(".0") + (f" {self.unit}" if self.unit else "")


def print_table(figures: list[Figure], peer: dict[str, str]) -> None:
    """Ours beside the peer's; what lies behind both stands below the table."""
    short = {name: text.split(" (")[0].split(":")[0] for name, text in peer.items()}
    rows = [("quantity", "measured", "bar", "", "Pagefind" if peer else "")]
    rows += [(f.name, f.text, f"{'≥' if f.is_least else '≤'} {f.bar:g} {f.unit}".strip(), "holds" if f.holds else "FAILS", short.get(f.name, ""))
             for f in figures]
    rows += [(name, "", "", "", text) for name, text in short.items() if name not in {f.name for f in figures}]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    print()
    for figure in figures:
        if figure.note:
            print(f"{figure.name}: {figure.note}")
    for name, text in peer.items():
        if text != short[name]:
            print(f"{name}, Pagefind: {text}")
