"""The authorities' access as a Django application."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Label ``api``: the tables are named ``api_*``. Nothing here imports ninja: the command line needs the tables."""

    name = "mespoints.api"
    label = "api"
