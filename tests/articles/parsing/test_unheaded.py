from datetime import date

import pytest

from articles.parsing.accounting import accounted_text
from articles.parsing.documents import UnreadableSource
from articles.parsing.pipeline import parse_page

DAY = date(2024, 3, 9)
REST = "三百台收割机同时下田，村民喜气洋洋，全镇种麦一万亩。"


@pytest.mark.parametrize(
    ("lead", "headline", "body"),
    [
        (
            f"新华社北京3月8日电（记者 何青）记者8日从水利部获悉，供水工程年内开工，{REST}",
            "供水工程年内开工",
            f"记者8日从水利部获悉，供水工程年内开工，{REST}",
        ),
        (f"本报讯 3月8日，柳河镇开镰，{REST}", "3月8日，柳河镇开镰", f"3月8日，柳河镇开镰，{REST}"),
        (
            f"本报讯 “乡亲们，开镰了！”3月8日，柳河镇开镰，{REST}",
            "“乡亲们，开镰了！”3月8日",
            f"“乡亲们，开镰了！”3月8日，柳河镇开镰，{REST}",
        ),
        (
            f"本报讯 柳河镇的村民何青高兴地说“{REST}{REST}”，大家笑了。",
            "柳河镇的村民何青高兴地说",
            f"柳河镇的村民何青高兴地说“{REST}{REST}”，大家笑了。",
        ),
        (
            f"本报讯 “{REST}{REST}”柳河镇的村民何青说，大家笑了。",
            "柳河镇的村民何青说",
            f"“{REST}{REST}”柳河镇的村民何青说，大家笑了。",
        ),
        (
            f"本报讯（记者 何青），柳河镇昨天开镰收麦，{REST}",
            "柳河镇昨天开镰收麦",
            f"，柳河镇昨天开镰收麦，{REST}",
        ),
        (
            f"本报讯：柳河镇昨天开镰收麦，{REST}",
            "柳河镇昨天开镰收麦",
            f"柳河镇昨天开镰收麦，{REST}",
        ),
        (
            f"本报讯 ■柳河镇昨天开镰收麦，{REST}",
            "柳河镇昨天开镰收麦",
            f"■柳河镇昨天开镰收麦，{REST}",
        ),
        (
            f"本报讯 《老渠边的歌谣》首演，{REST}",
            "《老渠边的歌谣》首演",
            f"《老渠边的歌谣》首演，{REST}",
        ),
        (f"本报讯 麦收,{REST}", f"麦收,{REST[:10]}", f"麦收，{REST}"),
    ],
)
def test_story_without_a_headline_is_lent_its_first_words_and_doubted(lead, headline, body):
    page = parse_page(f"{lead}\n\n水渠修好了。", edition_date=DAY)
    (story,) = page.stories
    assert story.headline.headline == headline
    assert story.paragraphs[0].text == body
    assert [one.kind for one in story.doubts][:1] == ["doubtful_headline"]
    accounted = "".join(accounted_text(page).split())
    assert accounted == "".join(f"{lead}水渠修好了。".split())


def test_story_without_a_headline_stands_above_those_that_have_one():
    text = f"2024年3月9日\n\n本报讯 3月8日，柳河镇开镰，{REST}\n\n# 石桥村修好水渠\n\n水渠修好了。"
    page = parse_page(text, edition_date=DAY)
    assert [one.headline.headline for one in page.stories] == [
        "3月8日，柳河镇开镰",
        "石桥村修好水渠",
    ]
    assert [edit.removed for edit in page.edits] == ["2024年3月9日"]


def test_short_lines_directly_above_a_marker_are_a_headline_and_doubted():
    lead = f"本报讯 3月8日，柳河镇开镰，{REST}"
    text = f"柳河镇召开麦收会\n部署开镰工作\n{lead}\n\n# 石桥村修好水渠\n\n水渠修好了。"
    page = parse_page(text, edition_date=DAY)
    first, _ = page.stories
    printed = first.headline
    assert f"{printed.kicker}{printed.headline}{printed.deck}" == "柳河镇召开麦收会部署开镰工作"
    assert not printed.is_lent
    assert [one.kind for one in first.doubts] == ["doubtful_headline"]
    assert page.edits == ()
    assert "".join(accounted_text(page).split()) == "".join(text.split())


@pytest.mark.parametrize("above", ["2024年3月9日", "云岭日报", "水渠修好了。"])
def test_no_date_or_running_head_above_a_marker_is_a_headline(above):
    text = f"{above}\n本报讯 3月8日，柳河镇开镰，{REST}\n\n# 石桥村修好水渠\n\n水渠修好了。"
    page = parse_page(text, edition_date=DAY)
    assert page.stories[0].headline.is_lent
    assert [edit.removed for edit in page.edits] == [above]


def test_text_of_an_agency_is_no_paragraph_of_the_story_above():
    text = f"# 石桥村修好水渠\n\n　　水渠修好了。\n　　水流进田。\n\n新华社北京3月8日电 {REST}"
    (story,) = parse_page(text, edition_date=DAY).stories
    assert [one.text for one in story.paragraphs][1:] == [
        "水流进田。",
        f"新华社北京3月8日电 {REST}",
    ]
    assert [one.kind for one in story.doubts] == ["doubtful_headline"]


@pytest.mark.parametrize("first", ["采访县林业局局长", "编辑同志你好", "记者节有感"])
def test_only_headline_of_a_page_that_may_name_a_writer_is_doubted(first):
    text = f"{first}\n\n柳河镇昨天开镰收麦，{REST}\n"
    page = parse_page(text, edition_date=DAY)
    (story,) = page.stories
    assert story.headline.headline == first
    assert [(one.kind, one.quote) for one in story.doubts] == [("doubtful_headline", first)]
    assert "".join(accounted_text(page).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "first",
    [
        *("记者 何青", "采写：何青", "（记者 何青）", "记者何青", "编辑同志："),
        *("本报记者何青", "特约通讯员罗青青", "首席记者何青报道"),
    ],
)
def test_byline_or_salutation_is_no_headline_of_a_page(first):
    with pytest.raises(UnreadableSource):
        parse_page(f"{first}\n\n柳河镇昨天开镰收麦，{REST}\n", edition_date=DAY)


def test_byline_stands_between_such_a_headline_and_its_text():
    page = parse_page(
        f"采访县林业局局长\n记者 何青\n\n柳河镇昨天开镰收麦，{REST}\n", edition_date=DAY
    )
    (story,) = page.stories
    assert story.headline.headline == "采访县林业局局长"
    assert [one.name for one in story.bylines] == ["何青"]
