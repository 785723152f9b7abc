"""The Django application of what a holder may hand to others: its one table is that of the codes of sharing."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Label ``records``: the tables are named ``records_*``."""

    name = "mespoints.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
