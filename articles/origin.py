"""By which name other systems know the stories that this newsroom exports."""

from articles.models import Article, LedgerEntry


def own_system():
    """The name of this newsroom among all: from the first seal of its record, "" before that."""
    first = LedgerEntry.objects.order_by("number").values_list("digest", flat=True).first()
    return f"newsroom-{first[:12]}" if first else ""


def own_stories(sources):
    """Those of the (system, number) pairs that name stories which were exported here."""
    sources = set(sources)
    own = own_system() if sources else ""
    numbers = {number for system, number in sources if own and system == own}
    keys = {int(number) for number in numbers if number.isascii() and number.isdigit()}
    keys = [key for key in keys if key < 2**63]
    held = Article.objects.filter(pk__in=keys).values_list("pk", flat=True) if keys else ()
    return {(own, str(key)) for key in held}
