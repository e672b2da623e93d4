"""Two people who do the same at the same moment."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test import Client, RequestFactory
from django.urls import reverse

from articles import (
    assignments,
    breaks,
    editions,
    joining,
    proving,
    records,
    revisions,
    saves,
    workflow,
)
from articles.importing.importer import import_page, import_pages
from articles.importing.readers import Place
from articles.importing.sources import pages_of
from articles.models import (
    Assignment,
    Doubt,
    LedgerEntry,
    Mention,
    Proposal,
    QualityCheck,
    Version,
)
from people import identity, learned
from people.admin.recording import recording
from people.models import Appointment, Official, Post
from tests.articles.admin.posting import text_of
from tests.articles.importing.sample import BREAKS_IN_DOUBT, DAY
from tests.articles.importing.test_wholes import FIRST, REST
from tests.articles.test_breaks import bare, sources
from tests.factories import (
    make_department,
    make_official,
    make_page,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
)


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


ADDED = "编者按：一段话。"


def while_the_form_is_saved(version, call):
    """What the call returns that begins while a form puts a paragraph before the version's text."""

    def run():
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            stored = Version.objects.select_for_update().get(pk=version.pk)
            before, stored.body = stored.body, f"<p>{ADDED}</p>{stored.body}"
            stored.save()
            records.follow(stored, before)
            result = pool.submit(run)
            until_it_waits_for_us()
        return result.result()


