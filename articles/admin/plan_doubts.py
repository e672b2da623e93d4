"""Settle the doubts of an import on the page that shows its plan."""

from articles.importing import settling


def may_settle(user):
    """Who brings files and may change stories: what they settle comes in with the stories."""
    return user.has_perms(["articles.add_importjob", "articles.change_version"])


def settle_from(posted, page, *, by):
    """Do what a form says of one doubt of a page of an import. Raises ValidationError."""
    start = posted.get("start", "")
    place = (posted.get("kind", ""), int(start) if start.isdecimal() else -1)
    if "reopen" in posted:
        settling.reopen(page.job, page.digest, place)
    else:
        settling.settle(
            page.job,
            page.digest,
            place,
            by=by,
            note=posted.get("note", ""),
            paragraphs=posted.get("paragraphs", ""),
        )
