"""Stories found by their words at the desk, drafts included, as readers find released ones."""

from django.contrib import messages
from django.utils.translation import gettext as _

from articles.search import finding
from articles.search.among import listed
from articles.search.query import parse
from articles.searching import in_departments


class FullTextSearch:
    """Mixed into the admin of stories, before ModelAdmin."""

    def get_search_results(self, request, queryset, search_term):
        query = parse(search_term)
        if not (query.terms or query.is_of_departments):
            return queryset, False
        stories, links, are_few = in_departments(queryset, query)
        hits = finding.newest(query, stories.order_by(), links=links, is_narrow=are_few)
        if hits.is_cut:
            messages.warning(
                request,
                _("More than %(counted)s stories have this. Listed are the newest %(ranked)s.")
                % {"counted": finding.COUNTED, "ranked": finding.RANKED},
            )
        return stories.filter(pk__in=listed(hits.versions)), False
