"""People and bodies by what somebody types of their names: characters, pinyin or initials."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import CharField, IntegerField, Q, Value

from articles.known import public
from articles.prepared import prepared
from articles.search.folding import fold
from articles.search.query import Query
from people.addresses import stem_of
from people.models import Department, DepartmentAlias, Official, OfficialAlias, Reporter

MODELS = (Official, Department, Reporter)
ALIASES = {Official: (OfficialAlias, "official"), Department: (DepartmentAlias, "department")}
SUGGESTED = 8
_LATIN = re.compile(r"[a-z]{2,40}")
_HAN = re.compile(r"[㐀-鿿·]{2,12}")


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a body that was asked for; `also` is the other name by which it was found."""

    kind: str
    name: str
    url: str
    also: str = ""


def named_like(typed, limit=SUGGESTED) -> list[Named]:
    """Those whose name begins so, has it, or is spelt so in pinyin or its initials."""
    text = fold(typed)
    if not text:
        return []
    find = _in_pinyin if _LATIN.fullmatch(text) else _in_characters
    return find(text, limit)


def misspelt(query: Query, limit=3) -> dict[str, str]:
    """Names that sound as a word that was asked for, but are written otherwise: each with it."""
    words = {term.text: term.typed for term in query.wanted if _HAN.fullmatch(term.text)}
    sounds = {stem_of(text): typed for text, typed in words.items()}
    found = {}
    for model in MODELS:
        like = Q()
        for sound in sounds:
            like |= Q(slug=sound) | Q(slug__regex=rf"^{re.escape(sound)}-[0-9]+$")
        if like:
            rows = public(model).filter(like).exclude(name__in=words)
            for name, slug in rows.order_by("name").values_list("name", "slug")[:limit]:
                found[name] = sounds[re.sub("-[0-9]+$", "", slug)]
    return dict(list(found.items())[:limit])


@prepared(names=[CharField()])
def _bearers(names):
    """(which of the models, key) of those who have other names, and bear one of some names."""

    def keys_of(number, alias_model, link):
        borne = Q(name__in=names) | Q(**{f"{link}__name__in": names})
        found = alias_model.objects.filter(borne).order_by()
        return found.values_list(Value(number, IntegerField()), link)

    first, *others = (keys_of(number, *ALIASES[model]) for number, model in enumerate(ALIASES))
    return first.union(*others)


def other_names(names) -> dict[str, list[str]]:
    """For each of the names that bodies or officials bear, their other names, former ones too.

    Few bear one and another: whether readers may see them is asked of these only.
    """
    others, bearing = {}, defaultdict(list)
    for number, key in _bearers(names=names):
        bearing[number].append(key)
    for number, model in enumerate(ALIASES):
        if not (keys := bearing[number]):
            continue
        bearers = public(model).filter(pk__in=keys).order_by("name")
        for bearer in bearers.prefetch_related("aliases"):
            borne = [bearer.name, *(alias.name for alias in bearer.aliases.all())]
            for name in set(names).intersection(borne):
                others.setdefault(name, []).extend(one for one in borne if one != name)
    return {name: list(dict.fromkeys(of)) for name, of in others.items() if of}


def _in_characters(text, limit):
    rows = []
    for model in MODELS:
        known = public(model).filter(name__contains=text).order_by("name")
        rows += [(each, "") for each in known[:limit]]
        rows += _by_other_names(model, lambda aliases: aliases.filter(name__contains=text)[:limit])
    return _together(rows, limit, key=lambda name: (not name.startswith(text), len(name), name))


def _in_pinyin(text, limit):
    """Those that begin so before those that have it behind a place: jkq is 青澜经开区 too."""
    named = _spelt_from("^", text, limit)
    if len(named) < limit:
        known = {one.url for one in named}
        named += [one for one in _spelt_from("-", text, limit) if one.url not in known]
    return named[:limit]


def _spelt_from(start, text, limit):
    """Addresses are names in pinyin: zhangbo and zb both fit zhang-bo."""
    patterns = [f"{start}{'-?'.join(text)}", f"{start}{'[a-z]*-'.join(text)}"]
    spelt = Q(slug__regex=patterns[0]) | Q(slug__regex=patterns[1])
    rows = []
    for model in MODELS:
        rows += [(each, "") for each in public(model).filter(spelt).order_by("name")[:limit]]
        rows += _by_other_names(
            model, lambda aliases: [alias for alias in aliases if _fits(alias.name, patterns)]
        )
    return _together(rows, limit, key=lambda name: (len(name), name))


def _by_other_names(model, chosen):
    """(entry, other name) of those aliases that are chosen; reporters have none."""
    if model not in ALIASES:
        return []
    alias_model, link = ALIASES[model]
    aliases = alias_model.objects.filter(**{f"{link}__in": public(model)}).select_related(link)
    return [(getattr(alias, link), alias.name) for alias in chosen(aliases.order_by("name"))]


def _fits(name, patterns):
    return any(re.search(pattern, _spelt(name)) for pattern in patterns)


@lru_cache(maxsize=20_000)
def _spelt(name):
    return stem_of(name)


def _together(rows, limit, key):
    found = {}
    for each, also in rows:
        found.setdefault(each.get_absolute_url(), (each, also))
    named = [
        Named(each._meta.verbose_name, each.name, url, also) for url, (each, also) in found.items()
    ]
    return sorted(named, key=lambda one: key(one.also or one.name))[:limit]
