"""What the simulator calls each kind of act, and each thing that it asks of it: a new kind needs a line here.

The forms themselves come from ``law.shapes``. Texts are French; their English is in the catalogue. A test says
which kind, key or word of the format has none.
"""

from typing import NamedTuple

from django.utils.translation import gettext_noop


class KindWords(NamedTuple):
    """``button``: what one adds. ``title``: its name in the history. ``about``: when it is to be added."""

    button: str
    title: str
    about: str = ""


class KeyWords(NamedTuple):
    """``label``: the question. ``hint``: how to answer. ``refused``: what is wrong when the law refuses the answer."""

    label: str
    hint: str = ""
    refused: str = ""


KINDS: dict[str, KindWords] = {
    "offence": KindWords(gettext_noop("Une infraction"), gettext_noop("Infraction")),
    "stage": KindWords(
        gettext_noop("Un stage"),
        gettext_noop("Stage de sensibilisation"),
        gettext_noop(
            "Seuls un stage volontaire et celui qu'une lettre 48N rend obligatoire peuvent rendre des points."
        ),
    ),
    "suspension": KindWords(
        gettext_noop("Une suspension du permis"),
        gettext_noop("Suspension du droit de conduire"),
        gettext_noop("Elle interdit de conduire, mais ne change pas les points."),
    ),
    "lettre_48n": KindWords(
        gettext_noop("Une lettre 48N, qui oblige à un stage"),
        gettext_noop("Lettre 48N, stage obligatoire"),
        gettext_noop("La lettre recommandée reçue en période probatoire après une infraction à 3 points ou plus."),
    ),
    "lettre_48si": KindWords(
        gettext_noop("Une lettre 48SI, qui invalide le permis"),
        gettext_noop("Lettre 48SI, permis invalidé"),
        gettext_noop("La lettre recommandée qui annonce que le solde est nul et que le permis n'est plus valable."),
    ),
    "lettre_48si_suspended": KindWords(
        gettext_noop("Une lettre 48SI suspendue par un juge"),
        gettext_noop("Lettre 48SI suspendue par un juge"),
        gettext_noop("En référé : le permis redevient valable, en attendant que le recours soit jugé."),
    ),
    "lettre_48si_annulled": KindWords(
        gettext_noop("Une lettre 48SI annulée"),
        gettext_noop("Lettre 48SI annulée"),
        gettext_noop("Par un juge ou par le ministre : le permis redevient valable."),
    ),
    "title_surrendered": KindWords(
        gettext_noop("La remise du permis au préfet"),
        gettext_noop("Permis remis au préfet"),
        gettext_noop("Après une lettre 48SI : ce jour fait courir le délai avant un nouveau permis."),
    ),
    "licence_obtained": KindWords(
        gettext_noop("Un nouveau permis"),
        gettext_noop("Nouveau permis obtenu"),
        gettext_noop("Celui qui remplace un permis invalidé ou annulé."),
    ),
    "licence_annulled": KindWords(
        gettext_noop("Une annulation du permis par un juge"), gettext_noop("Permis annulé par un juge")
    ),
    "withdrawal_annulled": KindWords(
        gettext_noop("Un retrait de points annulé"),
        gettext_noop("Retrait de points annulé"),
        gettext_noop("Par un juge ou par le ministre, à la suite d'un recours."),
    ),
    "withdrawal_suspended": KindWords(
        gettext_noop("Un retrait de points suspendu par un juge"),
        gettext_noop("Retrait de points suspendu par un juge"),
        gettext_noop("En référé : les points sont rendus, en attendant que le recours soit jugé."),
    ),
    "recours": KindWords(
        gettext_noop("Un recours contre une lettre"),
        gettext_noop("Recours"),
        gettext_noop("Contre une lettre 48N ou 48SI qui figure déjà dans l'historique."),
    ),
    "recours_rejected": KindWords(
        gettext_noop("Le rejet d'un recours"),
        gettext_noop("Recours rejeté"),
        gettext_noop("Quand l'administration a répondu non, et vous l'a fait savoir."),
    ),
    "licence_exchanged": KindWords(
        gettext_noop("L'ancien permis repris à la place du nouveau"),
        gettext_noop("Ancien permis repris à la place du nouveau"),
        gettext_noop("Quand l'invalidation de l'ancien a été annulée et que vous aviez déjà repassé un permis."),
    ),
    "category_b_by_aac": KindWords(
        gettext_noop("La catégorie B par conduite accompagnée, sur un permis probatoire"),
        gettext_noop("Catégorie B obtenue par conduite accompagnée"),
        gettext_noop("Quand une période probatoire courait déjà, par exemple pour une moto."),
    ),
    "formation_complementaire": KindWords(
        gettext_noop("La formation complémentaire du permis probatoire"),
        gettext_noop("Formation complémentaire du permis probatoire"),
        gettext_noop(
            "Une journée, entre le sixième et le douzième mois du permis ; elle raccourcit la période probatoire."
        ),
    ),
    "french_licence": KindWords(
        gettext_noop("Un permis français à la suite d'un permis étranger"),
        gettext_noop("Permis français à la suite d'un permis étranger"),
        gettext_noop("Le solde tenu en France pour le permis étranger passe au permis français."),
    ),
    "interdiction_de_circuler": KindWords(
        gettext_noop("Une interdiction de conduire en France, avec un permis étranger"),
        gettext_noop("Interdiction de conduire en France"),
        gettext_noop("La lettre qui l'annonce à qui n'a plus de points et garde un permis étranger. Elle dure un an."),
    ),
    "carried_over": KindWords(
        gettext_noop("Un solde venu d'un permis étranger ou d'un autre fichier"),
        gettext_noop("Solde repris"),
        gettext_noop("Le nombre de points connu un jour donné, à partir duquel compter."),
    ),
}
"""In the order in which they are offered."""

