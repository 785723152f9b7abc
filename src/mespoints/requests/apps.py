"""Requests and claims as a Django application."""

from django.apps import AppConfig


class RequestsConfig(AppConfig):
    """Label ``requests``: the tables are named ``requests_*``."""

    name = "mespoints.requests"
    label = "requests"
