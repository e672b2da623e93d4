"""Two people who do the same at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles import assignments, proving, workflow
from articles.models import Assignment, LedgerEntry, QualityCheck, Version
from tests.articles.admin.posting import text_of
from tests.factories import make_page, make_reviewers, make_user, make_version, make_writer


def at_once(*calls):
    """Run the calls at the same moment, each on a connection of its own: results or refusals."""
    barrier = Barrier(len(calls))

    def run(call):
        barrier.wait()
        try:
            return call()
        except ValidationError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_two_approvals_at_once_leave_one_for_each_stage(committed_db):
    version = make_version()
    workflow.perform("submit", version, by=make_writer())
    permissions = ("review_first",)
    twins = [make_user(permissions=permissions), make_user(permissions=permissions)]

    at_once(*[lambda by=by: _approve(version, by) for by in twins])

    assert list(version.decisions.filter(move="approve").values_list("stage", flat=True)) == [1]


def _approve(version, by):
    try:
        return workflow.perform("approve", version, by=by)
    except workflow.PermissionDenied as denied:
        return denied


def test_two_releases_at_once_leave_one_live_version(committed_db):
    version, reviewers = make_version(), make_reviewers()
    workflow.perform("submit", version, by=make_writer())
    for reviewer in reviewers:
        workflow.perform("approve", version, by=reviewer)

    results = at_once(*[lambda: workflow.perform("release", version, by=reviewers[2])] * 2)

    assert sum(isinstance(result, workflow.MoveRefused) for result in results) == 1
    assert list(Version.objects.live()) == [version]
    assert version.decisions.filter(move="release").count() == 1


def test_releases_of_two_stories_at_once_make_one_chain(committed_db):
    writer, reviewers = make_writer(), make_reviewers()
    versions = [make_version(headline=headline) for headline in ("一号稿", "二号稿")]
    for version in versions:
        workflow.perform("submit", version, by=writer)
        for reviewer in reviewers:
            workflow.perform("approve", version, by=reviewer)

    at_once(*[lambda v=v: workflow.perform("release", v, by=reviewers[2]) for v in versions])

    assert LedgerEntry.objects.count() == 2
    assert proving.verify().failure is None


def test_two_who_take_one_assignment_at_once_begin_one_story(committed_db):
    writers = [make_writer(), make_writer()]
    assignment = Assignment.objects.create(
        headline="早市", status=Assignment.Status.ACCEPTED, pitched_by=writers[0]
    )

    results = at_once(*[lambda by=by: assignments.begin(assignment, by=by) for by in writers])

    assert sum(isinstance(result, ValidationError) for result in results) == 1
    assert Version.objects.count() == 1


def test_pitch_that_two_accept_at_once_is_accepted_by_one(committed_db):
    editors = [make_user(permissions=("decide_assignment",)) for _number in range(2)]
    assignment = Assignment.objects.create(headline="早市", pitched_by=make_writer())

    results = at_once(
        *[lambda by=by: assignments.decide(assignment, True, by=by) for by in editors]
    )

    (decided,) = [one for one in results if isinstance(one, Assignment)]
    assert Assignment.objects.get().decided_by == decided.decided_by


def test_edition_that_two_check_at_once_has_one_check(committed_db):
    edition = make_page().edition
    permissions = [f"{act}_qualitycheck" for act in ("add", "change", "view")]
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(make_user(permissions=permissions))
    typed = {"edition": edition.pk, "characters": 100}
    add = reverse("admin:articles_qualitycheck_add")

    answers = at_once(*[lambda client=client: client.post(add, typed) for client in clients])

    (refused,) = [answer for answer in answers if answer.status_code == 200]
    assert "This edition has a check already: note its errors there." in text_of(refused)
    assert QualityCheck.objects.count() == 1
