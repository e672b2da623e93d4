"""The search page, and the names that it suggests while somebody types."""

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.search.names import named_like
from articles.searching import search
from articles.views import column


def search_page(request):
    """`articles/search.html`: the hits of what was asked, or only the box."""
    context = {"search": search(request.GET)} | column(_("Search"), "查询服务")
    return render(request, "articles/search.html", context)


def suggest(request):
    """Names of people and bodies, as JSON, for the box that is being typed in."""
    named = named_like(request.GET.get("q", "")[:40])
    return JsonResponse(
        {"names": [{"name": one.also or one.name, "kind": one.kind} for one in named]}
    )
