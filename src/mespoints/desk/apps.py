"""The Django application of the desk."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Label ``desk``: the tables are named ``desk_*``."""

    name = "mespoints.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
