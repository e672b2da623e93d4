"""What the desk shows first: what waits for this person, what is planned, what went out.

Every list is short and every count is capped, so the desk costs the same with a million stories.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.lookups import Exact
from django.utils import timezone

from articles.assignments import unbegun_of
from articles.completeness import missing_pages
from articles.corrections import due_in, due_soonest
from articles.editions import planned_for
from articles.models import (
    Assignment,
    Contribution,
    Correction,
    Decision,
    Doubt,
    Edition,
    MissedSearch,
    Proposal,
    Version,
    VersionDepartment,
    stages_here,
)
from articles.reader_reports import waiting_for
from articles.readiness import Lack, lacks_of
from articles.rights import theirs

SHOWN = 8
CAP = 100
WEEKS = 8
# Searches without a hit are shown for so long, as “past 7 days” of their list has them.
SEARCHES_FOR = timedelta(days=7)
DEPARTMENTS = 6
UNRELEASED = (Version.Status.DRAFT, Version.Status.IN_REVIEW)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody: the first of it, and how much, up to the cap."""

    first: list
    count: int

    @property
    def shown(self):
        return f"{CAP}+" if self.count > CAP else str(self.count)


@dataclass(frozen=True, slots=True)
class Planned:
    """A story in the plan, with what it still lacks; nothing where it is released."""

    version: Version
    lacks: list[Lack]

    @property
    def needs_work(self):
        return bool(self.lacks or self.version.open_doubts)


@dataclass(slots=True)
class PlannedPage:
    """A page of the edition with its stories, and the corrections due at an equal position.

    `label` is empty for those that are not on a page of it yet.
    """

    label: str
    stories: list[Planned] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """The edition in the making, page by page; what it is to have and nobody has begun."""

    edition: Edition
    pages: list[PlannedPage]
    missing: list[str]
    unbegun: list[Assignment]

    @property
    def unready(self):
        """Those of the edition itself, which the list of its stories has."""
        return sum(
            one.version.status in UNRELEASED and one.version.edition_id == self.edition.pk
            for one in self._stories()
        )

    @property
    def needing_work(self):
        return sum(one.needs_work for one in self._stories())

    def _stories(self):
        return [one for page in self.pages for one in page.stories]


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the chart, from Monday to Sunday or to today; `count` is of stories."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Output:
    """A department's stories in each of the last weeks, oldest first."""

    name: str
    weeks: list[Week]

    @property
    def total(self):
        return sum(week.count for week in self.weeks)


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
    draft = Version.Status.DRAFT
    submissions = Decision.objects.filter(move="submit")
    last = submissions.filter(version=OuterRef("version")).order_by("-pk").values("by")
    submitted = submissions.filter(
        Exact(Subquery(last[:1]), user.pk), by=user, version__status=draft, version__written_by=None
    )
    written = Version.objects.filter(status=draft, written_by=user).order_by()
    # By key, so that no database looks through all drafts of an archive that was imported.
    theirs = written.values("pk").union(submitted.order_by().values("version"))
    return Version.objects.filter(pk__in=theirs).order_by("-updated_at", "-id")


def waiting(versions):
    count = versions.order_by().values("pk")[: CAP + 1].count()
    return Waiting(_rows(versions), count)


def some(rows):
    """The first of the rows and how many there are, up to the cap."""
    count = rows.order_by().values("pk")[: CAP + 1].count()
    return Waiting(list(rows[:SHOWN]) if count else [], count)


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
    return edition and plan_of_edition(edition)


def plan_of_edition(edition):
    """The edition page by page, with what each story lacks, in a fixed number of queries."""
    printed = list(edition.pages.order_by("number"))
    pages = {page.number: PlannedPage(page.label) for page in printed}
    elsewhere = PlannedPage("")
    versions = (
        Version.objects.with_approvals()
        .with_open_doubts()
        .filter(pk__in=planned_for(edition))
        .exclude(status=Version.Status.SPIKED)
        .exclude(superseded_at__isnull=False)
        .select_related("page")
        .prefetch_related("credits", "photos", "department_links", "corrections")
        .in_page_order()
    )
    for version in versions:
        lacks = lacks_of(version) if version.status in UNRELEASED else []
        _at(pages, version.page, elsewhere).stories.append(Planned(version, lacks))
    for correction in due_in(edition):
        _at(pages, correction.version.page, elsewhere).corrections.append(correction)
    is_used = elsewhere.stories or elsewhere.corrections
    shown = [*pages.values(), *([elsewhere] if is_used else [])]
    numbers = [page.number for page in printed]
    missing = missing_pages(numbers, edition.pages_expected)
    return Plan(edition, shown, missing, list(unbegun_of(edition.date)))


def _at(pages, page, elsewhere):
    return pages.get(page.number, elsewhere) if page else elsewhere


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
    mondays = [first + timedelta(weeks=week) for week in range(WEEKS)]
    return [
        Output(
            name,
            [
                Week(begin, min(begin + timedelta(days=6), today), counts[name][week])
                for week, begin in enumerate(mondays)
            ],
        )
        for name in busiest
    ]


def corrections_due():
    """The first corrections that the paper owes its readers, and how many, up to the cap."""
    return some(due_soonest())


def reports_for(user):
    """The first of the readers' reports that this account may settle, and how many there are."""
    return some(waiting_for(user))


def missed_searches(today: date):
    """What readers looked for in vain in the last days, the most often asked first."""
    missed = MissedSearch.objects.filter(last_on__gte=today - SEARCHES_FOR)
    count = missed.order_by()[: CAP + 1].count()
    return Waiting(list(missed.order_by("-times", "-last_on", "words")[:SHOWN]), count)


def open_work():
    """How much waits for whoever has time, by kind, each up to the cap."""
    kinds = {
        "doubts": Doubt.objects.open(),
        "proposals": Proposal.objects.open(),
    }
    return {kind: rows.order_by().values("pk")[: CAP + 1].count() for kind, rows in kinds.items()}


def _rows(versions):
    return list(versions.select_related("page", "written_by").defer("body")[:SHOWN])
