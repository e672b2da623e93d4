"""The search page, and the names that it suggests while somebody types."""

from dataclasses import replace

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import pgettext

from articles.clients import client_address
from articles.models import MissedSearch
from articles.search.limit import InAMinute, is_too_much
from articles.search.names import named_like
from articles.searching import search
from articles.views import column


def search_page(request):
    """`articles/search.html`: the hits of what was asked, or only the box."""
    context = column(pgettext("site", "Search"))
    if "q" not in request.GET:
        return render(request, "articles/search.html", context | {"search": search({})})
    if is_too_much(InAMinute.SEARCHES, client_address(request)):
        nothing = replace(search({}), typed=request.GET["q"])
        context |= {"search": nothing, "is_too_much": True}
        return render(request, "articles/search.html", context, status=429)
    found = search(request.GET)
    if found.is_missed:
        MissedSearch.objects.count_one(found.typed)
    return render(request, "articles/search.html", context | {"search": found})


def suggest(request):
    """Names of people and bodies, as JSON, for the box that is being typed in."""
    typed = request.GET.get("q", "")[:40]
    is_beyond = is_too_much(InAMinute.SUGGESTIONS, client_address(request))
    named = [] if is_beyond else named_like(typed)
    return JsonResponse(
        {"names": [{"name": one.also or one.name, "kind": one.kind} for one in named]}
    )
