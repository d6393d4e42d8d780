"""Addresses of the app `practice`."""

from django.urls import path

from loosen.web.practice import guides, paper, player, programmes, resets, views, walks, why

app_name = "practice"

urlpatterns = [
    path("today/", views.today, name="today"),
    path("today/why/", why.why, name="why"),
    path("today/paper/", paper.papers, name="papers"),
    path("walk/", walks.walk, name="walk"),
    path("choices/", views.choices, name="choices"),
    path("sessions/<str:session_id>/", player.session, name="session"),
    path("sessions/<str:session_id>/events/", player.events, name="events"),
    path("sessions/<str:session_id>/paper/", paper.paper, name="paper"),
    path("programmes/", programmes.every_programme, name="programmes"),
    path("programmes/<slug:slug>/", programmes.programme, name="programme"),
    path("library/", views.library, name="library"),
    path("library/stills/<str:names>.svg", views.drawn, name="stills"),
    path("library/<slug:slug>/", views.movement, name="movement"),
    path("guides/", guides.every_guide, name="guides"),
    path("guides/<slug:slug>/", guides.guide, name="guide"),
    path("reset/", resets.reset, name="reset"),
]
