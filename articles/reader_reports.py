"""Readers' reports of errors (我要纠错): received without an account, settled at the desk.

Against floods: a signed token says when the form was opened, and the database counts what came from
one client and what came at all. That works with several processes and machines; where two requests
are counted at the very same moment, one too many may come through.

What is known of a reader goes as soon as it has served: the digest of their address after a day,
their contact a month after the desk settled the report, and after half a year in any case.
"""

import datetime

from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from articles.clients import network_of
from articles.models import ReaderReport, Version
from articles.revisions import RevisionUnderWay, begin_version
from articles.rights import check_theirs, theirs

HOUR = datetime.timedelta(hours=1)
OF_A_CLIENT = 5  # reports in an hour
OF_ALL = 200
QUICKEST = datetime.timedelta(seconds=3)  # that somebody fills in a form
LONGEST = datetime.timedelta(days=1)
SENDER_KEPT_FOR = datetime.timedelta(days=1)
CONTACT_KEPT_FOR = datetime.timedelta(days=30)  # after the report is settled
CONTACT_KEPT_AT_MOST = datetime.timedelta(days=180)

_signer = signing.TimestampSigner(salt="articles.reader_reports")


class TooManyReports(Exception):
    """More than the limit in an hour, from this client or from all."""


class UnusableToken(ValidationError):
    """A form that was not opened here, just now, for this story. Its message says what to do."""


def token_for(article):
    """What a form carries to prove when, and for which article (by key), it was opened."""
    return _signer.sign(str(article))


def check_token(token, article):
    """Raise UnusableToken unless the form was opened for that article, neither too lately nor
    too long ago for a person."""
    try:
        is_for_this = _signer.unsign(token, max_age=LONGEST) == str(article)
    except signing.BadSignature:
        is_for_this = False
    if not is_for_this:
        raise UnusableToken(_("The form was open for too long. Please send it once more."))
    try:
        _signer.unsign(token, max_age=QUICKEST)
    except signing.SignatureExpired:
        return
    raise UnusableToken(_("That was very quick. Please look it through and send it once more."))


def sender_of(address):
    """A digest of a client's network; "" where nobody knows it."""
    network = network_of(address)
    return network and salted_hmac("articles.reader_reports.sender", network).hexdigest()


@transaction.atomic
def receive(version, *, message, passage="", contact="", sender=""):
    """Keep what a reader says of a live version. Raises TooManyReports."""
    forget_readers()
    lately = ReaderReport.objects.filter(created_at__gt=timezone.now() - HOUR)
    of_client = lately.filter(sender=sender) if sender else lately.none()
    if of_client.count() >= OF_A_CLIENT or lately.count() >= OF_ALL:
        raise TooManyReports
    return ReaderReport.objects.create(
        article_id=version.article_id,
        version=version,
        passage=passage,
        message=message,
        contact=contact,
        sender=sender,
    )


def forget_readers(at=None):
    """Empty what is known of readers and no longer needed; the number of reports concerned."""
    at = at or timezone.now()
    senders = ReaderReport.objects.exclude(sender="").filter(created_at__lt=at - SENDER_KEPT_FOR)
    contacts = ReaderReport.objects.exclude(contact="").filter(
        Q(settled_at__lt=at - CONTACT_KEPT_FOR) | Q(created_at__lt=at - CONTACT_KEPT_AT_MOST)
    )
    return senders.update(sender="") + contacts.update(contact="")


def waiting_for(user):
    """Open reports of stories that this account may correct, the longest waiting first."""
    if not user.has_perm("articles.change_readerreport"):
        return ReaderReport.objects.none()
    mine = theirs(user, Version.objects.all())
    reports = ReaderReport.objects.open().filter(version__in=mine)
    return reports.select_related("version").order_by("created_at", "id")


@transaction.atomic
def settle(report, outcome, *, note, by):
    """Say what came of a report; for a correction, begin the story's next version.

    Returns that version, or the one that is under way already; None for other outcomes. Raises
    ValidationError without a note or where it was settled before, and PermissionDenied.
    """
    if not by.has_perm("articles.change_readerreport"):
        raise PermissionDenied(_("Your account may not settle readers’ reports."))
    report = ReaderReport.objects.select_for_update().get(pk=report.pk)
    check_theirs(by, report.version)
    if not report.is_open:
        raise ValidationError(_("This report was settled already."))
    if not note.strip():
        raise ValidationError(_("Write a note that says why: it goes on record."))
    draft = _correct(report.version, by) if outcome == ReaderReport.Outcome.CORRECTION else None
    report.outcome, report.note = outcome, note.strip()
    report.settled_by, report.settled_at = by, timezone.now()
    report.save(update_fields=["outcome", "note", "settled_by", "settled_at"])
    return draft


def _correct(version, by):
    try:
        with transaction.atomic():
            return begin_version(version, by)
    except RevisionUnderWay as under_way:
        if under_way.version.status == Version.Status.SPIKED:
            raise
        return under_way.version
