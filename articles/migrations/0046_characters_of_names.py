from django.db import migrations


def make(apps, schema_editor):
    # Here, and not above: migrations are loaded before the models are.
    from articles.search.backends import backend

    backend().mend()


class Migration(migrations.Migration):
    """On PostgreSQL the characters of bylines and names have an index of their own."""

    dependencies = [
        ("articles", "0045_texts_outside"),
    ]

    operations = [
        migrations.RunPython(make, migrations.RunPython.noop),
    ]
