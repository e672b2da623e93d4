"""Keep by what each part of a story on two pages is known again."""

from itertools import chain

from articles.importing.directory import imported
from articles.models import StoryPart


def save_parts(pages, articles, documents):
    """Note the parts of stories that are made or proposed.

    `articles` are the keys of those made, by import key.
    """
    planned = chain.from_iterable((*page.plan.create, *page.plan.kept) for page in pages)
    wholes = {one.key: one.whole for one in planned if one.whole}
    held = dict(imported(wholes.keys() - articles.keys()).values_list("import_key", "pk"))
    StoryPart.objects.bulk_create(
        (
            StoryPart(
                article_id=articles.get(key) or held[key],
                document=documents[page.digest],
                import_key=part,
                import_digest=digest,
            )
            for key, whole in wholes.items()
            for page, (part, digest) in zip(whole.pages, whole.parts.items(), strict=True)
        ),
        update_conflicts=True,
        unique_fields=["import_key"],
        update_fields=["article", "document", "import_digest"],
    )
