"""The profile stays within the standard, and says what each field means."""

import pytest

from articles.api import schema
from articles.api.openapi import flattened
from tests.articles.api import ninjs


def properties(described):
    return described.get("items", described)["properties"]


@pytest.mark.parametrize(
    ("profile", "allowed"), [(schema.ITEM, ninjs.ITEM), (schema.PICTURE, ninjs.ASSOCIATION)]
)
def test_profile_uses_only_what_ninjs_knows(profile, allowed):
    assert set(profile["properties"]) <= allowed
    for name, field in profile["properties"].items():
        if name == "associations":
            continue
        if name in ninjs.OBJECTS:
            inner = properties(field)
            assert set(inner) <= ninjs.OBJECTS[name], name
            required = field.get("items", field)["required"]
            assert ninjs.REQUIRED.get(name, set()) <= set(required), name
            for one, described in inner.items():
                expected = "integer" if one in ninjs.INTEGERS else "string"
                assert described.get("type", "string") == expected, one
                assert described.get("format") == ninjs.FORMATS.get(one), one
        else:
            assert field.get("type", "string") == "string", name
            assert field.get("format") == ninjs.FORMATS.get(name), name
            told = {field["const"]} if "const" in field else set(field.get("enum", ()))
            assert told <= ninjs.VALUES.get(name, told), name


def test_associated_item_has_what_ninjs_requires():
    assert {"name", "uri"} <= set(schema.PICTURE["required"])
    assert "uri" in schema.ITEM["required"]


@pytest.mark.parametrize(
    "answer",
    [
        schema.ITEM,
        *(schema.EDITION, schema.PAPER, schema.DEPARTMENT, schema.OFFICIAL, schema.EVENT),
        *(schema.CORRECTION, schema.PROBLEM, schema.STORIES),
    ],
)
def test_every_field_says_what_it_means(answer):
    assert [name for name, _kind, meaning in flattened(answer) if not meaning.strip()] == []
