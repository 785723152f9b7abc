"""What the left of every page of the desk leads to, by role, each with the key that leads there."""

from typing import NamedTuple

from mespoints.desk.guarding import EVERYONE, Role


class Place(NamedTuple):
    """A page. ``key``: the access key (Alt, or Control and Option, with the letter). ``roles``: whom it is for."""

    route: str
    label: str
    key: str
    roles: frozenset[Role]


OPERATORS = frozenset({Role.EXPLOITATION, Role.AUDIT})
READERS = frozenset({Role.INSTRUCTION, Role.VALIDATION})
PLACES = (
    Place("desk:home", "Accueil", "a", EVERYONE),
    Place("desk:search", "Ouvrir un dossier", "d", READERS),
    Place("desk:queue", "Demandes et réclamations", "q", READERS),
    Place("desk:entries", "Saisies à valider", "v", READERS),
    Place("desk:reviews", "Identités à vérifier", "i", READERS),
    Place("desk:accesses", "Journal des accès", "j", frozenset({Role.AUDIT})),
    Place("desk:service", "Le service", "s", OPERATORS),
    Place("desk:feeds", "Flux", "f", OPERATORS),
)
"""In the order of the page. A page of another part of the desk adds its line here."""


def places_for(role: str) -> tuple[Place, ...]:
    """What an agent of this role may open."""
    return tuple(place for place in PLACES if role in place.roles)
