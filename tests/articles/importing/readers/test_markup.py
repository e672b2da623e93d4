from lxml import html

from articles.importing.readers.markup import shown_lines


def test_raised_and_lowered_characters_stay_what_they_are():
    page = html.fromstring("<p>产能3×10<sup>4</sup>吨，减排CO<sub>2</sub>，见注<sup>[1]</sup></p>")

    assert list(shown_lines(page)) == [("产能3×10⁴吨，减排CO₂，见注[1]", False)]


def test_empty_first_cell_sets_no_row_in():
    page = html.fromstring(
        "<table><tr><td></td><td>已播</td><td></td><td>计划</td></tr>"
        "<tr><td>　　石桥村</td><td>120</td></tr></table>"
    )

    assert list(shown_lines(page)) == [("已播　　计划", False), ("　　石桥村　120", False)]
