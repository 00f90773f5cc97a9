"""Questions drawn from the titles of a site, with the slips and shortcuts of people who type. The same seed, the same questions."""

from __future__ import annotations

import random
import re
import unicodedata


def questions(titles: list[str], numbers: list[str], count: int, seed: int = 1) -> list[str]:
    """`count` questions, the same for the same titles and seed: whole titles, parts, slips, feminines, codes, mixtures."""
    source = random.Random(seed)
    makers = (_whole, _cut, _some_words, _slip, _two_slips, _plain, _shouted, _feminine, _mixture)
    found: list[str] = []
    while len(found) < count:
        if numbers and source.random() < 0.08:
            found.append(_code(source, source.choice(numbers)))
            continue
        text = source.choice(makers)(source, source.choice(titles), titles).strip()
        if text:
            found.append(text)
    return found


def _whole(source, title, titles):
    return title


def _cut(source, title, titles):
    return title[: source.randint(2, max(2, len(title)))]


def _some_words(source, title, titles):
    words = title.split()
    return " ".join(source.sample(words, min(len(words), source.randint(1, 3))))


def _slip(source, title, titles):
    words = _some_words(source, title, titles).split()
    place = source.randrange(len(words)) if words else 0
    if not words or len(words[place]) < 4:
        return " ".join(words)
    word = words[place]
    at = source.randrange(len(word) - 1)
    kind = source.randrange(4)
    words[place] = (
        word[:at] + word[at + 1:] if kind == 0 else
        word[:at] + source.choice("aeilnorstu") + word[at:] if kind == 1 else
        word[:at] + source.choice("aeilnorstu") + word[at + 1:] if kind == 2 else
        word[:at] + word[at + 1] + word[at] + word[at + 2:])
    return " ".join(words)


def _two_slips(source, title, titles):
    return _slip(source, _slip(source, title, titles) or title, titles)


def _plain(source, title, titles):
    decomposed = unicodedata.normalize("NFD", title)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'")


def _shouted(source, title, titles):
    return title.upper()


def _feminine(source, title, titles):
    return re.sub(r"(?<=[a-z]{3})teur\b", "trice", re.sub(r"(?<=[a-z]{3})ier\b", "ière", re.sub(r"(?<=[a-z]{3})eur\b", "euse", title, count=1), count=1))


def _mixture(source, title, titles):
    return " ".join(source.choice(source.choice(titles).split()) for _ in range(2))


def _code(source, number):
    digits = re.sub(r"\D", "", number)
    letters = re.sub(r"\d", "", number)
    return source.choice((number, number.lower(), f"{letters} {digits}", f"{letters}-{digits}", digits, digits[:3], number[:-1]))
