"""The admin site: its first page is the desk (articles/desk.py says what is on it)."""

from dataclasses import dataclass

from django.contrib.admin import AdminSite
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import desk
from articles.desk import Waiting


class DeskSite(AdminSite):
    index_template = "admin/desk.html"

    def index(self, request, extra_context=None):
        return super().index(
            request,
            {"title": _("Desk"), "desk": _desk_of(request.user), **(extra_context or {})},
        )


@dataclass(frozen=True, slots=True)
class Box:
    """One list of the desk: its name, what is in it, and the address of the whole list."""

    title: str
    waiting: Waiting
    url: str


def _desk_of(user):
    now, today = timezone.now(), timezone.localdate()
    stories = reverse("admin:articles_version_changelist")
    boxes = [
        Box(_("To review"), desk.waiting(desk.to_review(user)), f"{stories}?waiting=review"),
        Box(
            _("Sent back to me"),
            desk.waiting(desk.sent_back_to(user)),
            f"{stories}?waiting=sent_back",
        ),
        Box(_("My drafts"), desk.waiting(desk.drafts_of(user)), f"{stories}?waiting=drafts"),
        Box(_("Scheduled"), desk.scheduled(now), f"{stories}?standing=scheduled"),
    ]
    if user.has_perm("articles.release_version"):
        ready = desk.waiting(desk.to_release(user))
        boxes.insert(1, Box(_("Ready to release"), ready, f"{stories}?waiting=release"))
    released = desk.released_on(today)
    return {
        "today": today,
        "boxes": [box for box in boxes if box.waiting.count],
        "empty_boxes": [box for box in boxes if not box.waiting.count],
        "released": Box(_("Released today"), released, f"{stories}?released=today"),
        "corrections": desk.corrections_due()
        if user.has_perm("articles.view_correction")
        else None,
        "plan": desk.plan_of(today),
        "output": desk.output(today),
        "open_work": desk.open_work(),
    }
