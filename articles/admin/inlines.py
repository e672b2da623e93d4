"""The parts of a story on its form. Who may change the story may change its parts."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import Credit, Mention, Photo, VersionDepartment


class PartInline(admin.TabularInline):
    """Follows the permissions of the story, and the rule that released words stay."""

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
    autocomplete_fields = ["department"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("department")


class CreditInline(PartInline):
    model = Credit
    fields = ["position", "capacity", "as_printed", "reporter", "has_text", "has_photos"]
    autocomplete_fields = ["reporter"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("reporter")


class MentionInline(PartInline):
    model = Mention
    fields = ["position", "name_as_printed", "title_as_printed", "official", "posts", "acts"]
    autocomplete_fields = ["official", "posts"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("official")


class PhotoInline(PartInline, admin.StackedInline):
    model = Photo
    template = "admin/edit_inline/stacked.html"
    fields = ["thumbnail", "image", "caption", ("credit", "position"), "alt_text"]
    readonly_fields = ["thumbnail"]

    @admin.display(description=_("preview"), empty_value="—")
    def thumbnail(self, photo):
        if not photo.pk:
            return None
        return format_html(
            '<a href="{0}"><img class="thumbnail" src="{0}" alt="{1}" width="{2}" height="{3}"'
            ' loading="lazy"></a>',
            photo.image.url,
            photo.alt_text,
            photo.width,
            photo.height,
        )
