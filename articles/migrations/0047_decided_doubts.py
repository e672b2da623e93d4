from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0046_characters_of_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="jobpage",
            name="decided",
            field=models.PositiveIntegerField(
                default=0, verbose_name="doubts decided in stories held"
            ),
        ),
    ]
