from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0035_place_of_a_photo_in_the_text")]

    operations = [
        migrations.CreateModel(
            name="RenditionsDue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        max_length=64, unique=True, verbose_name="digest of the picture"
                    ),
                ),
            ],
            options={
                "verbose_name": "renditions to make",
                "verbose_name_plural": "renditions to make",
                "ordering": ["id"],
            },
        ),
    ]
