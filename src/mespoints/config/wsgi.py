"""The application that a WSGI server runs."""

import os

from django.core.wsgi import get_wsgi_application

from mespoints.config.patience import bound_statements
from mespoints.config.prepared import prepare_statements

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mespoints.config.settings")

application = get_wsgi_application()
bound_statements()
prepare_statements()
