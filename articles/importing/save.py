"""Write a plan to the database. The only module of the importer that writes stories and people."""

from django.db import transaction

from articles import photos
from articles.body import from_paragraphs
from articles.importing.directory import event_kind
from articles.importing.plan import Ambiguous, Matched, New
from articles.models import (
    Article,
    Credit,
    Doubt,
    Edition,
    Event,
    Mention,
    Page,
    ParagraphSource,
    SourceDocument,
    Version,
    VersionDepartment,
)
from people.models import Appointment, Department, Official, Post, Reporter

# By the last characters of what is printed: 本报记者, 见习记者 and 记者 are one capacity.
CAPACITIES = {
    "记者": Credit.Capacity.REPORTER,
    "通讯员": Credit.Capacity.CORRESPONDENT,
    "实习生": Credit.Capacity.INTERN,
}


@transaction.atomic
def save_plan(plan, source, pictures, *, edition_date, page_number, page_name, on_progress):
    """Create the plan's stories as drafts, with the people and bodies that they name.

    `source` is the file as read, `pictures` the Picture of each file name that its text gives;
    `on_progress(done, total)` is called after each story.
    """
    if not plan.create:
        return
    writer = _Writer(plan, source, pictures, edition_date, page_number, page_name)
    for done, planned in enumerate(plan.create, start=1):
        writer.save_story(planned)
        on_progress(done, len(plan.create))


class _Writer:
    """One import under way: the rows that its stories share are made once."""

    def __init__(self, plan, source, pictures, edition_date, page_number, page_name):
        self.plan = plan
        self.pictures = pictures
        self.edition, _ = Edition.objects.get_or_create(date=edition_date)
        self.page = self._page(page_number, page_name)
        self.document, _ = SourceDocument.objects.get_or_create(
            digest=source.digest,
            defaults={"name": source.name, "data": source.data, "text": source.text},
        )
        self.learned_from = f"{edition_date} {page_number} {source.name}".replace("  ", " ")
        self._made = {}

    def save_story(self, planned):
        story = planned.story
        dateline = story.dateline
        version = Version(
            article=Article.objects.create(import_key=planned.key, import_digest=planned.digest),
            kicker=story.headline.kicker,
            headline=story.headline.headline,
            deck=story.headline.deck,
            dateline=dateline.marker if dateline else "",
            dateline_date=dateline.date if dateline else None,
            date_as_printed=dateline.text if dateline else "",
            body=from_paragraphs((p.text, p.is_subhead) for p in story.paragraphs),
            dated=self.edition.date,
            edition=self.edition,
            page=self.page,
            position=planned.position,
            event=self._event(planned),
        )
        version.save()
        self._save_links(version, planned)
        self._save_record(version, story)
        self._save_photos(version, story)
        version.seal()

    def _page(self, number, name):
        if not number:
            return None
        page, _ = Page.objects.get_or_create(
            edition=self.edition, number=number, defaults={"name": name}
        )
        return page

    def _save_links(self, version, planned):
        Credit.objects.bulk_create(
            Credit(
                version=version,
                as_printed=byline.name,
                reporter=self._entry(Reporter, match),
                capacity=_capacity(byline.capacity),
                has_text="文" in byline.contributions,
                has_photos="图" in byline.contributions,
                position=position,
            )
            for position, (byline, match) in enumerate(
                zip(planned.story.bylines, planned.reporters, strict=True)
            )
        )
        departments = {self._entry(Department, match).pk: None for match in planned.departments}
        VersionDepartment.objects.bulk_create(
            VersionDepartment(version=version, department_id=pk) for pk in departments
        )
        for position, (printed, mention) in enumerate(
            zip(planned.story.officials, planned.mentions, strict=True)
        ):
            self._save_mention(version, position, printed, mention)

    def _save_mention(self, version, position, printed, planned):
        official = self._entry(Official, planned.official)
        posts = [self._post(post) for post in planned.posts if post.department]
        mention = Mention.objects.create(
            version=version,
            official=official,
            name_as_printed=printed.name,
            title_as_printed=printed.title,
            acts="、".join(printed.acts),
            position=position,
        )
        mention.posts.set(posts)
        if official and isinstance(planned.official, New):
            self._propose_appointments(official, posts)

    def _propose_appointments(self, official, posts):
        for post in posts:
            Appointment.objects.get_or_create(
                official=official,
                post=post,
                defaults={"is_confirmed": False, "learned_from": self.learned_from[:200]},
            )

    def _save_record(self, version, story):
        ParagraphSource.objects.bulk_create(
            ParagraphSource(
                version=version,
                document=self.document,
                paragraph=index,
                first_line=source.first_line,
                last_line=source.last_line,
                start=source.start,
                end=source.end,
                join_reason=join.reason if join else "",
                is_doubtful=join.is_doubtful if join else False,
            )
            for index, paragraph in enumerate(story.paragraphs)
            for source, join in zip(paragraph.sources, (None, *paragraph.joins), strict=True)
        )
        Doubt.objects.bulk_create(
            Doubt(
                version=version,
                kind=doubt.kind,
                quote=doubt.quote[:300],
                paragraph=doubt.paragraph,
                document=self.document,
                first_line=doubt.source.first_line,
                last_line=doubt.source.last_line,
            )
            for doubt in story.doubts
        )

    def _save_photos(self, version, story):
        for position, photo in enumerate(story.photos):
            photos.attach(
                version,
                self.pictures[photo.file_name],
                caption=photo.caption,
                credit=photo.credit,
                alt_text=photo.caption,
                position=position,
            )

    def _event(self, planned):
        match = planned.event
        if match is None:
            return None
        if isinstance(match, Matched):
            return Event.objects.get(pk=match.id)
        if match not in self._made:
            printed = planned.story.event
            self._made[match] = Event.objects.create(
                kind=event_kind(printed.kind), name=printed.name, date=printed.date
            )
        return self._made[match]

    def _entry(self, model, match):
        """The person or body that a match means; None where that is not sure."""
        if isinstance(match, Ambiguous):
            return None
        known = (model, match)
        if known not in self._made:
            self._made[known] = (
                model.objects.get(pk=match.id)
                if isinstance(match, Matched)
                else model.objects.create(name=match.key, is_confirmed=False)
            )
        return self._made[known]

    def _post(self, printed):
        match = self.plan.posts[printed.department, printed.title]
        if match not in self._made:
            self._made[match] = (
                Post.objects.get(pk=match.id)
                if isinstance(match, Matched)
                # Two names of one body may stand on one page.
                else Post.objects.get_or_create(
                    department=self._department_named(printed.department), title=printed.title
                )[0]
            )
        return self._made[match]

    def _department_named(self, name):
        known = Department.objects.filter(name=name).first()
        known = known or Department.objects.filter(aliases__name=name).first()
        return known or self._entry(Department, New(name))


def _capacity(printed):
    fitting = (value for ending, value in CAPACITIES.items() if printed.endswith(ending))
    return next(fitting, Credit.Capacity.OTHER)
