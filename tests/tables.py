"""Every row of every table of the project, to compare what stood before with what stands after."""

from django.apps import apps


def all_rows(without=()):
    """The rows by table and key. `without` are models that may differ."""
    return {
        model._meta.db_table: {
            row["pk"]: row
            for row in model._base_manager.order_by("pk").values(
                "pk", *[field.attname for field in model._meta.concrete_fields]
            )
        }
        for label in ("people", "articles")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if model._meta.managed and model not in without
    }
