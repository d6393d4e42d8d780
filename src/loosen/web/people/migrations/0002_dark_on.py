"""A dark day: on which day its page was opened, so that Today can say one line once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One date, empty for everybody."""

    dependencies = [("people", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="dark_on",
            field=models.DateField(blank=True, editable=False, null=True),
        ),
    ]
