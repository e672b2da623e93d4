"""How much one client may search: enough for a person, not enough to slow the site for others."""

import time
from enum import Enum

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from articles.clients import network_of


class InAMinute(Enum):
    """What is counted apart, and how many of it one client may ask for in a minute."""

    SEARCHES = 40
    # One for every pause in typing.
    SUGGESTIONS = 240


def is_too_much(what: InAMinute, address):
    """Count one more from that address, and say whether it is beyond the limit.

    Nobody is limited whose address the web server does not tell.
    """
    network = network_of(address)
    if not network:
        return False
    minute = int(time.time()) // 60
    client = salted_hmac("articles.search.limit", network).hexdigest()
    key = f"{what.name.lower()}-{client}-{minute}"
    cache.add(key, 0, timeout=120)
    try:
        return cache.incr(key) > what.value
    except ValueError:  # it was forgotten in between
        return False
