"""Who works in the newsroom."""

from django.contrib.auth.models import AbstractUser, Group, Permission
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account of the newsroom. Chinese names are written surname first, without a space."""

    departments = models.ManyToManyField(
        "people.Department",
        verbose_name=_("departments"),
        blank=True,
        related_name="accounts",
        help_text=_("Whose stories this account may work on, beside its own. Empty: those of all."),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        permissions = [("assign_duties", _("Can put accounts into groups and departments"))]

    def get_full_name(self):
        return f"{self.last_name}{self.first_name}".strip()

    def __str__(self):
        return self.get_full_name() or self.username

    def get_short_name(self):
        """A given name alone is how family speaks: the desk greets by the full name."""
        return self.get_full_name()


class StartingGroup(models.Model):
    """Which group is one of those that a newsroom starts with, whatever it is called since.

    `name` is its English name in newsroom/groups.py, `given` what it was given so far: what the
    newsroom took away since is not given again.
    """

    name = models.CharField(_("name"), max_length=40, unique=True)
    group = models.OneToOneField(
        Group, verbose_name=_("group"), on_delete=models.PROTECT, related_name="starting_group"
    )
    given = models.ManyToManyField(
        Permission, verbose_name=_("permissions given"), related_name="+", blank=True
    )

    class Meta:
        verbose_name = _("starting group")
        verbose_name_plural = _("starting groups")
        ordering = ["name"]

    def __str__(self):
        return self.name
