from lxml import html

from articles.importing.readers.markup import shown_lines


def test_raised_and_lowered_characters_stay_what_they_are():
    page = html.fromstring("<p>产能3×10<sup>4</sup>吨，减排CO<sub>2</sub>，见注<sup>[1]</sup></p>")

    assert list(shown_lines(page)) == [("产能3×10⁴吨，减排CO₂，见注[1]", "")]


def test_empty_first_cell_sets_no_row_in():
    page = html.fromstring(
        "<table><tr><td></td><td>已播</td><td></td><td>计划</td></tr>"
        "<tr><td>　　石桥村</td><td>120</td></tr></table>"
    )

    assert list(shown_lines(page)) == [("已播　　计划", "row"), ("　　石桥村　120", "row")]


def test_paragraphs_in_the_cells_of_a_table_of_figures_divide_no_row():
    page = html.fromstring(
        "<table><tr><td><p>队名</p></td><td><p>得分</p></td></tr>"
        "<tr><td><p>石鼓<br>队</p></td><td><p>62</p></td></tr></table><p>比赛持续到8月。</p>"
    )

    assert list(shown_lines(page)) == [
        ("队名　得分", "row"),
        ("石鼓队　62", "row"),
        ("比赛持续到8月。", ""),
    ]


def test_cells_that_lay_out_a_page_hold_its_paragraphs():
    page = html.fromstring(
        "<table><tr><td><p>水渠修好了。</p><p>麦子浇上了。</p></td><td><p>何青摄</p></td></tr></table>"
    )

    assert [role for _, role in shown_lines(page)] == ["", "", ""]
