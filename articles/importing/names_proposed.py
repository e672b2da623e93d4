"""The names of a story that are not certain, as the report of an import keeps and tells them."""

from django.utils.translation import gettext as _


def names_proposed(story):
    """Those of a second opinion, then those that the rules doubt, as JSON."""
    for is_doubted, names in ((False, story.proposed), (True, story.doubted)):
        for one in names:
            yield {
                "name": one.name,
                "title": one.title,
                "headline": story.headline.headline,
                "is_doubted": is_doubted,
            }


def sentence_of_name(row):
    if row.get("is_doubted"):
        return _("May be a name: %(title)s%(name)s (%(headline)s)") % row
    return _("Name proposed by a second opinion: %(title)s%(name)s (%(headline)s)") % row
