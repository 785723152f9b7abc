"""What a command says when the database cannot do its work for now: why, and that the command may be run again.

Nothing is half written then: every command writes in transactions, and finds out by itself how far it came.
"""

TRY_AGAIN = 75
"""``EX_TEMPFAIL`` of sysexits.h: the same command, later, may well succeed. The units of systemd act on it."""

WHY = {
    "unreachable": {
        "fr": "la base de données ne répond pas (éteinte, ou réseau coupé)",
        "en": "the database does not answer (stopped, or a network that is cut)",
    },
    "stopped": {
        "fr": "la base de données s'arrête ou démarre",
        "en": "the database is stopping, or starting",
    },
    "slow": {
        "fr": "la base de données n'a pas répondu dans le délai, ou un verrou n'est pas venu à temps",
        "en": "the database did not answer within its delay, or a lock did not come in time",
    },
    "overloaded": {
        "fr": "la base de données n'accepte plus de connexion, ou manque de mémoire",
        "en": "the database takes no more connections, or lacks memory",
    },
    "read_only": {
        "fr": "ce serveur ne fait plus que lire : un autre a pris sa suite (DATABASE_URL peut les nommer tous, avec "
        "target_session_attrs=read-write)",
        "en": "this server only reads now: another one leads (DATABASE_URL may name them all, with "
        "target_session_attrs=read-write)",
    },
    "disk_full": {
        "fr": "le disque de la base de données est plein : faites de la place",
        "en": "the disk of the database is full: make room",
    },
}
AGAIN = {
    "fr": "Rien n'est écrit à moitié : la même commande, lancée de nouveau, reprend où elle s'est arrêtée.",
    "en": "Nothing is half written: the same command, run again, goes on where it stopped.",
}


def out_of_reach(error: Exception, language: str) -> str:
    """The message for an error of the database that may pass; empty for any other error."""
    if not any(kind.__module__ == "django.db.utils" for kind in type(error).__mro__):
        return ""  # and Django is not imported to find out
    from mespoints.register.unavailable import why_unavailable

    why = why_unavailable(error)
    return f"{WHY[why][language]}. {AGAIN[language]}" if why else ""
