"""The picture of a printed page: its file is brought, and the areas of its stories are drawn."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import scans
from articles.models import PageScan

ACCEPTED = ".pdf,image/*"


class ScanForm(forms.Form):
    """The file of a page, and the areas as the drawing script writes them. Saves both."""

    file = forms.FileField(
        label=gettext_lazy("Picture or PDF"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=gettext_lazy(
            "Kept as it comes. Readers get a picture of it, and a PDF as the file too, while every "
            "story of the page is live."
        ),
    )
    areas = forms.JSONField(required=False, widget=forms.HiddenInput)

    def __init__(self, page, *args, **kwargs):
        self.page = page
        super().__init__(*args, **kwargs)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > settings.IMPORT_MAX_BYTES:
            raise ValidationError(
                _("This file is larger than %(limit)s.")
                % {"limit": filesizeformat(settings.IMPORT_MAX_BYTES)}
            )
        return file

    def clean(self):
        """Keeping a file and checking areas is one with doing so, and fails in the same words."""
        data = super().clean()
        if self.errors:
            return
        try:
            with transaction.atomic():
                if data["file"]:
                    scans.keep(self.page, data["file"])
                scan = PageScan.objects.filter(page=self.page).first()
                if scan and data["areas"] is not None:
                    scans.replace_areas(scan, data["areas"])
        except ValidationError as error:
            self.add_error("file" if data["file"] else None, error)


class ScannedPage(admin.ModelAdmin):
    """A page of the paper, with an admin page for its picture."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.scan_view)
        return [path("<int:pk>/scan/", view, name="articles_page_scan"), *super().get_urls()]

    def scan_view(self, request, pk):
        page = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, page):
            raise PermissionDenied
        form = ScanForm(page, request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            self.log_change(request, page, _("Picture or areas changed."))
            messages.success(request, _("The picture of the page and its areas are saved."))
            return HttpResponseRedirect(reverse("admin:articles_page_scan", args=[pk]))
        scan = PageScan.objects.filter(page=page).first()
        context = {
            **self.admin_site.each_context(request),
            "title": page.label,
            "subtitle": _("Picture of the page"),
            "opts": self.opts,
            "page": page,
            "form": form,
            "scan": scan,
            "stories": scans.printed_stories(page),
            "areas": _areas(form, scan),
            "is_public": scan and PageScan.objects.public().filter(pk=scan.pk).exists(),
        }
        return TemplateResponse(request, "admin/articles/page/scan.html", context)


def _areas(form, scan):
    """What was drawn and refused, else what is kept."""
    if form.is_bound and isinstance(form.cleaned_data.get("areas"), list):
        return form.cleaned_data["areas"]
    kept = scan.areas.all() if scan else ()
    return [{"article": area.article_id, "corners": area.corners} for area in kept]
