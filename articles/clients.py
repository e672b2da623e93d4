"""Who asks, as far as limits of requests need to know."""

from django.conf import settings


def client_address(request):
    """From where a request came, as the web server in front says; "" where nobody says it."""
    return request.META.get(settings.CLIENT_ADDRESS, "")
