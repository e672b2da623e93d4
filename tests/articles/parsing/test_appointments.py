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
    (
        "会议选举覃明(女)为县政协主席,罗川、沈云和(女、回族)、何青(回族)为副主席。",
        {
            "覃明": ("县政协", "主席"),
            "罗川": ("县政协", "副主席"),
            "沈云和": ("县政协", "副主席"),
            "何青": ("县政协", "副主席"),
        },
    ),
    (
        "会议选举覃明为区长,罗川、沈云和、何青为副区长。",
        {
            "覃明": ("", "区长"),
            "罗川": ("", "副区长"),
            "沈云和": ("", "副区长"),
            "何青": ("", "副区长"),
        },
    ),
    ("五十八岁的甘永胜受命担任淀粉厂厂长。", {"甘永胜": ("淀粉厂", "厂长")}),
    ("南帆为县教育局局长。", {"南帆": ("县教育局", "局长")}),
    ("厂长由大家推选的何玉山担任。", {"何玉山": ("", "厂长")}),
    ("县水利局局长由何青兼任，主角由何秀兰担任。", {"何青": ("县水利局", "局长")}),
    ("组长由各村支书担任，厂长由他们担任。", {}),
    ("花生、高粱为成员单位提供的种子。", {}),
    ("本案由审判员罗川独任审理。", {}),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_names_of_a_list_have_the_title_after_it(text, expected):
    found = {
        one.name: (one.posts[0].department, one.posts[0].title) for one in find_mentions([text])
    }
    assert found == expected


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("七十岁的何青当了二十八年村党支部书记。", [("村党支部", "书记", False)]),
        ("罗大川做了二十多年石桥中学校长。", [("石桥中学", "校长", False)]),
        ("何青任过三年石桥镇镇长，后来去了县里。", [("石桥镇", "镇长", False)]),
        ("何青当了三十年兵。", []),
        ("石门县当了十年贫困县。", []),
        ("大家都当了十年村干部。", []),
    ],
)
def test_office_of_so_many_years_is_told_of_whoever_held_it(text, posts):
    found = [
        (post.department, post.title, post.is_held)
        for one in find_mentions([text])
        for post in one.posts
    ]
    assert found == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "教了三十年书的罗大川，如今是石桥学校党支部书记、校长。",
            [("石桥学校党支部", "书记"), ("石桥学校", "校长")],
        ),
        ("罗大川如今是石桥村党支部书记。", [("石桥村党支部", "书记")]),
        ("何青眼下是石桥镇镇长。", [("石桥镇", "镇长")]),
        ("村里的孩子何青，如今是大学生。", []),
        ("最早的石桥，如今是石桥镇政府驻地。", []),
        ("昔日的荒山，如今是一片果园。", []),
    ],
)
def test_office_of_today_is_told_behind_words_for_it(text, posts):
    found = [(post.department, post.title) for one in find_mentions([text]) for post in one.posts]
    assert found == posts


@pytest.mark.parametrize(
    ("clause", "posts"),
    [
        ("去年8月起任石桥村驻村第一书记", [("石桥村", "驻村第一书记")]),
        ("2019年又任石桥村第一书记", [("石桥村", "第一书记")]),
        ("前年被派任罗村第一书记", [("罗村", "第一书记")]),
        ("去年种了十亩地", []),
        ("去年任务完成得好", []),
        ("今年任期届满", []),
        ("罗川任石桥村第一书记", []),
    ],
)
def test_next_clause_may_tell_since_when_another_post_is_held(clause, posts):
    found = find_mentions([f"何青是县档案局副局长，{clause}，住在村里。"])
    assert [(post.department, post.title) for post in found[0].posts] == [
        ("县档案局", "副局长"),
        *posts,
    ]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("厂长由大家推选的何青山担任。", [("", "厂长")]),
        ("果脯厂厂长由何青山担任，", [("果脯厂", "厂长")]),
        ("村合作社理事长由党员何青山担任。", [("村合作社", "理事长")]),
        ("石桥村党支部书记由何青山兼任。", [("石桥村党支部", "书记")]),
        ("裁判长由教师担任。", []),
        ("厂长由职工选举产生。", []),
        ("组长由县长担任。", []),
        ("场长由能人担任，", []),
        ("校长由县教育局担任。", []),
        ("河长由村干部兼任。", []),
    ],
)
def test_office_may_stand_before_whom_it_is_held_by(text, posts):
    found = [(post.department, post.title) for one in find_mentions([text]) for post in one.posts]
    assert found == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("三十六岁的罗川走马上任当厂长。", [("", "厂长")]),
        ("三十四岁的技术员罗川竞选当上厂长。", [("", "厂长")]),
        ("三十四岁的供销科干部罗川揭榜承包，当了农具厂厂长。", [("农具厂", "厂长")]),
        ("二十九岁的营业员罗川揭了榜，当上了商店经理。", [("商店", "经理")]),
        ("三十四岁的罗川让弟弟当了厂长。", []),
        ("三十四岁的罗川没当厂长。", []),
        ("三十四岁的罗川想当厂长。", []),
        ("三十四岁的罗川说，谁当厂长，谁负责。", []),
        ("三十四岁的罗川推选弟媳当上了厂长。", []),
        ("三十四岁的罗川找到当地的经理，报了名。", []),
        ("三十四岁的罗川来到当地工厂找经理，报了名。", []),
        ("三十四岁的罗川进了厂。后来有人当了厂长。", []),
    ],
)
def test_sentence_may_go_on_to_what_somebody_became_the_head_of(text, posts):
    found = [(post.department, post.title) for one in find_mentions([text]) for post in one.posts]
    assert found == posts


