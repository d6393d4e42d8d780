"""Addresses of the app `clinic`."""

from django.urls import path

from loosen.web.clinic import views

app_name = "clinic"

urlpatterns = [
    path("plan/", views.plans, name="plans"),
    path("plan/new/", views.new, name="new"),
    path("plan/<uuid:plan>/correct/", views.correct, name="correct"),
    path("plan/<uuid:plan>/end/", views.end, name="end"),
]
