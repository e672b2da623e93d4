import pytest

from articles.parsing.mentions import find_mentions

TOLD = [
    (
        "柳河县商会举行第五次会员大会，罗川当选会长，沈云、何青当选副会长。",
        {
            "罗川": ("柳河县商会", "会长"),
            "沈云": ("柳河县商会", "副会长"),
            "何青": ("柳河县商会", "副会长"),
        },
    ),
    (
        "会议选举罗川为柳河县人民政府县长、选举沈云为柳河县人大常委会副主任。",
        {"罗川": ("柳河县人民政府", "县长"), "沈云": ("柳河县人大常委会", "副主任")},
    ),
    (
        "罗川是石桥村的村党总支书记和村委会主任，今年是第十八年。",
        {"罗川": ("村党总支", "书记")},
    ),
    ("他叫罗川，是柳河县石桥村驻村第一书记。", {"罗川": ("柳河县石桥村", "驻村第一书记")}),
    ("她叫沈云，石桥小学校长，教书三十年。", {"沈云": ("石桥小学", "校长")}),
    ("他叫罗川，今年四十岁。", {}),
    (
        "在外经商的罗晓川回乡担任村党支部书记。去年，沈云返乡当选村主任。",
        {"罗晓川": ("村党支部", "书记"), "沈云": ("", "村主任")},
    ),
    (
        "会上宣布罗平同志任高新区管委会主任，一致选举产生沈云为新一届县文联主席。",
        {"罗平": ("高新区管委会", "主任"), "沈云": ("县文联", "主席")},
    ),
    ("柳河县商会召开大会，选举罗川为会长。", {"罗川": ("柳河县商会", "会长")}),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_office_is_told_behind_the_name(text, expected):
    found = {
        one.name: (one.posts[0].department, one.posts[0].title) for one in find_mentions([text])
    }
    assert found == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("罗川是石桥村的村党总支书记和村委会主任，今年是第十八年。", "村党总支书记和村委会主任"),
        ("会议选举罗川为县商会会长、县总商会主席。", "县商会会长、县总商会主席"),
    ],
)
def test_title_told_behind_the_name_stays_as_printed(text, title):
    assert [one.title for one in find_mentions([text])] == [title]
