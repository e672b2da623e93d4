from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0032_waivers")]

    operations = [
        migrations.AddField(
            model_name="photo",
            name="placed_after",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="place in the text"
            ),
        ),
    ]
