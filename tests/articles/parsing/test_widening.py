from datetime import date

from articles.parsing.pipeline import parse_page
from articles.parsing.punctuation import REASON

PAGE = """# 麦收:一镇一策
# 夏粮入库增产,增收
——柳河镇(大田)见闻

本报讯(记者 何青)7月8日,县委副书记,县长罗大川出席会议,强调"颗粒

归仓",收3,000吨。

![麦收,开镰! 何青 摄](a,b.jpg)
"""


def story():
    (one,) = parse_page(PAGE, edition_date=date(2023, 7, 9)).stories
    return one


def test_headline_paragraphs_and_captions_have_full_width_marks():
    one = story()
    assert one.headline.kicker == "麦收：一镇一策"
    assert one.headline.headline == "夏粮入库增产，增收"
    assert one.headline.deck == "——柳河镇（大田）见闻"
    assert [p.text for p in one.paragraphs] == [
        "7月8日，县委副书记，县长罗大川出席会议，强调“颗粒归仓”，收3,000吨。"
    ]
    assert one.photos[0].caption == "麦收，开镰！"
    assert one.photos[0].file_name == "a,b.jpg"


def test_each_mark_is_an_edit_at_its_place_in_the_source():
    edits = [edit for edit in story().edits if edit.reason == REASON]
    assert [(edit.removed, edit.replacement) for edit in edits] == [
        *((":", "："), (",", "，"), ("(", "（"), (")", "）"), (",", "，"), (",", "，")),
        *((",", "，"), ('"', "“"), ('"', "”"), (",", "，"), (",", "，"), ("!", "！")),
    ]
    assert all(PAGE[e.source.start : e.source.end] == e.removed for e in edits)


def test_names_titles_and_doubts_keep_the_marks_of_the_print():
    one = story()
    assert [official.title for official in one.officials] == ["县委副书记,县长"]
    assert one.paragraphs[0].joins[0].before.endswith('强调"颗粒')


def test_joins_still_count_in_the_paragraph():
    (paragraph,) = story().paragraphs
    (join,) = paragraph.joins
    assert paragraph.text[join.offset :] == "归仓”，收3,000吨。"


def test_printed_headline_is_that_of_the_page():
    page = "# 麦子熟了,一镇一策\n\n7月8日，麦子熟了。\n"
    (one,) = parse_page(page, edition_date=date(2023, 7, 9)).stories
    assert one.headline.headline == "麦子熟了，一镇一策"
    assert one.printed_headline == "麦子熟了,一镇一策"
