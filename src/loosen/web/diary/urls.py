"""Addresses of the app `diary`."""

from datetime import date

from django.urls import path, register_converter

from loosen.web.diary import dark, views
from loosen.web.diary.days import EARLIEST

app_name = "diary"


class DayConverter:
    """A day in an address, as 2026-11-22."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Read the day; ValueError makes the page not found."""
        day = date.fromisoformat(value)
        if day < EARLIEST:
            raise ValueError(value)
        return day

    def to_url(self, value: date) -> str:
        """Write the day."""
        return value.isoformat()


register_converter(DayConverter, "day")

urlpatterns = [
    path("check-in/", views.check_in, name="check-in"),
    path("sessions/<str:session>/note/", views.note, name="note"),
    path("dark/", dark.dark, name="dark"),
    path("journal/", views.journal, name="journal"),
    path("journal/<day:day>/", views.day, name="day"),
]
