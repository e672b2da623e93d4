"""Made-up stories with more different pairs of characters than real ones have, at every size.

Words are drawn one by one by the frequencies of the dictionary in the fluency model. Nothing says
which word follows which, so where two meet a pair arises by chance; prose has phrases, subjects and
repetitions instead. For the names and rare characters of an archive one word in eight is drawn
evenly from all 134,842, and given names are from all their 9,970 characters.

`python -m benchmarks.words` counts the different pairs and characters in so much text, beside the
labelled stories of benchmarks/extraction/fixing: docs/decisions/0009 has the counts, and those of a
newspaper.
"""

import os
import random
from functools import cache
from itertools import accumulate, islice

from benchmarks.extraction.labels import read_part

DRAWN_EVENLY, WITH_NUMBER, WITH_NAME = 0.125, 0.12, 0.08
WORDS_OF_A_CLAUSE = range(3, 8)
# Marks between clauses: of eight four are commas.
MARKS = ",,,,、、:;"
# How long a sentence is, and how many a story has behind its first.
LENGTH, SENTENCES = 140, 3
LENGTH_OF_HEADLINE = 8
SIZES = (600, 2_000, 5_000, 10_000, 33_000, 100_000, 300_000, 1_000_000, 1_750_000)


def story(chance):
    """A headline and paragraphs, which begin with what searches ask for: who, where, phrases."""
    from benchmarks.printed import DEEDS, GIVEN, PLACES, PLAIN, SURNAMES, TITLES

    place = chance.choice(PLACES)
    person = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
    return f"{place}{sentence(chance)[:LENGTH_OF_HEADLINE]}", [
        f"{place}{chance.choice(TITLES)}{person}{chance.choice(DEEDS)}。",
        *(chance.choice(PLAIN) + sentence(chance) for _number in range(SENTENCES)),
    ]


def sentence(chance):
    """Clauses of words by chance, until it is long enough."""
    text = _clause(chance)
    while len(text) < LENGTH:
        text += chance.choice(MARKS) + _clause(chance)
    return text + "。"


def _clause(chance):
    from benchmarks.printed import SURNAMES

    words, frequencies, characters = _dictionary()
    drawn = chance.choices(words, cum_weights=frequencies, k=chance.choice(WORDS_OF_A_CLAUSE))
    parts = [chance.choice(words) if chance.random() < DRAWN_EVENLY else word for word in drawn]
    if chance.random() < WITH_NUMBER:
        parts.append(str(chance.randrange(10 ** chance.randint(1, 4))))
    if chance.random() < WITH_NAME:
        parts += [chance.choice(SURNAMES), chance.choice(characters), chance.choice(characters)]
    return "".join(parts)


@cache
def _dictionary():
    """The words, their frequencies added up, and their characters."""
    from articles.parsing.fluency import default_model

    counts = default_model().words.counts
    words = sorted(counts)
    frequencies = list(accumulate(counts[word][1] for word in words))
    return words, frequencies, sorted(set("".join(words)))


def main():
    os.environ |= {
        "DEBUG": "true",
        "SECRET_KEY": "benchmark",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    from articles.search.folding import fold

    sets = [[*map(fold, labelled())], [*map(fold, made_up(SIZES[-1]))]]
    print(f"{'':>10}{'labelled':>20}{'made up':>20}")
    print(f"{'text':>10}{'pairs, characters':>20}{'pairs, characters':>20}")
    for size in SIZES:
        print(f"{size:>10,}", *(f"{_told(counted(texts, size)):>19}" for texts in sets))


def labelled():
    """In no order: those that were written together are alike."""
    stories = [one.text for one in read_part("fixing") if one.path.suffix in (".md", ".txt")]
    random.Random(1).shuffle(stories)
    return stories


def made_up(characters):
    """Stories with at least so many characters together."""
    chance = random.Random(1990)
    while characters > 0:
        headline, paragraphs = story(chance)
        text = "\n".join([headline, *paragraphs])
        characters -= len(text.replace("\n", ""))
        yield text


def counted(texts, size):
    """How many different pairs and characters so much text has: the mean of the first 30 parts."""
    counts = list(islice(_counts(texts, size), 30))
    return [sum(column) / len(counts) for column in zip(*counts, strict=True)]


def _told(counts):
    return " ".join(f"{count:,.0f}" for count in counts)


def _counts(texts, size):
    """The different pairs and characters of one part of that size after the other."""
    pairs, characters, length = set(), set(), 0
    for text in texts:
        for run in text.split("\n"):
            pairs.update(map(str.__add__, run, run[1:]))
            characters.update(run)
            length += len(run)
        if length >= size:
            yield len(pairs) * size / length, len(characters)
            pairs, characters, length = set(), set(), 0


if __name__ == "__main__":
    main()
