"""Who asks, as far as limits of requests need to know."""

import ipaddress

from django.conf import settings


def client_address(request):
    """From where a request came, as the web server in front says; "" where nobody says it."""
    return request.META.get(settings.CLIENT_ADDRESS, "")


def network_of(address):
    """The network that one client has to itself: of IPv6 that of a household. "" of no address."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return ""
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip, 64), strict=False))
