"""What a story says, at one time. See docs/architecture.md, "A story is an Article"."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.body import BodyField, paragraphs, plain_text
from articles.models.article import Article
from articles.models.content import REPRINT_PARTICULARS, content_of, digest_of_content
from articles.models.edition import Edition, Page
from articles.models.event import Event
from articles.models.stages import stages_here
from articles.placing import moved

# Sent in the transaction that writes the words of a version or their parts, with its `version` and
# `content`: see content.py.
words_written = Signal()


class VersionQuerySet(models.QuerySet):
    def live(self, at=None):
        """What readers see at that moment: released, not yet superseded, not withdrawn.

        The only spelling of the rule in the project.
        """
        at = at or timezone.now()
        return self.filter(
            Q(superseded_at__isnull=True) | Q(superseded_at__gt=at),
            publish_at__lte=at,
            withdrawn_at__isnull=True,
        )

    def came_out(self, at=None):
        """What readers could read at some moment until then, whether or not they still can.

        Not what was cancelled before its moment.
        """
        return self.filter(publish_at__lte=at or timezone.now()).exclude(
            superseded_at=F("publish_at")
        )

    def taken_back(self, at=None):
        """What readers could read until it was withdrawn; not what was cancelled before its moment.

        Another version of the story may be live.
        """
        return self.came_out(at).filter(withdrawn_at__gt=F("publish_at"))

    def with_first_release(self, at=None):
        """Adds `first_release`: since when readers know the story, whatever its words were."""
        earlier = self.model.objects.came_out(at).filter(article=OuterRef("article"))
        return self.annotate(
            first_release=Subquery(earlier.order_by("publish_at").values("publish_at")[:1])
        )

    def newest_first(self):
        return self.order_by("-dated", "-id")

    def in_page_order(self):
        """As the edition prints them: by page, then by place; those without a page come last."""
        return self.order_by(F("page__number").asc(nulls_last=True), "position", "article_id")

    def latest_of_each_article(self):
        later = self.model.objects.filter(
            article=OuterRef("article"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later))

    def with_approvals(self):
        """Adds `approvals`: stages approved in this round for exactly these words."""
        return self.annotate(
            approvals=self._of_each(
                Count(
                    "decisions__stage",
                    filter=Q(
                        decisions__move="approve",
                        decisions__review_round=F("review_round"),
                        decisions__digest=F("digest"),
                        decisions__stage__in=stages_here(),
                    ),
                    distinct=True,
                )
            )
        )

    def with_open_doubts(self):
        """Adds `open_doubts`, their number."""
        return self.annotate(
            open_doubts=self._of_each(Count("doubts", filter=Q(doubts__settled_at__isnull=True)))
        )

    def _of_each(self, count):
        """The count as a subquery: a page of a long list counts for its own rows only."""
        rows = self.model.objects.filter(pk=OuterRef("pk")).values("pk")
        return Subquery(rows.annotate(counted=count).values("counted"))


class Version(models.Model):
    """The words of a story. Those of a released version never change again: guards/ holds it."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        RELEASED = "released", _("released")
        SPIKED = "spiked", _("spiked")

    article = models.ForeignKey(
        Article,
        verbose_name=_("article"),
        on_delete=models.PROTECT,
        related_name="versions",
        db_index=False,
    )
    number = models.PositiveSmallIntegerField(_("version"), default=1)

    kicker = models.CharField(_("kicker"), max_length=200, blank=True)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    deck = models.CharField(_("deck"), max_length=400, blank=True)
    dateline = models.CharField(
        _("dateline"), max_length=60, blank=True, help_text=_("As printed, for example 本报讯.")
    )
    dateline_date = models.DateField(
        _("date in the text"),
        null=True,
        blank=True,
        help_text=_("The day that the lead speaks of. Empty when it is not sure."),
    )
    date_as_printed = models.CharField(
        _("date as printed"), max_length=40, blank=True, help_text=_("For example 3月24日 or 近日.")
    )
    body = BodyField(_("body"), blank=True)
    source = models.CharField(
        _("source"), max_length=100, blank=True, help_text=_("For stories taken from elsewhere.")
    )

    is_reprint = models.BooleanField(
        _("reprint"),
        default=False,
        help_text=_("Taken from another medium: released only with all four of its particulars."),
    )
    original_author = models.CharField(_("original author"), max_length=100, blank=True)
    original_headline = models.CharField(_("original headline"), max_length=200, blank=True)
    responsible_editor = models.CharField(
        _("responsible editor"), max_length=60, blank=True, help_text=_("By the real name.")
    )
    credit_line = models.CharField(
        _("credit line"),
        max_length=300,
        blank=True,
        help_text=_("Who else is named beside the byline: editors, whoever gave the pictures."),
    )

    dated = models.DateField(
        _("filed under"),
        help_text=_("The day of the edition, or the day of a story of the web only."),
    )
    edition = models.ForeignKey(
        Edition,
        verbose_name=_("edition"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="versions",
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="versions",
    )
    position = models.PositiveSmallIntegerField(
        _("place on the page"), default=0, help_text=_("1 is the lead.")
    )
    departments = models.ManyToManyField(
        "people.Department",
        verbose_name=_("departments"),
        through="VersionDepartment",
        related_name="versions",
    )
    event = models.ForeignKey(
        Event,
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="versions",
    )

    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    review_round = models.PositiveSmallIntegerField(
        _("round of review"), default=0, help_text=_("Rises with each submission.")
    )
    digest = models.CharField(
        _("digest"), max_length=64, blank=True, editable=False, help_text=_("Of the exact words.")
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("writer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="versions_written",
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last saved"), auto_now=True)
    publish_at = models.DateTimeField(_("release"), null=True, blank=True)
    superseded_at = models.DateTimeField(_("superseded"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-dated", "-id"]
        permissions = [
            ("review_first", _("Can approve at first review")),
            ("review_second", _("Can approve at second review")),
            ("review_final", _("Can approve at final review")),
            ("release_version", _("Can release stories")),
            ("withdraw_version", _("Can withdraw and restore released stories")),
            ("send_back_version", _("Can send stories back to their writers")),
            ("spike_version", _("Can spike stories and take them back")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"],
                name="version_number_is_unique_in_its_article",
                violation_error_message=_("This article already has a version of this number."),
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(publish_at__isnull=False, superseded_at__isnull=True),
                name="version_one_open_release_per_article",
                violation_error_message=_("Another version of this story is live."),
            ),
            models.CheckConstraint(
                condition=Q(status="released", publish_at__isnull=False)
                | (~Q(status="released") & Q(publish_at__isnull=True)),
                name="version_is_released_at_a_moment",
                violation_error_message=_(
                    "A released story has a moment of release, no other has."
                ),
            ),
            models.CheckConstraint(
                condition=Q(superseded_at__isnull=True) | Q(superseded_at__gte=F("publish_at")),
                name="version_is_superseded_after_release",
                violation_error_message=_("A story cannot be superseded before its release."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(publish_at__isnull=False),
                name="version_is_withdrawn_after_release",
                violation_error_message=_("Only a released story can be withdrawn."),
            ),
            models.CheckConstraint(
                condition=~Q(headline="") | Q(status__in=["draft", "spiked"]),
                name="version_has_a_headline_once_submitted",
                violation_error_message=_("A story needs a headline."),
            ),
        ]
        indexes = [
            models.Index(
                F("dated").desc(),
                F("id").desc(),
                # The release interval too, so that `live()` is answered from the index alone.
                F("publish_at"),
                F("superseded_at"),
                F("withdrawn_at"),
                condition=Q(publish_at__isnull=False, withdrawn_at__isnull=True),
                name="version_released_by_date",
            ),
            models.Index(fields=["-dated", "-id"], name="version_by_date"),
            models.Index(fields=["status", "-dated", "-id"], name="version_by_status"),
            models.Index(
                fields=["publish_at"],
                condition=Q(publish_at__isnull=False),
                name="version_by_release",
            ),
        ]

    def __str__(self):
        return self.headline or str(_("(no headline yet)"))

    def save(self, *args, update_fields=None, **kwargs):
        with transaction.atomic():
            if not self._state.adding and (update_fields is None or "body" in update_fields):
                self._keep_photos_in_place()
            content = content_of(self)
            self.digest = digest_of_content(content)
            if update_fields is not None:
                update_fields = {*update_fields, "digest"}
            super().save(*args, update_fields=update_fields, **kwargs)
            words_written.send(type(self), version=self, content=content)

    def get_absolute_url(self):
        return self.article.get_absolute_url()

    def seal(self):
        """Compute the digest anew after credits, mentions or photos changed, and store it."""
        content = content_of(self)
        self.digest = digest_of_content(content)
        with transaction.atomic():
            type(self).objects.filter(pk=self.pk).update(digest=self.digest)
            words_written.send(type(self), version=self, content=content)

    def _keep_photos_in_place(self):
        """Have the photos within the text follow their paragraphs into the new body."""
        placed = [photo for photo in self.photos.all() if photo.placed_after]
        if not placed:
            return
        before = type(self).objects.values_list("body", flat=True).get(pk=self.pk)
        after = self._meta.get_field("body").get_prep_value(self.body)
        for photo in placed:
            place = moved(photo.placed_after, before, after)
            if place != photo.placed_after:
                photo.placed_after = place
                photo.save(update_fields=["placed_after"])

    @property
    def paragraphs(self):
        return paragraphs(self.body)

    @property
    def text(self):
        return plain_text(self.body)

    @property
    def missing_particulars(self):
        """The fields that a reprint still lacks, in the words of its form."""
        if not self.is_reprint:
            return []
        return [
            str(self._meta.get_field(name).verbose_name)
            for name in REPRINT_PARTICULARS
            if not getattr(self, name).strip()
        ]

    @property
    def is_superseded(self):
        """Whether another version has taken its place, or it was cancelled before its moment."""
        return self.superseded_at is not None and (
            self.superseded_at <= timezone.now() or self.superseded_at == self.publish_at
        )

    def is_live(self, at=None):
        return type(self).objects.live(at).filter(pk=self.pk).exists()


class VersionDepartment(models.Model):
    """A department that a story is about."""

    version = models.ForeignKey(
        Version, verbose_name=_("story"), on_delete=models.CASCADE, related_name="department_links"
    )
    department = models.ForeignKey(
        "people.Department",
        verbose_name=_("department"),
        on_delete=models.PROTECT,
        related_name="version_links",
        db_index=False,
    )

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["department", "version"],
                name="versiondepartment_is_unique",
                violation_error_message=_("The story already names this department."),
            )
        ]

    def __str__(self):
        return str(self.department)
