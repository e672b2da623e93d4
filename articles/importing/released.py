"""The words that a newsroom released, as its fluency model learns from them."""

from articles.body import paragraphs
from articles.models import Version


def released_texts():
    """The text of each released story, a paragraph on a line, one story at a time.

    Of several versions of a story the newest: the older say nearly the same.
    """
    bodies = (
        Version.objects.filter(status=Version.Status.RELEASED)
        .order_by("article_id", "-pk")
        .values_list("article_id", "body")
    )
    last = None
    for article, body in bodies.iterator(chunk_size=500):
        if article != last:
            yield "\n".join(paragraphs(body))
        last = article
