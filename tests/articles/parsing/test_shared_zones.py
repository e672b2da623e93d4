"""Titles that somebody has in several zones at once."""

import pytest

from articles.parsing.mentions import find_mentions


def posts(text):
    return {
        one.name: [f"{post.department}|{post.title}" for post in one.posts]
        for one in find_mentions([text])
    }


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "市委常委、高新区、临空经济区党工委书记",
            ["市委|常委", "高新区党工委|书记", "临空经济区党工委|书记"],
        ),
        ("经开区和综保区党工委副书记", ["经开区党工委|副书记", "综保区党工委|副书记"]),
        ("和平高新区、经开区党工委书记", ["和平高新区党工委|书记", "经开区党工委|书记"]),
        (
            "高新区、自贸区党工委副书记、管委会主任",
            [
                "高新区党工委|副书记",
                "高新区管委会|主任",
                "自贸区党工委|副书记",
                "自贸区管委会|主任",
            ],
        ),
    ],
)
def test_each_zone_has_its_post(title, expected):
    assert posts(f"{title}何青山出席。") == {"何青山": expected}


def test_a_zone_of_the_sentence_is_no_part_of_a_title_of_another():
    found = posts("队员走进高新区，经开区管委会主任何青山接待了他们。")

    assert found == {"何青山": ["经开区管委会|主任"]}
