"""The past re-checked: the stories of which verification says something else since a change.

No text is touched. Looked at are stories that stand and print a name that the change is about, or
a post that it is about; a part at a time, the newest first.
"""

from dataclasses import dataclass

from articles.models import Mention, Version
from articles.paging import Part, part_of
from articles.search import finding
from articles.search.among import listed
from articles.search.folding import fold
from articles.search.query import Query, Term
from articles.verification.check import check
from articles.verification.findings import Finding
from articles.verifying import house_words, snapshot_of, story_of
from articles.waiving import not_waived, waived_in
from people.known import concerned, known_rows, put_back, read
from people.models import Post

# Each story is verified twice: so many take about a second.
AT_ONCE = 100
# Of a post that more stories print, the newest.
MOST = 2_000


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A story whose verdict is another: what is said of it now, and what is said no longer."""

    version: Version
    new: list[Finding]
    gone: list[Finding]


@dataclass(frozen=True, slots=True)
class Look:
    """One part of the stories looked at. `changed` are those whose verdict is another."""

    part: Part
    changed: list[Rechecked]
    total: int
    is_cut: bool

    @property
    def oldest(self):
        """The day of the last story of the part."""
        return self.part.rows[-1].dated


def recheck(change, params) -> Look:
    """Verify the part of the stories that an address asks for, with the change and without it.

    What is waived is left out. Raises UnreadableWords.
    """
    known = known_rows()
    then, now = snapshot_of(put_back(known, change)), snapshot_of(known)
    keys, is_cut = _stories(change, then, now)
    rows = _standing().filter(pk__in=listed(keys)).select_related("article")
    part = part_of(rows.prefetch_related("photos", "mentions"), params, size=AT_ONCE)
    words, waived = house_words(), waived_in(part.rows)
    compared = [
        _compared(version, *_said(version, (then, now), words, waived[version.article_id]))
        for version in part.rows
    ]
    changed = [one for one in compared if one.new or one.gone]
    return Look(part, changed, len(keys), is_cut)


def _said(version, snapshots, words, waived):
    story = story_of(version)
    return [not_waived(check(story, one, words), story, waived) for one in snapshots]


def _compared(version, then, now):
    said_then, said_now = ({_verdict(one) for one in found} for found in (then, now))
    return Rechecked(
        version,
        [one for one in now if _verdict(one) not in said_then],
        [one for one in then if _verdict(one) not in said_now],
    )


def _verdict(found):
    """What makes two findings one, whatever else is told of them."""
    return found.rule, found.passage, found.start, found.end, found.suggestion, found.certainty


def _standing():
    return Version.objects.exclude(status=Version.Status.SPIKED).filter(superseded_at__isnull=True)


def _stories(change, *snapshots):
    """The keys of the stories to look at; whether there are more of them than are looked at."""
    gone, new = read(change.before), read(change.after)
    officials, bodies = concerned(gone, new)
    known = [
        entry
        for snapshot in snapshots
        for entries, keys in ((snapshot.official, officials), (snapshot.body, bodies))
        for key in keys
        if (entry := entries.get(key))
    ]
    by_name = _that_print([name for entry in known for name in entry.names])
    by_post = _that_name_a_post((*gone["appointments"], *new["appointments"]))
    return {*by_name.versions, *by_post[:MOST]}, by_name.is_cut or len(by_post) > MOST


def _that_print(names):
    texts = tuple(filter(None, dict.fromkeys(map(fold, names))))
    if not texts:
        return finding.Hits([])
    query = Query((Term(texts[0], texts[0], others=texts[1:]),))
    return finding.newest(query, _standing())


def _that_name_a_post(appointments):
    """Whoever it is that they name so: the holder, a namesake, or somebody mistyped."""
    held = {(body, title) for _key, _official, body, title, *_rest in appointments}
    if not held:
        return []
    bodies, titles = ({post[number] for post in held} for number in (0, 1))
    posts = Post.objects.filter(department__in=bodies, title__in=titles)
    keys = [pk for pk, *post in posts.values_list("pk", "department", "title") if (*post,) in held]
    mentions = Mention.objects.filter(posts__in=keys, version__superseded_at__isnull=True).exclude(
        version__status=Version.Status.SPIKED
    )
    rows = mentions.order_by("-version__dated", "-version").values_list("version", "version__dated")
    return [version for version, _dated in rows.distinct()[: MOST + 1]]
