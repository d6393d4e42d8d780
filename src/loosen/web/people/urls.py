"""Addresses of the app `people`."""

from django.urls import path

from loosen.web.people import doors, figure, own_times, you

app_name = "people"

urlpatterns = [
    path("", doors.welcome, name="welcome"),
    path("sign-in/<str:token>/", doors.sign_in, name="sign-in"),
    path("you/", you.settings, name="settings"),
    path("you/figure/", figure.figure, name="figure"),
    path("you/when-and-where/", own_times.own_times, name="own-times"),
    path("signed-out/", doors.signed_out, name="signed-out"),
]
