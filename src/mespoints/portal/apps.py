"""The Django application of the driver's pages: templates, static files, translations; no table of its own."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The driver's pages."""

    name = "mespoints.portal"
    label = "portal"
