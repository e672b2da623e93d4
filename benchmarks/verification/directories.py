"""A directory for each labelled story: its officials with their posts, among 2,000 made-up ones.

Each official has held the posts since a year before, whoever is printed first the longest, and an
earlier post before that; each post had somebody else before. So every alteration contradicts a true
state of things.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import permutations

from articles.verification.snapshot import KnownBody, KnownOfficial, KnownPost, Snapshot
from people.periods import Period

KNOWN = 2000
IN_OFFICE = timedelta(days=400)
LONG_AGO = Period(date(1990, 1, 1), date(1990, 1, 1))
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
GIVEN = (
    "伟芳娜敏静磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红建文辉力峰斌波宁国庆志强海燕春梅晓东立新永"
    "光荣成林云龙凤鸣俊豪思远子涵雨桐嘉欣浩然振宇海涛德胜学民广生长河兴旺正阳启明若曦"
)
# The made-up officials are of one district, as those of a district's paper are.
DISTRICT = "云汀区"
LEADERS = {
    "委": ("书记", "副书记", "副书记", *["常委"] * 8),
    "政府": ("区长", "常务副区长", *["副区长"] * 6),
    "人大常委会": ("主任", *["副主任"] * 6),
    "政协": ("主席", *["副主席"] * 6),
    "纪委监委": ("书记", *["副书记"] * 3),
}
FIELDS = (
    "财政",
    "民政",
    "司法",
    "审计",
    "统计",
    "水利",
    "商务",
    "林业",
    "信访",
    "医保",
    "交通运输",
    "自然资源",
    "生态环境",
    "市场监管",
    "城市管理",
    "退役军人事务",
    "乡村振兴",
    "体育",
    "档案",
    "人防",
    "气象",
    "税务",
    "应急管理",
    "大数据",
    "行政审批",
    "机关事务",
    "投资促进",
    "园林",
)
PARTS = {
    "局": ("局长", *["副局长"] * 5, *["科长"] * 6),
    "镇": ("党委书记", "镇长", *["副镇长"] * 5),
    "社区": ("党委书记", "主任", *["副主任"] * 4),
    "小学": ("校长", *["副校长"] * 3),
}
SYLLABLES = "云柳望禾锦松荷月兰竹枫石汀汐舒丰川溪塘湖亭海林桥"
PLACE_OF_PAPER = "青澜"
# The body of whoever is printed without one: the government of a place, or any.
HEADS = "区市县省州镇乡旗"


@dataclass(frozen=True)
class KnownStory:
    """The snapshot for one story; of each official of it the posts, earlier ones and predecessors.

    `held` is name → [(body, title)], `earlier` name → the post held before, as printed,
    `predecessor` name → who was in the last post before.
    """

    snapshot: Snapshot
    held: dict
    earlier: dict
    predecessor: dict


def directory_of(labelled, every=1):
    """All of the officials of a story are in it, or one in `every` of them only."""
    labels, day = labelled.labels, labelled.edition_date
    chance = random.Random(labelled.name)
    bodies, officials, posts = map(list, fillers())
    ids = {body.name: body.id for body in bodies}
    taken = {one.name for one in officials}
    held, earlier, predecessor = {}, {}, {}
    before = Period(None, day - 3 * IN_OFFICE, day - IN_OFFICE, day - IN_OFFICE)

    def body_of(name):
        if name not in ids:
            ids[name] = len(bodies) + 1
            bodies.append(KnownBody(ids[name], name))
        return ids[name]

    def add(name):
        officials.append(KnownOfficial(len(officials) + 1, name))
        taken.add(name)
        return len(officials)

    known = labels["officials"][::every]
    whole = {post[0] for one in labels["officials"] for post in one["posts"]}
    for place, one in enumerate(known):
        started = day - IN_OFFICE + timedelta(days=place)
        period = before if one.get("former") else Period(started, started)
        official = add(one["name"])
        held[one["name"]] = []
        for department, title in one["posts"] or [[f"{PLACE_OF_PAPER}区委", "常委"]]:
            name = _whole(department, title, whole)
            posts.append(KnownPost(official, body_of(name), title, period))
            held[one["name"]].append((name, title))
        name, title = held[one["name"]][-1]
        if one.get("former"):
            continue
        other = chance.choice(posts[:KNOWN])
        earlier[one["name"]] = f"{bodies[other.body - 1].name}{other.title}"
        posts.append(KnownPost(official, other.body, other.title, before))
        predecessor[one["name"]] = _name(chance, taken)
        posts.append(KnownPost(add(predecessor[one["name"]]), body_of(name), title, before))
    snapshot = Snapshot(tuple(officials), tuple(bodies), tuple(posts))
    return KnownStory(snapshot, held, earlier, predecessor)


@cache
def fillers():
    """Bodies, officials and posts of a district, as many as a directory has besides the story's."""
    chance = random.Random(1949)
    bodies, officials, posts = [], [], []
    taken: set[str] = set()
    for number, (name, titles) in enumerate(_bodies(), start=1):
        bodies.append(KnownBody(number, name))
        for title in titles:
            if len(officials) < KNOWN:
                officials.append(KnownOfficial(len(officials) + 1, _name(chance, taken)))
                posts.append(KnownPost(len(officials), number, title, LONG_AGO))
        if len(officials) == KNOWN:
            return tuple(bodies), tuple(officials), tuple(posts)
    raise AssertionError("too few bodies")


def _bodies():
    """(name, titles), the leading ones first."""
    for office, titles in LEADERS.items():
        yield f"{DISTRICT}{office}", titles
    for field in FIELDS:
        yield f"{DISTRICT}{field}局", PARTS["局"]
    pairs = ("".join(pair) for pair in permutations(SYLLABLES, 2))
    for number, place in enumerate(pairs):
        kind = ("社区", "小学", "社区", "镇")[number % 4]
        yield f"{place}{kind}", PARTS[kind]


def _name(chance, taken):
    while True:
        name = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice((1, 2, 2, 2))))
        if name not in taken:
            taken.add(name)
            return name


def _whole(department, title, others):
    """The body in full: the longest of the story that ends so; the government for its head."""
    if department:
        longer = [other for other in others if other.endswith(department)]
        return max(longer, key=len, default=department)
    place = next((head for head in HEADS if title.endswith(f"{head}长")), "县")
    return f"{PLACE_OF_PAPER}{place}政府"
