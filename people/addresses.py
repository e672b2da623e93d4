"""The part of a web address that names a person or a body: its name in pinyin."""

from django.utils.text import slugify

LONGEST = 80


def stem_of(name):
    """The slug that a name gets when nobody has it yet."""
    # Not before it is needed: its dictionary takes 57 MB of every process.
    from pypinyin import lazy_pinyin

    return slugify("-".join(lazy_pinyin(name)))[: LONGEST - 6].strip("-") or "entry"


def slug_for(name, is_taken):
    """A slug for the name, numbered until `is_taken(slug)` is false: zhang-bo, zhang-bo-2."""
    stem = stem_of(name)
    slug, number = stem, 1
    while is_taken(slug):
        number += 1
        slug = f"{stem}-{number}"
    return slug
