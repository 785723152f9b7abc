"""The Django application of sign-in."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Label ``identity``: the tables are named ``identity_*``."""

    name = "mespoints.identity"
    label = "identity"
    default_auto_field = "django.db.models.BigAutoField"
