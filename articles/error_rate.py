"""The rate of errors in print (编校差错率), by the official method: pure.

Source: 报纸编校差错率计算方法, the annex of 报纸期刊质量管理规定 (国新出发〔2020〕10号), sections 1
and 3.1 to 3.2. It was read in a copy that ends within 3.2, so errors of marks, units and layout are
weighed by whoever notes them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

# A paper passes at three errors in ten thousand characters (报纸期刊质量管理规定).
LIMIT = Decimal(3)
PER = 10_000
# 3.2: in one edition the same error of text counts at most three times.
REPEATS = 3
# 3.2 (3): figures written against the standard count at most one error in an edition.
MOST_FOR_NUMBER_STYLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Error:
    """`weight` is what one place counts in the text of a story, `times` the number of places.

    `is_weighty` doubles it: words of masthead, folio line, column head or headline, and important
    names, dates and pictures in a text (3.1). `same` tells errors of text that are the same; None
    where the limit of repeats does not hold.
    """

    weight: Decimal
    times: int = 1
    is_weighty: bool = False
    is_number_style: bool = False
    same: Hashable = None


@dataclass(frozen=True, slots=True)
class Rate:
    """Errors counted by the method in so many checked characters."""

    errors: Decimal
    characters: int

    @property
    def in_ten_thousand(self):
        """The rate, with two digits behind the point; None where nothing was checked."""
        if not self.characters:
            return None
        found = self.errors * PER / self.characters
        return found.quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def passes(self):
        """Whether it keeps the limit, before any rounding; None where nothing was checked."""
        if not self.characters:
            return None
        return self.errors * PER <= LIMIT * self.characters


def rate(errors: Iterable[Error], characters: int) -> Rate:
    """What these errors count together. Of the same error the places that count most are taken."""
    counted, number_style = Decimal(0), Decimal(0)
    repeated = defaultdict(list)
    for error in errors:
        weight = error.weight * (2 if error.is_weighty else 1)
        if error.is_number_style:
            number_style += weight * error.times
        elif error.same is None:
            counted += weight * error.times
        else:
            repeated[error.same] += [weight] * min(error.times, REPEATS)
    for weights in repeated.values():
        counted += sum(sorted(weights, reverse=True)[:REPEATS])
    return Rate(counted + min(number_style, MOST_FOR_NUMBER_STYLE), characters)


def together(rates: Iterable[Rate]) -> Rate:
    """What several editions come to, those left out of which nobody said how much was checked."""
    checked = [one for one in rates if one.characters]
    return Rate(
        sum((one.errors for one in checked), Decimal(0)), sum(one.characters for one in checked)
    )
