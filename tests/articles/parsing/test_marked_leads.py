"""The marked line with which the news begins, below words of pictures or an editor's note."""

from datetime import date

import pytest

from articles.parsing.pipeline import parse_page

APRIL = date(2023, 4, 4)
LEAD = "柳河客户端4月2日讯（记者 何青）昨日，夏粮入库。村民都来了。"


def story(above):
    page = parse_page(f"# 夏粮入库\n\n{above}\n\n{LEAD}\n\n粮站忙起来了。", edition_date=APRIL)
    (found,) = page.stories
    return found


@pytest.mark.parametrize(
    "above",
    [
        "村民把粮食装上车。",
        "村民把粮食装上车。\n\n粮站里排起了队。",
        "县粮食局：",
        "编者按：夏粮入库了，今年的收成好，让我们跟着记者去看一看粮站里的人和事，看一看他们在忙什么。",
    ],
)
def test_news_begins_with_its_marker_below_a_few_words(above):
    found = story(above)

    assert found.dateline.marker == "柳河客户端4月2日讯"
    assert found.dateline.date == date(2023, 4, 2)
    assert [one.name for one in found.bylines] == ["何青"]
    texts = [one.text for one in found.paragraphs]
    assert texts == [*above.split("\n\n"), "昨日，夏粮入库。村民都来了。", "粮站忙起来了。"]


def test_a_sentence_above_is_doubted():
    assert [one.kind for one in story("村民把粮食装上车。").doubts] == ["doubtful_headline"]


@pytest.mark.parametrize(
    "above",
    [
        "4月1日，石桥村修渠。",
        "石桥村的渠修好了，渠长三公里，村民都说好，这是今年的第三条渠，也是最长的一条，县里拨了款，乡里出了工。",
    ],
)
def test_news_above_keeps_its_own_beginning(above):
    found = story(above)

    assert (found.dateline.marker if found.dateline else "") == ""
    assert "doubtful_headline" in [one.kind for one in found.doubts]


def test_briefs_of_which_several_are_marked_have_their_own_beginnings():
    found = story(f"石桥村修渠，长三公里。\n\n{LEAD}")

    assert found.dateline is None
    assert not found.bylines


def test_lines_of_a_column_are_no_words_above():
    text = (
        "# 夏粮入库\n\n村民把粮食装上车，粮站里\n排起了队。\n本报讯（记者 何青）昨日，夏粮入库。\n"
    )
    (found,) = parse_page(text, edition_date=APRIL).stories

    assert (found.dateline.marker if found.dateline else "") == ""
