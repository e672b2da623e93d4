"""What stands in an open form is kept as one types, and who else has the story open is shown.

Every few seconds an open form says that it is there, and what it holds if that changed: one
message, one write (`beat_view`). Words that were kept and never saved are offered when their
writer opens the story again (`offers_view`).
"""

import json
import uuid

from django.core.exceptions import PermissionDenied
from django.http import (
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles.admin import conflicts
from articles.admin.form_words import stored_forms, words_of
from articles.admin.last_editor import last_editor
from articles.models import Version, WorkingDraft
from articles.rights import check_theirs

OFFERED = 5
# What a form sends of its loading: no words.
LOADED = ("loaded_at", "loaded_words")
ADD, CHANGE = "articles.add_version", "articles.change_version"


class BadMessage(ValueError):
    """A message that no form of ours sends."""


def urls(model_admin):
    def at(route, view, method):
        def bound(request, **kwargs):
            if not (request.user.has_perm(CHANGE) or request.user.has_perm(ADD)):
                raise PermissionDenied
            return view(request, model_admin=model_admin, **kwargs)

        name = f"articles_version_{view.__name__.removesuffix('_view')}"
        return path(route, model_admin.admin_site.admin_view(never_cache(method(bound))), name=name)

    return [
        at("writing/", beat_view, require_POST),
        at("writing/leave/", leave_view, require_POST),
        at("writing/offers/", offers_view, require_GET),
        at("writing/<uuid:token>/", words_view, require_GET),
        at("writing/<uuid:token>/compare/", compare_view, require_GET),
        at("writing/<uuid:token>/discard/", discard_view, require_POST),
    ]


def shown(version):
    """What the page of a form needs to keep its words."""
    return {"is_kept": True, "merges": version.merges.select_related("by") if version else ()}


def finish(request):
    """The story is saved: what its form held is stored now, and no late message brings it back."""
    finished = _finished(timezone.now())
    tokens = [_token(request.POST.get(name)) for name in ("draft_token", "draft_replaces")]
    _mine(request).filter(token__in=filter(None, tokens)).update(**finished)
    if tokens[0]:
        # A form that was saved before its first message: the row keeps that message out.
        WorkingDraft.objects.get_or_create(
            token=tokens[0], defaults={"by": request.user, **finished}
        )


def beat_view(request, model_admin):
    """An open form says that it is there, and what it holds if that is new."""
    try:
        message = _read(request.body)
    except BadMessage as error:
        return HttpResponseBadRequest(str(error))
    if message["user"] != request.user.pk:
        # Somebody else signed in on this machine: these are not their words.
        return JsonResponse({"state": "other_user"})
    now = timezone.now()
    version = _version(message["version"], "updated_at", "publish_at", "written_by")
    if version is not None:
        check_theirs(request.user, version)
    if not _keep(request.user, version, message, now):
        return JsonResponse({"state": "finished"})
    if replaced := _token(message.get("replaces")):
        _mine(request).filter(token=replaced).update(**_finished(now))
    return JsonResponse(
        {
            "state": "kept",
            "time": date_format(timezone.localtime(now), "H:i:s"),
            "others": _others(request.user, version, message["token"], now),
            "meanwhile": _meanwhile(version, message.get("loaded_at")),
        }
    )


def leave_view(request, model_admin):
    """The form is closed: nobody sees its writer in the story any more."""
    draft = _mine(request).filter(token=_token(request.POST.get("token")))
    draft.filter(kept_at=None, finished_at=None).delete()
    draft.update(seen_at=None)
    return HttpResponse(status=204)


def offers_view(request, model_admin):
    """The person's words that were never saved, for the form that they just opened."""
    version = _version(request.GET.get("version"))
    drafts = _mine(request).kept().exclude(token=_token(request.GET.get("token")))
    if version is None:
        offered = _distinct(drafts.filter(version=None)[:OFFERED])
    else:
        drafts = drafts.filter(version__article=version.article_id)[:OFFERED]
        offered = list(_unsaved(model_admin, request, version, _distinct(drafts)))
    return render(
        request,
        "admin/articles/version/offers.html",
        {
            "offered": [
                (draft, _files(draft), draft.version_id != _pk(version)) for draft in offered
            ],
            "version": version,
        },
    )


def words_view(request, model_admin, token):
    """The words of one draft, for the form to take up."""
    draft = get_object_or_404(_mine(request).kept(), token=token)
    return JsonResponse({"words": draft.words, "version": draft.version_id})


def compare_view(request, model_admin, token):
    """A draft beside the story as it is stored."""
    draft = get_object_or_404(_mine(request).kept().select_related("version"), token=token)
    version = draft.version and draft.version.article.versions.latest("number")
    form, formsets = stored_forms(model_admin, request, version)
    stored = words_of(form, formsets)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "original": version,
        "draft": draft,
        "title": _("Words that were not saved"),
        "conflict": conflicts.find(
            form, formsets, stored, stored, _data(draft), keeps_choices=False
        ),
        "form_url": _form_url(version),
    }
    return TemplateResponse(request, "admin/articles/version/draft.html", context)


