"""What a story had wrong: a record for readers, and a notice in the next issue."""

import datetime
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from articles import proving, workflow
from articles.corrections import NoticeRefused, begin_notice, due_edition, due_in
from articles.models import Correction, Edition, LedgerEntry, Version
from articles.revisions import begin_version
from tests.factories import (
    make_page,
    make_released,
    make_reviewers,
    make_user,
    make_version,
    make_writer,
    release,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return make_writer(), make_reviewers()


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def story(staff, today):
    page = make_page(date=today, number="02")
    return make_released(
        headline="柳汐公园新添环湖步道", dated=today, page=page, edition=page.edition, staff=staff
    )


@pytest.fixture
def correction(story, staff):
    draft = begin_version(story, by=staff[0])
    draft.body = draft.body.replace("3公里", "5公里")
    draft.save()
    correction = Correction.objects.create(version=draft, wrong="全长3公里", right="全长5公里")
    release(draft, staff=staff)
    return Correction.objects.get(pk=correction.pk)


def tomorrow(today, *numbers):
    date = today + datetime.timedelta(days=1)
    for number in numbers:
        make_page(date=date, number=number)
    return Edition.objects.get(date=date)


def test_readers_see_it_on_the_story_and_in_the_list(correction, client, story):
    page = client.get(reverse("articles:story", args=[story.article_id])).content.decode()
    listed = client.get(reverse("articles:corrections")).content.decode()

    for shown in (page, listed):
        assert "<del>全长3公里</del>" in shown
        assert "<ins>全长5公里</ins>" in shown
    data = json.loads(page.split('ld+json">')[1].split("</script>")[0])
    assert data["correction"][0]["@type"] == "CorrectionComment"
    assert "全长5公里" in data["correction"][0]["text"]


def test_readers_see_nothing_before_its_release(story, staff, client):
    Correction.objects.create(
        version=begin_version(story, by=staff[0]), wrong="全长3公里", right="全长5公里"
    )

    listed = client.get(reverse("articles:corrections"))
    page = client.get(reverse("articles:story", args=[story.article_id]))
    assert "全长5公里" not in listed.content.decode() + page.content.decode()


def test_correction_of_a_withdrawn_story_is_gone_with_it(correction, staff, client):
    workflow.perform("withdraw", correction.version, by=staff[1][2], note="事实不清")

    assert "全长5公里" not in client.get(reverse("articles:corrections")).content.decode()


def test_later_version_keeps_the_correction(correction, staff, client):
    draft = begin_version(correction.version, by=staff[0])
    release(draft, staff=staff)

    address = reverse("articles:story", args=[draft.article_id])
    assert "<ins>全长5公里</ins>" in client.get(address).content.decode()


def test_first_version_has_nothing_to_correct(staff):
    version = make_version()

    with pytest.raises(IntegrityError, match="correction_is_of_words"), transaction.atomic():
        Correction.objects.create(version=version, wrong="甲", right="乙")


def test_correction_is_approved_and_sealed_with_the_words(story, staff):
    draft = begin_version(story, by=staff[0])
    workflow.perform("submit", draft, by=staff[0])
    workflow.perform("approve", draft, by=staff[1][0])
    Correction.objects.create(version=draft, wrong="全长3公里", right="全长5公里")
    draft.refresh_from_db()

    assert workflow.next_stage(Version.objects.get(pk=draft.pk)) == 1


def test_released_correction_is_never_changed(correction):
    with (
        pytest.raises(IntegrityError, match="correction_of_a_released_version"),
        transaction.atomic(),
    ):
        Correction.objects.update(right="全长8公里")

    words = json.loads(LedgerEntry.objects.last().content)["words"]
    assert words[-1] == ["corrections", ["全长3公里", "全长5公里", ""]]
    assert proving.verify().failure is None


def test_it_is_due_in_the_next_edition(correction, today):
    assert list(due_in(Edition.objects.get(date=today))) == []
    assert due_edition(correction) is None

    edition = tomorrow(today, "01", "02")
    assert due_edition(correction) == edition
    assert list(due_in(edition)) == [correction]


def test_story_of_the_web_only_owes_the_paper_nothing(staff, today):
    story = make_released(staff=staff)
    draft = begin_version(story, by=staff[0])
    Correction.objects.create(version=draft, wrong="甲", right="乙")
    release(draft, staff=staff)

    assert not Correction.objects.due().exists()
    tomorrow(today, "01")
    with pytest.raises(NoticeRefused):
        begin_notice(draft.corrections.get(), by=staff[0])


def test_notice_refused_of_a_correction_that_is_not_released(staff, today):
    page = make_page(date=today, number="02")
    draft = begin_version(make_released(staff=staff, page=page, edition=page.edition), by=staff[0])
    correction = Correction.objects.create(version=draft, wrong="甲", right="乙")
    tomorrow(today, "02")

    with pytest.raises(NoticeRefused):
        begin_notice(correction, by=staff[0])


def test_notice_is_drafted_at_an_equal_position_and_settles_the_debt(correction, staff, today):
    edition = tomorrow(today, "01", "02")

    notice = begin_notice(correction, by=staff[0])

    assert (notice.edition, notice.page.number) == (edition, "02")
    assert "《柳汐公园新添环湖步道》一文中，“全长3公里”应为“全长5公里”，特此更正。" in notice.text
    assert Correction.objects.due().exists()
    release(notice, staff=staff)
    assert not Correction.objects.due().exists()
    with pytest.raises(NoticeRefused):
        begin_notice(correction, by=staff[0])


def test_notice_refused_while_there_is_no_next_edition(correction, staff):
    with pytest.raises(NoticeRefused):
        begin_notice(correction, by=staff[0])


def test_notice_refused_to_who_may_not_write(correction, today):
    tomorrow(today, "02")
    with pytest.raises(PermissionDenied):
        begin_notice(correction, by=make_user())
