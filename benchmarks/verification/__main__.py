"""Measure what verification finds of single edits, what it finds in vain, and how fast it is.

`python -m benchmarks.verification [--part fixing|measuring] [--missed KIND] [--false]`. In each
labelled story the name or the title of one known official is altered at a time; found is what has
a finding at that place that the untouched story has not. Every finding on an untouched story counts
as false. The stories of `measuring` are for measuring only: their errors are not shown.
"""

import argparse
import sys
import time
from collections import Counter

from articles.verification.check import check
from articles.verification.findings import Certainty
from articles.verification.story import StoryText
from benchmarks.extraction.labels import PARTS, read_part
from benchmarks.extraction.readings import read_story
from benchmarks.verification.alterations import KINDS, alterations
from benchmarks.verification.directories import directory_of

CHARACTERS = 5000
LONG_STORY = 2000
ROUNDS = 5
# Where a directory does not know everybody, this finding is right.
UNKNOWN = "name_unknown"


def main():
    options = read_options()
    for part in [options.part] if options.part else PARTS:
        stories = [(one, story) for one in read_part(part) if (story := text_of(one))]
        print(f"\n{part}: {len(stories)} stories")
        measure_findings(stories, options)
    if not (options.missed or options.false):
        measure_speed(stories)


def read_options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verification", description=__doc__)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--missed", metavar="KIND", choices=KINDS, help="what was not found")
    parser.add_argument("--false", action="store_true", help="what was found in untouched text")
    options = parser.parse_args()
    if (options.missed or options.false) and options.part != "fixing":
        sys.exit("Errors are shown of the part for fixing only. Type: --part fixing")
    return options


def text_of(labelled):
    """The story as it would stand at the desk; None where the parser finds none."""
    story = read_story(labelled)
    if story is None:
        return None
    day = story.dateline.date if story.dateline else None
    return StoryText(
        headline=story.headline.headline,
        kicker=story.headline.kicker,
        deck=story.headline.deck,
        paragraphs=tuple(one.text for one in story.paragraphs),
        captions=tuple(one.caption for one in story.photos),
        dateline_day=day,
        edition_day=labelled.edition_date,
    )


def measure_findings(stories, options):
    tried, found, false = Counter(), Counter(), Counter()
    characters, half_known = 0, Counter()
    for labelled, story in stories:
        known = directory_of(labelled)
        untouched = said(story, known.snapshot)
        half = directory_of(labelled, every=2).snapshot
        half_known.update(one.rule for one in said(story, half) if one.rule != UNKNOWN)
        characters += sum(len(text) for _passage, text in story.passages)
        false.update(one.rule for one in untouched)
        if options.false:
            for one in untouched:
                print(
                    labelled.name,
                    one.rule,
                    one.passage,
                    one.printed,
                    one.suggestion,
                    dict(one.facts),
                )
        old = {(one.rule, one.printed) for one in untouched}
        for altered in alterations(story, known):
            tried[altered.kind] += 1
            if is_found(altered, known, old):
                found[altered.kind] += 1
            elif options.missed == altered.kind:
                text = altered.story.paragraphs[altered.paragraph]
                around = text[max(0, altered.start - 30) : altered.end + 12]
                print(labelled.name, altered.was, "→", altered.now, "|", around)
    if not (options.missed or options.false):
        print_found(tried, found)
    print_false("untouched", false, characters)
    print_false("untouched, where half of them are known", half_known, characters)


def print_false(what, rules, characters):
    rate = rules.total() * CHARACTERS / characters
    print(
        f"{what}: {rules.total()} findings on {characters} characters, {rate:.2f} in {CHARACTERS}"
    )
    print(f"    {dict(rules)}")


def said(story, snapshot):
    return [one for one in check(story, snapshot) if one.certainty is not Certainty.UNCHECKED]


def is_found(altered, known, old):
    return any(
        one.passage == ("body", altered.paragraph)
        and one.start < altered.end
        and one.end > altered.start
        and (one.rule, one.printed) not in old
        for one in said(altered.story, known.snapshot)
    )


def print_found(tried, found):
    for kind in KINDS:
        print_share(kind, found[kind], tried[kind])
    print_share("all", found.total(), tried.total())


def print_share(kind, found, tried):
    print(f"{kind:<20}{found:>6} of {tried:>5}{found / (tried or 1):>8.3f}")


def measure_speed(stories):
    snapshot = directory_of(stories[0][0]).snapshot
    texts = [story for _labelled, story in stories]
    started = time.perf_counter()
    check(texts[0], snapshot)
    print(f"first story, with the indexes built: {1000 * (time.perf_counter() - started):.0f} ms")
    long = long_story(texts)
    started = time.perf_counter()
    check(long, snapshot)
    print(
        f"a new story of {LONG_STORY} characters: {1000 * (time.perf_counter() - started):.1f} ms"
    )
    # Of processor time: what others do on the machine meanwhile is not counted.
    started = time.process_time()
    for _ in range(ROUNDS):
        for story in texts:
            check(story, snapshot)
    seconds = time.process_time() - started
    characters = sum(len(text) for story in texts for _passage, text in story.passages)
    print(
        f"{ROUNDS * len(texts) / seconds:.0f} stories a second on one core, "
        f"of {characters / len(texts):.0f} characters on average"
    )


def long_story(texts):
    """Paragraphs of many stories up to that length."""
    paragraphs, length = [], 0
    for paragraph in (one for story in texts for one in story.paragraphs):
        if length >= LONG_STORY:
            break
        paragraphs.append(paragraph[: LONG_STORY - length])
        length += len(paragraphs[-1])
    return StoryText("长稿", paragraphs=tuple(paragraphs), edition_day=texts[0].edition_day)


if __name__ == "__main__":
    main()