TOLD = [
    ("何青在担任县水利局副局长期间，收受现金。", [("县水利局", "副局长", False)]),
    ("何青在任石桥镇镇长时，修了一条路。", [("石桥镇", "镇长", False)]),
    ("在任县委书记期间，何青跑遍了全县。", [("县委", "书记", False)]),
    ("在担任县长期间，何青跑遍了全县。", [("", "县长", False)]),
    ("何青利用担任县水利局局长的职务便利收钱。", [("县水利局", "局长", False)]),
    ("自担任县委书记以来，何青跑遍了全县。", [("县委", "书记", True)]),
    (
        "何青曾先后担任柳河镇党委书记、县财政局局长。",
        [("柳河镇党委", "书记", False), ("县财政局", "局长", False)],
    ),
    ("被选为厂长的何青说，库要开。", [("", "厂长", True)]),
    ("三十四岁的技术员何青被任命为厂长。", [("", "厂长", True)]),
    ("技术员出身的何青应聘担任厂长。", [("", "厂长", True)]),
    ("工人何青当上了装配车间主任。", [("装配车间", "主任", True)]),
    ("白手起家的何青当选石桥村村委会主任。", [("石桥村村委会", "主任", True)]),
    ("何青今年34岁，是县人民医院内科护士长。", [("县人民医院内科", "护士长", True)]),
    ("电灯公司的经理叫何青，从外地来。", [("电灯公司", "经理", True)]),
    ("村支书老何名叫何青，当过兵。", [("", "村支书", True)]),
    ("村支书叫何青，今年五十岁。", [("", "村支书", True)]),
    ("青年干部何青三年前到石桥村任第一书记，没有走。", [("石桥村", "第一书记", True)]),
    (
        "何青同志任县招商局局长，免去其县政府办公室主任职务；",
        [("县招商局", "局长", True), ("县政府办公室", "主任", False)],
    ),
    (
        "县委副书记何青兼任县委党校校长。",
        [("县委", "副书记", True), ("县委党校", "校长", True)],
    ),
    (
        "原任县粮食局局长的何青同志已调任县供销社主任。",
        [("县粮食局", "局长", False), ("县供销社", "主任", True)],
    ),
    ("副县长何青担任演练现场总指挥。", [("", "副县长", True)]),
    ("县长何青任组长，全面负责。", [("", "县长", True)]),
]


@pytest.mark.parametrize(("text", "posts"), TOLD)
def test_posts_told_in_other_words(text, posts):
    (found,) = [one for one in find_mentions([text]) if one.name == "何青"]
    assert [(post.department, post.title, post.is_held) for post in found.posts] == posts


@pytest.mark.parametrize(
    "text",
    [
        "何青在担任评委期间认识了很多人。",
        "任职期间，何青跑遍全县。",
        "推选为会长的单位有三家。",
        "被选为代表的何青说。",
        "记者何青担任解说。",
        "演员何青想当厂长。",
        "厂长叫何青，开会去。",
        "厂长叫大家休息。",
        "何青，四十五岁，是三个孩子的父亲。",
        "何青三年前到石桥村任教，没有走。",
        "在主任期间，何青很努力。",
        "政协委员何青说，老街漏雨。",
    ],
)
def test_what_is_told_besides_is_no_post(text):
    assert "何青" not in {one.name for one in find_mentions([text])}
