import pytest

from articles.importing.readers.turning import (
    ASLANT,
    RUNS_DOWN,
    RUNS_UP,
    UPRIGHT,
    UPSIDE_DOWN,
    Box,
    turn_of,
    turned,
)

PLACED = {"x0": 10, "top": 20, "x1": 30, "bottom": 25}


@pytest.mark.parametrize(
    ("matrix", "turn"),
    [
        ((1, 0, 0, 1, 0, 0), UPRIGHT),
        ((1, 0, 0.3, 1, 0, 0), UPRIGHT),
        ((0, -1, 1, 0, 0, 0), RUNS_DOWN),
        ((0, 1, -1, 0, 0, 0), RUNS_UP),
        ((-1, 0, 0, -1, 0, 0), UPSIDE_DOWN),
        ((-1, 0, 0, 1, 0, 0), UPRIGHT),
        ((0.999, 0.03, -0.03, 0.999, 0, 0), UPRIGHT),
        ((0.7, 0.7, -0.7, 0.7, 0, 0), ASLANT),
        ((0.87, -0.5, 0.5, 0.87, 0, 0), ASLANT),
    ],
)
def test_the_matrix_of_a_character_says_which_way_its_line_runs(matrix, turn):
    assert turn_of(matrix) == turn


@pytest.mark.parametrize(
    ("turn", "box"),
    [
        (UPRIGHT, Box(10, 20, 30, 25)),
        (RUNS_DOWN, Box(20, 70, 25, 90)),
        (UPSIDE_DOWN, Box(70, 175, 90, 180)),
        (RUNS_UP, Box(175, 10, 180, 30)),
    ],
)
def test_a_box_stands_where_it_would_on_the_turned_page(turn, box):
    assert turned(PLACED, turn, 100, 200) == box
