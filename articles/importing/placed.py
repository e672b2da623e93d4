"""How much of what a page printed stands in stories."""

import math


def share_placed(characters):
    """The share of the characters that stand in stories, but for what was dropped; None of none."""
    wanted = characters["printed"] - characters.get("dropped", 0)
    return characters["placed"] / wanted if wanted else None


def percent(share):
    """A share in percent, never rounded up to a whole that it is not."""
    return f"{math.floor(share * 10_000) / 100:.2f}"
