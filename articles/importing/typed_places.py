"""The days and pages that somebody types for pages of an import which tell no day themselves."""

from articles.importing.readers import Place
from articles.models import TypedPlace


def typed_places(job):
    """The Place of each page that has a typed one, by its name; without a name of all others."""
    return {
        row.name: Place(row.edition_date, row.page_number, row.page_name)
        for row in job.typed_places.all()
    }


def note_places(job, places):
    """Keep the places of these names; an empty one is none. The caller holds the transaction."""
    kept = {**typed_places(job), **places}
    job.typed_places.all().delete()
    TypedPlace.objects.bulk_create(
        TypedPlace(
            job=job,
            name=name,
            edition_date=place.edition_date,
            page_number=place.page_number,
            page_name=place.page_name,
        )
        for name, place in kept.items()
        if place != Place()
    )
