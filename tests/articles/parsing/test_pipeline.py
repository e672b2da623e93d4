from datetime import date

import pytest

from articles.parsing.documents import Document, decode
from articles.parsing.pipeline import parse_document, parse_page
from tests import seed_edition
from tests.printed import printed_paragraphs


@pytest.fixture(scope="module")
def page():
    text = decode(seed_edition.PAGE.read_bytes()).text
    return parse_page(text, edition_date=date(2023, 4, 4))


@pytest.fixture(scope="module")
def expected():
    return seed_edition.expected()["articles"]


def iso(day):
    return day.isoformat() if day else None


def facts(story):
    """The story in the form of the labels, but for its paragraphs and joins."""
    return {
        "headline": story.headline.headline,
        "deck": story.headline.deck,
        "dateline": {
            "marker": story.dateline.marker,
            "text": story.dateline.text,
            "date": iso(story.dateline.date),
        },
        "byline": [
            {"name": byline.name, "roles": list(byline.contributions)} for byline in story.bylines
        ],
        "officials": [
            {
                "name": official.name,
                "posts": [[post.department, post.title] for post in official.posts],
                "acts": list(official.acts),
            }
            for official in story.officials
        ],
        "departments": list(story.departments),
        "event": {
            "kind": story.event.kind,
            "name": story.event.name,
            "date": iso(story.event.date),
        },
    }


def clipped(pairs, labels):
    """The pairs cut to the length of their labels, so that the two can be compared."""
    return [
        [before[-len(end) :], after[: len(start)]]
        for (before, after), (end, start) in zip(pairs, labels, strict=True)
    ]


def test_facts_of_every_seed_story(page, expected):
    fields = list(facts(page.stories[0]))
    assert [facts(story) for story in page.stories] == [
        {field: label[field] for field in fields} for label in expected
    ]


def test_seed_headlines_have_no_kicker(page):
    assert {story.headline.kicker for story in page.stories} == {""}


def test_paragraphs_of_every_seed_story(page, expected):
    for story, label in zip(page.stories, expected, strict=True):
        ends = [
            [text[: len(first)], text[-len(last) :]]
            for text, (first, last) in zip(
                printed_paragraphs(story), label["paragraphs"], strict=True
            )
        ]
        assert ends == label["paragraphs"]


def test_joins_of_every_seed_story(page, expected):
    for story, label in zip(page.stories, expected, strict=True):
        joins = [join for paragraph in story.paragraphs for join in paragraph.joins]
        pairs = [(join.before, join.after) for join in joins]
        assert clipped(pairs, label["joins"]) == label["joins"]
        doubtful = [(join.before, join.after) for join in joins if join.is_doubtful]
        assert clipped(doubtful, label["doubtful"]) == label["doubtful"]


def test_seed_counts(page):
    paragraphs = [paragraph for story in page.stories for paragraph in story.paragraphs]
    assert len(page.stories) == 6
    assert len(paragraphs) == 18
    assert sum(len(paragraph.sources) for paragraph in paragraphs) == 30
    assert sum(len(paragraph.joins) for paragraph in paragraphs) == 12


def test_seed_holds_one_doubt_and_no_stray_text(page):
    doubts = [doubt.kind for story in page.stories for doubt in story.doubts]
    assert doubts == ["doubtful_join"]
    assert page.edits == ()


STORY = """版头

## 云岭县召开夏粮收购会议 确保颗粒归仓

本报讯（记者 何青）7月8日,云岭县召开夏粮收购会议。县委副书记、县长林志远出席会议并

讲话。

![会场。 罗川 摄](hall.jpg)

### 敞开收购

林志远强调,各仓库要敞开收购。

通讯员 沈一鸣
"""


def test_whole_story_in_another_manner():
    page = parse_page(STORY, edition_date=date(2023, 7, 9))
    [story] = page.stories
    assert [edit.removed for edit in page.edits] == ["版头"]
    assert facts(story) == {
        "headline": "云岭县召开夏粮收购会议",
        "deck": "确保颗粒归仓",
        "dateline": {"marker": "本报讯", "text": "7月8日", "date": "2023-07-08"},
        "byline": [
            {"name": "何青", "roles": ["文"]},
            {"name": "沈一鸣", "roles": ["文"]},
            {"name": "罗川", "roles": ["图"]},
        ],
        "officials": [
            {
                "name": "林志远",
                "posts": [["县委", "副书记"], ["", "县长"]],
                "acts": ["出席", "讲话", "强调"],
            }
        ],
        "departments": ["县委"],
        "event": {"kind": "会议", "name": "夏粮收购会议", "date": "2023-07-08"},
    }
    assert [(photo.file_name, photo.credit) for photo in story.photos] == [("hall.jpg", "罗川")]
    assert [paragraph.is_subhead for paragraph in story.paragraphs] == [False, True, False]
    assert story.doubts == ()


def test_credits_of_a_story_are_kept():
    text = "# 柳河镇夏粮入库\n\n麦子熟了。\n\n记者 何青 图片由县粮食局提供\n编辑 罗川\n"
    [story] = parse_page(text, edition_date=date(2023, 7, 9)).stories
    assert story.credits == ("图片由县粮食局提供", "编辑 罗川")
    assert [byline.name for byline in story.bylines] == ["何青"]


