import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0047_decided_doubts"),
    ]

    operations = [
        migrations.CreateModel(
            name="TypedPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="typed_places",
                        to="articles.importjob",
                        verbose_name="import",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=500, verbose_name="file")),
                (
                    "edition_date",
                    models.DateField(blank=True, null=True, verbose_name="edition"),
                ),
                (
                    "page_number",
                    models.CharField(blank=True, max_length=8, verbose_name="page number"),
                ),
                (
                    "page_name",
                    models.CharField(blank=True, max_length=40, verbose_name="section"),
                ),
            ],
            options={
                "verbose_name": "typed place of a page",
                "verbose_name_plural": "typed places of pages",
                "ordering": ["job", "name"],
            },
        ),
        migrations.AddConstraint(
            model_name="typedplace",
            constraint=models.UniqueConstraint(
                fields=["job", "name"], name="typedplace_page_is_unique"
            ),
        ),
        migrations.AddField(
            model_name="jobpage",
            name="lacks_day",
            field=models.BooleanField(default=False, verbose_name="tells no day"),
        ),
        migrations.AddField(
            model_name="jobpage",
            name="opening",
            field=models.CharField(blank=True, max_length=200, verbose_name="first words"),
        ),
        migrations.AddIndex(
            model_name="jobpage",
            index=models.Index(
                fields=["job", "number"],
                condition=models.Q(lacks_day=True),
                name="jobpage_without_day",
            ),
        ),
    ]
