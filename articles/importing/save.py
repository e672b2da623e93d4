"""Write plans to the database: the only module of the importer that writes stories.

Rows go in by the batch, one statement for each table, whatever the number of stories.
"""

from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from django.db import connection

from articles import photos
from articles.body import from_paragraphs
from articles.importing.directory import imported
from articles.importing.entries import Entries
from articles.importing.pages import PageSource
from articles.importing.plan import New, Plan, PlannedStory
from articles.importing.rows import insert
from articles.models import (
    Article,
    Credit,
    Doubt,
    Edition,
    Mention,
    Page,
    ParagraphSource,
    Proposal,
    ProposedName,
    SourceDocument,
    Version,
    VersionDepartment,
)
from articles.models.content import digest_of
from articles.parsing.second_opinion import TAGGER_NAME
from people.models import Department, Official, Reporter

# By the last characters of what is printed: 本报记者, 见习记者 and 记者 are one capacity.
CAPACITIES = {
    "记者": Credit.Capacity.REPORTER,
    "通讯员": Credit.Capacity.CORRESPONDENT,
    "实习生": Credit.Capacity.INTERN,
}
# What the digest of a story's words is taken over, in its order.
_CREDIT_AS_READ = itemgetter("as_printed", "capacity", "has_text", "has_photos")
_MENTION_AS_READ = itemgetter("name_as_printed", "title_as_printed", "acts")


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page, what is to be done with its stories, and the pictures that they name."""

    source: PageSource
    plan: Plan
    pictures: dict


def save_pages(pages):
    """Create the planned stories as drafts, with the people and bodies that they name.

    All pages are of one reconciliation, so that a name new to several of them is made once. The
    caller holds the transaction.
    """
    batch = _Batch([page for page in pages if page.plan.create or page.plan.kept])
    batch.save_articles()
    batch.save_versions()
    batch.save_links()
    batch.save_record()
    batch.save_photos()
    batch.seal()
    batch.propose()


def words_of(story):
    """The words of a story, by the names of a version's fields."""
    dateline = story.dateline
    return {
        "kicker": story.headline.kicker,
        "headline": story.headline.headline,
        "deck": story.headline.deck,
        "dateline": dateline.marker if dateline else "",
        "dateline_date": dateline.date if dateline else None,
        "date_as_printed": dateline.text if dateline else "",
        "credit_line": "　".join(story.credits),
        "body": from_paragraphs((p.text, p.is_subhead) for p in story.paragraphs),
    }


def sources_of(story):
    """Where each fragment of each paragraph stood, by the names of a paragraph source's fields."""
    return [
        {
            "paragraph": index,
            "first_line": source.first_line,
            "last_line": source.last_line,
            "start": source.start,
            "end": source.end,
            "join_reason": join.reason if join else "",
            "is_doubtful": join.is_doubtful if join else False,
        }
        for index, paragraph in enumerate(story.paragraphs)
        for source, join in zip(paragraph.sources, (None, *paragraph.joins), strict=True)
    ]


def doubts_of(story):
    """What is in doubt, by the names of a doubt's fields."""
    return [
        {
            "kind": doubt.kind,
            "quote": doubt.quote[:300],
            "paragraph": doubt.paragraph,
            "first_line": doubt.source.first_line,
            "last_line": doubt.source.last_line,
        }
        for doubt in story.doubts
    ]


class _Draft:
    """A story of the batch on its way into the tables."""

    def __init__(self, page: PlannedPage, planned: PlannedStory):
        self.page, self.planned, self.story = page, planned, planned.story
        self.version = None
        self.credits, self.mentions = [], []  # Rows, by the names of their fields.
        self.photos = []