def test_day_of_a_notice_is_told_below_its_headline():
    page = parse_page(
        "# 柳河区人大常委会任免名单\n（2004年3月29日柳河区人大常委会第八次会议通过）\n\n"
        "任命：\n\n林小满为区教育局局长；\n\n罗川为区水利局局长。",
        edition_date=date(2004, 3, 30),
    )
    assert page.stories[0].dateline.date == date(2004, 3, 29)


def test_unread_line_is_doubted_though_no_field_shows_it():
    text = "# 柳河镇夏粮入库\n第\ufffd页\n麦子熟了。\n"
    document = Document(text, roles={2: "dropped"}, unread=(2,))
    [story] = parse_document(document, edition_date=date(2023, 7, 9)).stories
    assert [(doubt.kind, doubt.source.first_line) for doubt in story.doubts] == [
        ("replacement_character", 2)
    ]


def test_officials_and_persons_of_a_list_of_rows():
    text = """# 柳河县先进个人

下列二人受到表彰，名单如下：

夏　青　柳河中学校长

罗大山　县棉纺厂挡车工
"""
    (story,) = parse_page(text, edition_date=date(2026, 1, 2)).stories
    assert [(one.name, one.title) for one in story.officials] == [("夏青", "柳河中学校长")]
    assert [one.name for one in story.persons] == ["罗大山"]


@pytest.mark.parametrize(
    ("byline", "printed"),
    [
        ("□ 何青", None),
        ("本报评论员 何青", None),
        ("本报记者 何青", "前几天"),
        ("通讯员 何青", "前几天"),
    ],
)
def test_time_in_a_comment_or_tale_is_no_dateline(byline, printed):
    text = f"# 门诊楼前的长队\n\n{byline}\n\n前几天陪老顾去看病，排了半个钟头。\n"
    (story,) = parse_page(text, edition_date=date(2023, 4, 4)).stories
    assert (story.dateline and story.dateline.text) == printed


@pytest.mark.parametrize(
    ("captions", "writers"),
    [
        (("村民在收麦。 记者 何青 摄",), ["何青"]),
        (("村民在收麦。 何青 摄", "渠水到田头。 罗敏 摄", "麦子进仓。 何青 摄"), ["何青", "罗敏"]),
    ],
)
def test_who_took_the_pictures_of_a_page_of_captions_are_its_writers(captions, writers):
    [story] = parse_page(
        "# 麦收\n\n" + "\n\n".join(captions), edition_date=date(2023, 6, 4)
    ).stories
    assert [(one.name, one.contributions) for one in story.bylines] == [
        (name, ("图",)) for name in writers
    ]


def test_day_of_a_page_of_pictures_is_that_of_its_first_caption():
    text = (
        "# 秋收时节\n\n10月8日，北沟村收割水稻。 通讯员 何青 摄\n\n"
        "10月7日，石桥村晾晒玉米。 本报记者 钱进 摄\n"
    )
    (story,) = parse_page(text, edition_date=date(2023, 10, 10)).stories
    assert all(one.is_caption for one in story.paragraphs)
    assert story.dateline.date == date(2023, 10, 8)


def test_a_name_within_a_longer_one_stops_no_page():
    text = "领导北京3月24日\n何青区长\n何青查看。何青摄\n书记何青山"
    (story,) = parse_page(text, edition_date=date(2024, 3, 25)).stories
    assert "何青山" in [mention.name for mention in story.officials]


@pytest.mark.parametrize(
    ("before", "after", "bodies"),
    [
        ("县委书记罗川走访了困难职工和离休干部。开", "主任、工会主席何青陪同。", ["", "工会"]),
        ("在堤上，他见到了县水", "利局局长何青，问堤牢不牢。", ["县水利局"]),
    ],
)
def test_no_title_lies_across_a_break_where_words_were_lost(before, after, bodies):
    page = parse_page(f"县长检查防汛\n\n{before}\n\n{after}\n", edition_date=date(2024, 7, 1))
    official = page.stories[0].officials[-1]
    assert [post.department for post in official.posts] == bodies


def test_text_does_not_run_on_across_writers_that_were_taken():
    text = (
        "渠水到田头\n\n新华社青阳9月28日电 题：渠水怎样到田头\n\n新华社记者 何青\n\n"
        "千里青阳，沟壑纵横。\n"
    )
    (story,) = parse_page(text, edition_date=date(2024, 9, 29)).stories
    assert [one.text for one in story.paragraphs] == ["题：渠水怎样到田头", "千里青阳，沟壑纵横。"]
    assert [one.name for one in story.bylines] == ["何青"]


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("昨日，县委召开林长制会议。", 27),
        ("12月26日，县委召开林长制会议。", 26),
        ("今天，县委召开林长制会议。", 28),
        ("县委召开林长制会议。", 28),
    ],
)
def test_an_event_was_on_the_day_that_the_lead_tells_behind_that_of_the_marker(lead, day):
    text = f"# 护林\n\n本报12月28日讯 {lead}\n"
    (story,) = parse_page(text, edition_date=date(2023, 12, 29)).stories

    assert story.dateline.date == date(2023, 12, 28)
    assert story.event.date == date(2023, 12, day)
