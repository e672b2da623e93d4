"""What the desk shows first: what waits for this person, what is planned, what went out.

Every list is short and every count is capped, so the desk costs the same with a million stories.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.lookups import Exact
from django.utils import timezone

from articles.completeness import missing_pages
from articles.models import (
    Contribution,
    Correction,
    Decision,
    Doubt,
    Edition,
    Proposal,
    Version,
    VersionDepartment,
    stages_here,
)
from articles.rights import theirs

SHOWN = 8
CAP = 100
WEEKS = 8
DEPARTMENTS = 6


@dataclass(frozen=True, slots=True)
class Waiting:
    """Stories that wait for somebody: the first of them, and how many, up to the cap."""

    versions: list
    count: int

    @property
    def shown(self):
        return f"{CAP}+" if self.count > CAP else str(self.count)


@dataclass(slots=True)
class PlannedPage:
    """A page of the edition with its stories; `label` is empty for those not yet on a page."""

    label: str
    versions: list = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """The edition in the making, page by page."""

    edition: Edition
    pages: list[PlannedPage]
    missing: list[str]

    @property
    def unready(self):
        return sum(
            version.status in (Version.Status.DRAFT, Version.Status.IN_REVIEW)
            for page in self.pages
            for version in page.versions
        )


@dataclass(frozen=True, slots=True)
class Output:
    """A department's stories in each of the last weeks, oldest first."""

    name: str
    weeks: list[int]

    @property
    def total(self):
        return sum(self.weeks)


def to_review(user):
    """Stories in review whose due stage this person may take, those waiting longest first."""
    mine = Decision.objects.filter(version=OuterRef("pk"), by=user)
    due = Q()
    for approvals, stage in enumerate(stages_here()):
        if user.has_perm(stage.permission):
            took_another = mine.filter(move="approve").exclude(stage=stage)
            wrote = Contribution.objects.filter(version=OuterRef("pk"), by=user)
            due |= Q(
                ~Exists(took_another), ~Exists(wrote.exclude(stage=stage)), approvals=approvals
            )
    if not due:
        return Version.objects.none()
    submitted = mine.filter(move="submit", review_round=OuterRef("review_round"))
    return (
        theirs(user, Version.objects.with_approvals())
        .filter(due, status=Version.Status.IN_REVIEW)
        .exclude(written_by=user)
        .exclude(Exists(submitted))
        .order_by("updated_at", "id")
    )


def to_release(user):
    """Stories that every stage has approved, for those who may release."""
    if not user.has_perm("articles.release_version"):
        return Version.objects.none()
    return (
        theirs(user, Version.objects.with_approvals())
        .filter(status=Version.Status.IN_REVIEW, approvals__gte=len(stages_here()))
        .order_by("updated_at", "id")
    )


def sent_back_to(user):
    """This person's stories that a reviewer sent back, until they are submitted again."""
    last = Decision.objects.filter(version=OuterRef("pk")).order_by("-pk")
    return (
        drafts_of(user)
        .annotate(
            last_move=Subquery(last.values("move")[:1]), last_note=Subquery(last.values("note")[:1])
        )
        .filter(last_move="send_back")
    )


def drafts_of(user):
    """Drafts that this person wrote; of those that nobody wrote here, what they submitted last."""
    submissions = Decision.objects.filter(move="submit")
    last = submissions.filter(version=OuterRef("pk")).order_by("-pk").values("by")
    imported = Q(written_by=None, pk__in=submissions.filter(by=user).values("version"))
    return (
        Version.objects.filter(status=Version.Status.DRAFT)
        .filter(Q(written_by=user) | imported & Q(Exact(Subquery(last[:1]), user.pk)))
        .order_by("-updated_at", "-id")
    )


def waiting(versions):
    count = versions.order_by().values("pk")[: CAP + 1].count()
    return Waiting(_rows(versions), count)


def scheduled(now):
    """What goes live later, the next one first."""
    return waiting(
        Version.objects.filter(publish_at__gt=now, withdrawn_at__isnull=True)
        .exclude(superseded_at=F("publish_at"))
        .order_by("publish_at", "id")
    )


def released_on(day):
    """What went live on that day, the latest first."""
    begin, end = bounds_of(day)
    return waiting(
        Version.objects.live()
        .filter(publish_at__gte=begin, publish_at__lt=end)
        .order_by("-publish_at", "-id")
    )


def bounds_of(day):
    """The moments at which a day begins and ends in the newsroom's time zone."""
    return tuple(
        timezone.make_aware(datetime.combine(d, time.min)) for d in (day, day + timedelta(days=1))
    )


def plan_of(day):
    """The edition of that day, else the next one, else the last; None while there is none."""
    edition = (
        Edition.objects.filter(date__gte=day).order_by("date").first() or Edition.objects.first()
    )
    if edition is None:
        return None
    printed = list(edition.pages.order_by("number"))
    pages = {page.pk: PlannedPage(page.label) for page in printed}
    elsewhere = PlannedPage("")
    versions = (
        Version.objects.with_approvals()
        .filter(edition=edition)
        .exclude(status=Version.Status.SPIKED)
        .exclude(superseded_at__isnull=False)
        .defer("body")
        .in_page_order()
    )
    for version in versions:
        pages.get(version.page_id, elsewhere).versions.append(version)
    shown = [*pages.values(), *([elsewhere] if elsewhere.versions else [])]
    return Plan(edition, shown, missing_pages([page.number for page in printed]))


def output(today: date):
    """The departments with the most stories filed in the last weeks, a count for each week."""
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=WEEKS - 1)
    rows = (
        VersionDepartment.objects.filter(
            version__in=Version.objects.live().filter(dated__gte=first, dated__lte=today)
        )
        .values_list("department__name", "version__dated")
        .annotate(stories=Count("pk"))
        .order_by()
    )
    counts = defaultdict(Counter)
    for name, day, stories in rows:
        counts[name][(day - first).days // 7] += stories
    busiest = sorted(counts, key=lambda name: (-counts[name].total(), name))[:DEPARTMENTS]
    return [Output(name, [counts[name][week] for week in range(WEEKS)]) for name in busiest]


def open_work():
    """How much waits for whoever has time, by kind, each up to the cap."""
    kinds = {
        "doubts": Doubt.objects.open(),
        "proposals": Proposal.objects.open(),
        "corrections": Correction.objects.due(),
    }
    return {kind: rows.order_by().values("pk")[: CAP + 1].count() for kind, rows in kinds.items()}


def _rows(versions):
    return list(versions.select_related("page", "written_by").defer("body")[:SHOWN])
