import json
from dataclasses import asdict
from datetime import timedelta
from itertools import groupby

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.inspection.fetching import OverHttp, SiteItself
from articles.inspection.rules import SLOW
from articles.inspection.visiting import MOST, inspect
from articles.yearly import figures_of_year

SHOWN = 5
KINDS = {
    "missing_tag": gettext_lazy("Missing tag"),
    "malformed_tag": gettext_lazy("Malformed tag"),
    "empty_section": gettext_lazy("Empty section"),
    "stale_section": gettext_lazy("Section without news since"),
    "dead_link": gettext_lazy("Dead link"),
    "slow_page": gettext_lazy("Slow page, in seconds"),
}
FIGURES = {
    "stories": gettext_lazy("stories released"),
    "with_pictures": gettext_lazy("of these with pictures"),
    "reprints": gettext_lazy("of these reprints"),
    "web_only": gettext_lazy("of these only on this site"),
    "corrections": gettext_lazy("corrections"),
    "withdrawn": gettext_lazy("stories withdrawn"),
    "editions": gettext_lazy("editions"),
}


class Command(BaseCommand):
    help = (
        "Visit the site's own pages as an inspector of government sites does, list what is wrong, "
        "and count what the yearly report asks for. Ends with 1 where anything is wrong."
    )

    def add_arguments(self, parser):
        parser.add_argument("--base", metavar="URL", help="over HTTP, instead of from this process")
        parser.add_argument("--pages", type=int, default=MOST, help="visit at most so many")
        parser.add_argument(
            "--slow", type=float, default=SLOW, metavar="SECONDS", help="more is slow"
        )
        parser.add_argument("--year", type=int, help="of the figures; without, of last month")
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, base, pages, slow, year, **options):
        site = _site(base)
        inspection = inspect(site.fetch, site.host, timezone.localtime(), most=pages, slow=slow)
        figures = figures_of_year(year or (timezone.localdate() - timedelta(days=31)).year)
        if options["json"]:
            self.stdout.write(
                json.dumps(
                    {"host": site.host, **asdict(inspection), "figures": figures.as_dict()},
                    ensure_ascii=False,
                    indent=1,
                )
            )
        else:
            self._tell(inspection, figures)
        if inspection.faults:
            raise CommandError(
                _("%(count)s faults were found.") % {"count": len(inspection.faults)}
            )

    def _tell(self, inspection, figures):
        self.stdout.write(_("%(count)s addresses were visited.") % {"count": inspection.visited})
        if not inspection.is_whole:
            self.stdout.write(_("There are more: --pages takes the number to visit."))
        for (kind, detail), found in groupby(*_by_fault(inspection.faults)):
            addresses = [fault.address for fault in found]
            more = len(addresses) - SHOWN
            self.stdout.write(
                " ".join(
                    [
                        f"{KINDS[kind]}: {detail}".rstrip(": "),
                        *addresses[:SHOWN],
                        *([_("and %(more)s more") % {"more": more}] if more > 0 else []),
                    ]
                )
            )
        self.stdout.write(_("For the yearly report of %(year)s:") % {"year": figures.year})
        for name, label in FIGURES.items():
            self.stdout.write(f"  {label}: {getattr(figures, name)}")
        for section, count in figures.by_section.items():
            self.stdout.write(f"  {section}: {count}")


def _site(base):
    if base is None:
        return SiteItself()
    if not base.startswith(("http://", "https://")):
        raise CommandError(_("Write the address in full, as in https://news.example.cn."))
    site = OverHttp(base)
    front = site.fetch("/")
    if not front.status:
        raise CommandError(_("%(base)s cannot be reached.") % {"base": base}, returncode=2)
    if front.location:
        told = _("%(base)s sends its readers on to %(location)s: inspect that.")
        raise CommandError(told % {"base": base, "location": front.location}, returncode=2)
    return site


def _by_fault(faults):
    """The faults, those that say the same of several pages together, and by what."""

    def said(fault):
        return fault.kind, fault.detail

    return sorted(faults, key=lambda fault: (*said(fault), fault.address)), said
