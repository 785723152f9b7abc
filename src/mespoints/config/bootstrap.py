"""What the command line does before it can use the register."""

import os

import django
from django.conf import settings
from django.core.management import call_command


def load_settings() -> None:
    """Read the environment, and nothing of the database. Raises ImproperlyConfigured."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mespoints.config.settings")
    django.setup()


def prepare() -> None:
    """Load the settings and bring the database to the state that this version expects."""
    load_settings()
    call_command("migrate", interactive=False, verbosity=0)


def collect_static() -> None:
    """Gather, hash and compress the static files; a demonstration serves them from the packages instead."""
    if not settings.MESPOINTS_DEMO:
        call_command("collectstatic", interactive=False, verbosity=0)
