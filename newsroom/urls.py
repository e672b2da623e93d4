from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from newsroom import large_type, styleguide

urlpatterns = [
    path("admin/", admin.site.urls),
    path("large-type/", large_type.choose, name="large_type"),
    path("", include("articles.urls")),
]
if settings.DEBUG:
    urlpatterns.insert(0, path("styleguide/", styleguide.styleguide, name="styleguide"))