def discard_view(request, model_admin, token):
    draft = get_object_or_404(_mine(request).kept(), token=token)
    _mine(request).filter(pk=draft.pk).update(**_finished(timezone.now()))
    return HttpResponseRedirect(_form_url(draft.version))


def _read(body):
    """The message of a form; its words are pairs of names and texts, some with a label."""
    try:
        message = json.loads(body)
        token, words = _token(message["token"]), message.get("words")
        message = {**message, "token": token, "version": message["version"], "words": words}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadMessage("This is not the message of a form.") from error
    if token is None or "user" not in message or not _are_words(words):
        raise BadMessage("This is not the message of a form.")
    return message


def _are_words(words):
    return words is None or (
        isinstance(words, list)
        and all(
            isinstance(row, list)
            and len(row) in (2, 3)
            and all(isinstance(text, str) and "\x00" not in text for text in row)
            for row in words
        )
    )


def _keep(user, version, message, now):
    """Write the message down; False where the form was saved or its words were discarded."""
    values = {"seen_at": now if message.get("is_open", True) else None, "changed_at": now}
    if message["words"] is not None:
        values |= {"words": message["words"], "kept_at": now}
    drafts = WorkingDraft.objects.filter(token=message["token"])
    if drafts.filter(by=user, finished_at=None).update(**values):
        return True
    WorkingDraft.objects.filter(by=user).abandoned(now).delete()
    _draft, is_new = WorkingDraft.objects.get_or_create(
        token=message["token"], defaults={"by": user, "version": version, **values}
    )
    return is_new


def _finished(now):
    return {"finished_at": now, "words": [], "kept_at": None, "seen_at": None, "changed_at": now}


def _others(user, version, token, now):
    """A sentence for each person who has the story open, and for this one's other windows."""
    if version is None:
        return []
    forms = version.working_drafts.present(now).exclude(token=token)
    people = {}
    for draft in forms.select_related("by").defer("words").order_by("kept_at"):
        people[draft.by] = max(filter(None, [people.get(draft.by), draft.kept_at]), default=None)
    return [_sentence(user, other, kept_at, now) for other, kept_at in people.items()]


def _sentence(user, other, kept_at, now):
    if other == user:
        return _("You have this story open in another window too.")
    if kept_at is None:
        return _("%(who)s has this story open.") % {"who": other}
    if (now - kept_at).total_seconds() < 60:
        return _("%(who)s is writing in this story now.") % {"who": other}
    return _("%(who)s is writing in this story (last words %(ago)s ago).") % {
        "who": other,
        "ago": timesince(kept_at, now, depth=1),
    }


def _meanwhile(version, loaded_at):
    """A sentence where the story was saved or released since the form was opened."""
    if version is None or not loaded_at or version.updated_at.isoformat() == loaded_at:
        if version is not None and version.publish_at is not None:
            return _("This story was released meanwhile. Your words are kept as a working draft.")
        return ""
    return _("%(who)s saved this story at %(time)s.") % {
        "who": last_editor(version) or _("Another editor"),
        "time": date_format(timezone.localtime(version.updated_at), "H:i:s"),
    }


def _distinct(drafts):
    """Each draft that says something else: going back to a form leaves two of the same words."""
    distinct = {}
    for draft in drafts:
        words = [told for told in draft.words if told[0] not in LOADED]
        distinct.setdefault((draft.version_id, json.dumps(words)), draft)
    return list(distinct.values())


def _unsaved(model_admin, request, version, drafts):
    """Those of the drafts that say anything which is not stored."""
    if not drafts:
        return
    form, formsets = stored_forms(model_admin, request, version)
    stored = words_of(form, formsets)
    for draft in drafts:
        found = conflicts.find(form, formsets, stored, stored, _data(draft), keeps_choices=False)
        # The parts of another version are other rows.
        is_same = draft.version_id == version.pk
        changed = found.places if is_same else [*found.fields, *found.changed_body]
        if changed or (is_same and found.added) or _files(draft):
            yield draft


def _data(draft):
    """The draft as if it was posted."""
    data = QueryDict(mutable=True)
    for name, text, *_label in draft.words:
        data.appendlist(name, text)
    return data


def _files(draft):
    """The names of the pictures that were chosen: they are not kept, and chosen again."""
    return [label[0] for _name, text, *label in draft.words if label and not text]


def _mine(request):
    return WorkingDraft.objects.filter(by=request.user)


def _version(pk, *fields):
    """The version of that key; None for a form that was never saved."""
    if not str(pk or "").isdecimal():
        return None
    return Version.objects.only(*fields).filter(pk=pk).first()


def _pk(version):
    return version and version.pk


def _token(text):
    try:
        return uuid.UUID(text)
    except (TypeError, ValueError, AttributeError):
        return None


def _form_url(version):
    if version is None:
        return reverse("admin:articles_version_add")
    return reverse("admin:articles_version_change", args=[version.pk])
