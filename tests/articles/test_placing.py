"""Pictures stand where an editor put them, and follow their paragraphs."""

from types import SimpleNamespace

import pytest

from articles.placing import laid_out, moved

ONE, TWO, THREE = "<p>第一段。</p>", "<p>第二段，说到桥。</p>", "<p>第三段，说到河。</p>"
LIST = "<ul><li>甲</li><li>乙</li></ul>"


def shown(html, *places):
    """What stands on the page in its order; pictures by their number."""
    pictures = [SimpleNamespace(number=n, placed_after=place) for n, place in enumerate(places, 1)]
    laid = laid_out(html, pictures)
    row = [picture.number for picture in laid.before]
    for stretch in laid.stretches:
        row += [stretch.html, *(picture.number for picture in stretch.pictures)]
    return row + [picture.number for picture in laid.behind]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], [ONE + TWO + THREE]),
        ([None, None], [1, ONE + TWO + THREE, 2]),
        ([2], [ONE + TWO, 1, THREE]),
        ([None, 1, 1, None], [1, ONE, 2, 3, TWO + THREE, 4]),
        ([0, 0], [1, 2, ONE + TWO + THREE]),
        ([3, None], [ONE + TWO + THREE, 1, 2]),
        ([9], [ONE + TWO + THREE, 1]),
    ],
)
def test_pictures_stand_among_the_parts(places, expected):
    assert shown(ONE + TWO + THREE, *places) == expected


def test_list_is_one_part():
    assert shown(ONE + LIST + TWO, 2) == [ONE + LIST, 1, TWO]


def test_without_text_a_placed_picture_comes_first():
    assert shown("", None, 3, None) == [1, 2, "", 3]


@pytest.mark.parametrize(
    ("place", "after", "expected"),
    [
        (2, ONE + TWO + THREE, 2),
        (2, "<p>新来的。</p>" + ONE + TWO + THREE, 3),
        (2, TWO + THREE, 1),
        (2, ONE + "<p>第二段，说到新桥。</p>" + THREE, 2),
        (2, ONE + "<p>第二段，</p><p>说到桥。</p>" + THREE, 3),
        (2, "<p>第一段。第二段，说到桥。</p>" + THREE, 1),
        (2, TWO + ONE + THREE, 1),
        (2, ONE + LIST + TWO.replace("p>", "h3>") + THREE, 3),
        (2, ONE + THREE, 1),
        (1, TWO + THREE, 0),
        (3, ONE + TWO, 2),
        (3, "", 0),
        (9, ONE + TWO + THREE + LIST, 3),
        (0, THREE, 0),
        (None, THREE, None),
    ],
)
def test_picture_follows_its_part(place, after, expected):
    assert moved(place, ONE + TWO + THREE, after) == expected


def test_of_two_parts_alike_each_keeps_its_picture():
    before = ONE + "<p>＊</p>" + TWO + "<p>＊</p>" + THREE
    after = "<p>新来的。</p>" + before
    assert [moved(place, before, after) for place in (2, 4)] == [3, 5]


def test_place_in_a_text_that_was_empty_is_before_it():
    assert moved(1, "", ONE) == 0
