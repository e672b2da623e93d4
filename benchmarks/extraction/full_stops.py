"""Learn the weights of `articles.parsing.full_stops`, or show how well such weights judge.

`python -m benchmarks.extraction.full_stops` prints weights learnt from the stories of `fixing`:
from the true breaks between their paragraphs, and from each full stop inside one; then which share
of either is doubted, by weights that were learnt without the stories judged.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.parsing.fluency import default_model
from articles.parsing.fluency_training import learn_weights
from articles.parsing.full_stops import parts_of
from articles.parsing.joins import is_own
from benchmarks.extraction.cuts import MARGIN, true_paragraphs
from benchmarks.extraction.labels import read_part

STOP = re.compile("[。！？]”?(?=[^”』」）])")
ENDS = tuple("。！？”")
FOLDS = 5
FALSE_SHARES = (0.02, 0.04, 0.06, 0.08)


def main():
    examples = [
        (number % FOLDS, parts, goes_on)
        for number, labelled in enumerate(read_part("fixing"))
        for parts, goes_on in _examples(list(true_paragraphs(labelled)))
    ]
    print(*(f"{one:.2f}" for one in _learnt(examples)), sep=", ")
    judged = []
    for fold in range(FOLDS):
        weights = _learnt([one for one in examples if one[0] != fold])
        judged += [
            (sum(w * part for w, part in zip(weights, parts, strict=True)), goes_on)
            for number, parts, goes_on in examples
            if number == fold
        ]
    print_curve(judged)


def print_curve(judged):
    breaks = sorted((value for value, goes_on in judged if not goes_on), reverse=True)
    inside = [value for value, goes_on in judged if goes_on]
    print(f"{len(breaks)} breaks, {len(inside)} full stops\nbreaks doubted  found  above")
    for share in FALSE_SHARES:
        least = breaks[int(share * len(breaks))]
        found = sum(value > least for value in inside) / len(inside)
        print(f"{share:>14.2f}{found:>7.3f}{least:>7.2f}")


def _examples(paragraphs) -> Iterator:
    opening = default_model().opening
    for before, after in pairwise(paragraphs):
        is_judged = before.endswith(ENDS) and after.endswith(ENDS)
        if is_judged and not is_own(before) and not is_own(after):
            yield parts_of(before, len(before), after, opening(after)), False
    for text in paragraphs:
        for match in STOP.finditer(text, MARGIN, len(text) - MARGIN):
            before, after = text[: match.end()], text[match.end() :]
            if not is_own(before) and not is_own(after):
                yield parts_of(before, len(before), after, opening(after)), True


def _learnt(examples):
    # The last part is constant, as in the examples of a fluency model.
    return learn_weights([(parts, not goes_on) for _, parts, goes_on in examples])


if __name__ == "__main__":
    main()
