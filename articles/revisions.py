"""Begin a new version of a released story: a private copy that readers do not see yet."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Version
from articles.rights import check_theirs

COPIED = (
    "kicker",
    "headline",
    "deck",
    "dateline",
    "dateline_date",
    "date_as_printed",
    "body",
    "source",
    "credit_line",
    "is_reprint",
    "original_author",
    "original_headline",
    "responsible_editor",
    "dated",
    "edition",
    "page",
    "position",
    "event",
)


class RevisionUnderWay(ValidationError):
    """The story has an unreleased version already, `version`; work goes on there."""

    def __init__(self, version):
        self.version = version
        super().__init__(
            _(
                "Version %(number)s of this story is under way (%(status)s). Work goes on there; "
                "a spiked one is first taken back."
            )
            % {"number": version.number, "status": version.get_status_display()}
        )


def begin_version(version, by):
    """Copy the words and parts of a story's latest version into a draft, and return the draft.

    `version` names the story: the copy is of the latest, whichever is at hand, so that no
    correction is undone unseen. Pictures keep their files. Where paragraphs came from and which
    marks the import changed is copied too; doubts are not, for they were settled before the
    release.
    """
    return _begin(version, by, copy_latest=True)


def restore_version(version, by):
    """Copy an earlier version's words and parts into a draft that follows the latest."""
    return _begin(version, by, copy_latest=False)


@transaction.atomic
def _begin(version, by, *, copy_latest):
    if not by.has_perm("articles.change_version"):
        raise PermissionDenied(_("Your account may not change stories."))
    check_theirs(by, version)
    article = Article.objects.select_for_update().get(pk=version.article_id)
    latest = article.versions.latest("number")
    if latest.publish_at is None:
        raise RevisionUnderWay(latest)
    copied = latest if copy_latest else version
    draft = Version.objects.create(
        article=article,
        number=latest.number + 1,
        written_by=by,
        **{name: getattr(copied, name) for name in COPIED},
    )
    for links in ("department_links", "credits", "photos", "paragraph_sources", "wide_marks"):
        for row in getattr(copied, links).all():
            _copy(row, draft)
    for mention in copied.mentions.all():
        posts = list(mention.posts.all())
        _copy(mention, draft).posts.set(posts)
    draft.seal()
    return draft


def _copy(row, version):
    row.pk, row._state.adding, row.version = None, True, version
    row.save(force_insert=True)
    return row
