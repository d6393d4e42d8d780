"""The app `diary`."""

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    """Its name and label; the label stands in the database."""

    name = "loosen.web.diary"
    label = "diary"
