"""What was released stays as it was printed, words, parts and place in the paper.

A change before the release voids the digest, so that approvals no longer fit.
"""

from articles.guards.guard import Guard, changed

WORDS = (
    "article_id",
    "number",
    "kicker",
    "headline",
    "deck",
    "dateline",
    "dateline_date",
    "date_as_printed",
    "body",
    "source",
    "credit_line",
    "is_reprint",
    "original_author",
    "original_headline",
    "responsible_editor",
    "dated",
    "edition_id",
    "page_id",
    "digest",
)
# The tables that hold parts of a version, and those of their columns that readers read.
PARTS = {
    "articles_credit": (
        "version_id",
        "as_printed",
        "capacity",
        "has_text",
        "has_photos",
        "position",
    ),
    "articles_mention": ("version_id", "name_as_printed", "title_as_printed", "acts", "position"),
    "articles_photo": (
        "version_id",
        "image",
        "digest",
        "caption",
        "credit",
        "alt_text",
        "position",
        "placed_after",
    ),
    "articles_correction": ("version_id", "wrong", "right", "remark", "position"),
}


def word_guards():
    yield Guard(
        "version_released_words_never_change",
        "articles_version",
        "UPDATE",
        f"OLD.publish_at IS NOT NULL AND ({changed(WORDS)})",
    )
    yield Guard(
        "version_released_is_never_deleted",
        "articles_version",
        "DELETE",
        "OLD.publish_at IS NOT NULL",
    )
    words = [column for column in WORDS if column != "digest"]
    yield Guard(
        "version_changed_words_void_the_digest",
        "articles_version",
        "UPDATE",
        f"OLD.publish_at IS NULL AND NEW.digest <> '' AND OLD.digest = NEW.digest"
        f" AND ({changed(words)})",
        "UPDATE articles_version SET digest = '' WHERE id = NEW.id",
    )
    for table, columns in PARTS.items():
        yield from _part_guards(table, columns)
    yield Guard(
        "correction_is_of_words_released_before",
        "articles_correction",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM articles_version v JOIN articles_version e"
        " ON e.article_id = v.article_id AND e.number < v.number"
        " WHERE v.id = NEW.version_id AND e.publish_at <= {now})"
        # A story that another system exported was released there.
        " AND NOT EXISTS (SELECT 1 FROM articles_version v JOIN articles_article a"
        " ON a.id = v.article_id WHERE v.id = NEW.version_id AND a.source_id <> '')",
    )


def _part_guards(table, columns):
    short = table.removeprefix("articles_")
    rows = {
        "INSERT": ("NEW", "1 = 1"),
        "DELETE": ("OLD", "1 = 1"),
        "UPDATE": ("NEW", changed(columns)),
    }
    for event, (row, condition) in rows.items():
        versions = f"{row}.version_id" if event != "UPDATE" else "NEW.version_id, OLD.version_id"
        released = (
            f"EXISTS (SELECT 1 FROM articles_version v WHERE v.id IN ({versions})"
            " AND v.publish_at IS NOT NULL)"
        )
        yield Guard(
            f"{short}_of_a_released_version_never_changes_on_{event.lower()}",
            table,
            event,
            f"({condition}) AND {released}",
        )
        yield Guard(
            f"{short}_change_voids_the_digest_on_{event.lower()}",
            table,
            event,
            condition,
            f"UPDATE articles_version SET digest = '' WHERE id IN ({versions}) AND digest <> ''"
            " AND publish_at IS NULL",
        )


def place_guards():
    """Of an edition or page with released stories, what is printed stays. What is empty is not."""
    for table, link, kept, filled in (
        ("articles_edition", "edition_id", ("date",), ("number",)),
        ("articles_page", "page_id", ("edition_id", "number"), ("name",)),
    ):
        refilled = " OR ".join(
            f"(COALESCE(CAST(OLD.{column} AS TEXT), '') <> ''"
            f" AND OLD.{column} IS DISTINCT FROM NEW.{column})"
            for column in filled
        )
        yield Guard(
            f"{table.removeprefix('articles_')}_of_released_stories_stays_as_printed",
            table,
            "UPDATE",
            f"({changed(kept)} OR {refilled}) AND EXISTS (SELECT 1 FROM articles_version v"
            f" WHERE v.{link} = OLD.id AND v.publish_at IS NOT NULL)",
        )
