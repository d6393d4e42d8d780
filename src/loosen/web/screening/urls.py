"""Addresses of the app `screening`."""

from django.urls import path

from loosen.web.screening import referring, signs, starting

app_name = "screening"

urlpatterns = [
    path("start/", starting.start, name="start"),
    path("start/about/", starting.about, name="about"),
    path("start/under-18/", starting.under_age, name="under-age"),
    path("start/said/", starting.read_back, name="read-back"),
    path("start/able/", starting.able, name="able"),
    path("start/time/", starting.time, name="time"),
    path("start/<slug:step>/", starting.calm_list, name="list"),
    path("questions/", starting.questions, name="questions"),
    path("referral/", referring.referral, name="referral"),
    path("referral/cleared/", referring.cleared, name="cleared"),
    path("referral/mistake/", referring.mistake, name="mistake"),
    path("referral/slip/", referring.slip_in_the_player, name="slip"),
    path("signs/", signs.signs, name="signs"),
    path("card/", signs.card, name="card"),
    path("up/", signs.cannot_get_up, name="cannot-get-up"),
]
