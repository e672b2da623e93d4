"""Small makers of what a test needs. Names are invented."""

import datetime
from itertools import count

from django.contrib.auth.models import Permission

from articles import workflow
from articles.models import (
    Article,
    Credit,
    Edition,
    Mention,
    Page,
    Proposal,
    SourceDocument,
    Version,
    VersionDepartment,
)
from people.models import Appointment, Department, Official, Post, Reporter, User

_numbers = count(1)
REVIEW = ("review_first", "review_second", "review_final")


def make_user(username="", permissions=(), **kwargs):
    user = User.objects.create_user(
        username or f"user{next(_numbers)}", password="secret", is_staff=True, **kwargs
    )
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return User.objects.get(pk=user.pk)


def make_writer(**kwargs):
    return make_user(
        permissions=("add_version", "change_version", "view_version"), last_name="林", **kwargs
    )


def make_reviewers():
    """Three people, one for each stage; the third may release and withdraw too."""
    extra = {"review_final": ("release_version", "withdraw_version", "spike_version")}
    return [
        make_user(
            permissions=(
                "view_version",
                "change_version",
                "send_back_version",
                stage,
                *extra.get(stage, ()),
            )
        )
        for stage in REVIEW
    ]


def make_department(name="", **kwargs):
    return Department.objects.create(name=name or f"青澜局{next(_numbers)}", **kwargs)


def make_official(name="沈砚秋", posts=(), **kwargs):
    """An official; `posts` are (department, title) pairs held without known dates."""
    official = Official.objects.create(name=name, **kwargs)
    for department, title in posts:
        post, _ = Post.objects.get_or_create(department=department, title=title)
        Appointment.objects.create(official=official, post=post)
    return official


def make_reporter(name="苏未央", **kwargs):
    return Reporter.objects.create(name=name, **kwargs)


def make_page(date=datetime.date(2026, 11, 16), number="01", name="要闻"):
    edition, _ = Edition.objects.get_or_create(date=date)
    page, _ = Page.objects.get_or_create(edition=edition, number=number, defaults={"name": name})
    return page


def make_version(
    headline="柳汐公园新添环湖步道",
    dated=datetime.date(2026, 11, 16),
    departments=(),
    reporters=(),
    officials=(),
    article=None,
    **kwargs,
):
    """A draft with a short body."""
    kwargs.setdefault("body", "<p>11月15日，柳汐公园环湖步道建成开放。</p><p>步道全长3公里。</p>")
    article = article or Article.objects.create()
    number = article.versions.count() + 1
    version = Version.objects.create(
        article=article, number=number, headline=headline, dated=dated, **kwargs
    )
    for department in departments:
        VersionDepartment.objects.create(version=version, department=department)
    for position, reporter in enumerate(reporters):
        Credit.objects.create(
            version=version, reporter=reporter, as_printed=reporter.name, position=position
        )
    for position, official in enumerate(officials):
        Mention.objects.create(
            version=version, official=official, name_as_printed=official.name, position=position
        )
    version.seal()
    return Version.objects.get(pk=version.pk)


def make_released(*args, at=None, staff=None, **kwargs):
    """A story that went the whole way: submitted, approved by three people, released."""
    return release(make_version(*args, **kwargs), at=at, staff=staff)


def release(version, at=None, staff=None):
    """Take a draft the whole way, with all that was added to it since it was made."""
    version.seal()
    version.refresh_from_db()
    writer, reviewers = staff or (make_writer(), make_reviewers())
    workflow.perform("submit", version, by=writer)
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)
    workflow.perform("release", version, by=reviewers[-1], at=at)
    return Version.objects.get(pk=version.pk)


def make_proposal(version=None, *, doubts=(), **words):
    """What a later import read in a story: its words, but for those that are given."""
    version = version or make_version()
    number = next(_numbers)
    text = "# 标题\n11月15日，柳汐公园环湖步道\n建成开放。步道全长3公里。\n"
    names = ("kicker", "headline", "deck", "dateline", "date_as_printed", "dateline_date", "body")
    source = {"first_line": 2, "last_line": 3, "start": 5, "end": 33}
    return Proposal.objects.create(
        article=version.article,
        document=SourceDocument.objects.create(
            digest=f"{number:064}", name="01.md", data=text.encode(), text=text
        ),
        digest=f"{number:064}",
        words={name: getattr(version, name) for name in names} | words,
        record={
            "sources": [source | {"paragraph": 0, "join_reason": "", "is_doubtful": False}],
            "doubts": list(doubts),
        },
    )
