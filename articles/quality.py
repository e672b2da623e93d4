"""What the check of a printed edition comes to."""

from django.db.models import Exists, F, OuterRef

from articles.body import plain_text
from articles.error_rate import Error, Rate, rate
from articles.length import length_of
from articles.models import Photo, PrintedError, QualityCheck, Version

Kind, Where = PrintedError.Kind, PrintedError.Where


def printed_in(edition):
    """The stories of an edition in the words that were printed: the first release of each.

    A release that was cancelled before its moment is none.
    """
    released = Version.objects.filter(edition=edition, publish_at__isnull=False)
    released = released.exclude(superseded_at=F("publish_at"))
    earlier = released.filter(article=OuterRef("article"), number__lt=OuterRef("number"))
    return released.filter(~Exists(earlier)).in_page_order()


def characters_of(edition):
    """The characters of the stories that an edition printed, captions included."""
    stories = printed_in(edition)
    words = stories.values_list("kicker", "headline", "deck", "body")
    captions = Photo.objects.filter(version__in=stories.values("pk").order_by())
    counted = sum(
        length_of(f"{kicker} {headline} {deck} {plain_text(body)}")
        for kicker, headline, deck, body in words
    )
    return counted + sum(length_of(text) for text in captions.values_list("caption", flat=True))


def rates_between(first, last):
    """The checks of the editions of these days, the last included, each with its rate."""
    checks = QualityCheck.objects.filter(edition__date__range=(first, last))
    checks = checks.select_related("edition").prefetch_related("errors")
    return [(check, rate_of(check)) for check in checks.order_by("edition__date")]


def rate_of(check) -> Rate:
    """The rate of errors of a checked edition, by its errors as they are noted."""
    return rate(map(weighed, check.errors.all()), check.characters or 0)


def weighed(row) -> Error:
    """A noted error as the method weighs it."""
    by_hand = row.kind == Kind.OTHER
    return Error(
        weight=row.weight if by_hand else PrintedError.WEIGHTS[row.kind],
        times=row.times,
        is_weighty=row.where != Where.TEXT,
        is_number_style=row.kind == Kind.NUMBER_STYLE,
        same=None if by_hand else (row.kind, row.printed, row.right),
    )
