"""What readers report, and what the desk makes of it."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from articles import reader_reports, workflow
from articles.models import ReaderReport, Version
from articles.reader_reports import TooManyReports, UnusableToken
from articles.revisions import RevisionUnderWay, begin_version
from tests.factories import make_department, make_released, make_user, make_writer

pytestmark = pytest.mark.django_db
HERE, THERE = (reader_reports.sender_of(address) for address in ("192.0.2.1", "192.0.2.2"))


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def version():
    return make_released("云栖桥通车")


@pytest.fixture
def corrector():
    return make_user(permissions=["change_readerreport", "change_version", "view_version"])


@pytest.fixture
def at(monkeypatch):
    """Sets the clock so much later."""
    start = timezone.now()

    def later(**much):
        moment = start + datetime.timedelta(**much)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        monkeypatch.setattr("django.core.signing.time.time", moment.timestamp)

    return later


def report(version, sender=HERE, **said):
    return reader_reports.receive(version, message="应为五分钟", sender=sender, **said)


def test_token_is_good_for_its_story_once_a_person_could_have_filled_in_the_form(at):
    at(hours=0)
    token = reader_reports.token_for(7)

    with pytest.raises(UnusableToken, match="quick"):
        reader_reports.check_token(token, 7)
    at(seconds=5)
    reader_reports.check_token(token, 7)
    with pytest.raises(UnusableToken, match="too long"):
        reader_reports.check_token(token, 8)
    with pytest.raises(UnusableToken, match="too long"):
        reader_reports.check_token("7:forged", 7)
    at(hours=25)
    with pytest.raises(UnusableToken, match="too long"):
        reader_reports.check_token(token, 7)


def test_sender_is_no_address_and_one_household_one_sender():
    assert "192.0.2.1" not in HERE
    assert HERE != THERE
    one, same, other = (
        reader_reports.sender_of(address)
        for address in ("2001:db8::1", "2001:db8::ffff", "2001:db8:0:1::1")
    )
    assert one == same != other
    assert reader_reports.sender_of("unknown") == ""


def test_one_client_reports_so_often_in_an_hour(version, at):
    at(hours=0)
    for _ in range(reader_reports.OF_A_CLIENT):
        report(version)

    with pytest.raises(TooManyReports):
        report(version)
    report(version, sender=THERE)
    at(hours=1, seconds=1)
    report(version)


def test_all_clients_together_report_so_often_in_an_hour(version, monkeypatch):
    monkeypatch.setattr(reader_reports, "OF_ALL", 2)
    report(version, sender=HERE)
    report(version, sender=THERE)

    with pytest.raises(TooManyReports):
        report(version, sender="")


def test_what_is_known_of_readers_goes_when_it_has_served(version, corrector, at):
    at(hours=0)
    settled, unsettled = report(version, contact="13800000000"), report(version, contact="a@b.cn")
    reader_reports.settle(settled, "no_error", note="原文无误", by=corrector)

    def kept():
        reader_reports.forget_readers()
        return list(ReaderReport.objects.order_by("id").values_list("sender", "contact"))

    assert kept() == [(HERE, "13800000000"), (HERE, "a@b.cn")]
    at(days=2)
    assert kept() == [("", "13800000000"), ("", "a@b.cn")]
    at(days=31)
    assert kept() == [("", ""), ("", "a@b.cn")]
    at(days=181)
    assert kept() == [("", ""), ("", "")]
    assert unsettled.message == "应为五分钟"


def test_correction_begins_the_next_version_or_goes_on_in_the_one_begun(version, corrector):
    first = reader_reports.settle(report(version), "correction", note="属实", by=corrector)
    again = reader_reports.settle(report(version), "correction", note="同上", by=corrector)

    assert (first.number, first.status, first.written_by) == (2, Version.Status.DRAFT, corrector)
    assert again == first
    settled = ReaderReport.objects.first()
    assert (settled.outcome, settled.note, settled.settled_by) == ("correction", "属实", corrector)


def test_correction_waits_for_a_spiked_version_to_be_taken_back(version, corrector):
    draft = begin_version(version, by=corrector)
    workflow.perform("spike", draft, by=make_user(permissions=["spike_version"]), note="不用")

    one = report(version)
    with pytest.raises(RevisionUnderWay):
        reader_reports.settle(one, "correction", note="属实", by=corrector)
    assert ReaderReport.objects.open().get() == one


@pytest.mark.parametrize("outcome", ["no_error", "duplicate"])
def test_other_outcomes_begin_nothing(version, corrector, outcome):
    assert reader_reports.settle(report(version), outcome, note="查过", by=corrector) is None
    assert version.article.versions.count() == 1


def test_report_is_settled_once_with_a_note_by_whoever_may(version, corrector):
    one = report(version)
    with pytest.raises(ValidationError, match="note"):
        reader_reports.settle(one, "no_error", note="  ", by=corrector)
    with pytest.raises(PermissionDenied):
        reader_reports.settle(one, "no_error", note="查过", by=make_writer())
    reader_reports.settle(one, "no_error", note="查过", by=corrector)
    with pytest.raises(ValidationError, match="already"):
        reader_reports.settle(one, "duplicate", note="查过", by=corrector)


def test_report_waits_for_those_who_correct_stories_of_its_departments(version, corrector):
    one = report(version)
    assert list(reader_reports.waiting_for(corrector)) == [one]
    assert not reader_reports.waiting_for(make_writer()).exists()

    elsewhere = make_user(permissions=["change_readerreport", "change_version"])
    elsewhere.departments.add(make_department())

    assert not reader_reports.waiting_for(elsewhere).exists()
    with pytest.raises(PermissionDenied):
        reader_reports.settle(one, "no_error", note="查过", by=elsewhere)


@pytest.mark.parametrize("values", [{"message": ""}, {"outcome": "no_error"}])
def test_database_refuses_an_empty_report_and_one_settled_by_nobody(version, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReaderReport.objects.filter(pk=report(version).pk).update(**values)
