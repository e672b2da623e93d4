"""The paper that a try-out starts with: demo accounts, and sample editions that were released.

Everything goes the way that a newsroom's own work goes: the importer, the directory's own records,
the workflow's moves. A draft of today prints the title that a leader had until a change of leaders,
so that verification has something to say at once.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext_noop

from articles import saves, workflow
from articles.body import from_paragraphs
from articles.importing.importer import import_page
from articles.models import Article, Photo, Version, stages_here
from articles.placing import part_texts
from newsroom.groups import make_groups
from people import leaders, learned
from people.known import recorded
from people.models import Appointment, Department, Official, Post, User
from people.periods import PartialDate

SAMPLE = Path(__file__).parent / "sample"
PASSWORD = "newsroom-demo"
PAGE_NAMES = {"01": "要闻", "02": "综合"}


@dataclass(frozen=True)
class Account:
    username: str
    name: tuple[str, str]
    groups: tuple[str, ...] = ()

    @property
    def duty(self):
        return self.groups[0] if self.groups else gettext_noop("Administrator")


ACCOUNTS = (
    Account("reporter", ("林", "晚照"), ("Reporters",)),
    Account("editor", ("叶", "听澜"), ("Editors",)),
    Account("first", ("许", "知白"), ("First review",)),
    Account("second", ("严", "素问"), ("Second review",)),
    Account("final", ("唐", "其琛"), ("Final review", "Publishers", "Archivists")),
    Account("admin", ("值班", "管理员")),
)
# The tree of bodies in the sample, as its readers know it: each with its parent, and above the
# bodies whose names begin with its own. The importer learns names only.
PARENTS = {"青澜经开区": None, "云汀街道": "青澜经开区"}
# Which photos an editor sets into the text, by their captions, each behind a paragraph.
PLACED = {
    "清早，巡护员老葛在闸口量水位。": "小天鹅喜欢浅水",
    "晚上9时以后，河对岸的厂房只留路灯。": "湿地对岸是工业园",
}
# Since when the officials of the sample hold their posts; who came later; who goes to another post
# between the newest edition and the draft of today.
IN_OFFICE_SINCE = "2024-03"
LATER = {"庄牧野": "2025-06"}
PROMOTED, PROMOTED_ON = "宁启帆", "2026-11-20"


def make_accounts():
    """The demo accounts that are missing. Those that exist keep their passwords."""
    groups = make_groups()
    for account in ACCOUNTS:
        family, given = account.name
        user, is_new = User.objects.get_or_create(
            username=account.username,
            defaults={
                "last_name": family,
                "first_name": given,
                "is_staff": True,
                "is_superuser": not account.groups,
            },
        )
        if is_new:
            user.set_password(PASSWORD)
            user.save()
        user.groups.add(*(groups[name] for name in account.groups))


def import_sample():
    """Import every sample page, oldest first, and release what is new. Returns the reports."""
    reports = []
    for path in sorted(SAMPLE.glob("*/*.md")):
        report, _ = import_page(
            path,
            edition_date=datetime.date.fromisoformat(path.parent.name),
            page_number=path.stem,
            page_name=PAGE_NAMES.get(path.stem, ""),
        )
        reports.append(report)
    if any(report.changes_anything for report in reports):
        _plant_tree()
        _place_photos()
        _release_stories()
        _confirm_directory()
        _change_leaders()
        _write_draft()
    return reports


def _plant_tree():
    for name, parent in PARENTS.items():
        root, _ = Department.objects.get_or_create(
            name=name, defaults={"parent": Department.objects.filter(name=parent).first()}
        )
        below = Department.objects.filter(parent=None, name__startswith=name)
        below.exclude(name__in=PARENTS).update(parent=root)


def _place_photos():
    for caption, beginning in PLACED.items():
        for photo in Photo.objects.filter(caption=caption, version__status=Version.Status.DRAFT):
            texts = part_texts(photo.version.body)
            photo.placed_after = next(
                number for number, text in enumerate(texts, 1) if text.startswith(beginning)
            )
            photo.save(update_fields=["placed_after"])


def _release_stories():
    staff = {account.username: User.objects.get(username=account.username) for account in ACCOUNTS}
    drafts = Version.objects.filter(status=Version.Status.DRAFT).with_open_doubts()
    ready = list(drafts.filter(open_doubts=0).order_by("dated", "page__number", "position"))
    # Stories of the newest edition stay unreleased, one at each step: the desk has work to show.
    steps = ["draft", *(stage.name.lower() for stage in stages_here())]
    waiting = dict(zip(ready[-len(steps) :], steps, strict=False))
    for version in ready:
        _review(version, staff, until=waiting.get(version))


def _review(version, staff, until):
    if until == "draft":
        return
    workflow.perform("submit", version, by=staff["reporter"])
    for stage in stages_here():
        reviewer = stage.name.lower()
        if reviewer == until:
            return
        workflow.perform("approve", version, by=staff[reviewer])
    workflow.perform("release", version, by=staff["final"])


def _confirm_directory():
    """The archivist confirms what the imports learned, and enters since when the posts are held."""
    with recorded(_archivist()):
        for model in (Department, Official, Appointment):
            learned.confirm(model.objects.all())
        for held in Appointment.objects.select_related("official"):
            held.start = PartialDate.parse(LATER.get(held.official.name, IN_OFFICE_SINCE))
            held.save()


def _change_leaders():
    """The head of a bureau becomes a deputy head of the zone."""
    official = Official.objects.get(name=PROMOTED)
    change = leaders.ChangeOfLeaders(
        post=Post.objects.get(department__name="青澜经开区管委会", title="副主任"),
        day=PartialDate.parse(PROMOTED_ON),
        document="青委干〔2026〕21号",
        coming=leaders.Coming(official, gives_up=tuple(official.appointments.all())),
    )
    with recorded(_archivist()):
        leaders.carry_out(change, _archivist())


def _archivist():
    return User.objects.get(username="final")


def _write_draft():
    """The editor's own draft of today, with the title of yesterday."""
    headline, *words = (SAMPLE / "draft.txt").read_text(encoding="utf-8").splitlines()
    writer = User.objects.get(username="editor")
    draft = Version.objects.create(
        article=Article.objects.create(),
        headline=headline,
        body=from_paragraphs([(paragraph, False) for paragraph in words]),
        dated=timezone.localdate(),
        written_by=writer,
    )
    draft.seal()
    saves.record(draft, by=writer)
