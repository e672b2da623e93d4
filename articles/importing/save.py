"""Write plans to the database: the only module of the importer that writes stories.

Rows go in by the batch, one statement for each table, whatever the number of stories. The keys of
versions are taken first: what is linked to a version stands before its words, whose digest any
later change would void.
"""

from itertools import chain, islice
from operator import itemgetter

from articles import photos
from articles.importing.directory import imported, lock_imported
from articles.importing.entries import Entries
from articles.importing.parts import save_parts
from articles.importing.plan import New, PlannedStory
from articles.importing.planned import PlannedPage, keys_of
from articles.importing.printed import credit_of, facts_of, remembered, words_of
from articles.importing.proposing import propose
from articles.importing.record import (
    doubts_of,
    rows_of_source,
    settlement_of,
    sources_of,
    wide_marks_of,
)
from articles.importing.rows import found_or_made, insert, insert_numbered, row_of, take_keys
from articles.models import (
    Article,
    Correction,
    Credit,
    Doubt,
    Edition,
    ImportedFacts,
    Mention,
    Page,
    ParagraphSource,
    ProposedName,
    SourceDocument,
    Version,
    VersionDepartment,
    WideMarks,
)
from articles.models.content import content_with, digest_of_content, named, photo_content
from articles.parsing.facts import ToldStory
from articles.parsing.second_opinion import TAGGER_NAME
from articles.search import index
from articles.search.entries import entry_of
from people.models import Department, Official, Reporter

# What the digest of a story's words is taken over, in its order.
_CREDIT_AS_READ = itemgetter("as_printed", "capacity", "has_text", "has_photos")
_MENTION_AS_READ = itemgetter("name_as_printed", "title_as_printed", "acts")


def save_pages(pages):
    """Create the planned stories as drafts, with the people and bodies that they name.

    All pages are of one reconciliation, so that a name new to several of them is made once. The
    caller holds the transaction. Returns the keys of the articles by their import keys.
    """
    pages = [page for page in pages if page.plan.changes_anything]
    lock_imported(one.key for page in pages for one in (*page.plan.kept, *page.plan.named))
    batch = _Batch(pages)
    batch.save_articles()
    batch.make_entries()
    batch.draft_versions()
    batch.save_links()
    batch.save_record()
    batch.save_photos()
    batch.save_versions()
    batch.save_corrections()
    propose(batch.pages, batch.documents)
    save_parts(batch.pages, batch.articles, batch.documents)
    batch.name_sources()
    return batch.articles


class _Draft:
    """A story of the batch on its way into the tables."""

    def __init__(self, page: PlannedPage, planned: PlannedStory):
        self.page, self.planned, self.story = page, planned, planned.story
        self.pages = page.pages_of(planned.whole)
        self.pictures = page.pictures_of(planned.whole)
        self.words = words_of(planned.story)
        is_told = isinstance(self.story, ToldStory)
        self.alternatives = (
            self.story.alternatives if is_told else [photo.caption for photo in self.story.photos]
        )
        self.places = self.story.places if is_told else [None] * len(self.story.photos)
        self.corrections = self.story.corrections if is_told else ()
        self.version = None
        self.credits, self.mentions = [], []  # Rows, by the names of their fields.
        self.mention_keys = []
        self.photos = []