NOTIFIED_HINT = gettext_noop(
    "Le jour où vous avez signé pour la recevoir ; si elle n'a pas été retirée, celui de l'avis de passage."
)

KEYS: dict[str, KeyWords] = {
    "on": KeyWords(gettext_noop("Quel jour ?")),
    "ended_on": KeyWords(gettext_noop("Dernier jour du stage")),
    "started_on": KeyWords(
        gettext_noop("Premier jour du stage"),
        gettext_noop("Laissez vide si c'était la veille du dernier jour."),
        gettext_noop("Le premier jour du stage ne peut pas suivre le dernier."),
    ),
    "kind": KeyWords(gettext_noop("Quel stage ?")),
    "from": KeyWords(gettext_noop("Premier jour"), "", gettext_noop("Le premier jour ne peut pas suivre le dernier.")),
    "to": KeyWords(gettext_noop("Dernier jour"), "", gettext_noop("Le dernier jour ne peut pas précéder le premier.")),
    "by": KeyWords(gettext_noop("Décidée par")),
    "notified_on": KeyWords(gettext_noop("Reçue le"), NOTIFIED_HINT),
    "offence": KeyWords(
        gettext_noop("De quelle infraction s'agit-il ?"),
        gettext_noop("Si elle n'est pas dans la liste, ajoutez-la d'abord à l'historique."),
    ),
    "letter": KeyWords(
        gettext_noop("Quelle lettre ?"),
        gettext_noop("Si elle n'est pas dans la liste, ajoutez-la d'abord à l'historique."),
    ),
    "recours": KeyWords(
        gettext_noop("Quel recours ?"), gettext_noop("S'il n'est pas dans la liste, ajoutez-le d'abord à l'historique.")
    ),
    "obtained_on": KeyWords(
        gettext_noop("Jour où vous avez obtenu votre permis"),
        gettext_noop("Il figure sur le permis. Par exemple 12/06/2015."),
    ),
    "territory": KeyWords(
        gettext_noop("Où habitez-vous ?"),
        gettext_noop("Les jours fériés y décident du dernier jour de certains délais."),
    ),
    "foreign": KeyWords(
        gettext_noop("C'est le permis d'un autre pays, avec lequel je conduis en France"),
        gettext_noop("Laissez vide si ce permis a été échangé contre un permis français."),
    ),
    "probation": KeyWords(
        gettext_noop("Période probatoire"),
        "",
        gettext_noop("Un permis obtenu avant le 1er mars 2004 n'a pas de période probatoire."),
    ),
    "balance": KeyWords(gettext_noop("Nombre de points ce jour-là")),
    "ceiling": KeyWords(
        gettext_noop("Plafond ce jour-là"), gettext_noop("12 pour un permis confirmé, qui est le cas ordinaire.")
    ),
    "last_final_on": KeyWords(
        gettext_noop("Jour où la dernière infraction est devenue définitive"),
        gettext_noop("Il fait courir le délai de retour à 12 points. Laissez vide s'il n'y en a pas."),
    ),
    "lengthened": KeyWords(
        gettext_noop("L'une de ces infractions était de la 4e ou de la 5e classe, ou un délit"),
        gettext_noop("Le délai de retour à 12 points est alors de trois ans au lieu de deux."),
    ),
    "ban_months": KeyWords(
        gettext_noop("Nombre de mois sans pouvoir repasser le permis"),
        gettext_noop("Le jugement le dit. De 0 à 120. Laissez vide si vous ne le savez pas."),
    ),
    "committed_on": KeyWords(gettext_noop("Jour de l'infraction")),
    "final_on": KeyWords(
        gettext_noop("Définitive le"),
        "",
        gettext_noop("Ce jour ne peut pas précéder celui de l'infraction : vérifiez l'année."),
    ),
    "final_by": KeyWords(gettext_noop("Définitive par")),
    "decided_on": KeyWords(
        gettext_noop("Jour de la décision de retrait"),
        gettext_noop(
            "Il figure sur la lettre 48 et sur le relevé intégral. Laissez vide si vous ne le connaissez pas."
        ),
        gettext_noop(
            "La décision de retrait suit le jour où l'infraction est devenue définitive, ou tombe ce jour-là."
        ),
    ),
    "class": KeyWords(
        gettext_noop("Classe"), "", gettext_noop("Ce n'est pas la classe que le barème donne à cette infraction.")
    ),
    "points": KeyWords(
        gettext_noop("Points retirés"), "", gettext_noop("Ce n'est pas ce que le barème retire pour cette infraction.")
    ),
    "natinf": KeyWords(
        gettext_noop("Code NATINF"), "", gettext_noop("Ce code ne s'accorde pas avec l'article de cette infraction.")
    ),
    "article": KeyWords(gettext_noop("Article")),
    "paragraph": KeyWords(gettext_noop("Alinéa")),
    "label": KeyWords(
        gettext_noop("Votre propre nom pour cette infraction"), gettext_noop("Pour la reconnaître dans la liste.")
    ),
    "episode": KeyWords(
        gettext_noop("Infractions commises au même instant"),
        gettext_noop("Donnez le même mot à celles qui ont été commises ensemble : leur retrait total est limité."),
    ),
    "place": KeyWords(gettext_noop("Lieu")),
    "source": KeyWords(gettext_noop("Comment elle a été constatée")),
    "closed_on": KeyWords(
        gettext_noop("Close le"),
        "",
        gettext_noop("Ce jour ne peut pas précéder celui de l'infraction : vérifiez l'année."),
    ),
    "closed_by": KeyWords(gettext_noop("Close par")),
}
"""By key, for every kind that has it."""

