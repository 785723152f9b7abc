"""The register as a Django application."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Label ``register``: the tables are named ``register_*``."""

    name = "mespoints.register"
    label = "register"
