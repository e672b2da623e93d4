"""The parts of a story on its form. Who may change the story may change its parts."""

import re

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.forms.models import BaseInlineFormSet
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.uploads import PhotoForm, places_in
from articles.models import Credit, Mention, Original, Photo, Version, VersionDepartment
from articles.pictures import PictureField
from articles.shown_pictures import picture_of

# The step of a picture's width in which a row of the form shows it.
THUMBNAIL = 480


class PartFormSet(BaseInlineFormSet):
    """Rows posted that another editor deleted meanwhile are named once, and left out."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.vanished = []
        if self.is_bound and self.management_form.is_valid():
            self._leave_out_the_vanished()

    def clean(self):
        super().clean()
        if self.vanished:
            raise ValidationError(
                _(
                    "Another editor deleted this meanwhile, so it is left out here: %(rows)s. "
                    "Add it again if it belongs to the story, then save again."
                ),
                code="vanished",
                params={"rows": "；".join(self.vanished)},
            )

    def _leave_out_the_vanished(self):
        """Close the gaps in what was posted: Django pairs the rows of a form by their order."""
        stored = {str(row.pk) for row in self.get_queryset()}
        initial = self.initial_form_count()
        ids = {i: self.data.get(f"{self.prefix}-{i}-id", "") for i in range(initial)}
        gone = [i for i, pk in ids.items() if pk.isdecimal() and pk not in stored]
        if not gone:
            return
        total = self.total_form_count()
        self.vanished = [self._as_posted(i) for i in gone]
        kept = [i for i in range(total) if i not in gone]
        self.data, self.files = (
            self._renumbered(posted, kept) for posted in (self.data, self.files or MultiValueDict())
        )
        self.data[f"{self.prefix}-TOTAL_FORMS"] = str(total - len(gone))
        self.data[f"{self.prefix}-INITIAL_FORMS"] = str(initial - len(gone))
        del self.management_form

    def _as_posted(self, index):
        fields = [f for f in self.model._meta.fields if f.get_internal_type() == "CharField"]
        names = [field.name for field in fields if not field.choices]
        typed = (self.data.get(f"{self.prefix}-{index}-{name}", "") for name in names)
        return " ".join(text for text in typed if text) or str(index + 1)

    def _renumbered(self, posted, kept):
        numbers = {str(old): new for new, old in enumerate(kept)}
        row = re.compile(rf"{re.escape(self.prefix)}-(\d+)-(.+)")
        result = MultiValueDict()
        for key, values in posted.lists():
            match = row.fullmatch(key)
            if match is None:
                result.setlist(key, values)
            elif match[1] in numbers:
                result.setlist(f"{self.prefix}-{numbers[match[1]]}-{match[2]}", values)
        return result


class PartInline(admin.StackedInline):
    """Follows the permissions of the story, and the rule that released words stay."""

    formset = PartFormSet
    template = "admin/part.html"
    extra = 0

    def has_add_permission(self, request, obj):
        if obj is None:
            return request.user.has_perm("articles.add_version")
        return obj.publish_at is None and request.user.has_perm("articles.change_version")

    def has_change_permission(self, request, obj=None):
        return self.has_add_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_add_permission(request, obj)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("articles.view_version") or self.has_add_permission(
            request, obj
        )


class DepartmentInline(PartInline):
    model = VersionDepartment
    fields = ["department"]
    autocomplete_fields = ["department"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("department")


class CreditInline(PartInline):
    model = Credit
    fields = ["capacity", "as_printed", "reporter", "has_text", "has_photos", "position"]
    autocomplete_fields = ["reporter"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("reporter")


class MentionInline(PartInline):
    model = Mention
    fields = ["name_as_printed", "title_as_printed", "official", "posts", "acts", "position"]
    autocomplete_fields = ["official", "posts"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("official")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Posts are named with their departments: one query for all of a row."""
        queryset = db_field.related_model.objects.select_related("department")
        return super().formfield_for_manytomany(db_field, request, queryset=queryset, **kwargs)


class PhotoFormSet(PartFormSet):
    """The photos of a story: where they may stand is told by its text as it is stored."""

    @cached_property
    def stored_body(self):
        if not self.is_bound:
            return self.instance.body
        # The story of the form has its new words already.
        bodies = Version.objects.filter(pk=self.instance.pk).values_list("body", flat=True)
        return bodies.first() or ""

    def get_form_kwargs(self, index):
        own = {"story": self.instance, "stored_body": self.stored_body}
        return super().get_form_kwargs(index) | own


class PhotoInline(PartInline):
    model = Photo
    form = PhotoForm
    formset = PhotoFormSet
    fields = [
        *("thumbnail", "caption", "alt_text", "placed_after", "credit"),
        *("image", "kept", "focus", "position"),
    ]
    readonly_fields = ["thumbnail", "place"]
    # The picture is shown beside: the name of its file, a digest, tells nobody anything.
    formfield_overrides = {PictureField: {"widget": forms.FileInput}}

    def get_queryset(self, request):
        self.may_focus = request.user.has_perm("articles.change_version")
        originals = Original.objects.filter(digest=OuterRef("digest"))
        return super().get_queryset(request).annotate(has_original=Exists(originals))

    def get_fields(self, request, obj=None):
        if self.has_change_permission(request, obj):
            return self.fields
        names = [name for name in self.fields if name not in ("image", "kept", "focus")]
        return ["place" if name == "placed_after" else name for name in names]

    @admin.display(description=_("place in the text"))
    def place(self, photo):
        """Where it stands, for those who may not move it."""
        places = dict(places_in(photo.version.body))
        return places.get("" if photo.placed_after is None else photo.placed_after, "")

    @admin.display(description=_("preview"))
    def thumbnail(self, photo):
        """The picture, on which focus.js lets the focal point be set, and the way to its files."""
        if not photo.pk:
            return ""
        picture = picture_of(photo.image.name, photo.width, photo.height)
        return format_html(
            '<span class="focusing" data-focus="{}" data-address="{}">'
            '<img class="thumbnail" src="{}" alt="{}" width="{}" height="{}" loading="lazy"></span>'
            '<span class="picture-links"><a href="{}">{}</a> {}</span>',
            photo.focus,
            self._focus_address(photo),
            picture.rendition(THUMBNAIL, "jpg"),
            photo.alt_text,
            photo.width,
            photo.height,
            picture.url,
            _("Enlarge"),
            self._original(photo),
        )

    def _focus_address(self, photo):
        """Where the focal point is moved by itself; "" for whoever may not change the story."""
        if not self.may_focus:
            return ""
        return reverse("admin:articles_version_focus", args=[photo.version_id, photo.pk])

    def _original(self, photo):
        if not photo.has_original:
            return ""
        address = reverse("admin:articles_version_original", args=[photo.digest])
        return format_html('<a href="{}">{}</a>', address, _("Original file"))
