"""How much one client may search: enough for a person, not enough to slow the site for others."""

import time

from django.core.cache import cache
from django.utils.crypto import salted_hmac

IN_A_MINUTE = 40


def is_too_much(address):
    """Count one search from that address, and say whether it is beyond the limit."""
    minute = int(time.time()) // 60
    key = f"search-{salted_hmac('articles.search.limit', address).hexdigest()}-{minute}"
    cache.add(key, 0, timeout=120)
    try:
        return cache.incr(key) > IN_A_MINUTE
    except ValueError:  # it was forgotten in between
        return False
