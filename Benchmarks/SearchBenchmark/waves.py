"""How many times a page had to wait for one answer before it could ask the next question."""

from __future__ import annotations

from gzip_server import Answer


# A browser opens so many connections to one host of HTTP/1.1; what comes on top waits for one of them, not for an answer.
CONNECTIONS = 6


def waves(answers: list[Answer], latency: float) -> int:
    """The longest chain of answers of which each was asked for after the one before had come.

    Meant for a server that answers slowly on purpose: what two requests share in time tells that neither waited.
    """
    slack = latency / 4
    depth: list[tuple[Answer, int]] = []
    for answer in answers:
        busy = [level for other, level in depth if other.ended > answer.began - slack]
        before = [level for other, level in depth if other.ended <= answer.began + slack / 2]
        queued = len(busy) >= CONNECTIONS
        depth.append((answer, max(busy) if queued else 1 + max(before, default=0)))
    return max((level for _, level in depth), default=0)
