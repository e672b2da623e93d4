from django.db import migrations, models


def say_of_those_that_may_have_begun(apps, schema_editor):
    """Of a job that was stopped or failed nobody knows any more: it may have saved something."""
    jobs = apps.get_model("articles", "ImportJob").objects.filter(
        state__in=("importing", "imported", "stopped", "failed")
    )
    jobs.update(import_began_at=models.F("started_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0050_indexes_that_began_others"),
    ]

    operations = [
        migrations.AddField(
            model_name="importjob",
            name="import_began_at",
            field=models.DateTimeField(
                blank=True,
                help_text="Before it nothing of these files was saved by this import.",
                null=True,
                verbose_name="first imported",
            ),
        ),
        migrations.RunPython(say_of_those_that_may_have_begun, migrations.RunPython.noop),
    ]
