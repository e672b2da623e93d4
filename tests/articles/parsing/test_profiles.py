import pytest

from articles.parsing.mentions import find_mentions, readable
from articles.parsing.profiles import read_profiles

PROFILES = [
    (
        "何青，男，汉族，1975年3月生，大学学历，现任县水利局党组成员、副局长，拟任县水利局局长。",
        [
            (
                "何青",
                "县水利局党组成员、副局长",
                "县水利局党组 成员 是|县水利局 副局长 是|县水利局 局长 非",
            )
        ],
    ),
    (
        "罗川，女，1982年11月出生，现任柳河镇镇长，拟提名为柳河镇党委书记人选。",
        [("罗川", "柳河镇镇长", "柳河镇 镇长 是|柳河镇党委 书记 非")],
    ),
    (
        "玉素甫·买买提，男，维吾尔族，现任和平街道办事处主任，拟进一步使用。",
        [("玉素甫·买买提", "和平街道办事处主任", "和平街道办事处 主任 是")],
    ),
    (
        "罗川，女，现任柳河镇镇长，拟任柳河镇党委书记、提名为县人大代表人选。",
        [("罗川", "柳河镇镇长", "柳河镇 镇长 是|柳河镇党委 书记 非")],
    ),
    (
        "何青同志，1926年2月生，山东人。历任云岭县二区区长，县粮食局局长、党委书记等职。",
        [
            (
                "何青",
                "云岭县二区区长，县粮食局局长、党委书记",
                "云岭县二区 区长 非|县粮食局 局长 非|县粮食局党委 书记 非",
            )
        ],
    ),
    (
        "何青同志1926年生于云岭县。曾任柳河公社党委书记、县粮食局局长，1986年起任县政协主席。",
        [
            (
                "何青",
                "柳河公社党委书记、县粮食局局长",
                "柳河公社党委 书记 非|县粮食局 局长 非|县政协 主席 非",
            )
        ],
    ),
    ("何青，男，汉族，中共党员。", []),
    ("何青，县水利局局长，到会。", []),
    ("全县干部，汉族占九成，现任局长讲话。", []),
]


@pytest.mark.parametrize(("text", "expected"), PROFILES)
def test_profile_is_read_with_posts_held_and_not(text, expected):
    found = [
        (
            name,
            title,
            "|".join(f"{p.department} {p.title} {'是' if p.is_held else '非'}" for p in posts),
        )
        for _, name, title, posts in read_profiles(text)
    ]
    assert found == expected


def test_whatever_somebody_was_before_his_last_office_is_no_post_of_his():
    texts = [
        "原县政协主席罗成同志，因病逝世。",
        "罗成同志1926年2月生。历任区委书记、县农业局局长、县政协主席等职。",
    ]
    posts = {
        (post.department, post.title)
        for mention in find_mentions([readable(text) for text in texts])
        for post in mention.posts
    }
    assert posts == {("县政协", "主席")}
