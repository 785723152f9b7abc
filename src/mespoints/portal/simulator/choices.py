"""The words of the format among which a person chooses, as the page says them, by key or by kind and key."""

from django.utils.translation import gettext_noop

from mespoints.portal.wording import _

Choices = dict[str, str]

CHOICES: dict[str, Choices] = {
    "kind": {
        "volontaire": gettext_noop("Volontaire, pour retrouver des points"),
        "probatoire": gettext_noop("Obligatoire après une lettre 48N"),
        "alternative": gettext_noop("Proposé par le procureur à la place des poursuites"),
        "composition_penale": gettext_noop("Dans une composition pénale"),
        "peine": gettext_noop("Ordonné par un juge, comme peine"),
    },
    "by": {"prefet": gettext_noop("le préfet"), "juge": gettext_noop("un juge")},
    "probation": {
        "ordinary": gettext_noop("Trois ans, le cas ordinaire"),
        "aac": gettext_noop("Deux ans, après une conduite accompagnée"),
        "none": gettext_noop("Aucune, par exemple pour un permis étranger échangé après trois ans"),
    },
    "final_by": {
        "paiement": gettext_noop("Amende payée"),
        "titre_executoire": gettext_noop("Amende majorée, faute d'avoir payé ou contesté à temps"),
        "condamnation": gettext_noop("Condamnation définitive par un juge"),
        "composition_penale": gettext_noop("Composition pénale exécutée"),
    },
    "closed_by": {
        "relaxe": gettext_noop("Close sans retrait, par une relaxe"),
        "classement": gettext_noop("Close sans retrait, car classée sans suite"),
        "redevable": gettext_noop(
            "Close sans retrait, car payée comme titulaire de la carte grise et non comme conducteur"
        ),
        "amnistie": gettext_noop("Close sans retrait, par une amnistie"),
    },
    "class": {
        "c1": gettext_noop("Contravention de 1re classe"),
        "c2": gettext_noop("Contravention de 2e classe"),
        "c3": gettext_noop("Contravention de 3e classe"),
        "c4": gettext_noop("Contravention de 4e classe"),
        "c5": gettext_noop("Contravention de 5e classe"),
        "delit": gettext_noop("Délit"),
    },
    "source": {
        "interception": gettext_noop("Par des agents qui vous ont arrêté"),
        "radar": gettext_noop("Par un radar"),
        "video": gettext_noop("Par une caméra"),
    },
    "territory": {
        "metropole": gettext_noop("Métropole"),
        "alsace-moselle": gettext_noop("Bas-Rhin, Haut-Rhin ou Moselle"),
        "guadeloupe": gettext_noop("Guadeloupe"),
        "martinique": gettext_noop("Martinique"),
        "guyane": gettext_noop("Guyane"),
        "la-reunion": gettext_noop("La Réunion"),
        "mayotte": gettext_noop("Mayotte"),
        "saint-martin": gettext_noop("Saint-Martin"),
        "saint-barthelemy": gettext_noop("Saint-Barthélemy"),
    },
}

OF_KIND: dict[tuple[str, str], Choices] = {
    ("recours", "kind"): {
        "gracieux": gettext_noop("Gracieux : auprès de l'autorité qui a décidé"),
        "hierarchique": gettext_noop("Hiérarchique : auprès de l'autorité placée au-dessus d'elle"),
        "contentieux": gettext_noop("Contentieux : devant le tribunal administratif"),
    },
}
"""For one kind, in the place of the words of the key."""


def choices_of(kind: str, key: str) -> Choices:
    """The words among which a key of a kind is chosen, none when it is not a choice."""
    return OF_KIND.get((kind, key)) or CHOICES.get(key, {})


def choice_words(kind: str, key: str, value: str) -> str:
    """One of these words as the page says it."""
    return _(choices_of(kind, key).get(value, value))
