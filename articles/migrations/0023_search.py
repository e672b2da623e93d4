import django.db.models.deletion
from django.db import migrations, models


def create(apps, schema_editor):
    # Here, and not above: migrations are loaded before the models are.
    from articles.search.backends import backend

    for statement in backend().CREATE:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    from articles.search.backends import backend

    for statement in backend().DROP:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0018_saves_uploads_and_drafts_without_a_headline"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchPairs",
            fields=[
                (
                    "key",
                    models.BigIntegerField(db_column="rowid", primary_key=True, serialize=False),
                ),
            ],
            options={
                "db_table": "articles_searchpairs",
                "default_permissions": (),
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="articles.version",
                    ),
                ),
                ("key", models.BigIntegerField(unique=True)),
                ("digest", models.CharField(max_length=64)),
                ("text", models.TextField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.RunPython(create, drop),
    ]
