"""The stories that name an entry of the directory, by the foreign keys that link them to it."""

from collections import defaultdict

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from people.models import Department, Official, Post, Reporter

# The rows that a story links to an entry with, and the ways from an entry to stories: the posts
# that a story prints name a body too.
ROWS = {Department: "version_links", Official: "mentions", Reporter: "credits"}
WAYS = {
    Department: (
        "version_links__version",
        "posts__mentions__version",
        # A body proposed as the parent of one that a story names.
        "children__version_links__version",
        "children__posts__mentions__version",
    ),
    Official: ("mentions__version",),
    Reporter: ("credits__version",),
}


def count_stories(entry):
    return _rows(entry).order_by().values("version").distinct().count()


def latest_stories(entry, count=3):
    """The newest stories that name the entry."""
    rows = _rows(entry).order_by("-version__dated", "-version")
    pks = dict.fromkeys(rows.values_list("version", flat=True)[: 2 * count])
    return _in_order(list(pks)[:count])


def count_stories_of_several(entries):
    """The number of stories that name more than one of the entries, all of one kind."""
    model = type(entries[0])
    link = model._meta.get_field(ROWS[model]).field
    rows = link.model.objects.filter(**{f"{link.name}__in": [entry.pk for entry in entries]})
    several = rows.order_by().values("version").annotate(named=Count(link.name, distinct=True))
    return several.filter(named__gt=1).count()


def first_stories(model, pks):
    """By key of the entry, the story that was the first to name it in this archive."""
    named = {pk: {pk} for pk in pks}
    if model is Department:
        for child, parent in model.objects.filter(parent__in=pks).values_list("pk", "parent"):
            named[parent].add(child)
    firsts = _firsts(model, set().union(*named.values()))
    found = {
        pk: min(firsts[entry] for entry in entries if entry in firsts)
        for pk, entries in named.items()
        if entries & firsts.keys()
    }
    stories = {story.pk: story for story in _in_order(set(found.values()))}
    return {pk: stories[first] for pk, first in found.items()}


def _firsts(model, pks):
    """By key of an entry, the first version that a row of its own links to it.

    Each by a look into an index, that of the entry and the version where there is one: an entry may
    be named by most of an archive, or by its newest stories alone.
    """
    firsts = {}
    for entries, key, rows, name, version, order in _printings(model, pks):
        of_entry = rows.objects.filter(**{name: OuterRef("pk")}).order_by(order).values(version)
        for pk, first in entries.order_by().values_list(key, Subquery(of_entry[:1])):
            if first is not None:
                firsts[pk] = min(first, firsts.get(pk, first))
    return firsts


def named_again(model, pks):
    """The keys of those entries that the stories of two articles name at least."""
    again, articles = set(), defaultdict(set)
    for entries, key, rows, name, version, order in _printings(model, pks):
        article = f"{version}__article"
        of_entry = rows.objects.filter(**{name: OuterRef("pk")}).order_by(order)
        others = of_entry.filter(~Q(**{article: OuterRef("first")})).order_by()
        found = entries.order_by().annotate(first=Subquery(of_entry.values(article)[:1]))
        for pk, first, is_again in found.values_list(key, "first", Exists(others)):
            again |= {pk} if is_again else set()
            articles[pk] |= {first} - {None}
    return again | {pk for pk, named in articles.items() if len(named) > 1}


def _printings(model, pks):
    """The ways in which stories name the entries: the rows that do, by what and of which version.

    Each is a query of what has the rows, the key of the entry in it, the model of the rows, and in
    that the names of the link, of the version and of what its rows stand in order by.
    """
    link = model._meta.get_field(ROWS[model]).field
    yield model.objects.filter(pk__in=pks), "pk", link.model, link.name, "version", "version"
    if model is Department:
        prints = Post._meta.get_field("mentions").through
        posts = Post.objects.filter(department__in=pks)
        yield posts, "department", prints, "post", "mention__version", "pk"


def latest_that_print(official, post, since, count=50):
    """The newest stories filed under `since` or later that name the official with that post.

    Of each story only its newest version: earlier ones cannot be changed any more.
    """
    mentions = official.mentions.filter(posts=post, version__dated__gte=since)
    versions = mentions.model._meta.get_field("version").related_model._base_manager
    newer = versions.filter(
        article=OuterRef("version__article"), number__gt=OuterRef("version__number")
    )
    rows = mentions.filter(~Exists(newer)).order_by("-version__dated", "-version")
    return _in_order(list(dict.fromkeys(rows.values_list("version", flat=True)[:count])))


def _rows(entry):
    return getattr(entry, ROWS[type(entry)])


def _in_order(pks):
    link = Official._meta.get_field("mentions").related_model._meta.get_field("version")
    found = link.related_model.objects.defer("body").in_bulk(pks)
    return [found[pk] for pk in pks]
