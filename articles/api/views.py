"""The API over HTTP: methods, conditional requests, other sites' scripts, problems."""

from functools import wraps

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from articles.api import directory, openapi
from articles.api.changes import changes_since
from articles.api.ninjs import item, withdrawn_item
from articles.api.problems import Problem
from articles.api.queries import (
    NumberWalk,
    OfficialWalk,
    SlugWalk,
    StoryQuery,
    StoryWalk,
    Walk,
    asked,
    is_change_key,
    refuse_unknown,
    unusable,
)
from articles.api.stories import stories_of, withdrawn_of
from articles.freshness import conditional
from articles.models import Version
from articles.paging import part_of
from articles.views import column

METHODS = "GET, HEAD, OPTIONS"
# Any site's script may read what any reader may read.
FOR_ALL = {
    "Allow": METHODS,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def endpoint(view):
    """Make a view of a function from a request to plain values, or to a Problem.

    Whoever asks again says so by ETag. No date of a change is given: an answer may also change with
    the directory, or with the next part of a list.
    """

    @csrf_exempt  # It changes nothing, and whoever tries is told so in the same form.
    @wraps(view)
    def answer(request, **names):
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers=PREFLIGHT)
        else:
            try:
                response = _answered(request, _values(view, request, names))
            except Problem as problem:
                response = problem.response
        for header, value in FOR_ALL.items():
            response[header] = value
        return response

    return answer


def _values(view, request, names):
    if request.method not in ("GET", "HEAD"):
        raise Problem(405, _("This interface is for reading: use GET."))
    return view(request, **names)


def _answered(request, values):
    response = JsonResponse(values, json_dumps_params={"ensure_ascii": False})
    if following := values.get("next"):
        response["Link"] = f'<{following}>; rel="next"'
    return conditional(request, response)


@endpoint
def stories(request):
    """A part of the stories: by day, the latest first; with `changed_since` by their changes."""
    refuse_unknown(request.GET, {**StoryQuery.base_filters, **StoryWalk.base_fields})
    query, walk = StoryQuery(request.GET), StoryWalk(request.GET)
    if query.errors or not walk.is_valid():
        raise unusable({**query.errors, **walk.errors})
    since, cursor = walk.cleaned_data["changed_since"], walk.cleaned_data["cursor"]
    if cursor and is_change_key(cursor) != bool(since):
        raise unusable({"cursor": [_("This cursor is of another list.")]})
    tell = _changes if since else _newest
    return tell(request, query, walk)


def _newest(request, query, walk):
    rows = query.narrow(Version.objects.live()).values_list("id", "dated", named=True)
    part = part_of(rows, {"before": walk.cleaned_data["cursor"]}, size=walk.size)
    absolute = _absolute(request)
    return {
        "items": [item(story, absolute) for story in stories_of([row.id for row in part.rows])],
        "next": _following(request, part.older),
    }


def _changes(request, query, walk):
    """Withdrawn stories are told to everybody: whoever holds one must know, whatever they ask."""
    since, cursor = walk.cleaned_data["changed_since"], walk.cleaned_data["cursor"]
    changes = changes_since(since, cursor, walk.size)
    live = Version.objects.live().filter(article__in=changes.articles)
    readable = set(live.values_list("article_id", flat=True))
    wanted = dict(query.narrow(live).order_by().values_list("article_id", "pk"))
    told = {story.row.article_id: story for story in stories_of(list(wanted.values()))}
    gone = withdrawn_of([one for one in changes.articles if one not in readable])
    absolute = _absolute(request)
    answer = {
        "items": [
            item(told[article], absolute)
            if article in told
            else withdrawn_item(gone[article], absolute)
            for article in changes.articles
            if article in told or article in gone
        ],
        "next": _following(request, changes.last) if changes.has_more else None,
    }
    if changes.last:
        answer["later"] = _following(request, changes.last)
    return answer


@endpoint
def story(request, pk):
    """One story; 410 where it was withdrawn, 404 where readers never knew it."""
    refuse_unknown(request.GET, ())
    live = Version.objects.live().filter(article=pk).values_list("pk", flat=True).first()
    if live is None:
        raise _gone(pk)
    (found,) = stories_of([live])
    return item(found, _absolute(request))


def _gone(pk):
    gone = withdrawn_of([pk]).get(pk)
    if gone is None:
        return Problem(404, _("There is no story of this number."))
    sentence = _("The story was withdrawn on %(day)s. %(note)s") % {
        "day": timezone.localdate(gone.at).isoformat(),
        "note": gone.note,
    }
    return Problem(410, sentence.strip())


@endpoint
def edition(request, day):
    refuse_unknown(request.GET, ())
    found = directory.edition(day, _absolute(request))
    if found is None:
        raise Problem(404, _("There is no paper of this day."))
    return found


def _listed(form_class, tell):
    """A view of a list of plain values that walks by a key."""

    @endpoint
    def view(request):
        items, older = tell(asked(form_class, request.GET), _absolute(request))
        return {"items": items, "next": _following(request, older)}

    return view


editions = _listed(Walk, directory.editions)
departments = _listed(SlugWalk, directory.departments)
officials = _listed(OfficialWalk, directory.officials)
events = _listed(Walk, directory.events)
corrections = _listed(NumberWalk, directory.corrections)


@endpoint
def description(request):
    """The interface as OpenAPI 3.1."""
    return openapi.document(_absolute(request))


@endpoint
def nothing(request):
    raise Problem(404, _("There is nothing at this address. The interface is explained at /api/."))


def explained(request):
    """`articles/api.html`: the interface as its users read about it."""
    context = {
        "resources": openapi.resources(),
        "fields": openapi.fields_of_a_story(),
        "base": request.build_absolute_uri(reverse("articles:api:stories")),
    }
    about = column(_("Interface for programs"), "数据开放", _("Stories as data, for programs."))
    return render(request, "articles/api.html", context | about)


def _absolute(request):
    """Makes an address of this site a full one; a list asks for hundreds."""
    return request.build_absolute_uri("/")[:-1].__add__


def _following(request, cursor):
    """The address asked for, with another cursor; None without one."""
    if not cursor:
        return None
    params = request.GET.copy()
    params["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{params.urlencode()}")
