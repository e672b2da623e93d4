"""Who the news is about and who writes it: bodies, officials and their posts in time, reporters."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people.addresses import LONGEST, slug_for


class User(AbstractUser):
    """An account of the newsroom. Chinese names are written surname first, without a space."""

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def get_full_name(self):
        return f"{self.last_name}{self.first_name}".strip()

    def __str__(self):
        return self.get_full_name() or self.username

    def get_short_name(self):
        """A given name alone is how family speaks: the desk greets by the full name."""
        return self.get_full_name()


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
            self.slug = slug_for(
                self.name, lambda slug: type(self).objects.filter(slug=slug).exists()
            )
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse(f"articles:{self._meta.model_name}", kwargs={"slug": self.slug})


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


class DepartmentAlias(models.Model):
    """Another name under which the paper prints a department: short or former."""

    department = models.ForeignKey(
        Department, verbose_name=_("department"), on_delete=models.CASCADE, related_name="aliases"
    )
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="departmentalias_name_is_unique",
                violation_error_message=_("This alias already belongs to a department."),
            )
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


class Post(models.Model):
    """An office in a body. It exists whoever holds it."""

    department = models.ForeignKey(
        Department, verbose_name=_("department"), on_delete=models.PROTECT, related_name="posts"
    )
    title = models.CharField(_("title"), max_length=60)
    position = models.PositiveSmallIntegerField(
        _("order"), default=100, help_text=_("Lower comes first among the posts of one body.")
    )

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["department__position", "department__name", "position", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "title"],
                name="post_title_is_unique_in_its_department",
                violation_error_message=_("This department already has a post of this title."),
            )
        ]

    def __str__(self):
        return f"{self.department}{self.title}"


class AppointmentQuerySet(models.QuerySet):
    def on(self, day):
        """Appointments in force on that day. An unknown start or end is open."""
        return self.filter(
            Q(started__isnull=True) | Q(started__lte=day),
            Q(ended__isnull=True) | Q(ended__gt=day),
        )


class Appointment(models.Model):
    """One official's time in one post."""

    official = models.ForeignKey(
        Official, verbose_name=_("official"), on_delete=models.CASCADE, related_name="appointments"
    )
    post = models.ForeignKey(
        Post, verbose_name=_("post"), on_delete=models.PROTECT, related_name="appointments"
    )
    started = models.DateField(_("took office"), null=True, blank=True)
    ended = models.DateField(
        _("left office"),
        null=True,
        blank=True,
        help_text=_("The first day out of office. Empty while still serving."),
    )
    is_confirmed = models.BooleanField(
        _("confirmed"),
        default=True,
        help_text=_("Off while it was only learned from an import and nobody has checked it."),
    )
    learned_from = models.CharField(
        _("learned from"),
        max_length=200,
        blank=True,
        help_text=_("The document of appointment, or the story that named the post."),
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = [F("started").desc(nulls_last=True), "post__position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended__gt=F("started")),
                name="appointment_ends_after_it_starts",
                violation_error_message=_("An appointment must end after it starts."),
            ),
            models.UniqueConstraint(
                fields=["official", "post"],
                condition=Q(ended__isnull=True),
                name="appointment_one_open_per_post",
                violation_error_message=_("This official already holds this post."),
            ),
        ]

    def __str__(self):
        return f"{self.official} · {self.post}"
