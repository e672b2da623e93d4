"""Fill an empty database with a made-up archive, through the guards that hold for editors too."""

import datetime
import random

from django.db import connection, transaction
from django.utils import timezone

from articles import ledger
from articles.models import (
    Article,
    Credit,
    Decision,
    Edition,
    Event,
    LedgerEntry,
    Mention,
    Page,
    Version,
    VersionDepartment,
)
from articles.models.content import content_with, digest_of_content
from articles.search import index
from people.models import Appointment, Department, Official, Post, Reporter, User

SYLLABLES = "青澜云汀柳汐望舒禾丰锦川松溪荷塘月湖兰亭竹海枫林石桥沙洲晨曦星野知行明远书砚"
SENTENCES = (
    "会议要求各单位把任务分解到岗、责任落实到人，按月通报进展。",
    "居民代表围坐一圈，就停车、加装电梯和楼道照明说了三个多小时。",
    "项目总投资12.6亿元，全部建成后年产智能传感器3000万套。",
    "志愿者沿河道走了五公里，登记了十七处需要修补的护栏。",
    "图书馆把闭馆时间推迟到晚上九点，周末增设亲子朗读专场。",
    "雨水顺着新铺的透水砖渗下去，路面第一次没有积水。",
)
BATCH = 1000


def make_archive(stories):
    """Create that many released stories with bodies of about 800 characters."""
    chance = random.Random(1949)
    people = _People(chance)
    for start in range(0, stories, BATCH):
        with transaction.atomic():
            _make_batch(range(start, min(start + BATCH, stories)), stories, people, chance)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


class _People:
    """Departments in a tree, officials with posts, reporters, reviewers."""

    def __init__(self, chance):
        def named(suffix, number):
            return "".join(chance.sample(SYLLABLES, 2)) + f"{suffix}{number}"

        root = Department.objects.create(name="青澜经开区")
        self.departments = [
            Department.objects.create(name=named("局", n), parent=root if n % 3 else None)
            for n in range(40)
        ]
        self.officials = [Official.objects.create(name=named("", n)) for n in range(200)]
        for number, official in enumerate(self.officials):
            post = Post.objects.create(
                department=self.departments[number % 40], title=f"副主任{number}"
            )
            Appointment.objects.create(official=official, post=post)
        self.reporters = [Reporter.objects.create(name=named("", n)) for n in range(30)]
        self.staff = [User.objects.create_user(f"bench{n}") for n in range(4)]


def _make_batch(numbers, total, people, chance):
    versions = [_make_version(number, total, chance) for number in numbers]
    Version.objects.bulk_create(versions)
    credits = [
        Credit(version=v, reporter=r, as_printed=r.name)
        for v in versions
        for r in [chance.choice(people.reporters)]
    ]
    mentions = [
        Mention(version=v, official=o, name_as_printed=o.name, acts="出席", position=i)
        for v in versions
        for i, o in enumerate(chance.sample(people.officials, 2))
    ]
    Credit.objects.bulk_create(credits)
    Mention.objects.bulk_create(mentions)
    VersionDepartment.objects.bulk_create(
        VersionDepartment(version=v, department=d)
        for v in versions
        for d in chance.sample(people.departments, 2)
    )
    _release(versions, credits, mentions, people.staff)


def _make_version(number, total, chance):
    day = datetime.date(2026, 11, 20) - datetime.timedelta(days=(total - number) // 10)
    edition, _ = Edition.objects.get_or_create(date=day)
    page, _ = Page.objects.get_or_create(
        edition=edition, number=f"0{number % 4 + 1}", defaults={"name": "要闻"}
    )
    event = Event.objects.create(kind="meeting", name=f"第{number}次联席会议", date=day)
    body = "".join(
        f"<p>{''.join(chance.choices(SENTENCES, k=5))}</p>" for _ in range(chance.randint(3, 7))
    )
    return Version(
        article=Article.objects.create(),
        headline=f"{''.join(chance.sample(SYLLABLES, 4))}召开第{number}次联席会议",
        deck="把实事办到群众心坎上",
        body=body,
        dateline="本报讯",
        dated=day,
        edition=edition,
        page=page,
        position=number % 10 + 1,
        event=event,
        review_round=1,
    )


def _release(versions, credits, mentions, staff):
    writer, *reviewers = staff
    credits = _by_version(credits, "as_printed", "capacity", "has_text", "has_photos")
    mentions = _by_version(mentions, "name_as_printed", "title_as_printed", "acts")
    entries = []
    for version in versions:
        content = content_with(
            version, credits=credits[version.pk], mentions=mentions[version.pk], photos=[]
        )
        version.digest = digest_of_content(content)
        entries.append(index.entry_for(version, content))
        version.status = Version.Status.IN_REVIEW
    Version.objects.bulk_update(versions, ["digest", "status"])
    index.add(entries)
    Decision.objects.bulk_create(
        Decision(
            version=version,
            move=move,
            stage=stage or None,
            by=by,
            submitted_by=writer if stage else None,
            review_round=1,
            digest=version.digest,
        )
        for version in versions
        for stage, (move, by) in enumerate(
            [("submit", writer), *(("approve", reviewer) for reviewer in reviewers)]
        )
    )
    releases = Decision.objects.bulk_create(
        Decision(
            version=version, move="release", by=reviewers[-1], review_round=1, digest=version.digest
        )
        for version in versions
    )
    moment, entry = timezone.now(), LedgerEntry.objects.last()
    entries = []
    for decision in releases:
        entry = LedgerEntry(**ledger.next_entry(entry, decision, moment))
        entries.append(entry)
    LedgerEntry.objects.bulk_create(entries)
    Version.objects.filter(pk__in=[version.pk for version in versions]).update(
        status=Version.Status.RELEASED, publish_at=moment
    )


def _by_version(parts, *fields):
    rows = {}
    for part in parts:
        rows.setdefault(part.version_id, []).append([getattr(part, field) for field in fields])
    return rows
