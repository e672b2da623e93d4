"""Bodies, officials and reporters: whoever has a page of their own on the site."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.addresses import LONGEST, slug_for, stem_of
from people.models.changes import IdentityChange
from people.models.timed import Timed


class Addressed(models.Model):
    """Has a name and a page of its own on the site, at an address made from the name once."""

    name = models.CharField(_("name"), max_length=100, db_index=True)
    slug = models.SlugField(
        _("address"),
        max_length=LONGEST,
        unique=True,
        blank=True,
        help_text=_("The part of the page's address. Made from the name when left empty."),
    )
    is_confirmed = models.BooleanField(
        _("confirmed"),
        default=True,
        help_text=_("Off while it was only learned from an import and nobody has checked it."),
    )

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = slug_for(self.name, self._is_taken)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse(f"articles:{self._meta.model_name}", kwargs={"slug": self.slug})

    @classmethod
    def learn(cls, names):
        """Make unconfirmed entries of those names, all at once."""
        entries = [cls(name=name, is_confirmed=False) for name in names]
        stems = [stem_of(entry.name) for entry in entries]
        taken = cls._taken(stems)
        for entry, stem in zip(entries, stems, strict=True):
            entry.slug = stem
            if stem in taken:
                entry.slug = slug_for(entry.name, lambda slug: slug in taken or cls._taken([slug]))
            taken.add(entry.slug)
        return cls.objects.bulk_create(entries)

    def _is_taken(self, slug):
        return bool(self._taken([slug]))

    @classmethod
    def _taken(cls, slugs):
        """Those in use. A merged entry's address goes on to lead to the one that was kept."""
        retired = IdentityChange.objects.retired(cls._meta.model_name)
        used = cls.objects.filter(slug__in=slugs).values_list("slug", flat=True)
        return {*used, *retired.filter(other_slug__in=slugs).values_list("other_slug", flat=True)}


class ParentRule(models.TextChoices):
    """What a printed name says of the body that another one is a part of."""

    OFFICE = "office", _("an office printed after the name of its body")
    PARTY = "party", _("the party organisation of the body in its name")


class SameRule(models.TextChoices):
    """Why two printed names may mean one body."""

    SHORT = "short", _("the full name with characters left out")
    BARE = "bare", _("the full name without the place before it")


class Department(Addressed):
    """A public body: a committee, a bureau, a court, a street office, a community."""

    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    position = models.PositiveSmallIntegerField(
        _("order"), default=100, help_text=_("Lower comes first among bodies of one parent.")
    )
    description = models.TextField(_("description"), blank=True)
    parent_rule = models.CharField(
        _("rule for the parent"),
        max_length=10,
        choices=ParentRule.choices,
        blank=True,
        help_text=_("By which rule an import proposed the parent. Empty where a person chose it."),
    )
    same_as = models.ForeignKey(
        "self",
        verbose_name=_("perhaps another name of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("An import proposed it; merging the two makes this name an alias."),
    )
    same_rule = models.CharField(
        _("rule for the other name"), max_length=10, choices=SameRule.choices, blank=True
    )
    is_dismissed = models.BooleanField(
        _("dismissed"),
        default=False,
        help_text=_("An import took other words for a body. They are not proposed again."),
    )

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="department_name_is_unique",
                violation_error_message=_("There is already a department of this name."),
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="department_is_not_its_own_parent",
                violation_error_message=_("A department cannot be its own parent."),
            ),
        ]


class DepartmentAlias(Timed):
    """Another name under which the paper prints a department: short or former.

    The days are those in which it was the name, where somebody knows them.
    """

    class Kind(models.TextChoices):
        SHORT = "short", _("short name")
        FORMER = "former", _("former name")
        OTHER = "other", _("other name")

    department = models.ForeignKey(
        Department, verbose_name=_("department"), on_delete=models.CASCADE, related_name="aliases"
    )
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices, default=Kind.OTHER)

    class Meta(Timed.Meta):
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["name"]
        constraints = [
            *Timed.Meta.constraints,
            models.UniqueConstraint(
                fields=["name"],
                name="departmentalias_name_is_unique",
                violation_error_message=_("This alias already belongs to a department."),
            ),
        ]

    def __str__(self):
        return self.name


class Reporter(Addressed):
    """Writes or photographs for the paper: staff, correspondents, interns."""

    department = models.ForeignKey(
        Department,
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reporters",
    )

    class Meta(Addressed.Meta):
        verbose_name = _("reporter")
        verbose_name_plural = _("reporters")


class Official(Addressed):
    """Somebody who is in the news by office. Two people of one name are two officials."""

    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("Tells two people of one name apart. Readers do not see it."),
    )
    posts = models.ManyToManyField(
        "people.Post",
        verbose_name=_("posts"),
        through="people.Appointment",
        related_name="officials",
    )

    class Meta(Addressed.Meta):
        verbose_name = _("official")
        verbose_name_plural = _("officials")


class OfficialAlias(Timed):
    """Another name of an official: a former one, or another writing of the same (variant
    characters, a name of a minority in other characters)."""

    class Kind(models.TextChoices):
        FORMER = "former", _("former name")
        WRITING = "writing", _("other writing")

    official = models.ForeignKey(
        Official,
        verbose_name=_("official"),
        on_delete=models.CASCADE,
        related_name="aliases",
        db_index=False,
    )
    name = models.CharField(_("name"), max_length=100, db_index=True)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind.choices, default=Kind.WRITING)

    class Meta(Timed.Meta):
        verbose_name = _("other name of an official")
        verbose_name_plural = _("other names of officials")
        ordering = ["name"]
        constraints = [
            *Timed.Meta.constraints,
            models.UniqueConstraint(
                fields=["official", "name"],
                name="officialalias_name_is_unique_of_an_official",
                violation_error_message=_("This official has that name already."),
            ),
        ]

    def __str__(self):
        return self.name
