from lxml import html

from articles.importing.readers.markup import shown_lines


def test_raised_and_lowered_characters_stay_what_they_are():
    page = html.fromstring("<p>产能3×10<sup>4</sup>吨，减排CO<sub>2</sub>，见注<sup>[1]</sup></p>")

    assert list(shown_lines(page)) == [("产能3×10⁴吨，减排CO₂，见注[1]", False)]
