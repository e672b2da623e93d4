from django.db import migrations, models
from django.db.models import Q


def say_that_no_reason_was_given(apps, schema_editor):
    doubts = apps.get_model("articles", "Doubt").objects
    doubts.filter(settled_at__isnull=False, settled_note="").update(
        settled_note="（当时没有记录理由）"
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0013_wide_marks")]

    operations = [
        migrations.RunPython(say_that_no_reason_was_given, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="doubt",
            constraint=models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | ~Q(settled_note=""),
                name="doubt_is_settled_for_a_reason",
                violation_error_message="A doubt is settled only with a reason.",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="stage",
            field=models.PositiveSmallIntegerField(
                blank=True,
                choices=[(1, "first review"), (2, "second review"), (3, "final review")],
                help_text="Of an approval.",
                null=True,
                verbose_name="stage",
            ),
        ),
    ]
