from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0026_originals_and_focal_points")]

    operations = [
        migrations.AddIndex(
            model_name="version",
            index=models.Index(fields=["status", "-dated", "-id"], name="version_by_status"),
        ),
        migrations.AlterField(
            model_name="version",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("released", "released"),
                    ("spiked", "spiked"),
                ],
                default="draft",
                max_length=10,
                verbose_name="status",
            ),
        ),
    ]
