"""The app `clinic`."""

from django.apps import AppConfig


class ClinicConfig(AppConfig):
    """Its name and label; the label stands in the database."""

    name = "loosen.web.clinic"
    label = "clinic"
