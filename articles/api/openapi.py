"""The interface as OpenAPI 3.1, and as rows for the page at /api/, both from schema.py."""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.api import schema
from articles.api.queries import NumberWalk, OfficialWalk, SlugWalk, StoryQuery, StoryWalk, Walk

VERSION = "1.0"


@dataclass(frozen=True, slots=True)
class Resource:
    """An address, what it gives, and what may be asked of it by name: form fields or filters."""

    name: str
    summary: str
    answer: dict
    asked: dict
    place: str = ""

    @property
    def path(self):
        return TEMPLATES.get(self.name) or reverse(f"articles:api:{self.name}")

    @property
    def parameters(self):
        return [Parameter(name, field) for name, field in self.asked.items()]

    @property
    def fields(self):
        return list(flattened(self.answer))


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    field: object

    @property
    def meaning(self):
        return str(self.field.label)

    @property
    def type(self):
        """As JSON Schema."""
        field = self.field if isinstance(self.field, forms.Field) else self.field.field
        if isinstance(field, forms.IntegerField):
            return {"type": "integer", "minimum": field.min_value, "maximum": field.max_value}
        if isinstance(field, forms.DateTimeField):
            return {"type": "string", "format": "date-time"}
        if isinstance(field, forms.DateField):
            return {"type": "string", "format": "date"}
        if isinstance(field, forms.ChoiceField):
            return {"enum": [value for value, _label in field.choices if value]}
        return {"type": "string"}

    @property
    def example(self):
        """How its value is written, in a word."""
        kind = self.type
        if "enum" in kind:
            return " | ".join(kind["enum"])
        return {"date": "2023-04-04", "date-time": "2023-04-04T08:00:00+08:00"}.get(
            kind.get("format"), kind["type"]
        )


TEMPLATES = {"story": "/api/v1/stories/{number}/", "edition": "/api/v1/editions/{date}/"}
PLACES = {
    "story": ("number", {"type": "integer", "minimum": 1}, gettext_lazy("Number of the story")),
    "edition": ("date", {"type": "string", "format": "date"}, gettext_lazy("Day of the paper")),
}
GONE = ("story",)


def resources():
    """Everything that can be asked, in the order in which one learns it."""
    return [
        Resource(
            "stories",
            _("Stories, the latest first; or what changed since a moment."),
            schema.STORIES,
            {**StoryQuery.base_filters, **StoryWalk.base_fields},
        ),
        Resource("story", _("One story. 410: it was withdrawn."), schema.ITEM, {}),
        Resource(
            "editions",
            _("Papers, the latest first."),
            schema.listed(schema.EDITION),
            Walk.base_fields,
        ),
        Resource("edition", _("One paper, page by page."), schema.PAPER, {}),
        Resource(
            "departments",
            _("Public bodies."),
            schema.listed(schema.DEPARTMENT),
            SlugWalk.base_fields,
        ),
        Resource(
            "officials",
            _("Officials, with the posts that they held on a day."),
            schema.listed(schema.OFFICIAL),
            OfficialWalk.base_fields,
        ),
        Resource(
            "events", _("Events, the latest first."), schema.listed(schema.EVENT), Walk.base_fields
        ),
        Resource(
            "corrections",
            _("What the paper had wrong, and what is right."),
            schema.listed(schema.CORRECTION),
            NumberWalk.base_fields,
        ),
    ]


def fields_of_a_story():
    return list(flattened(schema.ITEM))


def document(absolute):
    return _plain(
        {
            "openapi": "3.1.0",
            "info": {
                "title": settings.PAPER_NAME,
                "version": VERSION,
                "description": _("Read-only. Stories are ninjs 3.1."),
            },
            "servers": [{"url": absolute("/").rstrip("/")}],
            "paths": {resource.path: {"get": _operation(resource)} for resource in resources()},
            "components": {"schemas": {"Problem": schema.PROBLEM}},
        }
    )


def _operation(resource):
    statuses = {
        400: _("A parameter cannot be used."),
        **({404: _("There is none.")} if resource.name in PLACES else {}),
        **({410: _("It was withdrawn.")} if resource.name in GONE else {}),
    }
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "operationId": resource.name,
        "summary": resource.summary,
        "parameters": _places(resource)
        + [
            {
                "name": parameter.name,
                "in": "query",
                "description": parameter.meaning,
                "schema": parameter.type,
            }
            for parameter in resource.parameters
        ],
        "responses": {
            "200": {
                "description": resource.summary,
                "content": {"application/json": {"schema": resource.answer}},
            },
            "304": {"description": _("Nothing has changed since you asked.")},
            **{
                str(status): {"description": sentence, "content": problem}
                for status, sentence in statuses.items()
            },
        },
    }


def _places(resource):
    if resource.name not in PLACES:
        return []
    name, kind, meaning = PLACES[resource.name]
    return [{"name": name, "in": "path", "required": True, "description": meaning, "schema": kind}]


def flattened(described, path=""):
    """(path, type, meaning) of each field: `headlines[].value`."""
    for name, field in described.get("properties", {}).items():
        here = f"{path}{name}"
        yield here, _kind(field), str(field.get("description", ""))
        inner = f"{here}[]." if "items" in field else f"{here}."
        yield from flattened(field.get("items", field), inner)


def _kind(field):
    if "const" in field:
        return f"“{field['const']}”"
    if "enum" in field:
        return " | ".join(field["enum"])
    kind = field.get("format") or field["type"]
    return kind if isinstance(kind, str) else " | ".join(kind)


def _plain(value):
    """With each sentence in the language of the site."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | None) else str(value)
