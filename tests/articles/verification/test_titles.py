from dataclasses import replace
from datetime import date

import pytest

from articles.verification.check import check
from articles.verification.findings import Certainty
from articles.verification.snapshot import KnownBody, KnownOfficial, KnownPost
from people.periods import PartialDate, Period
from tests.articles.verification.directories import IDS, KNOWN, found, since, story, unconfirmed

RULES = {"title_not_held", "title_past", "title_future", "former_needless"}
RIGHT = [
    "青澜区委书记林志远出席会议。",
    "区委书记林志远出席会议。",
    "区委副书记、区长何青岩主持会议。",
    "青澜区委常委、常务副区长沈一鸣出席会议。",
    "青澜经开区党工委书记仝在山，党工委副书记、管委会主任戚为民出席会议。",
    "开发区管委会主任戚为民出席会议。",
    "区住建局局长卓识介绍了情况。",
    "青澜区住房和城乡建设局局长卓识介绍了情况。",
    "时任青澜经开区管委会副主任戚为民参与了规划。",
    "项目负责人卓识介绍了情况。",
    "村民林志远说，路修好了。",
    "区领导林志远、何青岩出席会议。",
    # Grades and what comes with a post are kept by no directory.
    "青澜区教育局党组成员、局长，高级教师敖登格日乐出席。",
    "青澜区住建局四级调研员卓识介绍了情况。",
    "骨科副主任医师卓识参加义诊。",
    # 时任 told from another day.
    "2022年，时任青澜区委书记林志远来到这里。",
    "时任青澜经开区党工委副书记、现任青澜经开区管委会主任戚为民介绍了情况。",
    # A correction quotes what was wrong.
    "“青澜区住建局副局长卓识”应为“青澜区住建局局长卓识”。",
]
WRONG = [
    # Rank up and down.
    ("青澜区委副书记林志远出席会议。", "title_not_held", "青澜区委副书记", "青澜区委书记"),
    ("区政府副区长沈一鸣出席会议。", "title_not_held", "区政府副区长", "区政府常务副区长"),
    ("区政府常务副区长钱未央出席。", "title_not_held", "区政府常务副区长", "区政府副区长"),
    ("区住建局副局长卓识介绍了情况。", "title_not_held", "区住建局副局长", "区住建局局长"),
    # Another body.
    (
        "区住建局党组书记卓识介绍。",
        "title_not_held",
        "区住建局党组书记",
        "青澜区住房和城乡建设局局长",
    ),
    # A place alone does not tell of which body the post is.
    ("青澜区副区长卓识到场。", "title_not_held", "青澜区副区长", "青澜区住房和城乡建设局局长"),
    ("区政府副区长马上出席会议。", "title_not_held", "区政府副区长", "青澜经开区管委会副主任"),
    ("区教育局局长卓识介绍。", "title_not_held", "区教育局局长", "青澜区住房和城乡建设局局长"),
    # Only the wrong one of two posts is named.
    ("党工委副书记、管委会副主任戚为民出席。", "title_past", "管委会副主任", "管委会主任"),
    # Out of office.
    ("管委会主任鲁长河出席会议。", "title_past", "管委会主任", "时任管委会主任"),
    # No grade, though it ends as one.
    (
        "青澜区住建局总工程师卓识到场。",
        "title_not_held",
        "青澜区住建局总工程师",
        "青澜区住建局局长",
    ),
    # The head of a body is somebody else.
    ("青澜区教育局局长林志远到场。", "title_not_held", "青澜区教育局局长", "青澜区委书记"),
    # Needless.
    ("时任青澜区委书记林志远出席会议。", "former_needless", "时任", ""),
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_title_that_was_held_is_right(text):
    assert found(text, rules=RULES) == []


@pytest.mark.parametrize(("text", "rule", "printed", "suggestion"), WRONG)
def test_a_title_that_was_not_held_is_found(text, rule, printed, suggestion):
    assert found(text, rules=RULES) == [(rule, printed, suggestion)]


@pytest.mark.parametrize(
    "text",
    [
        # Far from all that somebody known so ever held: another of that name.
        "白棠小学副校长卓识介绍了情况。",
        "云汀县委常委、副县长卓识到访。",
        # The party group of a body that they lead.
        "青澜区住建局党组书记、局长卓识介绍了情况。",
    ],
)
def test_a_post_of_which_the_directory_says_nothing_is_not_checkable(text):
    findings = [one for one in check(story(text), KNOWN) if one.rule in RULES]
    assert {(one.rule, one.certainty, one.suggestion) for one in findings} == {
        ("title_not_held", Certainty.UNCHECKED, "")
    }


def test_of_two_of_a_name_whoever_has_a_post_like_the_printed_one_is_meant():
    other = KnownOfficial(90, "卓识")
    snapshot = replace(
        KNOWN,
        officials=(other, *KNOWN.officials),
        posts=(KnownPost(90, 4, "科长", since("2020-01-01")), *KNOWN.posts),
    )
    text = "青澜区住建局副局长卓识介绍了情况。"
    assert found(text, rules=RULES, snapshot=snapshot) == [
        ("title_not_held", "青澜区住建局副局长", "青澜区住建局局长")
    ]


def test_a_body_may_begin_with_a_word_for_former():
    snapshot = replace(
        KNOWN,
        officials=(*KNOWN.officials, KnownOfficial(90, "丁一鸣")),
        bodies=(*KNOWN.bodies, KnownBody(90, "前纺车间")),
        posts=(*KNOWN.posts, KnownPost(90, 90, "主任", since("2020-01-01"))),
    )
    assert found("前纺车间主任丁一鸣介绍了情况。", rules=RULES, snapshot=snapshot) == []


def test_of_many_holders_no_list_is_told():
    bodies = tuple(KnownBody(n, f"第{n}小学") for n in range(90, 100))
    heads = tuple(KnownOfficial(n, f"丁{n}") for n in range(90, 100))
    held = tuple(KnownPost(n, n, "校长", since("2020-01-01")) for n in range(90, 100))
    snapshot = replace(
        KNOWN,
        officials=KNOWN.officials + heads,
        bodies=KNOWN.bodies + bodies,
        posts=KNOWN.posts + held,
    )
    (finding,) = check(story("校长卓识介绍了情况。"), snapshot)
    assert finding.facts["holders"] == ""


@pytest.mark.parametrize(
    ("day", "title", "expected"),
    [
        ("2023-05-31", "主任", ["title_future"]),
        ("2023-06-01", "主任", []),
        ("2023-05-31", "副主任", []),
        ("2023-06-01", "副主任", ["title_past"]),
        ("2019-12-31", "副主任", ["title_future"]),
    ],
)
def test_the_day_of_the_story_decides(day, title, expected):
    day = date.fromisoformat(day)
    text = f"青澜经开区管委会{title}戚为民出席会议。"
    assert [rule for rule, *_ in found(text, day=day, edition=day, rules=RULES)] == expected


def test_the_day_of_the_news_goes_before_that_of_the_paper():
    text = "青澜经开区管委会副主任戚为民出席会议。"
    news, paper = date(2023, 5, 31), date(2023, 6, 1)
    assert found(text, day=news, edition=paper, rules=RULES) == []
    assert [rule for rule, *_ in found(text, day=None, edition=paper, rules=RULES)] == [
        "title_past"
    ]


def test_without_a_day_a_title_is_not_checkable_and_never_right():
    text = "青澜经开区管委会主任戚为民出席会议。"
    (finding,) = check(story(text, day=None, edition=None), KNOWN)
    assert (finding.rule, finding.certainty) == ("title_not_checkable", Certainty.UNCHECKED)


def test_a_post_whose_days_nobody_knows_is_not_checkable():
    (finding,) = check(story("青澜区教育局副局长温如玉介绍了情况。"), KNOWN)
    assert (finding.rule, finding.printed) == ("title_not_checkable", "青澜区教育局副局长")


def test_without_a_day_a_title_that_was_never_held_is_wrong_all_the_same():
    text = "青澜区教育局局长卓识介绍了情况。"
    assert [rule for rule, *_ in found(text, day=None, edition=None)] == ["title_not_held"]


def test_the_facts_say_who_holds_the_post_and_what_is_held():
    (finding,) = check(story("青澜经开区管委会主任鲁长河出席会议。"), KNOWN)
    facts = {key: finding.facts[key] for key in ("name", "title", "holders", "until", "day")}
    assert facts == {
        "name": "鲁长河",
        "title": "青澜经开区管委会主任",
        "holders": "戚为民",
        "until": "2023-06-01",
        "day": "2023-06-15",
    }


def test_of_a_shared_title_the_name_that_it_does_not_fit_is_marked():
    text = "青澜经开区管委会副主任马上、戚为民出席会议。"
    assert found(text, rules=RULES) == [
        ("title_past", "戚为民", "青澜经开区党工委副书记、青澜经开区管委会主任戚为民")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "青澜经开区管委会主任鲁长河出席会议。",
        "时任青澜经开区管委会主任鲁长河回忆了往事。",
    ],
)
def test_a_post_that_nobody_confirmed_is_not_checkable(text):
    (finding,) = check(story(text), unconfirmed("鲁长河"))
    assert (finding.rule, finding.certainty) == ("title_not_checkable", Certainty.UNCHECKED)


