"""Addresses of the app `screening`."""

from django.urls import path

from loosen.web.screening import asking, referring, signs, starting

app_name = "screening"

urlpatterns = [
    path("start/", starting.start, name="start"),
    path("start/about/", starting.about, name="about"),
    path("start/under-18/", starting.under_age, name="under-age"),
    path("start/since/", asking.since, name="since"),
    path("start/said/", asking.read_back, name="read-back"),
    path("start/last/", starting.last_list, name="last-list"),
    path("start/able/", starting.able, name="able"),
    path("start/time/", starting.time, name="time"),
    path("start/<slug:step>/", asking.calm_list, name="list"),
    path("questions/", asking.questions, name="questions"),
    path("questions/short/", asking.short, name="short"),
    path("questions/severe/", asking.severe, name="severe"),
    path("questions/slip/", asking.slip_in_the_check_in, name="slip-in-the-check-in"),
    path("questions/change/<slug:step>/", asking.change, name="change"),
    path("referral/", referring.referral, name="referral"),
    path("referral/cleared/", referring.cleared, name="cleared"),
    path("referral/no-limits/", referring.no_limits, name="no-limits"),
    path("referral/mistake/", referring.mistake, name="mistake"),
    path("referral/slip/", referring.slip_in_the_player, name="slip"),
    path("signs/", signs.signs, name="signs"),
    path("card/", signs.card, name="card"),
    path("up/", signs.cannot_get_up, name="cannot-get-up"),
]
