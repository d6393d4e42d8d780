"""The app `screening`."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """Its name and label; the label stands in the database."""

    name = "loosen.web.screening"
    label = "screening"
