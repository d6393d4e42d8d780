"""A programme of one's own choosing, the times that suit, and a figure of one's own making."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Three columns; everybody begins with the usual programme, no times and a figure that is there already."""

    dependencies = [("people", "0002_dark_on")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="programme",
            field=models.SlugField(db_index=False, default="gentle-start", max_length=40),
        ),
        migrations.AddField(model_name="user", name="times", field=models.JSONField(blank=True, default=dict)),
        migrations.AddField(
            model_name="user", name="look", field=models.CharField(blank=True, default="", max_length=240)
        ),
    ]
