import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Min, OuterRef, Q, Subquery


def say_that_no_reason_was_given(apps, schema_editor):
    doubts = apps.get_model("articles", "Doubt").objects
    doubts.filter(settled_at__isnull=False, settled_note="").update(
        settled_note="（当时没有记录理由）"
    )


CHANGE = 2  # LogEntry.action_flag


def note_who_wrote_before_review(apps, schema_editor):
    """From the admin's log: who changed an unreleased story before it was first submitted.

    What was changed later may be a reviewer's correction, and bars nobody.
    """
    versions = apps.get_model("articles", "Version").objects.filter(publish_at=None)
    submissions = apps.get_model("articles", "Decision").objects.filter(
        version=OuterRef("pk"), move="submit"
    )
    first = submissions.order_by().values("version").annotate(at=Min("decided_at")).values("at")
    submitted = {
        str(pk): (pk, at) for pk, at in versions.values_list("pk", Subquery(first)).iterator()
    }
    entries = apps.get_model("admin", "LogEntry").objects.filter(
        content_type__app_label="articles",
        content_type__model="version",
        action_flag=CHANGE,
    )
    rows = entries.exclude(change_message="[]").values_list("object_id", "user_id", "action_time")
    wrote = {
        (submitted[key][0], user)
        for key, user, at in rows.iterator()
        if key in submitted and (submitted[key][1] is None or at < submitted[key][1])
    }
    contributions = apps.get_model("articles", "Contribution").objects
    contributions.bulk_create(
        contributions.model(version_id=version, by_id=user) for version, user in sorted(wrote)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0017_note_to_readers_and_picture_index"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

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
            name="move",
            field=models.CharField(
                choices=[
                    ("submit", "submit for review"),
                    ("approve", "approve"),
                    ("send_back", "send back"),
                    ("release", "release"),
                    ("reschedule", "move the release"),
                    ("unschedule", "cancel the schedule"),
                    ("withdraw", "withdraw"),
                    ("restore", "restore"),
                    ("spike", "spike"),
                    ("unspike", "take back from the spike"),
                ],
                max_length=10,
                verbose_name="move",
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
        migrations.CreateModel(
            name="Contribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "first review"), (2, "second review"), (3, "final review")],
                        null=True,
                        verbose_name="stage",
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributions",
                        to="articles.version",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "contribution",
                "verbose_name_plural": "contributions",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "by", "stage"),
                        name="contribution_is_noted_once_for_each_stage",
                    ),
                    models.UniqueConstraint(
                        condition=Q(stage__isnull=True),
                        fields=("version", "by"),
                        name="contribution_of_a_writer_is_noted_once",
                    ),
                ],
            },
        ),
        migrations.RunPython(note_who_wrote_before_review, migrations.RunPython.noop),
    ]
