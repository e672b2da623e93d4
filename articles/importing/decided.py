"""Keep what somebody decided of the breaks of a story when a later import reads it anew."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef

from articles.breaks import with_break
from articles.models import Doubt, Proposal, SettledDoubt, Version
from articles.parsing.punctuation import folded

# Characters on either side of a break by which it is known again, whatever is corrected beyond.
AROUND = 8


@dataclass(frozen=True, slots=True)
class DecidedBreak:
    """A break that somebody settled, and whether the story stands there as one paragraph."""

    doubt: Doubt
    is_one: bool

    @property
    def place(self):
        return place_of_break(self.doubt)

    @property
    def sides(self):
        """The place as it is printed."""
        return _sides(self.doubt)

    @property
    def label(self):
        kinds = SettledDoubt.Paragraphs
        return (kinds.ONE if self.is_one else kinds.TWO).label

    def holds_in(self, body):
        """Whether the body has the break as it was decided."""
        before, after = self.place
        return with_break(body, before + after, len(before), self.is_one) == body


def place_of_break(doubt):
    """What stands right before a break and right after it, whatever width its marks have."""
    before, after = _sides(doubt)
    return folded(before), folded(after)


def _sides(doubt):
    return doubt.quote[: doubt.break_at][-AROUND:], doubt.quote[doubt.break_at :][:AROUND]


def settled_doubts(articles):
    """The doubts that somebody settled in these stories, the first settled first.

    What taking a proposal settled nobody decided.
    """
    by_taking = Proposal.objects.filter(
        article=OuterRef("version__article"), was_taken=True, settled_at=OuterRef("settled_at")
    )
    settled = Doubt.objects.filter(
        ~Exists(by_taking), version__article__in=articles, settled_at__isnull=False
    )
    return settled.order_by("settled_at", "pk")


def decided_breaks(versions):
    """The breaks that somebody settled in the stories of these versions, by the key of the article.

    A story says by its words how they were settled: one whose words were changed there since says
    nothing.
    """
    standing = {version.article_id: version.body for version in versions}
    settled = settled_doubts(standing).filter(break_at__isnull=False)
    found = defaultdict(dict)
    for doubt in settled.select_related("settled_by", "version"):
        article = doubt.version.article_id
        for decided in (DecidedBreak(doubt, is_one) for is_one in (True, False)):
            if decided.holds_in(standing[article]):
                found[article][decided.place] = decided
    return {article: list(breaks.values()) for article, breaks in found.items()}


def with_decided(pages, stories):
    """The pages, with what was decided of breaks in stories that the archive holds.

    `stories` are as the pages say them, by the key of the held story; the places of one name its
    page by part. What was settled of a page itself goes before.
    """
    in_doubt = {key: breaks for key, story in stories.items() if (breaks := _breaks(story))}
    if not in_doubt:
        return pages
    held = Version.objects.latest_of_each_article().filter(article__import_key__in=in_doubt)
    held = {version.article.import_key: version for version in held.select_related("article")}
    decided = decided_breaks(held.values())
    found = defaultdict(list)
    for key, version in held.items():
        for one in decided.get(version.article_id, ()):
            for doubt in in_doubt[key].get(one.place, ()):
                found[doubt.source.part].append((doubt, one))
    return tuple(_with(page, found[part]) for part, page in enumerate(pages))


def _breaks(story):
    """The doubtful breaks of a story by their place; of several of one place, none."""
    found = defaultdict(list)
    for doubt in story.doubts:
        if doubt.break_at is not None:
            found[place_of_break(doubt)].append(doubt)
    return {place: doubts for place, doubts in found.items() if len(doubts) == 1}


def _with(page, decided):
    fresh = [(doubt, one) for doubt, one in decided if page.settlement_of(doubt) is None]
    if not fresh:
        return page
    rows = tuple(_row(printed, one.doubt) for printed, one in fresh)
    breaks = {printed.source.start + 1: one.is_one for printed, one in fresh}
    return replace(page, settled=(*page.settled, *rows), decided={**page.decided, **breaks})


def _row(printed, doubt):
    return SettledDoubt(
        kind="doubtful_break",
        start=printed.source.start,
        settled_at=doubt.settled_at,
        settled_by=doubt.settled_by,
        settled_note=doubt.settled_note,
    )
