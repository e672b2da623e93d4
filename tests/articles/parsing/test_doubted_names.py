import datetime

import pytest

from articles.parsing.doubted_names import words_or_names
from articles.parsing.mentions import find_mentions
from articles.parsing.pipeline import parse_page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云岭区代区长高兴主持召开常务会议。", [("高兴", "云岭区代区长")]),
        ("“路通了。”柳河县县长平安说。", [("平安", "柳河县县长")]),
        ("区科技局局长成功主持评审。", [("成功", "区科技局局长")]),
        ("柳河县副县长和林青到会。", [("和林青", "柳河县副县长")]),
        ("柳河县副县长和群众说。", []),
        # What tells of a manner only, is no surname with a given name, or is read by the rules.
        ("镇长应邀出席，县长严肃指出，局长全程陪同。", []),
        ("校长连忙说，书记经常参加，局长明确指出。", []),
        ("镇长高兴地说，区长平安到家。", []),
        ("柳河镇镇长平安出席并讲话。", []),
        ("村民高兴说，大家平安参加。", []),
        ("柳河镇镇长何平安说。", []),
    ],
)
def test_word_between_an_office_and_an_act_may_be_a_name(text, expected):
    found = words_or_names([text], find_mentions([text]), ())

    assert [(one.name, one.title) for one in found] == expected


def test_name_that_the_story_tells_elsewhere_is_not_proposed():
    assert not list(words_or_names(["柳河县县长平安说。"], (), ("平安",)))


def test_word_that_may_be_a_name_is_proposed_with_its_post():
    page = parse_page(
        "# 路通了\n\n“路通了。”柳河县县长平安说。\n", edition_date=datetime.date(2026, 11, 16)
    )

    (proposed,) = page.stories[0].doubted
    assert (proposed.name, proposed.title) == ("平安", "柳河县县长")
    assert not page.stories[0].officials


def told_of(text):
    (story,) = parse_page(text, edition_date=datetime.date(2026, 11, 16)).stories
    officials, doubted = (
        [(one.name, one.title) for one in found] for found in (story.officials, story.doubted)
    )
    return officials, doubted


CUT = "# 全县工作会议召开\n\n11月15日，全县工作会议召开。会议由县长罗大川主持。县委书记何青\n\n"


def test_short_name_right_before_a_doubtful_break_is_only_proposed():
    officials, doubted = told_of(f"{CUT}全县粮食总产达到五亿斤，比上年增长一成。\n")

    assert officials == [("罗大川", "县长")]
    assert doubted == [("何青", "县委书记")]


def test_short_name_that_the_story_has_again_is_no_doubt():
    officials, doubted = told_of(
        f"{CUT}全县粮食总产达到五亿斤，比上年增长一成。何青强调，要抓好春耕。\n"
    )

    assert officials == [("罗大川", "县长"), ("何青", "县委书记")]
    assert doubted == []


def test_short_name_with_which_the_text_goes_on_below_is_whole():
    text = "# 春耕\n\n县委书记何青\n\n主持会议并讲话，要求抓好春耕生产，各部门要到田头去。\n"
    assert told_of(text) == ([("何青", "县委书记")], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "承办此案的庭长何大\n\n厂家工程师当庭比对了零件，双方没有异议，法庭当庭宣判。",
            ([], [("何大厂", "庭长")]),
        ),
        (
            "承办此案的庭长何大\n\n川说，双方没有异议，法庭当庭宣判。",
            ([("何大川", "庭长")], []),
        ),
    ],
)
def test_name_that_ends_amid_a_word_behind_a_break_is_only_proposed(text, expected):
    assert told_of(f"# 当庭宣判\n\n{text}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县长何振会继续推动这项工作。", ([], [("何振", "县长")])),
        ("县长何振会继续推动这项工作。何振说，要早动手。", ([("何振", "县长")], [])),
        ("县长何守将出席会议。", ([], [("何守", "县长")])),
        ("县长何建国将出席会议。", ([("何建国", "县长")], [])),
        ("县长何振会见了来宾。", ([("何振", "县长")], [])),
        ("县长何振会推介了产品。", ([("何振会", "县长")], [])),
    ],
)
def test_name_before_what_may_be_its_last_character_is_only_proposed(text, expected):
    assert told_of(f"# 会议召开\n\n{text}\n") == expected
