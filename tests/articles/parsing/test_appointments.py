import pytest

from articles.parsing.mentions import find_mentions

TOGETHER = [
    (
        "会议选举覃明为区长,向上、罗川、阿依娜为副区长。",
        {
            "覃明": ("", "区长"),
            "向上": ("", "副区长"),
            "罗川": ("", "副区长"),
            "阿依娜": ("", "副区长"),
        },
    ),
    ("会议选举明亮为县科协主席。", {"明亮": ("县科协", "主席")}),
    (
        "会上,何青当选县科协主席,罗川、沈一鸣当选副主席。",
        {"何青": ("县科协", "主席"), "罗川": ("县科协", "副主席"), "沈一鸣": ("县科协", "副主席")},
    ),
    (
        "雨停之前,罗川、白桦两位副县长到了堤上。",
        {"罗川": ("", "副县长"), "白桦": ("", "副县长")},
    ),
    (
        "任命罗川为柳河县人民法院审判员。",
        {"罗川": ("柳河县人民法院", "审判员")},
    ),
    (
        "会议决定任命：安军任县教育局局长；金雯任县水利局局长。",
        {"安军": ("县教育局", "局长"), "金雯": ("县水利局", "局长")},
    ),
    ("南帆为县教育局局长。", {"南帆": ("县教育局", "局长")}),
    ("花生、高粱为成员单位提供的种子。", {}),
    ("本案由审判员罗川独任审理。", {}),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_names_of_a_list_have_the_title_after_it(text, expected):
    found = {
        one.name: (one.posts[0].department, one.posts[0].title) for one in find_mentions([text])
    }
    assert found == expected
