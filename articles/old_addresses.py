"""Addresses of earlier sites: read from a CSV, and found again when a reader comes by one."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice
from urllib.parse import unquote, urlsplit

from django.db import transaction
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from articles.models import Article, OldAddress

BATCH = 1_000
LONGEST = OldAddress._meta.get_field("address").max_length
# More parts of a query than any earlier site had are not looked at.
PARTS = 8


class NoAddress(ValueError):
    """What a row gives as an old address cannot be one. The message says why."""


class NoTable(ValueError):
    """The file has not the columns that are needed. The message names them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file: an address, and the story by its number here or in the old system."""

    line: int
    address: str
    article: str = ""
    system: str = ""
    number: str = ""


@dataclass(slots=True)
class Imported:
    """How many addresses are new and how many stood already; what is wrong with which line."""

    added: int = 0
    unchanged: int = 0
    problems: list[tuple[int, str]] = field(default_factory=list)


def normal(address: str) -> str:
    """The path, decoded, and the query of an address with or without its host.

    Raises NoAddress for what is none, is too long, or is answered by a page of this site.
    """
    parts = urlsplit(address.strip())
    path = unquote(parts.path)
    if not path.startswith("/") or "\x00" in address:
        raise NoAddress(_("This is no address: write it from the first slash on, or in full."))
    kept = f"{path}?{unquote(parts.query)}" if parts.query else path
    if len(kept) > LONGEST:
        raise NoAddress(_("The address is longer than %(most)s characters.") % {"most": LONGEST})
    if _is_ours(path) or _is_ours(f"{path}/"):
        raise NoAddress(_("This site has pages of its own at such addresses."))
    return kept


def _is_ours(path):
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def article_at(path: str, query: str) -> int | None:
    """The article that stood at that address, or None.

    What others append to a query, as WeChat does, is passed over: the longest beginning that is
    known counts.
    """
    parts = unquote(query).split("&", PARTS)[:PARTS] if query else []
    queries = accumulate(parts, "{}&{}".format)
    candidates = [path, *(f"{path}?{beginning}" for beginning in queries)]
    known = [one for one in candidates if len(one) <= LONGEST]
    found = dict(OldAddress.objects.filter(address__in=known).values_list("address", "article_id"))
    return found[max(found, key=len)] if found else None


def read_rows(text: str) -> Iterator[Row]:
    """The rows of a CSV with a head: `address`, and `article` or `system` and `number`.

    Raises NoTable where these are not its columns.
    """
    reader = csv.DictReader(text.splitlines())
    names = {(name or "").strip().lower() for name in reader.fieldnames or ()}
    if "address" not in names or not ({"article"} <= names or {"system", "number"} <= names):
        raise NoTable(
            _(
                "The first line must name the columns: address, and either article, the number of "
                "the story here, or system and number, as its export had them."
            )
        )
    for row in reader:
        cells = {(name or "").strip().lower(): value for name, value in row.items() if name}
        yield Row(
            reader.line_num,
            *(
                (cells.get(name) or "").strip()
                for name in ("address", "article", "system", "number")
            ),
        )


@transaction.atomic
def import_rows(rows: Iterable[Row]) -> Imported:
    """Save every good row. An address that leads to another story already stays as it is."""
    imported = Imported()
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        _import_batch(batch, imported)
    return imported


def _import_batch(batch, imported):
    addresses = {}
    for row in batch:
        try:
            addresses[row.line] = normal(row.address)
        except NoAddress as error:
            imported.problems.append((row.line, str(error)))
    articles = _articles(batch)
    standing = OldAddress.objects.filter(address__in=addresses.values())
    leads_to = dict(standing.values_list("address", "article_id"))
    new = []
    for row in batch:
        address, article = addresses.get(row.line), articles.get(_key(row))
        if address is None:
            continue
        if article is None:
            imported.problems.append((row.line, _("There is no such story.")))
        elif address not in leads_to:
            leads_to[address] = article
            new.append(OldAddress(address=address, article_id=article))
        elif leads_to[address] == article:
            imported.unchanged += 1
        else:
            told = _("The address leads to article %(article)s already.")
            imported.problems.append((row.line, told % {"article": leads_to[address]}))
    imported.problems.sort()
    imported.added += len(OldAddress.objects.bulk_create(new))


def _key(row):
    return (row.system, row.number) if row.number else row.article


def _articles(batch):
    """The articles that the rows name, by what names them."""
    numbers = {row.article for row in batch if row.article.isascii() and row.article.isdecimal()}
    numbers = {number for number in numbers if len(number) <= 18}
    found = {
        str(pk): pk for pk in Article.objects.filter(pk__in=numbers).values_list("pk", flat=True)
    }
    exported = Article.objects.filter(source_id__in={row.number for row in batch if row.number})
    for pk, system, number in exported.values_list("pk", "source_system", "source_id"):
        found[system, number] = pk
    return found