UNTIL = KeyWords(
    gettext_noop("Jusqu'au"),
    gettext_noop("Laissez vide si la suspension dure encore."),
    gettext_noop("Le dernier jour ne peut pas précéder le premier."),
)
IN_FORCE = KeyWords(gettext_noop("Quelle lettre ?"), gettext_noop("Laissez vide si c'est celle qui est en vigueur."))

OF_KIND: dict[tuple[str, str], KeyWords] = {
    ("lettre_48n", "offence"): KeyWords(gettext_noop("Après quelle infraction ?"), KEYS["offence"].hint),
    ("withdrawal_annulled", "offence"): KeyWords(
        gettext_noop("Le retrait de quelle infraction est annulé ?"), KEYS["offence"].hint
    ),
    ("withdrawal_annulled", "on"): KeyWords(gettext_noop("Annulé le")),
    ("withdrawal_suspended", "offence"): KeyWords(
        gettext_noop("Le retrait de quelle infraction est suspendu ?"), KEYS["offence"].hint
    ),
    ("withdrawal_suspended", "on"): KeyWords(gettext_noop("Suspendu à partir du")),
    ("withdrawal_suspended", "to"): UNTIL,
    ("lettre_48si", "offence"): KeyWords(
        gettext_noop("Quelle infraction a mené à zéro ?"),
        gettext_noop("Laissez vide si vous ne savez pas."),
    ),
    ("lettre_48si_suspended", "on"): KeyWords(gettext_noop("Suspendue à partir du")),
    ("lettre_48si_suspended", "to"): UNTIL,
    ("lettre_48si_suspended", "letter"): IN_FORCE,
    ("lettre_48si_annulled", "on"): KeyWords(gettext_noop("Annulée le")),
    ("lettre_48si_annulled", "letter"): IN_FORCE,
    ("recours", "on"): KeyWords(gettext_noop("Formé le")),
    ("recours", "kind"): KeyWords(gettext_noop("Quel recours ?")),
    ("recours", "letter"): KeyWords(gettext_noop("Contre quelle lettre ?"), KEYS["letter"].hint),
    ("recours_rejected", "on"): KeyWords(gettext_noop("Rejet reçu le")),
    ("licence_exchanged", "on"): KeyWords(gettext_noop("Repris le")),
    ("category_b_by_aac", "on"): KeyWords(gettext_noop("Obtenue le")),
    ("french_licence", "on"): KeyWords(gettext_noop("Obtenu le")),
    ("title_surrendered", "on"): KeyWords(gettext_noop("Remis le")),
    ("licence_annulled", "on"): KeyWords(
        gettext_noop("Annulé à partir du"), gettext_noop("Le jour où le jugement, devenu définitif, a pris effet.")
    ),
    ("licence_obtained", "on"): KeyWords(gettext_noop("Obtenu le")),
    ("formation_complementaire", "on"): KeyWords(gettext_noop("Suivie le")),
    ("carried_over", "on"): KeyWords(gettext_noop("Connu le")),
}
"""For one kind, in the place of the words of the key."""


def words_of(kind: str, key: str) -> KeyWords:
    """The words of a key of a kind; a key that has none yet goes by its name in the format."""
    return OF_KIND.get((kind, key)) or KEYS.get(key) or KeyWords(key)


def kind_words(kind: str) -> KindWords:
    """The words of a kind; one that has none yet goes by its name in the format."""
    return KINDS.get(kind) or KindWords(kind, kind)
