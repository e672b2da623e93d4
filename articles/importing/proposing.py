"""Offer what a file says otherwise of stories that the archive holds: never written over them."""

from articles import photos
from articles.importing.directory import imported
from articles.importing.planned import keys_of
from articles.importing.printed import facts_of, words_of
from articles.importing.record import doubts_of, settlement_of, sources_of, wide_marks_of
from articles.models import Proposal


def propose(pages, documents):
    """Make a proposal of each story that is kept, once; `documents` are by the digests of pages."""
    kept = [(page, story) for page in pages for story in page.plan.kept]
    held = {article.import_key: article for article in imported([one.key for _, one in kept])}
    for page, one in kept:
        for photo in one.story.photos:
            photos.keep(page.pictures_of(one.whole)[photo])
    Proposal.objects.bulk_create(
        (_proposal(held[one.key], page, one, documents) for page, one in kept),
        ignore_conflicts=True,
    )


def _proposal(article, page, kept, documents):
    story, pages = kept.story, page.pages_of(kept.whole)
    parts = keys_of(pages, documents)
    return Proposal(
        article=article,
        document=documents[page.source.digest],
        digest=kept.digest,
        words=words_of(story),
        facts=facts_of(story, page.source, page.pictures_of(kept.whole)),
        record={
            "sources": sources_of(story, parts),
            "doubts": [
                row | _as_text(settlement_of(pages[doubt.source.part], doubt))
                for doubt, row in zip(story.doubts, doubts_of(story, parts), strict=True)
            ],
            "wide_marks": wide_marks_of(story),
        },
    )


def _as_text(settlement):
    """A settlement as JSON holds it; nothing of a doubt that is open."""
    moment = settlement["settled_at"]
    return settlement | {"settled_at": moment.isoformat()} if moment else {}
