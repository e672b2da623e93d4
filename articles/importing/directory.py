"""Read from the database what it knows of the names on some pages."""

from collections import defaultdict
from dataclasses import replace
from itertools import chain

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, Subquery

from articles.body import plain_text
from articles.importing.bodies import parent_of
from articles.importing.evidence import Surroundings, place_of_paper
from articles.importing.identity import bare
from articles.importing.plan import (
    Directory,
    HeldStory,
    KnownEvent,
    KnownOfficial,
    KnownPart,
    Matched,
)
from articles.models import Article, Event, Mention, ParagraphSource, StoryPart, Version
from articles.parsing.punctuation import folded
from articles.parsing.titles import split_title
from people.models import (
    Appointment,
    Department,
    DepartmentAlias,
    Official,
    OfficialAlias,
    Post,
    Reporter,
)

MOST_OF_AN_EDITION = 1000


def read_directory(pages):
    """What the database knows of the names on pages that were read (`parallel.Read`)."""
    stories = [story for read in pages for story in read.parsed.stories]
    posts = _printed_posts(official for story in stories for official in story.officials)
    departments = {name for story in stories for name in story.departments}
    departments |= {post.department for post in posts}
    events = [story.event for story in stories if story.event]
    known, bodies = _bodies(departments, events)
    return replace(
        read_stories(pages),
        place=place_of_paper(settings.PAPER_NAME),
        departments=known,
        bodies=bodies,
        officials=_officials({o.name for story in stories for o in story.officials}),
        posts=_posts(posts),
        reporters=_reporters({byline.name for story in stories for byline in story.bylines}),
        events=_events(events),
    )


def read_stories(pages):
    """Which stories of the pages the database holds, and none of the names in them."""
    unplaced, articles = _unplaced(
        {read.page.edition_date for read in pages if not read.page.page_number}
    )
    held, sources, parts = _articles(pages)
    return Directory(articles=articles | held, sources=sources, unplaced=unplaced, parts=parts)


def read_held(unknown):
    """The stories that unknown ones (`recognition.Unknown`) may be.

    Two questions where the pages are new to the archive, whatever the number of stories. The words
    of a whole edition are read only up to MOST_OF_AN_EDITION stories.
    """
    wanted = list(unknown)
    if not wanted:
        return []
    files = {one.document for one in wanted}
    of_files = defaultdict(set)
    rows = ParagraphSource.objects.filter(document__digest__in=files, version__number=1)
    for version, digest in rows.order_by().values_list("version", "document__digest").distinct():
        of_files[version].add(digest)
    numbers = {one.page_number for one in wanted}
    days = {one.edition_date for one in wanted}
    has_parts = Exists(StoryPart.objects.filter(article=OuterRef("article")))
    place = Q(page=None) | Q(page__number__in=numbers) | Q(pk__in=of_files)
    if any(one.is_part for one in wanted):
        # The rest of a story on two pages stands elsewhere than the story.
        place |= Q(has_parts)
    held = (
        Version.objects.filter(place if all(numbers) else Q(), edition__date__in=days, number=1)
        .exclude(article__import_key="")
        .annotate(has_parts=has_parts)
    )
    columns = ("article__import_digest", "edition__date", "page__number", "headline", "has_parts")
    rows = held.order_by("page__number", "position").values_list(
        "pk", "article__import_key", *columns
    )
    rows = list(rows[: MOST_OF_AN_EDITION + 1])
    if not rows or len(rows) > MOST_OF_AN_EDITION:
        return []
    bodies = dict(Version.objects.filter(pk__in=[pk for pk, *_ in rows]).values_list("pk", "body"))
    return [
        HeldStory(
            key,
            digest,
            day,
            page or "",
            headline,
            text=plain_text(bodies[pk]),
            documents=frozenset(of_files.get(pk, ())),
            has_parts=has_parts,
        )
        for pk, key, digest, day, page, headline, has_parts in rows
    ]


def read_directory_of(officials, departments=(), reporters=(), events=()):
    """What the database knows of some printed officials and their posts, and of other names."""
    posts = _printed_posts(officials)
    known, bodies = _bodies({*departments, *(post.department for post in posts)}, events)
    return Directory(
        place=place_of_paper(settings.PAPER_NAME),
        departments=known,
        bodies=bodies,
        officials=_officials({official.name for official in officials}),
        posts=_posts(posts),
        reporters=_reporters(set(reporters)),
        events=_events(events),
    )


def surroundings_of(version):
    """What a version that is held says around its officials."""
    texts = (version.kicker, version.headline, version.deck, plain_text(version.body))
    bodies = version.departments.values_list("name", flat=True)
    return Surroundings(texts, bodies, place_of_paper(settings.PAPER_NAME))


def held_departments(names):
    """Under which name the directory holds each of the bodies that it knows by these names."""
    known = _departments(names)
    held = dict(Department.objects.filter(pk__in=known.values()).values_list("pk", "name"))
    return {name: held[pk] for name, pk in known.items()}


def _bodies(names, events):
    """The known ones of these bodies, their parents and the hosts of events, by name.

    And the names of all confirmed ones, where a name is new.
    """
    hosts = {host.name for event in events for host in event.hosts}
    known = _departments(names | hosts | {parent_of(name)[0] for name in names})
    return known, frozenset() if names <= known.keys() else _confirmed_bodies()


def _printed_posts(officials):
    return {post for official in officials for post in official.posts if post.department}


