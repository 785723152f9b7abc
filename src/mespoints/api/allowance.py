"""How often a client may ask: so many calls a minute, counted in the database, whichever process answers."""

from datetime import datetime

from django.db import transaction

from mespoints.api.models import Allowance, Client

MINUTE = 60


def spend(client: Client, now: datetime) -> int:
    """Count one call; the seconds to wait when there were too many, 0 when it may be answered."""
    minute = now.replace(second=0, microsecond=0)
    with transaction.atomic():
        held, _ = Allowance.objects.select_for_update().get_or_create(
            client=client, defaults={"minute": minute, "used": 0}
        )
        used = held.used + 1 if held.minute == minute else 1
        Allowance.objects.filter(pk=client.pk).update(minute=minute, used=used)
    return MINUTE - now.second if used > client.per_minute else 0
