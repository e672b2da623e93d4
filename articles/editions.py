"""What is planned for an edition, and goes with it when its day moves."""

from django.db import transaction

from articles import saves
from articles.models import Assignment, Version


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
    """Have what is planned for an edition go to its new day: how many stories and assignments.

    An edition with a released story does not move (Edition.clean). To be filed under another day
    is a change of the words: it is in the history, and approvals are given anew.
    """
    planned = planned_for(edition, earlier)
    stories = Version.objects.select_for_update().filter(pk__in=planned, publish_at=None)
    stories = list(stories.exclude(dated=edition.date))
    for version in stories:
        saves.keep_what_stood(version)
        version.dated = edition.date
        version.save(update_fields=["dated", "updated_at"])
        saves.record(version, by=by)
    return len(stories), Assignment.objects.filter(day=earlier).update(day=edition.date)
