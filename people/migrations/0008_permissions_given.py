from django.db import migrations, models


def note_what_was_given(apps, schema_editor):
    """What exists by now, the newsroom has decided on: it is not given again."""
    permissions = apps.get_model("auth", "Permission").objects.all()
    for starting in apps.get_model("people", "StartingGroup").objects.all():
        starting.given.set(permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("people", "0007_known_directory_changes"),
    ]

    operations = [
        migrations.AddField(
            model_name="startinggroup",
            name="given",
            field=models.ManyToManyField(
                blank=True,
                related_name="+",
                to="auth.permission",
                verbose_name="permissions given",
            ),
        ),
        migrations.RunPython(note_what_was_given, migrations.RunPython.noop, elidable=True),
    ]
