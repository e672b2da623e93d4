"""Corrections: the notice that the paper owes its readers in print, and when it is due.

A correction is printed in the next issue, at an equal position (关于报刊社声明对有关报道予以更正的
规定, 新出报刊〔1999〕859号).
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.models import Article, Correction, Edition, Version
from articles.rights import check_theirs


class NoticeRefused(ValidationError):
    """A notice that cannot be begun. Its message says why, and what to do."""


def was_read_before(version):
    """Whether readers could read an earlier version of the story: else nothing is corrected."""
    earlier = version.article.versions.filter(number__lt=version.number)
    return earlier.filter(publish_at__lte=timezone.now()).exists()


def may_be_due(correction):
    """Whether the correction is released, and of a story that was printed."""
    return correction.version.publish_at is not None and correction.version.page_id is not None


def due_edition(correction):
    """The next edition after the release of the correction; None while there is none yet."""
    released_on = timezone.localdate(correction.version.publish_at)
    return Edition.objects.filter(date__gt=released_on).order_by("date").first()


def due_in(edition):
    """The corrections that are due in this edition: released before its day, not yet printed."""
    return (
        Correction.objects.due()
        .filter(version__publish_at__date__lt=edition.date)
        .select_related("version__page", "notice")
        .order_by("version__publish_at", "id")
    )


def due_soonest():
    """All that is due, the longest waiting first, each with `due_on`: the day of the edition that
    owes it, None where there is no such edition yet."""
    next_day = (
        Edition.objects.filter(date__gt=OuterRef("released_on")).order_by("date").values("date")
    )
    return (
        Correction.objects.due()
        .annotate(released_on=TruncDate("version__publish_at"))
        .annotate(due_on=Subquery(next_day[:1]))
        .select_related("version__page")
        .order_by("version__publish_at", "id")
    )


@transaction.atomic
def begin_notice(correction, by):
    """Draft the notice for the edition that is due, on the page of the corrected story.

    It takes the same reviews as any story. Raises NoticeRefused where the paper owes none, there is
    no edition to print it in or it is begun already, PermissionDenied where the account writes no
    stories, or none of these departments.
    """
    if not by.has_perm("articles.add_version"):
        raise PermissionDenied(_("Your account may not write stories."))
    correction = Correction.objects.select_for_update().get(pk=correction.pk)
    check_theirs(by, correction.version)
    if correction.notice_id:
        raise NoticeRefused(_("The notice of this correction is begun already."))
    if not may_be_due(correction):
        raise NoticeRefused(
            _("The paper owes no notice: the correction is not released, or was on the web only.")
        )
    edition = due_edition(correction)
    if edition is None:
        raise NoticeRefused(_("There is no next edition yet. Add it, then begin the notice."))
    story = correction.version
    page = story.page and edition.pages.filter(number=story.page.number).first()
    notice = Version.objects.create(
        article=Article.objects.create(),
        headline=_("Correction"),
        body=_body(correction),
        edition=edition,
        page=page,
        position=story.position,
        dated=edition.date,
        written_by=by,
    )
    correction.notice = notice.article
    correction.save(update_fields=["notice"])
    return notice


def _body(correction):
    """The sentence in which papers correct themselves. In Chinese, as it is printed."""
    story = correction.version
    where = f"本报{date_format(story.dated, 'Y年n月j日')}"
    if story.page:
        where += f"第{story.page.number}版"
    first = story.article.versions.order_by("number").first()
    text = (
        f"{where}刊发的《{first.headline}》一文中，“{correction.wrong}”应为“{correction.right}”，"
        f"特此更正。{correction.remark}"
    )
    return f"<p>{escape(text)}</p>"
