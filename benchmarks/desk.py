"""Measure how fast the desk is over a large archive, for a publisher and for an administrator.

`DATABASE_URL=sqlite:///var/large.sqlite3 python -m benchmarks.desk [--released 300] [--waiting 36]`
takes a database with many stories, for example one that an import of 100,000 filled, lets it hold
that many released stories and stories in review (they go the way that editors' stories go), and
asks for each page: the median ms of five answers, and the number of queries. The searches want
`rebuild_search_index` first. Answers are made in this process, without a server or a network.
SQLite works in it too: its ms are of processor time, so what else the machine does is not counted.
PostgreSQL works beside it: its ms are by the clock, and want a machine that does nothing else.
"""

import argparse
import os
import statistics
import time
from itertools import cycle

TIMES = 5


def main():
    options = read_options()
    os.environ.setdefault("DEBUG", "true")
    os.environ.setdefault("SECRET_KEY", "benchmark")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django
    from django.conf import settings

    django.setup()
    settings.ALLOWED_HOSTS = ["testserver"]
    prepare(options)
    print(f"{'page':<30}{'publisher':>18}{'administrator':>18}")
    print(f"{'':<30}{'ms   queries':>18}{'ms   queries':>18}")
    for name, address in pages():
        row = "".join(measured(username, address) for username in ("bench-final", "bench-root"))
        print(f"{name:<30}{row}", flush=True)


def read_options():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk", description=__doc__)
    parser.add_argument("--released", type=int, default=300)
    parser.add_argument("--waiting", type=int, default=36, help="stories in review")
    return parser.parse_args()


def prepare(options):
    """Let the archive have released stories and stories at each step of the review."""
    from django.core.management import call_command

    from articles import workflow
    from articles.models import Version, stages_here
    from articles.models.content import content_digest

    call_command("migrate", verbosity=0)
    staff = accounts()
    reviewers = [staff[f"bench-{stage.name.lower()}"] for stage in stages_here()]
    missing = options.released - Version.objects.filter(status="released").count()
    waiting = options.waiting - Version.objects.filter(status="in_review").count()
    drafts = Version.objects.filter(status="draft", written_by=None).exclude(headline="")
    ready = drafts.exclude(doubts__settled_at=None, doubts__isnull=False).order_by("-dated", "-id")
    steps = cycle(range(len(reviewers) + 1))
    for number, version in enumerate(ready[: max(missing, 0) + max(waiting, 0)]):
        version.photos.filter(alt_text="").update(alt_text="示意图")
        if version.digest != content_digest(version):
            version.seal()
        is_released = number < missing
        workflow.perform("submit", version, by=staff["bench-reporter"])
        for reviewer in reviewers[: None if is_released else next(steps)]:
            workflow.perform("approve", version, by=reviewer)
        if is_released:
            workflow.perform("release", version, by=staff["bench-final"])
    print(f"{Version.objects.count()} stories, {options.released} of them released")


def accounts():
    from newsroom.groups import make_groups
    from people.models import User

    groups = make_groups()
    duties = {
        "bench-reporter": ["Reporters"],
        "bench-first": ["First review"],
        "bench-second": ["Second review"],
        "bench-final": ["Final review", "Publishers", "Archivists"],
    }
    found = {}
    for username, names in duties.items():
        found[username], _ = User.objects.get_or_create(
            username=username, defaults={"is_staff": True, "last_name": username}
        )
        found[username].groups.set(groups[name] for name in names)
    User.objects.get_or_create(
        username="bench-root",
        defaults={"is_staff": True, "is_superuser": True, "last_name": "bench-root"},
    )
    return found


def pages():
    """What is measured: its name and its address."""
    from django.urls import reverse

    from articles.models import Credit, Edition, Version

    stories = reverse("admin:articles_version_changelist")
    newest = Version.objects.filter(status="released").order_by("-dated").first()
    department = newest.departments.first()
    credit = Credit.objects.select_related("reporter").order_by("-pk").first()
    yield "desk", reverse("admin:index")
    yield "stories", stories
    filters = {
        "page 400": "p=400",
        "waiting for me": "waiting=review",
        "drafts": "standing=draft",
        "first review": "standing=first",
        "ready": "standing=ready",
        "live": "standing=live",
        "with doubts": "doubts=yes",
        "of a day": f"day={newest.dated}",
        "of a department": f"department={department.name if department else ''}",
        "by byline": f"byline={credit.reporter or credit.as_printed}",
        "search, rare": f"q={newest.headline[:8]}",
        "search, common": "q=会议",
        "search, none": "q=无此标题",
    }
    for name, query in filters.items():
        yield f"stories, {name}", f"{stories}?{query}"
    forms = {"released": newest}
    for status in ("draft", "in_review"):
        forms[status] = Version.objects.filter(status=status).order_by("-dated").first()
    for name, version in forms.items():
        yield f"story, {name}", reverse("admin:articles_version_change", args=[version.pk])
    in_review = forms["in_review"].pk
    yield "story, new", reverse("admin:articles_version_add")
    yield "review", reverse("admin:articles_version_review", args=[in_review])
    yield "review sheet", reverse("admin:articles_version_sheet", args=[in_review])
    yield "history", reverse("admin:articles_version_history", args=[newest.pk])
    for name in ("doubt", "edition", "event", "correction", "ledgerentry"):
        yield name, reverse(f"admin:articles_{name}_changelist")
    edition = Edition.objects.order_by("-date").first()
    yield "edition, newest", reverse("admin:articles_edition_change", args=[edition.pk])
    for name in ("official", "department", "reporter"):
        yield name, reverse(f"admin:people_{name}_changelist")
    log = reverse("admin:admin_logentry_changelist")
    yield "log", log
    yield "log, approvals", f"{log}?kind=approve"
    yield "figures", reverse("admin:articles_figures")


def measured(username, address):
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from people.models import User

    client = Client()
    client.force_login(User.objects.get(username=username))
    response = client.get(address)
    if response.status_code != 200:
        return f"{response.status_code:>18}"
    now = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    seconds = []
    for _ in range(TIMES):
        started = now()
        client.get(address)
        seconds.append(now() - started)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return f"{statistics.median(seconds) * 1000:>8.0f}{len(queries):>10}"


if __name__ == "__main__":
    main()
