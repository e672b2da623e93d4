"""The official method, by its own example and by each of its rules."""

from decimal import Decimal

import pytest

from articles.error_rate import Error, Rate, rate, together

ONE, TENTH = Decimal(1), Decimal("0.1")


def counted(*errors):
    return rate(errors, 10_000).errors


def test_example_of_the_document():
    """检查总字数为2万, 2个差错: 1/10000."""
    found = rate([Error(ONE), Error(ONE)], 20_000)

    assert found.in_ten_thousand == ONE
    assert found.passes


def test_headings_and_important_names_count_double():
    assert counted(Error(ONE, is_weighty=True)) == 2


def test_same_error_counts_at_most_three_times():
    assert counted(Error(ONE, times=5, same="a")) == 3
    assert counted(*[Error(ONE, same="a")] * 2, Error(ONE, times=2, same="b")) == 4


def test_of_the_same_error_the_places_that_count_most_are_taken():
    errors = [Error(ONE, times=3, same="a"), Error(ONE, is_weighty=True, same="a")]

    assert counted(*errors) == 4


@pytest.mark.parametrize(("times", "expected"), [(4, "0.4"), (10, "1"), (25, "1")])
def test_number_style_counts_at_most_one_in_an_edition(times, expected):
    assert counted(Error(TENTH, times=times, is_number_style=True)) == Decimal(expected)


def test_errors_of_no_text_are_not_limited():
    assert counted(Error(TENTH, times=40)) == 4


@pytest.mark.parametrize(
    ("errors", "characters", "passes"), [(3, 10_000, True), (3, 9_999, False), (4, 13_334, True)]
)
def test_paper_passes_at_three_in_ten_thousand(errors, characters, passes):
    assert rate([Error(ONE, times=errors)], characters).passes is passes


def test_rate_that_rounds_to_the_limit_does_not_pass():
    found = rate([Error(ONE, times=3)], 9_999)

    assert found.in_ten_thousand == 3
    assert not found.passes


def test_rate_is_rounded_as_figures_are_in_print():
    """四舍五入."""
    assert rate([Error(ONE)], 80_000).in_ten_thousand == Decimal("0.13")


@pytest.mark.parametrize("errors", [[], [Error(ONE)]])
def test_nothing_checked_has_no_rate_and_neither_passes_nor_fails(errors):
    found = rate(errors, 0)

    assert found.in_ten_thousand is None
    assert found.passes is None


def test_places_beyond_count_cost_nothing():
    assert counted(Error(ONE, times=10**15, same="a")) == 3
    assert counted(Error(TENTH, times=10**15, is_number_style=True)) == 1


def test_editions_together_are_errors_by_characters_not_a_mean_of_rates():
    found = together([Rate(ONE, 10_000), Rate(ONE, 30_000), Rate(ONE, 0)])

    assert (found.errors, found.characters, found.in_ten_thousand) == (2, 40_000, Decimal("0.5"))
