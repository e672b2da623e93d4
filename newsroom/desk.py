"""The admin site: its first page is the desk (articles/desk.py says what is on it)."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.admin import AdminSite
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import assignments, desk
from articles.desk import Waiting

# The lists of the side bar, by what one comes for and how often, each as "app.model".
WORK = (
    (
        gettext_lazy("Stories"),
        ("articles.version", "articles.assignment", "articles.edition", "articles.event"),
    ),
    (
        gettext_lazy("To see to"),
        (
            "articles.doubt",
            "articles.readerreport",
            "articles.correction",
            "articles.qualitycheck",
            "articles.proposal",
            "articles.mention",
            "articles.proposedname",
            "articles.similarpair",
        ),
    ),
    (
        gettext_lazy("Imports"),
        ("articles.importjob", "articles.importrun", "articles.sourcedocument"),
    ),
    (
        gettext_lazy("Who is who"),
        (
            "people.official",
            "people.department",
            "people.post",
            "people.appointment",
            "people.reporter",
            "people.identitychange",
            "people.directorychange",
        ),
    ),
    (
        gettext_lazy("Records and accounts"),
        (
            "admin.logentry",
            "articles.ledgerentry",
            "articles.oldaddress",
            "articles.missedsearch",
            "people.user",
            "auth.group",
        ),
    ),
)


def _nobody(self, request, obj=None):
    return False


class DeskSite(AdminSite):
    """Nothing is ever deleted here, by whomever and of whatever model.

    Stories are spiked or withdrawn, accounts deactivated, entries of the directory merged or taken
    out with an undo (people/identity.py).
    """

    index_template = "admin/desk.html"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")

    def register(self, model_or_iterable, admin_class=None, **options):
        super().register(model_or_iterable, admin_class, has_delete_permission=_nobody, **options)

    def get_app_list(self, request, app_label=None):
        """What this person may open, grouped by work; the models of one app where it is asked."""
        apps = super().get_app_list(request, app_label)
        if app_label is not None:
            return apps
        models = {
            model["model"]._meta.label_lower: model for app in apps for model in app["models"]
        }
        groups = [
            {
                "name": name,
                "app_label": "",
                "app_url": "",
                "models": [models.pop(label) for label in labels if label in models],
            }
            for name, labels in WORK
        ]
        groups.append(
            {"name": _("Other"), "app_label": "", "app_url": "", "models": list(models.values())}
        )
        return [group for group in groups if group["models"]]

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
    """What the desk shows to this person: of stories something only where they may look at them."""
    today = timezone.localdate()
    return {
        "today": today,
        "sees_stories": user.has_perm("articles.view_version"),
        **(_stories_of(user, today) if user.has_perm("articles.view_version") else {}),
        "corrections": desk.corrections_due()
        if user.has_perm("articles.view_correction")
        else None,
        "reports": desk.reports_for(user),
        "assignments": _assignments(user) if user.has_perm("articles.view_assignment") else [],
        "missed": _missed_searches(today) if user.has_perm("articles.view_missedsearch") else None,
    }


def _stories_of(user, today):
    stories = reverse("admin:articles_version_changelist")
    boxes = [
        Box(_("To review"), desk.waiting(desk.to_review(user)), f"{stories}?waiting=review"),
        Box(
            _("Sent back to me"),
            desk.waiting(desk.sent_back_to(user)),
            f"{stories}?waiting=sent_back",
        ),
        Box(_("My drafts"), desk.waiting(desk.drafts_of(user)), f"{stories}?waiting=drafts"),
        Box(_("Scheduled"), desk.scheduled(timezone.now()), f"{stories}?standing=scheduled"),
    ]
    if user.has_perm("articles.release_version"):
        ready = desk.waiting(desk.to_release(user))
        boxes.insert(1, Box(_("Ready to release"), ready, f"{stories}?waiting=release"))
    released = desk.released_on(today)
    return {
        "boxes": [box for box in boxes if box.waiting.count],
        "empty_boxes": [box for box in boxes if not box.waiting.count],
        "released": Box(_("Released today"), released, f"{stories}?released=today"),
        "plan": desk.plan_of(today),
        "output": desk.output(today),
        "open_work": desk.open_work(),
    }


def _assignments(user):
    """What this person is to write or may take, what they pitched; for editors, what waits."""
    address = reverse("admin:articles_assignment_changelist")
    boxes = [(_("Mine to write"), assignments.to_write, "mine")]
    if assignments.may_decide(user):
        boxes += [
            (_("Pitches"), assignments.to_decide, "pitched"),
            (_("To be written"), assignments.to_be_written, "unbegun"),
        ]
    else:
        boxes += [
            (_("For whoever takes it"), assignments.to_take, "free"),
            (_("My pitches"), assignments.pitches_of, "own"),
        ]
    found = [
        Box(title, desk.some(chosen(user)), f"{address}?state={state}")
        for title, chosen, state in boxes
    ]
    return [box for box in found if box.waiting.count]


def _missed_searches(today):
    days = {
        "last_on__gte": today - desk.SEARCHES_FOR,
        "last_on__lt": today + timedelta(days=1),
    }
    return Box(
        _("Searches without a hit"),
        desk.missed_searches(today),
        f"{reverse('admin:articles_missedsearch_changelist')}?{urlencode(days)}",
    )
