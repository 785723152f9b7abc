"""The Django application of the feeds."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Label ``intake``: the tables are named ``intake_*``."""

    name = "mespoints.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
