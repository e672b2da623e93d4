"""The pages of an import as its page lists them: all, or those that want a look."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from articles.models import Edition, JobPage

PAGES_AT_A_TIME = 100


@dataclass(frozen=True)
class Choice:
    """One way to look at the list: its name in the address, its label, and how many pages."""

    name: str
    label: str
    count: int


@dataclass(frozen=True)
class ListedPages:
    """Some pages of an import in their order; `after` is the number to go on behind, or None."""

    choices: list[Choice]
    chosen: str
    rows: list[JobPage]
    after: int | None
    is_first: bool


def listed_pages(job, asked) -> ListedPages:
    """What the query `asked` asks for: `only` one of the choices, `after` a page's number."""
    ways = {
        "": (_("All pages"), Q()),
        "refused": (_("Refused"), ~Q(refusal="") & Q(lacks_day=False)),
        "undated": (_("Without a day"), Q(lacks_day=True)),
        "doubts": (_("With doubts"), Q(doubts__gt=0)),
        "outside": (_("With text in no story"), Q(outside__gt=0)),
    }
    chosen = asked.get("only", "") if asked.get("only") in ways else ""
    after = int(asked["after"]) if asked.get("after", "").isdecimal() else -1
    listed = job.pages.filter(ways[chosen][1], number__gt=min(after, 2**31 - 1)).order_by("number")
    rows = list(listed[: PAGES_AT_A_TIME + 1])
    more, rows = rows[PAGES_AT_A_TIME:], rows[:PAGES_AT_A_TIME]
    settled = _settled(job, rows)
    days = {row.edition_date for row in rows} - {None}
    editions = dict(Edition.objects.filter(date__in=days).order_by().values_list("date", "pk"))
    for row in rows:
        row.edition = editions.get(row.edition_date)
        row.settled = row.decided + settled.get(row.digest, 0)
    counts = {f"of_{name}": Count("pk", filter=of_it) for name, (_label, of_it) in ways.items()}
    counted = job.pages.aggregate(**counts)
    return ListedPages(
        choices=[Choice(name, label, counted[f"of_{name}"]) for name, (label, _q) in ways.items()],
        chosen=chosen,
        rows=rows,
        after=rows[-1].number if more else None,
        is_first=after < 0,
    )


def _settled(job, rows):
    """How many doubts of these pages somebody settled on the plan, by the digest of the page."""
    counted = job.settled_doubts.filter(digest__in={row.digest for row in rows}).order_by()
    return dict(counted.values_list("digest").annotate(Count("id")))
