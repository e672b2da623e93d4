"""What a story says beside its headline, deck and text, and search finds too."""

from collections import defaultdict

from articles.models import Credit, Mention, Photo, Version

# Of the version itself.
FIELDS = ("kicker", "source", "credit_line")
_PARTS = {Credit: ("as_printed",), Photo: ("caption", "credit"), Mention: ("name_as_printed",)}


def lines(rows):
    """(label, text) of kickers, sources, bylines, captions and names, by the version of a row."""
    found = defaultdict(list)
    for row in rows:
        for name in FIELDS:
            label = Version._meta.get_field(name).verbose_name
            found[row.id].append((label, getattr(row, name)))
    for model, names in _PARTS.items() if rows else ():
        label = model._meta.verbose_name
        parts = model.objects.filter(version__in=[row.id for row in rows])
        for version, *texts in parts.order_by("position", "pk").values_list("version", *names):
            found[version] += [(label, text) for text in texts]
    return found
