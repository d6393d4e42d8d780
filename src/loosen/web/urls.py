"""Where every page lives; each app keeps its own addresses."""

from django.urls import include, path

urlpatterns = [
    path("", include("loosen.web.people.urls")),
    path("", include("loosen.web.screening.urls")),
    path("", include("loosen.web.practice.urls")),
    path("", include("loosen.web.diary.urls")),
    path("", include("loosen.web.clinic.urls")),
]
