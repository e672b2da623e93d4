"""Build the fluency model that the project ships, or show how well such models judge.

`python -m benchmarks.extraction.fluency DICTIONARY` writes articles/parsing/fluency.json.gz from
jieba's dictionary (dict.txt of the package jieba, MIT: articles/parsing/fluency.LICENSE.txt), the
sample paper, the stories of `fixing` and prose.txt, which was written for it; never from those of
`measuring`. With `--curve`, five models each judge a fifth of the stories that they have not seen,
and nothing is written.
Figures of the shipped model on `fixing` are those of texts that it knows: only the curve and
`measuring` tell how good it is.
"""

import argparse
import random
import re
from collections import defaultdict
from pathlib import Path

from articles.parsing import fluency
from articles.parsing.fluency_training import read_dictionary, train
from articles.parsing.unmatched import unmatched_marks
from benchmarks.extraction.cuts import SHORTEST, every_cut, whole_paragraphs
from benchmarks.extraction.labels import read_part

PROSE = Path(__file__).with_name("prose.txt")
SAMPLE_PAPER = Path(__file__).parents[2] / "newsroom" / "sample"
ENDS = tuple("。！？”")
FOLDS = 5
CLEAN_SHARES = (0.05, 0.08, 0.10, 0.12, 0.14, 0.20)


def main():
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.extraction.fluency", description=__doc__
    )
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--curve", action="store_true", help="lossy cuts found, by clean flagged")
    options = parser.parse_args()
    with options.dictionary.open(encoding="utf-8") as lines:
        words = read_dictionary(lines)
    stories = dict(sorted(own_stories()))
    if options.curve:
        print_curve(list(judged(stories, words)))
    else:
        fluency.save(train(lambda: texts(stories.values()), words), fluency.DEFAULT_PATH)


def own_stories():
    """The whole paragraphs of each story that the project may learn from."""
    for labelled in read_part("fixing"):
        yield labelled.name, list(whole_paragraphs(labelled))
    # Not by the parser, which needs a model itself.
    for path in sorted(SAMPLE_PAPER.glob("*/*.md")):
        stories = re.split(r"(?m)^##? ", path.read_text(encoding="utf-8"))
        for number, story in enumerate(stories):
            whole = [line.strip() for line in story.splitlines() if line.strip()[-1:] in ENDS]
            whole = [line for line in whole if len(line) >= SHORTEST]
            yield f"{path.parent.name}/{path.stem}/{number}", whole
    for number, paragraph in enumerate(PROSE.read_text(encoding="utf-8").splitlines()):
        yield f"prose/{number}", [paragraph]


def texts(stories):
    return ["\n".join(paragraphs) for paragraphs in stories if paragraphs]


def judged(stories, words):
    """For every cut its kind and evidence, by a model that has not seen the story."""
    names = sorted(stories)
    random.Random(3).shuffle(names)
    for fold in range(FOLDS):
        unseen = set(names[fold::FOLDS])
        known = [stories[name] for name in names if name not in unseen]
        model = train(lambda known=known: texts(known), words)
        for name in sorted(unseen):
            for cut in every_cut(stories[name], random.Random(name)):
                around = f"{cut.before}\n{cut.after}"
                alone = any(unmatched_marks(cut.before + cut.after))
                evidence = model.evidence(cut.before, cut.after, around)
                yield cut.kind, float("-inf") if alone else evidence


def print_curve(cuts):
    evidence = defaultdict(list)
    for kind, value in cuts:
        evidence[kind].append(value)
    clean, lossy = sorted(evidence["clean"]), evidence["lossy"]
    print(f"{len(clean)} clean cuts, {len(lossy)} lossy ones\nclean flagged  lossy found")
    for share in CLEAN_SHARES:
        threshold = clean[int(share * len(clean))]
        found = sum(value < threshold for value in lossy) / len(lossy)
        print(f"{share:>13.2f}{found:>13.3f}")


if __name__ == "__main__":
    main()