class _Batch:
    def __init__(self, pages):
        self.pages = pages
        self.drafts = [_Draft(page, planned) for page in pages for planned in page.plan.create]
        self.entries = Entries()
        self.editions = _found_or_made(
            Edition, "date", {page.source.edition_date: {} for page in pages}
        )
        self.printed_pages = self._printed_pages()
        self.documents = _found_or_made(
            SourceDocument,
            "digest",
            {
                page.source.digest: {
                    "name": page.source.short_name[:255],
                    "data": page.source.data,
                    "text": page.source.document.text,
                }
                for page in pages
            },
            defer=("data", "text"),
        )

    def _printed_pages(self):
        """The pages of the paper by edition date and number."""
        wanted = {
            (page.source.edition_date, page.source.page_number): page.source.page_name
            for page in self.pages
            if page.source.page_number
        }
        found = {
            (page.edition.date, page.number): page
            for page in Page.objects.filter(edition__in=self.editions.values()).select_related(
                "edition"
            )
        }
        missing = {key: name for key, name in wanted.items() if key not in found}
        made = Page.objects.bulk_create(
            Page(edition=self.editions[day], number=number, name=name)
            for (day, number), name in missing.items()
        )
        return found | dict(zip(missing, made, strict=True))

    def save_articles(self):
        made = Article.objects.bulk_create(
            Article(import_key=draft.planned.key, import_digest=draft.planned.digest)
            for draft in self.drafts
        )
        self.articles = dict(zip((draft.planned.key for draft in self.drafts), made, strict=True))

    def save_versions(self):
        self.entries.make_events(draft.planned for draft in self.drafts)
        for draft in self.drafts:
            source = draft.page.source
            draft.version = Version(
                article=self.articles[draft.planned.key],
                **words_of(draft.story),
                dated=source.edition_date,
                edition=self.editions[source.edition_date],
                page=self.printed_pages.get((source.edition_date, source.page_number)),
                position=draft.planned.position,
                event=self.entries.event(draft.planned.event),
            )
        Version.objects.bulk_create(draft.version for draft in self.drafts)

    def save_links(self):
        self._make_entries()
        for draft in self.drafts:
            draft.credits = list(self._credits(draft))
            draft.mentions = list(self._mentions(draft))
        insert(Credit, (credit for draft in self.drafts for credit in draft.credits))
        insert(Mention, (mention for draft in self.drafts for mention in draft.mentions))
        insert(
            VersionDepartment,
            (
                {"version_id": draft.version.pk, "department_id": pk}
                for draft in self.drafts
                for pk in self._departments(draft)
            ),
        )
        self._save_posts()

    def _make_entries(self):
        planned = [draft.planned for draft in self.drafts]
        self.entries.make(Reporter, chain.from_iterable(one.reporters for one in planned))
        self.entries.make(Official, (each.official for one in planned for each in one.mentions))
        self.entries.make(Department, chain.from_iterable(one.departments for one in planned))

    def _credits(self, draft):
        matches = zip(draft.story.bylines, draft.planned.reporters, strict=True)
        for position, (byline, match) in enumerate(matches):
            yield {
                "version_id": draft.version.pk,
                "as_printed": byline.name,
                "reporter_id": self._key(Reporter, match),
                "capacity": _capacity(byline.capacity).value,
                "has_text": "文" in byline.contributions,
                "has_photos": "图" in byline.contributions,
                "position": position,
            }

    def _mentions(self, draft):
        matches = zip(draft.story.officials, draft.planned.mentions, strict=True)
        for position, (printed, planned) in enumerate(matches):
            yield {
                "version_id": draft.version.pk,
                "official_id": self._key(Official, planned.official),
                "name_as_printed": printed.name,
                "title_as_printed": printed.title,
                "acts": "、".join(printed.acts),
                "position": position,
            }

    def _departments(self, draft):
        return {self._key(Department, match): None for match in draft.planned.departments}

    def _key(self, model, match):
        entry = self.entries.entry(model, match)
        return entry and entry.pk

    def _save_posts(self):
        """Tie the mentions to the posts they print; what is new of an official is proposed.

        A post that the story says is past is none to propose.
        """
        links, appointments = {}, {}
        keys = self._keys_of_mentions()
        for draft in self.drafts:
            rows = zip(draft.planned.mentions, draft.story.officials, strict=True)
            for position, (planned, official) in enumerate(rows):
                may_hold = isinstance(planned.official, New) and not official.is_former
                for printed in (post for post in planned.posts if post.department):
                    post = self.entries.post(
                        draft.page.plan.posts[printed.department, printed.title], printed
                    )
                    links[keys[draft.version.pk, position], post.pk] = None
                    if may_hold:
                        entry = self.entries.entry(Official, planned.official)
                        appointments.setdefault((entry, post), _learned_from(draft.page))
        insert(
            Mention.posts.through,
            ({"mention_id": mention, "post_id": post} for mention, post in links),
        )
        self.entries.propose_appointments(appointments)

    def _keys_of_mentions(self):
        """The keys of the mentions just written, by version and position."""
        rows = Mention.objects.filter(version__in=[draft.version.pk for draft in self.drafts])
        return {
            (version, position): pk
            for version, position, pk in rows.order_by().values_list("version", "position", "pk")
        }

    def save_record(self):
        for model, rows_of in ((ParagraphSource, sources_of), (Doubt, doubts_of)):
            insert(
                model,
                (
                    {
                        "version_id": draft.version.pk,
                        "document_id": self.documents[draft.page.source.digest].pk,
                        **row,
                    }
                    for draft in self.drafts
                    for row in rows_of(draft.story)
                ),
            )
        ProposedName.objects.bulk_create(
            ProposedName(
                article=draft.version.article,
                name_as_printed=printed.name,
                title_as_printed=printed.title,
                acts="、".join(printed.acts),
                is_former=printed.is_former,
                origin=TAGGER_NAME,
            )
            for draft in self.drafts
            for printed in draft.story.proposed
        )

    def save_photos(self):
        for draft in self.drafts:
            draft.photos = [
                photos.attach(
                    draft.version,
                    draft.page.pictures[photo.file_name],
                    caption=photo.caption,
                    credit=photo.credit,
                    alt_text=photo.caption,
                    position=position,
                )
                for position, photo in enumerate(draft.story.photos)
            ]

    def seal(self):
        """Store the digests, now that all that they are of is there."""
        for draft in self.drafts:
            draft.version.digest = digest_of(
                draft.version,
                credits=map(_CREDIT_AS_READ, draft.credits),
                mentions=map(_MENTION_AS_READ, draft.mentions),
                photos=[(p.digest, p.caption, p.credit, p.alt_text) for p in draft.photos],
            )
        _store_digests(draft.version for draft in self.drafts)

    def propose(self):
        """Offer what a file says otherwise of stories that the archive holds."""
        kept = [(page, story) for page in self.pages for story in page.plan.kept]
        held = {
            article.import_key: article for article in imported([story.key for _, story in kept])
        }
        Proposal.objects.bulk_create(
            (
                Proposal(
                    article=held[story.key],
                    document=self.documents[page.source.digest],
                    digest=story.digest,
                    words=words_of(story.story),
                    record={
                        "sources": sources_of(story.story),
                        "doubts": doubts_of(story.story),
                    },
                )
                for page, story in kept
            ),
            ignore_conflicts=True,
        )


def _found_or_made(model, key, wanted, defer=()):
    """The rows of a model by a unique field: those that exist, and the others made."""
    rows = model.objects.defer(*defer).filter(**{f"{key}__in": wanted})
    found = {getattr(row, key): row for row in rows}
    made = model.objects.bulk_create(
        model(**{key: value}, **fields) for value, fields in wanted.items() if value not in found
    )
    return found | {getattr(row, key): row for row in made}


def _store_digests(versions):
    """One short statement a row: `bulk_update` would build a long one for them all."""
    table = connection.ops.quote_name(Version._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET digest = %s WHERE id = %s",
            [(version.digest, version.pk) for version in versions],
        )


def _learned_from(page):
    source = page.source
    parts = (str(source.edition_date), source.page_number, source.short_name)
    return " ".join(filter(None, parts))[:200]


def _capacity(printed):
    fitting = (value for ending, value in CAPACITIES.items() if printed.endswith(ending))
    return next(fitting, Credit.Capacity.OTHER)