def until_it_waits_for_us(number=1):
    """SQLite lets nobody begin while somebody writes, so that nothing was read before."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for _try in range(500):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0] >= number:
                return
            time.sleep(0.01)
    raise AssertionError("Nobody waits for the row.")


def while_we_hold(row, *calls):
    """What the calls return that begin one after the other while we hold the row."""

    def run(call):
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        with transaction.atomic():
            type(row).objects.select_for_update().get(pk=row.pk)
            results = []
            for number, call in enumerate(calls, start=1):
                results.append(pool.submit(run, call))
                until_it_waits_for_us(number)
        return [result.result() for result in results]


@pytest.fixture
def bring(committed_db, tmp_path):
    def bring(number, text):
        path = tmp_path / f"{number}.md"
        path.write_text(text, encoding="utf-8")
        import_page(path, edition_date=DAY, page_number=number)

    return bring


def test_break_decided_while_the_form_is_saved_keeps_its_words(bring):
    bring("01", BREAKS_IN_DOUBT)
    version = Version.objects.get()
    doubt = version.doubts.get(quote__contains="他们还沿渠", break_at__isnull=False)
    place, writer = doubt.paragraph, make_writer()

    while_the_form_is_saved(version, lambda: breaks.decide(doubt, "one", by=writer))

    version.refresh_from_db()
    doubt.refresh_from_db()
    assert version.paragraphs[0] == ADDED
    assert "三十余车。他们还沿渠" in version.body
    assert bare(sources(version))[1:] == bare(version.paragraphs)[1:]
    assert doubt.paragraph == place + 1


def test_words_restored_while_the_form_is_saved_have_their_sources(bring):
    bring("01", BREAKS_IN_DOUBT)
    version = Version.objects.get()
    writer, before = make_writer(), bare(sources(version))
    saves.keep_what_stood(version)
    content = version.saves.get().content

    while_the_form_is_saved(version, lambda: revisions.restore(version, content, by=writer))

    assert ADDED not in Version.objects.get().body
    assert bare(sources(version)) == before


def test_stories_put_together_while_the_form_is_saved_keep_its_words(bring):
    bring("01", FIRST)
    bring("03", REST)
    doubt, back = (Doubt.objects.get(quote__contains=note) for note in ("下转", "上接"))
    first = doubt.version
    editor = make_user(permissions=("change_version", "spike_version", "view_version"))

    while_the_form_is_saved(first, lambda: joining.join(doubt, back.version, by=editor))

    first.refresh_from_db()
    assert first.paragraphs[0] == ADDED
    assert first.paragraphs[-1].startswith("清淤之后")


@pytest.fixture
def joiner():
    return make_user(permissions=("change_version", "spike_version", "view_version"))


def noted(note):
    return Doubt.objects.get(quote__contains=note)


def test_edition_that_moves_while_two_parts_are_put_together_waits_for_them(bring, joiner):
    bring("01", FIRST)
    bring("03", REST)
    doubt, back = noted("下转"), noted("上接")
    first, edition = doubt.version, doubt.version.edition

    def move():
        edition.date = DAY + timedelta(days=1)
        return editions.follow(edition, DAY, by=joiner)

    _joined, moved = while_we_hold(
        first, lambda: joining.join(doubt, back.version, by=joiner), move
    )

    assert moved == (4, 0)
    assert set(Version.objects.values_list("dated", flat=True)) == {edition.date}
    first.refresh_from_db()
    assert first.paragraphs[-1].startswith("清淤之后")


def test_import_that_proposes_for_two_parts_while_they_are_put_together_waits(
    bring, joiner, tmp_path
):
    bring("03", REST)
    bring("01", FIRST)
    doubt, back = noted("下转"), noted("上接")
    corrected = FIRST.replace("三十余车", "四十余车"), REST.replace("三个村", "四个村")
    for number, text in zip(("01", "03"), corrected, strict=True):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")

    _joined, outcomes = while_we_hold(
        back.version.article,
        lambda: joining.join(doubt, back.version, by=joiner),
        lambda: list(import_pages(pages_of(tmp_path, Place(DAY)))),
    )

    assert [outcome.refusal for outcome in outcomes] == ["", ""]
    assert (
        Proposal.objects.filter(article__in=(doubt.version.article, back.version.article)).count()
        == 2
    )


def test_edition_that_moves_while_a_story_for_its_day_is_begun_takes_it_along(committed_db):
    writer, edition = make_writer(), make_page().edition
    planned, day = make_version(edition=edition, dated=edition.date), edition.date
    assignment = Assignment.objects.create(
        headline="早市", status=Assignment.Status.ACCEPTED, pitched_by=writer, day=day
    )

    def move():
        edition.date = day + timedelta(days=1)
        return editions.follow(edition, day, by=writer)

    while_we_hold(planned, move, lambda: assignments.begin(assignment, by=writer))

    assert Assignment.objects.get().day == edition.date
    assert set(Version.objects.values_list("dated", flat=True)) == {edition.date}
    assert Version.objects.filter(edition=edition).count() == 2


def test_official_edited_in_a_form_that_takes_something_out_while_somebody_merges_it(committed_db):
    kept, other, mistake = (make_official(name) for name in ("罗青", "罗清", "罗请"))
    request = RequestFactory().post("/")
    request.user, request._messages = make_user(), CookieStorage(request)

    def edit():
        with recording(request):
            Official.objects.filter(pk=other.pk).update(note="柳河镇人")
            identity.take_out(mistake, by=request.user)

    while_we_hold(kept, lambda: identity.merge(kept, other, by=make_user()), edit)

    assert list(Official.objects.all()) == [kept]


# With one writer at a time either may come first.
if connection.vendor == "postgresql":

    def test_post_confirmed_while_its_edition_moves_keeps_its_day(committed_db):
        edition = make_page(date=DAY).edition
        version = make_version(edition=edition, dated=DAY)
        post = Post.objects.create(department=make_department(), title="局长")
        held = Appointment.proposed(make_official(), post, f"{DAY} 01 01.md")
        held.save()
        mention = Mention.objects.create(
            version=version, official=held.official, name_as_printed="何青", position=0
        )
        mention.posts.add(post)
        edition.date = DAY + timedelta(days=1)

        while_we_hold(
            held,
            lambda: learned.confirm(Appointment.objects.all()),
            lambda: editions.follow(edition, DAY, by=make_user()),
        )

        held.refresh_from_db()
        assert (held.is_confirmed, held.started_latest) == (True, DAY)
