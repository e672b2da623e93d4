"""What every template may name without a view passing it."""

from django.conf import settings

from newsroom.large_type import has_large_type


def paper(request):
    return {
        "PAPER_NAME": settings.PAPER_NAME,
        "PAPER_MOTTO": settings.PAPER_MOTTO,
        "PAPER_PUBLISHER": settings.PAPER_PUBLISHER,
        "SITE_ID_CODE": settings.SITE_ID_CODE,
        "ICP_RECORD": settings.ICP_RECORD,
        "POLICE_RECORD": settings.POLICE_RECORD,
        "HAS_LARGE_TYPE": has_large_type(request),
    }
