"""A small directory for the tests of verification: one district, invented names."""

from dataclasses import replace
from datetime import date

from articles.verification.check import check
from articles.verification.snapshot import DatedName, KnownBody, KnownOfficial, KnownPost, Snapshot
from articles.verification.story import StoryText
from people.periods import Period

DAY = date(2023, 6, 15)
END = date(2019, 1, 1)
BODIES = {
    1: KnownBody(1, "青澜区委"),
    2: KnownBody(2, "青澜区政府"),
    3: KnownBody(3, "青澜经开区党工委"),
    4: KnownBody(4, "青澜经开区管委会", ("开发区管委会",)),
    5: KnownBody(
        5,
        "青澜区住房和城乡建设局",
        ("区住建局",),
        (
            DatedName(
                "青澜区建设局", Period(None, date(2000, 1, 1), date(2019, 1, 1), date(2019, 1, 1))
            ),
        ),
    ),
    6: KnownBody(6, "青澜区教育局"),
}


def since(text):
    day = date.fromisoformat(text)
    return Period(day, day)


def between(start, end):
    start, end = date.fromisoformat(start), date.fromisoformat(end)
    return Period(start, start, end, end)


POSTS = (
    ("林志远", 1, "书记", since("2020-03-01")),
    ("何青岩", 1, "副书记", since("2021-03-01")),
    ("何青岩", 2, "区长", since("2021-03-01")),
    ("沈一鸣", 2, "常务副区长", since("2021-05-01")),
    ("沈一鸣", 1, "常委", since("2021-05-01")),
    ("钱未央", 2, "副区长", since("2022-01-01")),
    ("仝在山", 3, "书记", since("2021-01-01")),
    ("戚为民", 3, "副书记", since("2023-06-01")),
    ("戚为民", 4, "主任", since("2023-06-01")),
    ("戚为民", 4, "副主任", between("2020-01-01", "2023-06-01")),
    ("鲁长河", 4, "主任", between("2018-01-01", "2023-06-01")),
    ("马上", 4, "副主任", since("2020-01-01")),
    ("卓识", 5, "局长", since("2022-01-01")),
    ("敖登格日乐", 6, "局长", since("2022-01-01")),
    ("温如玉", 6, "副局长", Period()),
)
NAMES = dict.fromkeys(row[0] for row in POSTS)
IDS = {name: number for number, name in enumerate(NAMES, 1)}
KNOWN = Snapshot(
    tuple(KnownOfficial(number, name) for name, number in IDS.items()),
    tuple(BODIES.values()),
    tuple(KnownPost(IDS[name], *row) for name, *row in POSTS),
)


def story(*paragraphs, headline="", day=DAY, edition=DAY, captions=()):
    return StoryText(
        headline, paragraphs=paragraphs, captions=captions, dateline_day=day, edition_day=edition
    )


def unconfirmed(name):
    """The directory, of which nobody confirmed the posts of that official."""
    posts = (
        replace(post, is_confirmed=False) if post.official == IDS[name] else post
        for post in KNOWN.posts
    )
    return replace(KNOWN, posts=tuple(posts))


def found(*paragraphs, rules=None, snapshot=KNOWN, words=None, **kwargs):
    """(rule, printed, suggestion) of what is found; `rules` keeps those only."""
    return [
        (one.rule, one.printed, one.suggestion)
        for one in check(story(*paragraphs, **kwargs), snapshot, words)
        if rules is None or one.rule in rules
    ]
