from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0048_typed_places_of_pages"),
    ]

    operations = [
        migrations.AlterField(
            model_name="doubt",
            name="kind",
            field=models.CharField(
                choices=[
                    ("doubtful_join", "text may be lost where two fragments were joined"),
                    ("doubtful_break", "the paragraph may go on in the next one"),
                    ("unfinished", "the paragraph breaks off"),
                    ("unbalanced", "a quotation mark or bracket has no partner"),
                    ("replacement_character", "a character could not be read"),
                    ("after_edition", "the date lies after the edition"),
                    ("impossible_date", "there is no such day"),
                    ("doubtful_headline", "which line is the headline is not certain"),
                    ("doubtful_caption", "the caption below the text may be a paragraph of it"),
                    ("no_text", "there is a headline and no text"),
                ],
                max_length=24,
                verbose_name="kind",
            ),
        ),
    ]
