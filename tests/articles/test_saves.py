"""Every save that was meant is kept with its words; what only goes on replaces what it went on."""

import datetime

import pytest
from django.utils import timezone

from articles import saves, workflow
from articles.models import Save
from articles.models.content import named
from tests.factories import make_department, make_version, make_writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return make_version(body="<p>甲段。</p>")


@pytest.fixture
def writer():
    return make_writer()


def save(version, body, by):
    version.body = body
    version.save()
    saves.record(version, by)


def bodies(version):
    return [named(row.content)["body"] for row in version.saves.all()]


def test_words_replaced_by_somebody_else_are_kept(version, writer):
    save(version, "<p>甲段。</p><p>乙段。</p>", writer)
    save(version, "<p>丙段。</p>", make_writer())

    assert bodies(version) == ["<p>甲段。</p><p>乙段。</p>", "<p>丙段。</p>"]


def test_unchanged_words_add_nothing(version, writer):
    save(version, "<p>甲段。</p>", writer)
    save(version, "<p>甲段。</p>", make_writer())

    assert version.saves.count() == 1


def test_save_that_only_adds_takes_the_place_of_the_one_before(version, writer):
    save(version, "<p>甲段。</p>", writer)
    save(version, "<p>甲段。</p><p>乙段。</p>", writer)

    assert bodies(version) == ["<p>甲段。</p><p>乙段。</p>"]


@pytest.mark.parametrize("body", ["<p>甲。</p>", "<p>段甲。</p>", "<p>乙段。</p>"])
def test_save_that_takes_a_word_away_keeps_the_one_before(version, writer, body):
    save(version, "<p>甲段。</p>", writer)
    save(version, body, writer)

    assert bodies(version) == ["<p>甲段。</p>", body]


def test_save_of_a_later_hour_stands_beside_the_one_before(version, writer):
    save(version, "<p>甲段。</p>", writer)
    Save.objects.update(saved_at=timezone.now() - datetime.timedelta(hours=1))
    save(version, "<p>甲段。</p><p>乙段。</p>", writer)

    assert version.saves.count() == 2


def test_words_that_stood_before_the_first_save_are_kept_once(version, writer):
    saves.keep_what_stood(version)
    save(version, "<p>丙段。</p>", writer)
    saves.keep_what_stood(version)

    assert [(row.by, named(row.content)["body"]) for row in version.saves.all()] == [
        (None, "<p>甲段。</p>"),
        (writer, "<p>丙段。</p>"),
    ]


def test_other_departments_are_another_save(version, writer):
    first, second = make_department(), make_department()
    for departments in ([first], [second]):
        version.departments.set(departments)
        saves.record(version, writer)

    kept = [named(row.content)["departments"] for row in version.saves.all()]
    assert kept == [[[first.pk, first.name]], [[second.pk, second.name]]]


def test_save_that_was_submitted_tells_the_departments_at_that_decision(version, writer):
    first, second = make_department(), make_department()
    version.departments.set([first])
    saves.record(version, writer)
    decision = workflow.perform("submit", version, by=writer)
    version.departments.add(second)
    saves.record(version, writer)

    departments, _event = saves.links_at(version, decision.decided_at)
    assert departments == ["departments", [first.pk, first.name]]
