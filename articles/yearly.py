"""The figures that the yearly report of a government site asks for (国办函〔2018〕12号).

Counted is what readers can read now, in the year in which it was truly released, whatever day it
is filed under. What this system does not hold (services, letters, visits) is not in them.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef
from django.utils import timezone

from articles.models import Correction, Edition, Photo, Version


@dataclass(frozen=True, slots=True)
class YearlyFigures:
    """信息发布 of one year. `by_section` counts stories by the name of their page in the paper."""

    year: int
    stories: int
    with_pictures: int
    reprints: int
    web_only: int
    corrections: int
    withdrawn: int
    editions: int
    by_section: dict[str, int]

    def as_dict(self):
        return asdict(self)


def figures_of_year(year: int) -> YearlyFigures:
    first, end = (timezone.make_aware(datetime(number, 1, 1)) for number in (year, year + 1))
    stories = (
        Version.objects.live()
        .with_first_release()
        .filter(publish_at__gte=first, first_release__gte=first, first_release__lt=end)
        .order_by()
    )
    sections = stories.exclude(page__name__isnull=True).exclude(page__name="")
    withdrawn = Version.objects.came_out().filter(withdrawn_at__gte=first, withdrawn_at__lt=end)
    corrections = Correction.objects.public().filter(
        version__publish_at__gte=first, version__publish_at__lt=end
    )
    printed = Version.objects.live().filter(edition=OuterRef("pk"))
    return YearlyFigures(
        year=year,
        stories=stories.count(),
        with_pictures=stories.filter(Exists(Photo.objects.filter(version=OuterRef("pk")))).count(),
        reprints=stories.filter(is_reprint=True).count(),
        web_only=stories.filter(page__isnull=True).count(),
        corrections=corrections.count(),
        withdrawn=withdrawn.values("article").distinct().count(),
        editions=Edition.objects.filter(Exists(printed), date__year=year).count(),
        by_section=dict(
            sections.values_list("page__name")
            .annotate(Count("pk"))
            .order_by("-pk__count", "page__name")
        ),
    )
