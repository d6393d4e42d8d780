"""The app `practice`."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """Its name and label; the label stands in the database."""

    name = "loosen.web.practice"
    label = "practice"
