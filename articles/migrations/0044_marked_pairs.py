from django.db import migrations


def bring_over(apps, schema_editor):
    # Here, and not above: migrations are loaded before the models are.
    from articles.search.backends import backend

    if apps.get_model("articles", "SearchEntry").objects.exists():
        backend().bring_over()


class Migration(migrations.Migration):
    """On SQLite the pairs of headlines and decks stand in the index once more, marked.

    There is no way back: an earlier release cannot take such rows out.
    """

    dependencies = [
        ("articles", "0043_places_of_an_error"),
    ]

    operations = [
        migrations.RunPython(bring_over),
    ]
