import re

import pytest

from articles.shown_pictures import picture_html, picture_of

DIGEST = "ab" * 32
NAME = f"photos/ab/{DIGEST}.jpg"
BEGIN = f"/media/renditions/{DIGEST}/"


def test_each_format_is_offered_in_every_width_that_the_picture_has():
    html = picture_html(picture_of(NAME, 700, 500, "桥"), "100vw")

    widths = {320: 320, 480: 480, 640: 640, 960: 700}
    for form in ("avif", "webp"):
        srcset = ", ".join(f"{BEGIN}{step}.{form} {wide}w" for step, wide in widths.items())
        assert f'<source type="image/{form}" sizes="100vw" srcset="{srcset}">' in html
    assert f'<img src="{BEGIN}960.jpg" width="700" height="500" alt="桥"' in html


def test_picture_of_a_list_is_offered_no_wider_than_it_is_shown():
    html = picture_html(picture_of(NAME, 2400, 1600), "auto, 6.5rem", most=640, alt="")

    assert re.findall(r"(\d+)w", html) == ["320", "480", "640"] * 2
    assert f'src="{BEGIN}640.jpg"' in html


def test_browsers_measure_only_pictures_that_wait_until_they_are_near():
    picture = picture_of(NAME, 2400, 1600)

    lazy = picture_html(picture, "auto, 6.5rem")
    assert 'sizes="auto, 6.5rem" loading="lazy"' in lazy
    first = picture_html(picture, "100vw", is_first=True)
    assert 'fetchpriority="high"' in first
    assert "loading" not in first


@pytest.mark.parametrize(
    ("focus", "classes"),
    [("", ""), ("0,1000", "across-0 down-10"), ("333,680", "across-3 down-7")],
)
def test_focal_point_is_a_class_because_pages_hold_no_style(focus, classes):
    picture = picture_of(NAME, 700, 500, focus=focus)

    assert picture.crop == classes
    assert ("class" in picture_html(picture, "100vw")) is bool(classes)


def test_words_are_escaped_and_the_caption_stands_in_for_a_missing_text():
    html = picture_html(picture_of(NAME, 700, 500, caption='"><script>'), "100vw")

    assert 'alt="&quot;&gt;&lt;script&gt;"' in html


def test_other_sites_are_given_one_jpeg():
    assert picture_of(NAME, 2400, 1600).shared_url == f"{BEGIN}1280.jpg"
    assert picture_of(NAME, 300, 200).shared_url == f"{BEGIN}320.jpg"
