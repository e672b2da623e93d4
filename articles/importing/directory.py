"""Read from the database what it knows of the names on some pages."""

from collections import defaultdict

from articles.importing.plan import Directory, KnownOfficial
from articles.importing.reconcile import bare, identities
from articles.models import Article, Event, Version
from people.models import Appointment, Department, DepartmentAlias, Official, Post, Reporter

# The parser's words for kinds of event, and the model's.
EVENT_KINDS = {
    "会议": Event.Kind.MEETING,
    "座谈": Event.Kind.MEETING,
    "发布会": Event.Kind.MEETING,
    "推介会": Event.Kind.MEETING,
    "调研": Event.Kind.TOUR,
    "检查": Event.Kind.TOUR,
    "走访": Event.Kind.TOUR,
    "论坛": Event.Kind.FORUM,
    "仪式": Event.Kind.CEREMONY,
    "签约": Event.Kind.CEREMONY,
    "培训": Event.Kind.TRAINING,
    "竞赛": Event.Kind.ACTIVITY,
    "演练": Event.Kind.ACTIVITY,
    "宣讲": Event.Kind.ACTIVITY,
    "活动": Event.Kind.ACTIVITY,
}


def event_kind(printed):
    return EVENT_KINDS.get(printed, Event.Kind.ACTIVITY)


def read_directory(pages):
    """What the database knows of the names on pages that were read (`parallel.Read`)."""
    stories = [story for read in pages for story in read.parsed.stories]
    posts = _printed_posts(official for story in stories for official in story.officials)
    departments = {name for story in stories for name in story.departments}
    departments |= {post.department for post in posts}
    unplaced, articles = _unplaced(
        {read.page.edition_date for read in pages if not read.page.page_number}
    )
    return Directory(
        departments=_departments(departments),
        officials=_officials({o.name for story in stories for o in story.officials}),
        posts=_posts(posts),
        reporters=_reporters({byline.name for story in stories for byline in story.bylines}),
        events=_events([story.event for story in stories if story.event and story.event.name]),
        articles=articles | _articles(pages),
        unplaced=unplaced,
    )


def read_directory_of(officials):
    """What the database knows of some printed officials and their posts."""
    posts = _printed_posts(officials)
    return Directory(
        departments=_departments({post.department for post in posts}),
        officials=_officials({official.name for official in officials}),
        posts=_posts(posts),
    )


def _printed_posts(officials):
    return {post for official in officials for post in official.posts if post.department}


def _articles(pages):
    keys = set()
    for page, parsed, _digests in pages:
        for identity in identities(
            parsed, edition_date=page.edition_date, page_number=page.page_number
        ):
            keys |= {identity.key, identity.without_page.key}
    return dict(imported(keys).values_list("import_key", "import_digest"))


def imported(keys):
    """The articles of those import keys. Without the exclusion no index would answer for them."""
    return Article.objects.filter(import_key__in=keys).exclude(import_key="")


def _unplaced(days):
    """The imported stories of those editions by headline, and their digests by key."""
    by_headline, articles = defaultdict(list), {}
    rows = Version.objects.filter(edition__date__in=days, number=1).exclude(article__import_key="")
    for day, headline, key, digest in rows.order_by("page__number", "position").values_list(
        "edition__date", "headline", "article__import_key", "article__import_digest"
    ):
        by_headline[day, bare(headline)].append(key)
        articles[key] = digest
    return {headline: tuple(keys) for headline, keys in by_headline.items()}, articles


def _departments(names):
    aliases = DepartmentAlias.objects.filter(name__in=names).values_list("name", "department")
    return dict(aliases) | dict(Department.objects.filter(name__in=names).values_list("name", "id"))


def _officials(names):
    """The officials of those names, each with the posts held, under every name of their bodies."""
    held = {}
    known = {}
    for pk, name in Official.objects.filter(name__in=names).values_list("id", "name"):
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
    return {
        name: tuple(KnownOfficial(pk, frozenset(held[pk])) for pk in pks)
        for name, pks in known.items()
    }


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


def _events(printed):
    wanted = {(event_kind(e.kind), e.name, e.date): (e.kind, e.name, e.date) for e in printed}
    known = Event.objects.filter(name__in={event.name for event in printed}).values_list(
        "kind", "name", "date", "id"
    )
    return {
        wanted[kind, name, date]: pk
        for kind, name, date, pk in known
        if (kind, name, date) in wanted
    }
