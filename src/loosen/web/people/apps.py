"""The app `people`."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Its name and label; the label stands in the database."""

    name = "loosen.web.people"
    label = "people"