def test_a_post_that_nobody_confirmed_is_told_of_nobody():
    (finding,) = check(story("青澜经开区管委会主任马上出席会议。"), unconfirmed("戚为民"))
    assert (finding.rule, finding.facts["holders"]) == ("title_not_held", "")
    (finding,) = check(story("青澜经开区管委会主任戚为民出席会议。"), unconfirmed("戚为民"))
    assert (finding.rule, finding.facts["held"], finding.suggestion) == (
        "title_not_checkable",
        "",
        "",
    )


@pytest.mark.parametrize(
    ("start", "end", "title", "since", "until"),
    [
        ("2020", "2022-05", "title_past", "2020", "2022-05"),
        ("≤2020-03-01", "≤2022-05-31", "title_past", "≤2020-03-01", "≤2022-05-31"),
        ("2024", "", "title_future", "2024", ""),
    ],
)
def test_days_that_are_known_in_part_are_told_so(start, end, title, since, until):
    begin, over = (PartialDate.parse(text) if text else None for text in (start, end))
    period = Period(begin.earliest, begin.latest, over and over.earliest, over and over.latest)
    posts = tuple(
        replace(post, period=period) if post.official == IDS["卓识"] else post
        for post in KNOWN.posts
    )

    (finding,) = check(story("青澜区住建局局长卓识介绍了情况。"), replace(KNOWN, posts=posts))
    assert (finding.rule, finding.facts["since"], finding.facts["until"]) == (title, since, until)


@pytest.mark.parametrize("then", ["任省发改委主任", "同志不再担任区委委员", "退休后种菜"])
def test_former_office_is_told_where_the_story_says_how_it_ended(then):
    assert found(f"原青澜区委书记林志远{then}。", rules={"former_needless"}) == []


def test_whom_nobody_linked_may_be_somebody_else():
    text = "区教育局局长卓识介绍。"
    (sure,) = check(story(text), KNOWN)
    (open_one,) = check(replace(story(text), unlinked=frozenset(("卓识",))), KNOWN)

    assert sure.certainty is Certainty.SURE
    assert (open_one.certainty, open_one.suggestion) == (Certainty.UNCHECKED, "")
