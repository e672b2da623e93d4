"""What every template may name without a view passing it."""

from django.conf import settings


def paper(request):
    return {
        "PAPER_NAME": settings.PAPER_NAME,
        "PAPER_MOTTO": settings.PAPER_MOTTO,
        "PAPER_PUBLISHER": settings.PAPER_PUBLISHER,
    }
