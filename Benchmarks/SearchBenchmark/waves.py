"""How many times a page had to wait for one answer before it could ask the next question."""

from __future__ import annotations

from gzip_server import Answer


def waves(answers: list[Answer], latency: float) -> int:
    """The longest chain of answers of which each was asked for after the one before had come.

    Meant for a server that answers slowly on purpose: what two requests share in time tells that neither waited.
    """
    depth: list[tuple[Answer, int]] = []
    for answer in answers:
        before = [level for other, level in depth if other.ended <= answer.began + latency / 10]
        depth.append((answer, 1 + max(before, default=0)))
    return max((level for _, level in depth), default=0)
