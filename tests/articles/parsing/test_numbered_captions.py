from datetime import date

import pytest

from articles.parsing.accounting import accounted_text
from articles.parsing.pipeline import parse_page

TEXT = "本报讯 4月3日，柳河镇的渔民出海归来，码头上一片繁忙，鱼价也比去年高了一成。"
FIRST, SECOND = "①渔民何青在码头卸鱼。", "②一筐筐鲜鱼等着装车。"


def parse(*paragraphs):
    text = "# 柳河镇渔船归来\n\n" + "\n\n".join(paragraphs) + "\n"
    page = parse_page(text, edition_date=date(2023, 4, 4))
    assert "".join(accounted_text(page).split()) == "".join(text.split())
    [story] = page.stories
    return story


def captions(story):
    return [one.text for one in story.paragraphs if one.is_caption]


@pytest.mark.parametrize("signed", ["记者 罗敏 摄影报道", "本报记者 罗敏 文/图"])
def test_numbered_lines_below_a_text_are_captions_where_pictures_are_told(signed):
    story = parse(TEXT, FIRST, SECOND, signed)
    assert captions(story) == [FIRST, SECOND]
    assert [one.name for one in story.bylines] == ["罗敏"]


def test_who_took_the_pictures_may_stand_above_the_text_or_below_the_last_caption():
    assert captions(parse("记者 罗敏 文/图", TEXT, FIRST, SECOND)) == [FIRST, SECOND]
    assert captions(parse(TEXT, FIRST, f"{SECOND}\n罗敏 摄")) == [FIRST, f"{SECOND} 罗敏 摄"]
    dated = "①4月3日，渔民在卸鱼。", "②4月4日，鱼在装车。"
    assert len(captions(parse(*dated, "本报记者 罗敏 摄"))) == 2


@pytest.mark.parametrize(
    "paragraphs",
    [
        # Items of a list: nobody took a picture.
        (TEXT, FIRST, SECOND),
        (TEXT, FIRST, SECOND, "记者 罗敏"),
        (TEXT, "①选好种，晒好田。", "②管好水，防好虫。", "记者 罗敏 文/图"),
        (TEXT, "①游泳大赛。", "②摄影大赛。", "记者 罗敏 摄影 何青"),
        (f"{TEXT}活动如下：", FIRST, SECOND, "记者 罗敏 文/图"),
        # One alone, another order, a text below, a text that goes on.
        (TEXT, FIRST, "记者 罗敏 摄影报道"),
        (TEXT, SECOND, FIRST, "记者 罗敏 摄影报道"),
        (FIRST, SECOND, TEXT, "记者 罗敏 摄影报道"),
        (TEXT[:-5], FIRST, SECOND, "记者 罗敏 摄影报道"),
    ],
)
def test_other_numbered_lines_are_of_the_text(paragraphs):
    assert not captions(parse(*paragraphs))
