"""Two officials for one post in one story, where a post has one holder at a time."""

from collections.abc import Iterator

from articles.parsing.facts import PrintedPost
from articles.parsing.lexicon.titles import GENERIC_PLACES, KINDS_OF_BODIES
from articles.parsing.titles import is_bare
from people.offices import has_one_holder

from .bodies_named import folded_body, folded_title
from .findings import Certainty, Finding
from .reading import Form, Named, Reading, parts_of
from .sentences import tells_of_years_before
from .snapshot import Snapshot


def check_posts(reading: Reading, snapshot: Snapshot) -> Iterator[Finding]:
    holders: dict[tuple[str, str], Named] = {}
    for named in reading.named:
        if named.form is not Form.TITLED:
            continue
        text = reading.texts[named.text]
        if tells_of_years_before(text.closed, named.start, named.end, reading.story.day):
            continue
        for part in parts_of(named, text.closed):
            if not _has_one_holder(part.post, snapshot):
                continue
            post = (folded_body(part.post.department), folded_title(part.post.title))
            first = holders.setdefault(post, named)
            if first.name == named.name:
                continue
            start, end = text.place(named.start), text.end(named.end)
            yield Finding(
                "post_twice",
                text.passage,
                start,
                end,
                text.printed[start:end],
                "",
                {"name": named.name, "other": first.name, "title": "".join(post)},
                Certainty.LIKELY,
            )


def _has_one_holder(post: PrintedPost, snapshot: Snapshot) -> bool:
    """The posts of heads; of a body that the story or the directory tells from others."""
    body = post.department
    if not post.is_held or not body or body in GENERIC_PLACES or body in KINDS_OF_BODIES:
        return False
    bodies = snapshot.bodies_called(body)
    known = [one.has_one_holder for one in snapshot.holders(bodies, post.title)] if bodies else []
    if known:
        return len(bodies) == 1 and all(known)
    return has_one_holder(post.title) and not is_bare(body)
