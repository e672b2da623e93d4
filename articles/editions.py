"""What is planned for an edition, and what goes along when its day or one of its pages moves."""

from django.db import transaction

from articles import saves
from articles.models import Assignment, Edition, Version
from people import learned
from people.locks import lock_directory


def planned_for(edition, day=None):
    """The keys of its stories, and of those that were begun for its day and are in no edition yet.

    `day` is the day under which they were begun, where it is not the edition's own.
    """
    day = day or edition.date
    begun = Version.objects.filter(
        edition=None, publish_at=None, dated=day, article__assignment__day=day
    )
    # By key, so that no database looks through all stories.
    return edition.versions.order_by().values("pk").union(begun.order_by().values("pk"))


@transaction.atomic
def follow(edition, earlier, by):
    """Save an edition that moves to another day, and have what is planned for it go along.

    Posts that the importer learned from its stories are held from the other day on. Returns how
    many stories and assignments went. An edition with a released story does not move
    (Edition.clean). To be filed under another day is a change of the words: it is in the history,
    and approvals are given anew.

    Rows are locked in the order of all others: by key, and the edition after the assignments, as
    whoever begins a story of one needs its edition last.
    """
    lock_directory()
    planned = planned_for(edition, earlier)
    assignments = Assignment.objects.filter(day=earlier)
    list(assignments.order_by("pk").select_for_update().values_list("pk"))
    stories = Version.objects.select_for_update().filter(pk__in=planned, publish_at=None)
    stories = list(stories.exclude(dated=edition.date).order_by("pk"))
    edition.save()
    _refile(stories, by, dated=edition.date)
    learned.follow(stories, earlier, edition.date)
    return len(stories), assignments.update(day=edition.date)


@transaction.atomic
def move_page(page, by):
    """Save a page that moves to another edition, its stories with it.

    As `follow` does for all pages of an edition. Returns how many stories went. A page with a
    released story does not move (Page.clean).
    """
    lock_directory()
    # Either may have moved to another day while we waited.
    earlier = Edition.objects.get(pages=page)
    page.edition.refresh_from_db()
    stories = list(page.versions.filter(publish_at=None).order_by("pk").select_for_update())
    page.save()
    _refile(stories, by, dated=page.edition.date, edition=page.edition)
    learned.follow(stories, earlier.date, page.edition.date)
    return len(stories)


def _refile(stories, by, **place):
    """Give the stories these values, and keep in their history how they stood."""
    for version in stories:
        saves.keep_what_stood(version)
        for field, value in place.items():
            setattr(version, field, value)
        version.save(update_fields=[*place, "updated_at"])
        saves.record(version, by=by)
