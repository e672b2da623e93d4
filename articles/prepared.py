"""Queries whose SQL is built once, for the pages that everybody reads.

Django builds the SQL of a query anew each time it runs. For the short queries of a public page
that takes ten times as long as running them: docs/decisions/0004-prepared-queries.md has figures.
A prepared query is written as the function from values to a queryset that it was before:

    @prepared(version=BigIntegerField())
    def photos_of(version):
        return Photo.objects.filter(version=version).values_list("image", "caption")

It is called once, with a placeholder for each value, and its SQL is kept; the values of each call
are bound to it. So the function may pass a value on to the ORM, but not look at it.
"""

from collections import namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, update_wrapper
from typing import Any

from django.db import connections, router
from django.db.models import Expression, QuerySet


class Placeholder(Expression):
    """Where a value goes. `place` is its index, where the value is a list."""

    def __init__(self, name, output_field, place=None):
        super().__init__(output_field=output_field)
        self.name, self.place = name, place

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def bound(self, values, connection):
        value = values[self.name]
        if self.place is not None:
            value = value[self.place]
        return self.output_field.get_db_prep_value(value, connection)


class PreparedQuery:
    """Call it with its values, by name, for a list of rows.

    Rows are named tuples where the query is a `values_list`, else instances of its model. `fields`
    gives the type of each value: a field, or a list of one field for a list of values, to be used
    with `__in`; an empty list finds nothing. A foreign key takes such a list as `key__pk__in`.
    Related objects, `flat` and `only` are not for it, and a number must fit its column.
    """

    def __init__(self, build: Callable[..., QuerySet], fields):
        self.build, self.fields = build, fields
        self._model = None
        self._compiled = {}
        update_wrapper(self, build)

    def __call__(self, **values):
        lengths = tuple(
            len(values[name]) for name, field in self.fields.items() if isinstance(field, list)
        )
        if 0 in lengths:
            return []
        self._model = self._model or self._queryset(values).model
        alias = router.db_for_read(self._model)
        connection = connections[alias]
        if (alias, lengths) not in self._compiled:
            self._compiled[alias, lengths] = _compiled(self._queryset(values), connection)
        return self._compiled[alias, lengths].run(values, connection)

    def first(self, **values):
        """The first row, or None."""
        return next(iter(self(**values)), None)

    def _queryset(self, values):
        return self.build(
            **{
                name: [Placeholder(name, field[0], place) for place in range(len(values[name]))]
                if isinstance(field, list)
                else Placeholder(name, field)
                for name, field in self.fields.items()
            }
        )


def prepared(**fields):
    """Make a prepared query of a function from values of these types to a queryset."""
    return partial(PreparedQuery, fields=fields)


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The SQL of a query for one database, and how its rows are read.

    The compiler keeps the connection that it was made with, for its dialect only: threads share
    it, and run the SQL each on a connection of its own.
    """

    sql: str
    params: tuple
    compiler: Any
    row: Callable

    def run(self, values, connection):
        params = [
            param.bound(values, connection) if isinstance(param, Placeholder) else param
            for param in self.params
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, params)
            found = cursor.fetchall()
        return [self.row(row) for row in self.compiler.results_iter([found])]


def _compiled(queryset, connection):
    compiler = queryset.query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    return _Compiled(sql, tuple(params), compiler, _reader(queryset, connection))


def _reader(queryset, connection):
    if names := queryset.query.selected:
        return namedtuple("Row", names)._make
    names = [field.attname for field in queryset.model._meta.concrete_fields]
    return partial(queryset.model.from_db, connection.alias, names)
