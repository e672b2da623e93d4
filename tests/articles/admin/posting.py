"""The form of a story as a browser posts it."""

import re
from html import unescape

from django.urls import reverse

PREFIXES = ("department_links", "credits", "mentions", "photos")


def change_url(version):
    return reverse("admin:articles_version_change", args=[version.pk])


def move_url(version, name):
    return reverse("admin:articles_version_move", args=[version.pk, name])


def form_data(version=None, **changes):
    """All that the form sends, with no parts added; `changes` are what the editor typed."""
    data = {"position": "0"}
    for prefix in PREFIXES:
        count = getattr(version, prefix).count() if version else 0
        data |= {f"{prefix}-TOTAL_FORMS": count, f"{prefix}-INITIAL_FORMS": count}
        for index, part in enumerate(getattr(version, prefix).all() if version else ()):
            data |= {f"{prefix}-{index}-id": part.pk, f"{prefix}-{index}-version": version.pk}
    if version:
        data |= {
            "headline": version.headline,
            "body": version.body,
            "dated": str(version.dated),
            "loaded_at": version.updated_at.isoformat(),
        }
    return {**data, **changes}


def messages(response):
    return [str(message) for message in response.context["messages"]]


def text_of(response):
    return re.sub(r"\s+", " ", unescape(response.content.decode()))
