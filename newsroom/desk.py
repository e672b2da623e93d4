"""The admin site: its first page is the desk (articles/desk.py says what is on it)."""

from django.contrib.admin import AdminSite
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import desk


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

    def index(self, request, extra_context=None):
        return super().index(
            request,
            {"title": _("Desk"), "desk": _desk_of(request.user), **(extra_context or {})},
        )


def _desk_of(user):
    now, today = timezone.now(), timezone.localdate()
    return {
        "today": today,
        "reviews": desk.waiting(desk.to_review(user)),
        "releases": desk.waiting(desk.to_release(user)),
        "sent_back": desk.waiting(desk.sent_back_to(user)),
        "drafts": desk.waiting(desk.drafts_of(user)),
        "scheduled": desk.scheduled(now),
        "released": desk.released_on(today),
        "plan": desk.plan_of(today),
        "output": desk.output(today),
        "open_work": desk.open_work(),
    }
