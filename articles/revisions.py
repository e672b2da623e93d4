"""Begin a new version of a released story, a private copy, and bring earlier words back."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import contributions, photos, records, saves
from articles.models import (
    Article,
    Correction,
    Credit,
    Edition,
    Event,
    Mention,
    Page,
    Photo,
    Version,
    VersionDepartment,
)
from articles.models.content import REPRINT_PARTICULARS, named, place_in
from articles.rights import check_theirs
from people import identity
from people.models import Department

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


@dataclass(frozen=True, slots=True)
class Restored:
    """The draft with earlier words, and a sentence for each part that is there no more."""

    draft: Version
    missing: list[str]


def begin_version(version, by):
    """Copy the words and parts of a story's latest version into a draft, and return the draft.

    `version` names the story: the copy is of the latest, whichever is at hand, so that no
    correction is undone unseen. Pictures keep their files. Where paragraphs came from and which
    marks the import changed is copied too; doubts are not, for they were settled before the
    release.
    """
    return _begin(version, by, copy_latest=True)


@transaction.atomic
def restore(version, content, by):
    """Give the story's draft the words of a content of `version`; begin one after a release.

    Its departments and event too, where the content tells of them. What the draft said before is
    kept among its saves, and so is this. What is there no more, a picture whose file was cleared or
    a department taken out of the directory, is named in the answer, and the rest is restored.
    Raises RevisionUnderWay where the latest version is in review or spiked, and PermissionDenied.
    """
    _check_may_change(version, by)
    Article.objects.select_for_update().get(pk=version.article_id)
    draft = version.article.versions.select_for_update().latest("number")
    check_theirs(by, draft)
    if draft.publish_at is not None:
        draft = _begin(version, by, copy_latest=False)
    elif draft.status != Version.Status.DRAFT:
        raise RevisionUnderWay(draft)
    saves.keep_what_stood(draft)
    # A correction is the public record of the version that makes it: of no other.
    parts = PARTS if draft == version else PARTS[:-1]
    body = draft.body
    missing = _write(draft, named(content), parts)
    records.follow(draft, body)
    contributions.record(draft, by)
    saves.record(draft, by, is_restoration=True)
    return Restored(draft, missing)


@transaction.atomic
def _begin(version, by, *, copy_latest):
    _check_may_change(version, by)
    article = Article.objects.select_for_update().get(pk=version.article_id)
    latest = article.versions.latest("number")
    check_theirs(by, latest)
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
        copy_row(mention, draft)
    draft.seal()
    return draft


def _check_may_change(version, by):
    if not by.has_perm("articles.change_version"):
        raise PermissionDenied(_("Your account may not change stories."))
    check_theirs(by, version)


# How each part of a content is printed, in the order of its values.
PARTS = (
    ("credits", Credit, ("as_printed", "capacity", "has_text", "has_photos")),
    ("mentions", Mention, ("name_as_printed", "title_as_printed", "acts")),
    ("photos", Photo, ("digest", "caption", "credit", "alt_text")),
    ("corrections", Correction, ("wrong", "right", "remark")),
)


def _write(draft, content, parts):
    """Write the named content into the draft, and return what of it is there no more."""
    missing = []
    for name in ("kicker", "headline", "deck", "dateline", "date_as_printed", "body", "source"):
        setattr(draft, name, content[name])
    draft.dated = content["dated"]
    draft.dateline_date = content["dateline_date"] or None
    draft.edition = Edition.objects.filter(pk=content["edition"]).first()
    draft.page = Page.objects.filter(pk=content["page"]).first()
    draft.credit_line = content.get("credit_line", "")
    draft.is_reprint = "reprint" in content
    if draft.is_reprint:
        for name, text in zip(REPRINT_PARTICULARS[1:], content["reprint"], strict=True):
            setattr(draft, name, text)
    if "event" in content:
        draft.event = _event_of(content["event"], missing)
    draft.save()
    if "departments" in content:
        _write_departments(draft, content["departments"], missing)
    for part, model, names in parts:
        _write_rows(draft, model, names, content.get(part, ()), missing)
    draft.refresh_from_db()
    draft.seal()
    return missing


def _event_of(kept, missing):
    if not kept:
        return None
    event = Event.objects.filter(pk=kept[0]).first()
    if event is None:
        missing.append(_("The event “%(name)s” is there no more.") % {"name": kept[1]})
    return event


def _write_departments(draft, kept, missing):
    """Link the draft to these departments, or to what they were merged into, and to no others."""
    wanted = {}
    for pk, name in kept:
        department = identity.became(Department, pk)
        if department is None:
            missing.append(
                _("The department “%(name)s” is no longer in the directory.") % {"name": name}
            )
        else:
            wanted[department.pk] = department
    draft.department_links.exclude(department__in=wanted).delete()
    standing = set(draft.department_links.values_list("department", flat=True))
    for pk, department in wanted.items():
        if pk not in standing:
            VersionDepartment.objects.create(version=draft, department=department)


def _write_rows(draft, model, names, wanted, missing):
    """Keep the rows that are wanted, with their links; copy or make those that went."""
    standing = list(model.objects.filter(version=draft).order_by("position", "pk"))
    others = model.objects.filter(version__article=draft.article_id).exclude(version=draft)
    for position, values in enumerate(wanted):
        # Of a photo the place in the text may follow: by it no row is known.
        printed = dict(zip(names, values, strict=False))
        row = next((row for row in standing if _prints(row, printed)), None)
        if row is not None:
            standing.remove(row)
        elif copied := others.filter(**printed).last():
            row = copy_row(copied, draft)
        elif model is Photo:
            try:
                row = photos.attach_kept(draft, **printed)
            except photos.PictureGone as gone:
                missing.extend(gone.messages)
                continue
        else:
            row = model(version=draft, **printed)
        row.position = position
        if model is Photo:
            row.placed_after = place_in(values)
        row.save()
    for row in standing:
        row.delete()


def _prints(row, printed):
    return all(getattr(row, name) == value for name, value in printed.items())


def copy_row(row, version):
    """The row of a version as one of another version, of a mention with its posts."""
    posts = list(row.posts.all()) if isinstance(row, Mention) else None
    copy = _copy(row, version)
    if posts is not None:
        copy.posts.set(posts)
    return copy


def _copy(row, version):
    row.pk, row._state.adding, row.version = None, True, version
    row.save(force_insert=True)
    return row
