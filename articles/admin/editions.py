"""Days of the paper and their pages."""

from django.contrib import admin, messages
from django.db.models import Count
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles import editions
from articles.admin.learned import LearnedHere
from articles.admin.page_scans import ScannedPage
from articles.admin.quality import sentence_of
from articles.archive import edition_of
from articles.completeness import completeness, missing_of
from articles.corrections import due_in
from articles.desk import plan_of_edition
from articles.importing.placed import percent
from articles.models import Edition, Page


class PageInline(admin.StackedInline):
    model = Page
    template = "admin/part.html"
    fields = ["number", "name", "picture"]
    readonly_fields = ["picture"]
    ordering = ["number"]
    extra = 0
    can_delete = False
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("scan").order_by("number")

    @admin.display(description=_("picture"))
    def picture(self, page):
        """The way to the picture of the page and its areas."""
        if page.pk is None:
            return ""
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:articles_page_scan", args=[page.pk]),
            _("Picture and areas") if hasattr(page, "scan") else _("Add a picture or PDF"),
        )


@admin.register(Edition)
class EditionAdmin(LearnedHere):
    list_display = ["date", "number", "page_count", "missing"]
    date_hierarchy = "date"
    search_fields = ["date", "number"]
    search_help_text = _("A date, such as 2026-11-16 or 2026-11, or an issue number")
    show_full_result_count = False
    inlines = [PageInline]
    list_per_page = 50
    readonly_fields = ["page_by_page", "what_is_missing", "due_corrections", "quality"]

    def get_queryset(self, request):
        editions = super().get_queryset(request).annotate(page_count=Count("pages"))
        return editions.prefetch_related("pages")

    def get_view_on_site_url(self, obj=None):
        return obj.get_absolute_url() if obj is not None and edition_of(obj.date) else None

    def get_fields(self, request, edition=None):
        known = self.readonly_fields if edition else []
        return ["date", "number", "pages_expected", *known]

    def save_model(self, request, edition, form, change):
        if not change or "date" not in form.changed_data:
            super().save_model(request, edition, form, change)
            return
        stories, assignments = editions.follow(edition, form.initial["date"], by=request.user)
        if stories or assignments:
            messages.info(
                request,
                _("To the new day went with it: stories %(stories)d, assignments %(assignments)d.")
                % {"stories": stories, "assignments": assignments},
            )

    @admin.display(description=_("missing"))
    def missing(self, edition):
        return "、".join(missing_of(edition))

    @admin.display(description=_("page by page"))
    def page_by_page(self, edition):
        return render_to_string("admin/plan.html", {"plan": plan_of_edition(edition)})

    @admin.display(description=_("what is missing"))
    def what_is_missing(self, edition):
        lines = list(_sentences(completeness(edition)))
        return format_html(
            '<ul class="report">{}</ul>',
            format_html_join("", "<li>{}</li>", ((line,) for line in lines)),
        )

    @admin.display(description=_("corrections due"))
    def due_corrections(self, edition):
        """The notices that this edition owes its readers."""
        due = due_in(edition)
        if not due:
            return _("None.")
        rows = (
            (
                reverse("admin:articles_correction_change", args=[correction.pk]),
                correction.version.headline,
                correction.version.page.label,
            )
            for correction in due
        )
        return format_html(
            '<ul class="report">{}</ul>',
            format_html_join("", '<li><a href="{}">{}</a> {}</li>', rows),
        )

    @admin.display(description=_("errors in print"))
    def quality(self, edition):
        check = getattr(edition, "quality_check", None)
        return sentence_of(check) if check else _("Not checked yet.")

    @admin.display(description=_("pages"))
    def page_count(self, edition):
        return edition.page_count


def _sentences(found):
    if found.is_whole:
        yield _("Nothing that is known of.")
    if found.missing_pages:
        yield _("Pages missing: %(pages)s.") % {"pages": "、".join(found.missing_pages)}
    if found.open_doubts:
        yield format_html(
            '<a href="{}?version__edition__date={}">{}</a>',
            reverse("admin:articles_doubt_changelist"),
            found.edition_date,
            _("Open doubts: %(count)d.") % {"count": found.open_doubts},
        )
    if found.placed is not None:
        yield _("%(share)s %% of the source's characters stand in stories.") % {
            "share": percent(found.placed)
        }
    for text in found.outside:
        yield _sentence_of_outside(text)


def _sentence_of_outside(text):
    """Where a text in no story is found: page, file, and its line in what was read of the file."""
    named = (
        _("Page %(page)s, %(file)s, line %(line)d") if text.page else _("%(file)s, line %(line)d")
    )
    place = named % {"page": text.page, "file": text.file, "line": text.line}
    if text.document:
        address = reverse("admin:articles_sourcedocument_change", args=[text.document])
        place = format_html('<a href="{}#line-{}">{}</a>', address, text.line, place)
    return format_html("{} {}", place, _("stands in no story: %(text)s") % {"text": text.text})


@admin.register(Page)
class PageAdmin(ScannedPage):
    """Pages are edited with their edition; alone they are looked up for the form of a story, and
    moved to another edition.
    """

    list_display = ["edition", "number", "name"]
    list_select_related = ["edition"]
    search_fields = ["edition__date", "number", "name"]
    autocomplete_fields = ["edition"]
    show_full_result_count = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("edition")

    def has_module_permission(self, request):
        return False

    def save_model(self, request, page, form, change):
        if not change or "edition" not in form.changed_data:
            super().save_model(request, page, form, change)
            return
        stories = editions.move_page(page, by=request.user)
        messages.info(
            request,
            _("To the edition of %(day)s went with the page: stories %(stories)d.")
            % {"day": page.edition, "stories": stories},
        )
