"""The stories that name an entry of the directory, by the foreign keys that link them to it."""

from django.db.models import Count, Exists, OuterRef, Subquery

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
    link = model._meta.get_field(ROWS[model]).field
    ways = [(model.objects.filter(pk__in=pks), "pk", link.model, link.name, "version", "version")]
    if model is Department:
        prints = Post._meta.get_field("mentions").through
        posts = Post.objects.filter(department__in=pks)
        ways.append((posts, "department", prints, "post", "mention__version", "pk"))
    firsts = {}
    for entries, key, rows, name, version, order in ways:
        of_entry = rows.objects.filter(**{name: OuterRef("pk")}).order_by(order).values(version)
        for pk, first in entries.order_by().values_list(key, Subquery(of_entry[:1])):
            if first is not None:
                firsts[pk] = min(first, firsts.get(pk, first))
    return firsts


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
