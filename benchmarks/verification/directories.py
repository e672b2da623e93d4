"""A directory for each labelled story: its officials with their posts, among 2,000 made-up ones.

Each official has held the posts since a year before, whoever is printed first the longest, and an
earlier post before that; each post had somebody else before. So every alteration contradicts a true
state of things.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

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
PLACES = (
    "云汀",
    "柳汐",
    "望舒",
    "禾丰",
    "锦川",
    "松溪",
    "荷塘",
    "月湖",
    "兰亭",
    "竹海",
    "枫林",
    "石桥",
)
KINDS = ("区", "县")
OFFICES = (
    "委",
    "政府",
    "人大常委会",
    "政协",
    "纪委监委",
    "教育局",
    "财政局",
    "住建局",
    "公安局",
    "卫健委",
    "发改委",
    "民政局",
    "应急管理局",
    "文旅局",
)
TITLES = {
    "委": ("书记", "副书记", "常委"),
    "人大常委会": ("主任", "副主任"),
    "政协": ("主席", "副主席"),
    "纪委监委": ("书记", "副书记"),
    "政府": ("长", "副长"),
}
BUREAU, COMMISSION = ("局长", "副局长"), ("主任", "副主任")
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


def directory_of(labelled):
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

    whole = {post[0] for one in labels["officials"] for post in one["posts"]}
    for place, one in enumerate(labels["officials"]):
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
    """Made-up bodies, officials and posts, as many as a directory has besides those of a story."""
    chance = random.Random(1949)
    bodies, officials, posts = [], [], []
    taken: set[str] = set()
    names = [
        (f"{place}{kind}{office}", office)
        for place in PLACES
        for kind in KINDS
        for office in OFFICES
    ]
    for number, (name, _office) in enumerate(names, start=1):
        bodies.append(KnownBody(number, name))
    while len(officials) < KNOWN:
        body = len(officials) % len(names)
        name, office = names[body]
        titles = TITLES.get(
            office, ("局长", "副局长") if office.endswith("局") else ("主任", "副主任")
        )
        # Each post of a body has as many holders as it has deputies.
        title = titles[0] if len(officials) < len(names) else chance.choice(titles[1:])
        title = title.replace("长", f"{name[2]}长") if office == "政府" else title
        officials.append(KnownOfficial(len(officials) + 1, _name(chance, taken)))
        posts.append(KnownPost(len(officials), body + 1, title, LONG_AGO))
    return tuple(bodies), tuple(officials), tuple(posts)


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
