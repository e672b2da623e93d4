from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.addresses import LONGEST


class IdentityChangeQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody has undone."""
        return self.filter(undone_at__isnull=True)

    def retired(self, about):
        """The merges that took a department, an official or a reporter out of the directory."""
        return self.standing().filter(kind=IdentityChange.Kind.MERGE, about=about)


class IdentityChange(models.Model):
    """On record: two entries of the directory are one, one is two, or one was a mistake; or a post
    went from one person to another.

    `rows` holds every row that was written, before and after, so that `identity.undo` puts each
    back. The entries themselves are named by number and name: either may be gone since.
    """

    class Kind(models.TextChoices):
        MERGE = "merge", _("merge")
        SPLIT = "split", _("split")
        LINK = "link", _("link")
        TAKE_OUT = "take_out", _("taken out")
        LEADERS = "leaders", _("change of leaders")

    class About(models.TextChoices):
        """The models of the entries, by their names."""

        DEPARTMENT = "department", _("department")
        OFFICIAL = "official", _("official")
        REPORTER = "reporter", _("reporter")
        POST = "post", _("post")
        APPOINTMENT = "appointment", _("appointment")
        ALIAS = "departmentalias", _("alias")
        OFFICIAL_ALIAS = "officialalias", _("other name of an official")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    about = models.CharField(_("about"), max_length=20, choices=About.choices)
    kept_id = models.BigIntegerField(
        _("number of the one kept"), help_text=_("Or of the one that was taken out.")
    )
    kept_name = models.CharField(_("kept"), max_length=100)
    other_id = models.BigIntegerField(_("number of the other"), null=True, blank=True)
    other_name = models.CharField(
        _("the other"),
        max_length=100,
        help_text=_("Who was merged, who was split off, or the name that was linked."),
    )
    other_slug = models.SlugField(
        _("former address"),
        max_length=LONGEST,
        blank=True,
        db_index=False,
        help_text=_("Leads to the one kept."),
    )
    rows = models.JSONField(_("rows"), help_text=_("Every row written, before and after."))
    moved = models.PositiveIntegerField(_("links moved"), default=0)
    unlinked = models.PositiveIntegerField(
        _("links taken off"),
        default=0,
        help_text=_("Where one story names both, the later mention keeps its words only."),
    )
    joined = models.PositiveIntegerField(
        _("joined"), default=0, help_text=_("Rows that said the same of both.")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        related_name="identity_changes",
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("undone by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="identity_changes_undone",
    )

    objects = IdentityChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge, split or change of leaders")
        verbose_name_plural = _("merges, splits and changes of leaders")
        default_permissions = ("view",)
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="identitychange_is_undone_by_somebody",
                violation_error_message=_("A change is undone by somebody at some moment."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["about", "other_slug"],
                condition=Q(undone_at__isnull=True, kind="merge"),
                name="identitychange_former_address",
            ),
        ]

    def __str__(self):
        if self.kind == self.Kind.TAKE_OUT:
            return f"{self.get_kind_display()} · {self.kept_name}"
        if self.kind == self.Kind.LEADERS:
            return f"{self.get_kind_display()} · {self.kept_name} {self.other_name}"
        arrow = "→" if self.kind != self.Kind.SPLIT else "←"
        return f"{self.get_kind_display()} · {self.other_name} {arrow} {self.kept_name}"

    @property
    def is_standing(self):
        return self.undone_at is None