def _articles(pages):
    """The digests of the held stories by key, the keys of exported ones by their source, and the
    parts of those on two pages by their own key."""
    keys, wanted = set(), set()
    for read in pages:
        for identity in read.identities:
            keys |= {identity.key, identity.without_page.key}
        wanted |= {read.page.source} if read.page.source else set()
    columns = ("import_key", "import_digest", "source_system", "source_id")
    held = set(imported(keys).values_list(*columns))
    if wanted:
        exported = Article.objects.filter(
            source_system__in={system for system, _number in wanted},
            source_id__in={number for _system, number in wanted},
        )
        # Said once more, so that the database may use the index of those that have a number.
        held |= set(exported.exclude(source_id="").values_list(*columns))
    return (
        {key: digest for key, digest, *_source in held},
        {(system, number): key for key, _digest, system, number in held if number},
        _parts(keys),
    )


def _parts(keys):
    rows = StoryPart.objects.filter(import_key__in=keys).order_by()
    columns = ("import_key", "article__import_key", "import_digest")
    return {part: KnownPart(key, digest) for part, key, digest in rows.values_list(*columns)}


def imported(keys):
    """The articles of those import keys. Without the exclusion no index would answer for them."""
    return Article.objects.filter(import_key__in=keys).exclude(import_key="")


def lock_imported(keys):
    """Lock the articles of those import keys, in the order in which whoever joins two locks them.

    What an import writes of them would do so in the order of its pages. Rows that refer to them
    are written meanwhile, in whatever order.
    """
    if keys := set(keys):
        list(imported(keys).order_by("pk").select_for_update(no_key=True).values_list("pk"))


def _unplaced(days):
    """The imported stories of those editions by headline, and their digests by key."""
    by_headline, articles = defaultdict(list), {}
    rows = Version.objects.filter(edition__date__in=days, number=1).exclude(article__import_key="")
    for day, headline, key, digest in rows.order_by("page__number", "position").values_list(
        "edition__date", "headline", "article__import_key", "article__import_digest"
    ):
        by_headline[day, folded(bare(headline))].append(key)
        articles[key] = digest
    return {headline: tuple(keys) for headline, keys in by_headline.items()}, articles


def _departments(names):
    aliases = DepartmentAlias.objects.filter(name__in=names).values_list("name", "department")
    return dict(aliases) | dict(Department.objects.filter(name__in=names).values_list("name", "id"))


def _officials(names):
    """The officials of those names, other names too, each with the posts held, under every name
    of their bodies.

    Of whom no post is held, what a story first printed of them tells who they are: 镇党委书记 of a
    town that nobody could tell.
    """
    held = {}
    known = {}
    named = Official.objects.filter(name__in=names).values_list("name", "id")
    others = OfficialAlias.objects.filter(name__in=names).values_list("name", "official")
    for name, pk in dict.fromkeys(chain(named, others)):
        held[pk] = set()
        known.setdefault(name, []).append(pk)
    appointments = Appointment.objects.filter(official__in=held).order_by()
    rows = list(
        appointments.values_list(
            "official", "post__department", "post__department__name", "post__title"
        )
    )
    aliases = defaultdict(list)
    for department, alias in DepartmentAlias.objects.filter(
        department__in={department for _official, department, *_ in rows}
    ).values_list("department", "name"):
        aliases[department].append(alias)
    for official, department, name, title in rows:
        held[official] |= {(other, title) for other in (name, *aliases[department])}
    without_post = [official for official, posts in held.items() if not posts]
    for official, title in _titles_printed(without_post):
        held[official] |= {(post.department, post.title) for post in split_title(title)}
    return {
        name: tuple(KnownOfficial(pk, frozenset(held[pk])) for pk in pks)
        for name, pks in known.items()
    }


def _titles_printed(officials):
    """The title of each in the first story that prints one, whatever the number of stories."""
    if not officials:
        return ()
    mentions = Mention.objects.filter(official=OuterRef("pk")).exclude(title_as_printed="")
    first = mentions.order_by("version").values("title_as_printed")[:1]
    titled = Official.objects.filter(pk__in=officials).annotate(title=Subquery(first))
    return titled.exclude(title=None).order_by().values_list("pk", "title")


def _posts(printed):
    names = {post.department for post in printed}
    ids = _departments(names)
    held = {
        (department, title): post
        for post, department, title in Post.objects.filter(department__in=ids.values()).values_list(
            "id", "department", "title"
        )
    }
    return {
        (post.department, post.title): held[ids[post.department], post.title]
        for post in printed
        if (ids.get(post.department), post.title) in held
    }


def _reporters(names):
    known = {}
    for name, pk in Reporter.objects.filter(name__in=names).values_list("name", "id"):
        known.setdefault(name, []).append(pk)
    return {name: tuple(ids) for name, ids in known.items()}


def _confirmed_bodies():
    confirmed = Department.objects.filter(is_confirmed=True).order_by()
    return frozenset(
        chain(
            confirmed.values_list("name", flat=True),
            confirmed.filter(aliases__name__isnull=False).values_list("aliases__name", flat=True),
        )
    )


def _events(printed):
    """The events of those days that have a name or a place in common with the printed ones."""
    alike = Q(name__in={event.name for event in printed if event.name})
    alike |= Q(place__in={event.place for event in printed if event.place})
    days = {event.date for event in printed if event.date}
    rows = Event.objects.filter(alike, date__in=days).order_by("pk")
    return tuple(
        KnownEvent(Matched(pk), kind, name, day, place)
        for pk, kind, name, day, place in rows.values_list("pk", "kind", "name", "date", "place")
    )
