"""Every role at every door beside the moves (test_rights.py): what is written, read, exported.

Each door answers whether the account went through it; what it changes is looked for in the
database, not in what the page says.
"""

import datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.models import (
    Assignment,
    Correction,
    Doubt,
    Edition,
    PassageNote,
    PreviewLink,
    Proposal,
    QualityCheck,
    ReaderReport,
    Version,
    Waiver,
    WorkingDraft,
)
from articles.models.content import content_digest
from articles.revisions import begin_version
from newsroom.groups import GROUPS, make_groups
from people.models import User
from tests.articles.admin.posting import change_url, form_data
from tests.factories import (
    make_department,
    make_page,
    make_proposal,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
    release,
)
from tests.newsroom.test_rights import _name

pytestmark = pytest.mark.django_db
ROLES = list(GROUPS)
EVERYBODY = set(ROLES)
WRITERS = EVERYBODY - {"Administrators"}


def at(version, name, *more):
    return reverse(f"admin:articles_version_{name}", args=[version.pk, *more])


def save(client, user, version):
    data = form_data(version, headline="改过的标题")
    for index, link in enumerate(version.department_links.all()):
        data[f"department_links-{index}-department"] = link.department_id
    client.post(change_url(version), data)
    return Version.objects.filter(pk=version.pk, headline="改过的标题").exists()


def keep(client, user, version):
    message = {"token": str(uuid4()), "version": version.pk, "user": user.pk, "words": []}
    client.post(reverse("admin:articles_version_beat"), message, content_type="application/json")
    return WorkingDraft.objects.exists()


def add_note(client, user, version):
    client.post(at(version, "add_note"), {"quote": "", "note": "请核实"})
    return PassageNote.objects.exists()


def tick_off(client, user, version):
    note = PassageNote.objects.create(version=version, note="请核实", by=make_user())
    client.post(at(version, "tick_off", note.pk))
    return PassageNote.objects.filter(done_by=user).exists()


def make_preview(client, user, version):
    client.post(at(version, "make_preview"))
    return PreviewLink.objects.exists()


def end_preview(client, user, version):
    later = datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC)
    link = PreviewLink.objects.create(version=version, made_by=make_user(), expires_at=later)
    client.post(at(version, "end_preview", link.pk))
    return not PreviewLink.objects.open().exists()


def waive(client, user, version):
    finding = {"rule": "word", "words": "村长", "sentence": "村长到会。", "reason": "引用原话"}
    Version.objects.filter(pk=version.pk).update(body="<p>村长到会。</p>")
    client.post(at(version, "waive"), finding)
    return Waiver.objects.exists()


def take_waiver_back(client, user, version):
    waiver = Waiver.objects.create(version=version, rule="word", reason="引用原话", by=make_user())
    client.post(at(version, "take_back", waiver.pk))
    return not Waiver.objects.open().exists()


def settle(client, user, version):
    doubt = Doubt.objects.create(version=version, kind="unfinished")
    client.post(at(version, "settle", doubt.pk), {"note": "查过原报"})
    return not Doubt.objects.open().exists()


def settle_in_bulk(client, user, version):
    doubt = Doubt.objects.create(version=version, kind="unfinished")
    client.post(
        reverse("admin:articles_doubt_changelist"),
        {"action": "settle", "_selected_action": [doubt.pk], "note": "查过原报", "index": 0},
    )
    return not Doubt.objects.open().exists()


def revise(client, user, version):
    client.post(at(release(version), "revise"))
    return version.article.versions.count() == 2


def restore(client, user, version):
    client.post(at(release(version), "restore"))
    return version.article.versions.count() == 2


def take_proposal(client, user, version):
    proposal = make_proposal(version, headline="建议的标题")
    address = reverse("admin:articles_proposal_take", args=[proposal.pk])
    client.post(address, {"digest": content_digest(version), "chosen": ["words:headline"]})
    return Proposal.objects.filter(was_taken=True).exists()


def leave_proposal(client, user, version):
    proposal = make_proposal(version, headline="建议的标题")
    client.post(reverse("admin:articles_proposal_leave", args=[proposal.pk]))
    return Proposal.objects.filter(settled_by=user).exists()


def begin_notice(client, user, version):
    staff = make_writer(), make_reviewers()
    draft = begin_version(release(version, staff=staff), by=staff[0])
    draft.page = make_page()
    draft.save()
    correction = Correction.objects.create(version=draft, wrong="3公里", right="5公里")
    release(draft, staff=staff)
    Edition.objects.create(date=datetime.date(2099, 1, 1))
    client.post(reverse("admin:articles_correction_notice", args=[correction.pk]))
    return Correction.objects.filter(notice__isnull=False).exists()


def settle_report(client, user, version):
    report = ReaderReport.objects.create(article=version.article, version=version, message="有误")
    data = {"action": "find_no_error", "_selected_action": [report.pk], "note": "查过", "index": 0}
    client.post(reverse("admin:articles_readerreport_changelist"), data)
    return not ReaderReport.objects.open().exists()


def edit_edition(client, user, version):
    edition, _ = Edition.objects.update_or_create(
        date=datetime.date(2026, 11, 16), defaults={"number": None}
    )
    data = {"date": "2026-11-16", "number": "77"}
    data |= {"pages-TOTAL_FORMS": 0, "pages-INITIAL_FORMS": 0}
    client.post(reverse("admin:articles_edition_change", args=[edition.pk]), data)
    return Edition.objects.filter(number=77).exists()


