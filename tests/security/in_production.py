"""What a service answers under the settings of production, told as JSON: run apart, for settings are read once.

Every address is asked for by everybody, over https, with both methods; the checks of Django for a deployment are run.
"""

import json
import os
import sys


def main() -> None:
    """Make the tables of an empty register, walk the site, and print what came back."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "mespoints.config.settings"
    import django
    from django.apps import apps
    from django.conf import settings

    django.setup()
    # Straight from the models: this is about answers, and the migrations would take three quarters of the time.
    settings.MIGRATION_MODULES = dict.fromkeys([app.label for app in apps.get_app_configs()])

    from django.core.management import call_command

    from mespoints.config.bootstrap import collect_static

    call_command("migrate", run_syncdb=True, verbosity=0)
    collect_static()

    from django.core.checks import run_checks
    from django.test import Client

    from tests.security.addresses import addresses

    answers = []
    for address in addresses():
        for method in ("get", "post"):
            answer = getattr(Client(), method)(address.path, secure=True, headers={"host": "mes.test"})
            cookies = {name: morsel.OutputString() for name, morsel in answer.cookies.items()}
            answers.append([method, address.path, answer.status_code, dict(answer.headers), cookies])
    clear = Client().get("/connexion/", headers={"host": "mes.test"})
    told = {
        "answers": answers,
        "checks": [str(found) for found in run_checks(include_deployment_checks=True) if not found.is_silenced()],
        "silenced": settings.SILENCED_SYSTEM_CHECKS,
        "debug": settings.DEBUG,
        "admin": [name for name in settings.INSTALLED_APPS if "admin" in name],
        "in_clear": [clear.status_code, clear.headers.get("Location", "")],
        "names": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME],
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
