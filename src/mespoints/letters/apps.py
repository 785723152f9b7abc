"""The letters as a Django application: what was sent, and what became of it."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Label ``letters``: the tables are named ``letters_*``."""

    name = "mespoints.letters"
    label = "letters"