def pitch(client, user, version):
    client.post(reverse("admin:articles_assignment_add"), {"headline": "早市"})
    return Assignment.objects.filter(pitched_by=user).exists()


def accept(client, user, version):
    """A pitch for the department of the story."""
    assignment = _assigned(version, Assignment.Status.PITCHED)
    client.post(
        reverse("admin:articles_assignment_change", args=[assignment.pk]),
        {"headline": "早市", "department": assignment.department_id or "", "_accept": "1"},
    )
    return Assignment.objects.filter(decided_by=user).exists()


def begin(client, user, version):
    """What nobody is named for, of the department of the story."""
    assignment = _assigned(version, Assignment.Status.ACCEPTED)
    client.post(reverse("admin:articles_assignment_begin", args=[assignment.pk]))
    return Assignment.objects.filter(article__versions__written_by=user).exists()


def _assigned(version, status):
    return Assignment.objects.create(
        headline="早市",
        status=status,
        department=version.departments.first(),
        pitched_by=make_user(),
    )


def check_edition(client, user, version):
    edition = make_page().edition
    data = {"edition": edition.pk, "characters": 10_000}
    client.post(reverse("admin:articles_qualitycheck_add"), data)
    return QualityCheck.objects.exists()


def delete(client, user, version):
    client.post(reverse("admin:articles_version_delete", args=[version.pk]), {"post": "yes"})
    return not Version.objects.filter(pk=version.pk).exists()


def reading(name, query=""):
    """A door that only shows: whether it opens."""

    def look(client, user, version):
        return client.get(at(version, name) + query).status_code == 200

    return look


def listed(name, query=""):
    def look(client, user, version):
        return client.get(reverse(f"admin:{name}") + query).status_code == 200

    return look


# Doors at which something is written into a story: who may, and nobody of another department.
WRITTEN = {
    save: WRITERS,
    keep: WRITERS,
    add_note: WRITERS,
    tick_off: WRITERS,
    make_preview: WRITERS,
    end_preview: WRITERS,
    waive: WRITERS,
    take_waiver_back: WRITERS,
    settle: WRITERS,
    settle_in_bulk: WRITERS,
    revise: WRITERS,
    restore: WRITERS,
    take_proposal: WRITERS,
    leave_proposal: WRITERS,
    begin_notice: WRITERS,
    settle_report: {"Editors", "Publishers"},
    accept: {"Editors", "Final review", "Publishers"},
    begin: WRITERS,
    delete: set(),
}
# Doors that show, and those that are no story's: departments make no difference.
OTHERS = {
    "form": (reading("change"), EVERYBODY),
    "review": (reading("review"), EVERYBODY),
    "compare": (reading("compare", "?from=v1"), EVERYBODY),
    "sheet": (reading("sheet"), EVERYBODY),
    "list": (listed("articles_version_changelist"), EVERYBODY),
    "doubts": (listed("articles_doubt_changelist"), EVERYBODY),
    "log": (listed("admin_logentry_changelist"), EVERYBODY),
    "log exported": (listed("admin_logentry_changelist", "?excel=1"), EVERYBODY),
    "figures": (listed("articles_figures"), EVERYBODY),
    "figures exported": (listed("articles_figures", "?excel=1"), EVERYBODY),
    "sealed record": (listed("articles_ledgerentry_changelist"), EVERYBODY),
    "readers' reports": (listed("articles_readerreport_changelist"), {"Editors", "Publishers"}),
    "edition": (edit_edition, {"Editors", "Publishers", "Archivists"}),
    "assignments": (listed("articles_assignment_changelist"), EVERYBODY),
    "pitch": (pitch, WRITERS),
    "errors in print": (listed("articles_qualitycheck_changelist"), {"Editors", "Publishers"}),
    "quality check": (check_edition, {"Editors", "Publishers"}),
    "accounts": (listed("people_user_changelist"), {"Administrators"}),
}


@pytest.fixture
def member(client):
    def member(role, departments=()):
        make_groups()
        user = make_user()
        user.groups.add(Group.objects.get(name=_name(role)))
        user.departments.set(departments)
        client.force_login(user)
        return User.objects.get(pk=user.pk)

    return member


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("door", WRITTEN, ids=lambda door: door.__name__)
def test_door_is_open_to_those_whose_group_allows_it(client, member, role, door):
    user = member(role)

    assert door(client, user, make_version()) is (role in WRITTEN[door])


@pytest.mark.parametrize("door", WRITTEN, ids=lambda door: door.__name__)
def test_door_of_another_departments_story_is_shut(client, member, door):
    user = member("Publishers", [make_department()])

    assert not door(client, user, make_version(departments=[make_department()]))


@pytest.mark.parametrize("door", [one for one in WRITTEN if WRITTEN[one]])
def test_door_of_an_own_departments_story_is_open(client, member, door):
    department = make_department()
    user = member("Editors", [department])

    assert door(client, user, make_version(departments=[department]))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("door", OTHERS)
def test_other_doors_are_open_to_those_whose_group_allows_it(client, member, role, door):
    go, allowed = OTHERS[door]

    assert go(client, member(role), make_version()) is (role in allowed)
    assert go(client, member(role, [make_department()]), make_version()) is (role in allowed)


@pytest.mark.parametrize("door", [*WRITTEN, *(go for go, _allowed in OTHERS.values())])
def test_door_is_shut_to_an_account_of_no_group(client, door):
    user = make_user()
    client.force_login(user)

    assert not door(client, user, make_version())
