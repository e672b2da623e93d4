"""No index is the beginning of another: it would be written with every row and serve nothing."""

import pytest
from django.apps import apps
from django.db import models

OURS = [
    model for label in ("articles", "people") for model in apps.get_app_config(label).get_models()
]


def indexes_of(model):
    """The columns, or expressions, of every index over all rows of the model's table."""
    meta = model._meta
    for field in meta.local_fields:
        if field.unique or field.db_index:
            yield (field.name,)
    for constraint in meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.condition is None:
            yield tuple(constraint.fields)
    for index in meta.indexes:
        if index.condition is None:
            yield tuple(name.removeprefix("-") for name in index.fields)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_index_is_the_beginning_of_another(model):
    indexes = list(indexes_of(model))
    beginnings = [one for one in indexes for other in indexes if one == other[: len(one)] != other]
    assert not beginnings