class _Batch:
    def __init__(self, pages):
        self.pages = pages
        self.drafts = [_Draft(page, planned) for page in pages for planned in page.plan.create]
        self.entries = Entries(
            {name: body for page in pages for name, body in page.plan.bodies.items()}
        )
        self.editions = found_or_made(
            Edition,
            "date",
            {
                page.source.edition_date: {"number": page.source.issue}
                for page in pages
                if page.source.is_printed
            },
        )
        self.printed_pages = self._printed_pages()
        self.documents = found_or_made(
            SourceDocument,
            "digest",
            {
                row.pop("digest"): row
                for source in self._sources()
                for row in rows_of_source(source)
            },
            defer=("data", "text"),
        )

    def _sources(self):
        """The pages, and those where stories that are kept have their rest."""
        for page in self.pages:
            yield page.source
            for kept in page.plan.kept:
                yield from page.pages_of(kept.whole)

    def _printed_pages(self):
        """The pages of the paper by edition date and number."""
        wanted = {
            (page.source.edition_date, page.source.page_number): page.source.page_name
            for page in self.pages
            if page.source.page_number and page.source.is_printed
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
        keys = insert_numbered(
            Article,
            (
                {
                    "import_key": draft.planned.key,
                    "import_digest": draft.planned.digest,
                    **_source_fields(draft.planned.source),
                }
                for draft in self.drafts
            ),
        )
        self.articles = dict(zip((draft.planned.key for draft in self.drafts), keys, strict=True))

    def make_entries(self):
        planned = [draft.planned for draft in self.drafts]
        self.entries.make(Reporter, chain.from_iterable(one.reporters for one in planned))
        self.entries.make(Official, (each.official for one in planned for each in one.mentions))
        self.entries.make(Department, chain.from_iterable(one.departments for one in planned))
        self.entries.make_events(
            (draft.planned.event, draft.story.event, draft.planned.hosts) for draft in self.drafts
        )

    def draft_versions(self):
        keys = take_keys(Version, len(self.drafts))
        for key, draft in zip(keys, self.drafts, strict=True):
            source = draft.page.source
            draft.version = Version(
                pk=key,
                article_id=self.articles[draft.planned.key],
                **draft.words,
                dated=source.edition_date,
                edition=self.editions[source.edition_date] if source.is_printed else None,
                page=self.printed_pages.get((source.edition_date, source.page_number)),
                position=draft.planned.position,
                event_id=self.entries.event_key(draft.planned.event),
            )

    def save_links(self):
        for draft in self.drafts:
            draft.credits = list(self._credits(draft))
            draft.mentions = list(self._mentions(draft))
        insert(Credit, (credit for draft in self.drafts for credit in draft.credits))
        keys = iter(
            insert_numbered(
                Mention, (mention for draft in self.drafts for mention in draft.mentions)
            )
        )
        for draft in self.drafts:
            draft.mention_keys = list(islice(keys, len(draft.mentions)))
        insert(
            VersionDepartment,
            (
                {"version_id": draft.version.pk, "department_id": pk}
                for draft in self.drafts
                for pk in self._departments(draft)
            ),
        )
        self._save_posts()

    def _credits(self, draft):
        matches = zip(draft.story.bylines, draft.planned.reporters, strict=True)
        for position, (byline, match) in enumerate(matches):
            yield {
                "version_id": draft.version.pk,
                **credit_of(byline),
                "reporter_id": self.entries.key(Reporter, match),
                "position": position,
            }

    def _mentions(self, draft):
        matches = zip(draft.story.officials, draft.planned.mentions, strict=True)
        for position, (printed, planned) in enumerate(matches):
            yield {
                "version_id": draft.version.pk,
                "official_id": self.entries.key(Official, planned.official),
                "name_as_printed": printed.name,
                "title_as_printed": printed.title,
                "acts": "、".join(printed.acts),
                "position": position,
            }
        for position, person in enumerate(draft.story.persons, start=len(draft.story.officials)):
            yield {
                "version_id": draft.version.pk,
                "official_id": None,
                "name_as_printed": person.name,
                "title_as_printed": person.role,
                "acts": "",
                "position": position,
            }

    def _departments(self, draft):
        return {self.entries.key(Department, match): None for match in draft.planned.departments}

    def _save_posts(self):
        """Tie the mentions to the posts they print; what is new of an official is proposed.

        A post that the story says is past, or still to come, is none to propose. Persons without
        an office stand behind the officials, and have none.
        """
        links, appointments = {}, {}
        for draft in self.drafts:
            officials = len(draft.planned.mentions)
            for key, planned in zip(
                draft.mention_keys[:officials], draft.planned.mentions, strict=True
            ):
                is_new = isinstance(planned.official, New)
                for printed in (post for post in planned.posts if post.department):
                    post = self.entries.post(
                        draft.page.plan.posts[printed.department, printed.title], printed
                    )
                    links[key, post.pk] = None
                    if is_new and printed.is_held:
                        entry = self.entries.entry(Official, planned.official)
                        appointments.setdefault((entry, post), _learned_from(draft.page))
        insert(
            Mention.posts.through,
            ({"mention_id": mention, "post_id": post} for mention, post in links),
        )
        self.entries.propose_appointments(appointments)

    def save_record(self):
        insert(
            ParagraphSource,
            (
                {"version_id": draft.version.pk, **row}
                for draft in self.drafts
                for row in sources_of(draft.story, self._documents(draft))
            ),
        )
        insert(
            WideMarks,
            (
                {"version_id": draft.version.pk, **row}
                for draft in self.drafts
                for row in wide_marks_of(draft.story)
            ),
        )
        insert(
            Doubt,
            (
                {
                    "version_id": draft.version.pk,
                    **row,
                    **settlement_of(draft.pages[doubt.source.part], doubt),
                }
                for draft in self.drafts
                for doubt, row in zip(
                    draft.story.doubts,
                    doubts_of(draft.story, self._documents(draft)),
                    strict=True,
                )
            ),
        )
        ProposedName.objects.bulk_create(
            ProposedName(
                article_id=draft.version.article_id,
                name_as_printed=printed.name,
                title_as_printed=printed.title,
                acts="、".join(printed.acts),
                is_former=bool(printed.posts) and not printed.posts[0].is_held,
                origin=origin,
            )
            for draft in self.drafts
            for origin, names in (
                (TAGGER_NAME, draft.story.proposed),
                (ProposedName.RULES, draft.story.doubted),
            )
            for printed in names
        )

    def _documents(self, draft):
        return keys_of(draft.pages, self.documents)

    def save_photos(self):
        for draft in self.drafts:
            draft.photos = [
                photos.attach(
                    draft.version,
                    draft.pictures[photo],
                    caption=photo.caption,
                    credit=photo.credit,
                    alt_text=alternative,
                    position=position,
                    placed_after=place,
                )
                for position, (photo, alternative, place) in enumerate(
                    zip(draft.story.photos, draft.alternatives, draft.places, strict=True)
                )
            ]

    def save_versions(self):
        """Write the words, sealed, and index them, now that all that the seal is of is there."""
        entries = []
        for draft in self.drafts:
            content = content_with(
                draft.version,
                credits=map(_CREDIT_AS_READ, draft.credits),
                mentions=map(_MENTION_AS_READ, draft.mentions),
                photos=map(photo_content, draft.photos),
                corrections=draft.corrections,
            )
            draft.version.digest = digest_of_content(content)
            entries.append(entry_of(draft.version.pk, draft.version.digest, named(content)))
        insert(Version, (row_of(draft.version) for draft in self.drafts))
        insert(
            ImportedFacts,
            (
                {
                    "article_id": draft.version.article_id,
                    "facts": remembered(
                        draft.words, facts_of(draft.story, draft.page.source, draft.pictures)
                    ),
                }
                for draft in self.drafts
            ),
        )
        index.add(entries)

    def save_corrections(self):
        """Of words that stand: the database takes no others, and voids the digest of the words."""
        for version, corrections in (
            (draft.version, draft.corrections) for draft in self.drafts if draft.corrections
        ):
            Correction.objects.bulk_create(
                Correction(
                    version=version, wrong=wrong, right=right, remark=remark, position=position
                )
                for position, (wrong, right, remark) in enumerate(corrections)
            )
            Version.objects.filter(pk=version.pk).update(digest=version.digest)

    def name_sources(self):
        """Say of stories that were held already what their number in another system is."""
        for page in self.pages:
            for one in page.plan.named:
                imported([one.key]).update(import_digest=one.digest, **_source_fields(one.source))


def _learned_from(page):
    source = page.source
    parts = (str(source.edition_date), source.page_number, source.short_name)
    return " ".join(filter(None, parts))[:200]


def _source_fields(source):
    system, number = source or ("", "")
    return {"source_system": system, "source_id": number}
