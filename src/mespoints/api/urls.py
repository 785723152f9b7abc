"""The addresses of the authorities' access. Only the web process imports this module, and ninja with it."""

from django.urls import path

from mespoints.api.service import api

urlpatterns = [path("v1/", api.urls)]
