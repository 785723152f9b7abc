"""A life told in French (``docs/parcours``) becomes a ``dossier/1`` and the movements that it says.

Each numbered line of a file is told in pieces, parted by « . » or « ; ». ``SENTENCES`` holds every piece that is
understood: its words, what they add to the dossier, the movement that they tell.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

from mespoints.law.shapes import ACTS, LICENCE
from tests.parcours.french import OFFENCES, compiled, hole
from tests.parcours.lives import Life, Line, Movement, Says


class NotUnderstood(ValueError):
    """A line that is not told as the table says; the message names the file and the line."""


class Sentence(NamedTuple):
    """One piece: its words; the kind of act that it adds; the cause of the movement that it tells; what it implies."""

    says: str
    act: str = ""
    cause: str = ""
    implies: dict[str, Any] = {}


SENTENCES = (
    Sentence("Le {obtained_on}, on obtient son permis{territory} ({probation})", "licence", "obtained"),
    Sentence("On arrive en France le {obtained_on} avec un permis étranger", "licence", "", {"foreign": True}),
    Sentence("on y reçoit 12 points le {effect_on}", "", "obtained"),
    Sentence("Le {on}, on obtient un nouveau permis ({probation})", "licence_obtained", "obtained"),
    Sentence("Le {on}, l'interdiction s'achève et 12 points sont donnés à nouveau", "", "obtained"),
    Sentence("Le {on}, on échange son permis étranger contre un permis français ({probation})", "french_licence",
             "french_licence"),
    Sentence("Le {on}, une année de probation s'achève sans infraction", "", "probation_step"),
    Sentence("Le {on}, une année de probation s'achève, mais non sans infraction", "", "probation_step"),
    Sentence("Le {on}, la probation s'achève sans infraction", "", "probation_end"),
    Sentence("Le {on}, la probation s'achève, mais non sans infraction", "", "probation_end"),
    Sentence("Le {on}, on suit la formation complémentaire", "formation_complementaire"),
    Sentence("Le {on}, on obtient la catégorie B par apprentissage anticipé", "category_b_by_aac"),
    Sentence("Le {committed_on}, on {label} ({points}, {class})", "offence"),
    Sentence("Au même instant, on {label} ({points}, {class})", "offence", "", {"episode": True}),
    Sentence("{offence} est jugée", "", "", {"established": True}),
    Sentence("l'amende est payée le {final_on}", "", "withdrawal", {"final_by": "paiement"}),
    Sentence("l'amende majorée devient exécutoire le {final_on}", "", "withdrawal", {"final_by": "titre_executoire"}),
    Sentence("la condamnation est définitive le {final_on}", "", "withdrawal", {"final_by": "condamnation"}),
    Sentence("la composition pénale est exécutée le {final_on}", "", "withdrawal", {"final_by": "composition_penale"}),
    Sentence("la relaxe est du {closed_on}", "", "", {"closed_by": "relaxe"}),
    Sentence("la décision est du {decided_on}"),
    Sentence("la limite n'en laisse retirer que {taken}"),
    Sentence("la limite n'en laisse rien retirer", "", "", {"taken": 0}),
    Sentence("le permis perdu n'a plus rien à retirer", "", "", {"taken": 0}),
    Sentence("Les {ended_on}, on suit un stage {kind}", "stage"),
    Sentence("{gives} reviennent le {effect_on}", "", "stage"),
    Sentence("rien ne revient le {effect_on}", "", "stage", {"gives": 0}),
    Sentence("Le {on}, {after} ont passé sans autre infraction", "", "full_restoration"),
    Sentence("Le {on}, {after} ont passé et le point de {offence} revient", "", "one_point", {"gives": 1}),
    Sentence("Le {on}, {after} ont passé, mais {breaker} retient le point de {offence}", "", "one_point"),
    Sentence("Le {on}, {after} ont passé depuis que {offence} est établie", "", "ten_years"),
    Sentence("Le {on}, les deux ans sans autre infraction, échus pendant la probation, sont acquis", "",
             "full_restoration"),
    Sentence("{gives} reviennent"),
    Sentence("1 point revient", "", "", {"gives": 1}),
    Sentence("{gives} de plus"),
    Sentence("{loses} repartent"),
    Sentence("Du {from} au {to}, le préfet suspend le permis", "suspension", "", {"by": "prefet"}),
    Sentence("Le {notified_on}, on reçoit la lettre 48N pour {offence}", "lettre_48n"),
    Sentence("Le {notified_on}, on reçoit la lettre 48SI", "lettre_48si", "lost"),
    Sentence("Le {notified_on}, on reçoit la lettre 48SI pour {offence}", "lettre_48si", "lost"),
    Sentence("Le {notified_on}, on reçoit l'interdiction de circuler", "interdiction_de_circuler", "lost"),
    Sentence("Le {on}, on rend son permis au préfet", "title_surrendered"),
    Sentence("Le {on}, le juge annule le permis et interdit d'en demander un autre pendant {ban_months} mois",
             "licence_annulled", "lost"),
    Sentence("Le {on}, on forme un recours gracieux contre la lettre {letter}", "recours", "", {"kind": "gracieux"}),
    Sentence("Le {on}, on saisit le tribunal contre la lettre {letter}", "recours", "", {"kind": "contentieux"}),
    Sentence("Le {on}, on reçoit le rejet du recours gracieux", "recours_rejected", "", {"recours": True}),
    Sentence("Le {on}, le juge des référés suspend la lettre 48SI", "lettre_48si_suspended", "lettre_48si_suspended"),
    Sentence("Le {on}, le juge des référés suspend la lettre 48SI jusqu'au {to}", "lettre_48si_suspended",
             "lettre_48si_suspended"),
    Sentence("Le {on}, la suspension de la lettre 48SI a pris fin", "", "lettre_48si_suspended"),
    Sentence("Le {on}, le tribunal annule la lettre 48SI", "lettre_48si_annulled", "lettre_48si_annulled"),
    Sentence("Le {on}, le tribunal annule le retrait de {offence}", "withdrawal_annulled", "withdrawal_annulled"),
    Sentence("Le {on}, on rend le nouveau permis et retrouve l'ancien", "licence_exchanged", "licence_exchanged"),
    Sentence("Le {on}, on lit son relevé"),
    Sentence("Solde : {balance} sur {ceiling}"),
    Sentence("Solde : {balance} sur {ceiling} (somme : {signed})"),
    Sentence("En attente : {pending}"),
    Sentence("Lettre {owed}"),
    Sentence("Sans effet", "", "", {"without_effect": True}),
    Sentence("Sans effet sur les points", "", "", {"without_effect": True}),
    Sentence("Permis {status}"),
    Sentence("Probation jusqu'au {probation_ends_on}"),
    Sentence("On doit rendre son permis au plus tard le {restitution}"),
    Sentence("On doit suivre le stage obligatoire au plus tard le {mandatory_stage}"),
    Sentence("On peut obtenir un nouveau permis à partir du {new_licence}"),
    Sentence("Plus rien n'est dû", "", "", {"no_duty": True}),
    Sentence("On peut saisir le tribunal jusqu'au {open}"),
    Sentence("On attend la réponse et pourra saisir le tribunal jusqu'au {waiting}"),
    Sentence("Le délai pour saisir le tribunal a pris fin le {over}"),
    Sentence("Le tribunal est saisi à temps", "", "", {"filed": True}),
    Sentence("Le code seul suffit si la demande est faite au plus tard le {theory_only_until}"),
    Sentence("Toutes les épreuves sont à repasser", "", "", {"theory_only_until": None}),
)  # fmt: skip
"""Every piece understood. « on » stands for « elle » or « il »; a hole that is not in ``french.HOLES`` holds a day."""

OF_AN_OFFENCE = ("withdrawal", "one_point", "ten_years", "withdrawal_annulled")
"""The causes of the movements that name an offence."""

OF_A_MOVEMENT = {"gives", "loses", "taken", "owed"}
"""What a line says only when it tells a movement."""

DAY_OF_A_LINE = (
    "decided_on", "final_on", "closed_on", "effect_on", "on", "notified_on", "obtained_on", "from", "committed_on",
)  # fmt: skip
"""The day of a line is the first of these that it tells."""

BEFORE = Line("", "", [], {}, None, 0, 0, "valid")
"""How things stand before the first line."""

PATTERNS = [(sentence, compiled(sentence.says)) for sentence in SENTENCES]


def understand(piece: str) -> tuple[Sentence, Says]:
    """The sentence that a piece is, and what it says."""
    for sentence, pattern in PATTERNS:
        if found := pattern.fullmatch(piece):
            return sentence, {name: hole(name).read(words) for name, words in found.groupdict().items()}
    raise ValueError(f"« {piece} » n'est pas une tournure connue")


def read_line(text: str) -> tuple[list[Sentence], Says]:
    """The sentences of a line and all that they say, nothing being said twice."""
    sentences: list[Sentence] = []
    says: Says = {}
    for piece in re.split(r"\. | ; ", text.removesuffix(".")):
        sentence, said = understand(piece)
        said |= sentence.implies
        if twice := said.keys() & says.keys():
            raise ValueError(f"dit deux fois : {', '.join(sorted(twice))}")
        sentences.append(sentence)
        says |= said
    return sentences, says


def last_of(kind: str, acts: list[Says]) -> Says:
    """The last act of a kind that was told."""
    told = [act for act in acts if act["act"] == kind]
    if told:
        return told[-1]
    raise ValueError(f"aucun acte « {kind} » n'a encore été dit")


def complete(kind: str, says: Says, acts: list[Says]) -> None:
    """What a line leaves to be understood: the simultaneous moment, the price of an offence, the act that it names."""
    if kind == "offence":
        if says.get("episode"):
            first = last_of("offence", acts)
            says["committed_on"] = says["episode"] = first["episode"] = first["committed_on"]
        rank = 1 + sum(act.get("committed_on") == says["committed_on"] for act in acts)
        says["offence"] = says["id"] = says["committed_on"] + (f"-{rank}" if rank > 1 else "")
        says |= OFFENCES[says["label"]]
    if "letter" in says:
        says["letter"] = last_of(f"lettre_{says['letter'].lower()}", acts)["id"]
    if "recours" in says:
        says["recours"] = last_of("recours", acts)["id"]
    says.setdefault("id", f"{kind}-{len(acts)}")


def add_act(kind: str, says: Says, dossier: dict[str, Any]) -> None:
    """The act that a line tells, or the end of the offence that it takes up again."""
    acts = dossier["acts"]
    if kind == "licence":
        dossier["licence"] = {key: says[key] for key in LICENCE.keys if key in says}
    elif kind:
        complete(kind, says, acts)
        acts.append({"act": kind} | {key: says[key] for key in ACTS[kind].keys if key in says})
    elif "established" in says:
        act = next(act for act in acts if act["id"] == says["offence"])
        act |= {key: says[key] for key in ("final_on", "final_by", "decided_on") if key in says}
        says["points"] = act["points"]


def told_points(cause: str, says: Says) -> int | None:
    """The points that a line says move, if it says so."""
    if cause == "withdrawal":
        return -int(says["taken"] if "taken" in says else says["points"])
    return -says["loses"] if "loses" in says else says.get("gives")


def next_line(place: str, was: Line, sentences: list[Sentence], says: Says) -> Line:
    """How things stand once a line is told, and the movement that it tells."""
    on = next(says[key] for key in DAY_OF_A_LINE if key in says)
    known: Says = {"balance": was.signed_balance, "ceiling": was.ceiling, "status": was.status, "owed": None} | says
    total: int = known["signed"] if "signed" in says else known["balance"]
    ceiling, status = known["ceiling"], known["status"]
    cause = "".join(sentence.cause for sentence in sentences)
    points = total - was.signed_balance
    if cause and "balance" not in says:
        raise ValueError("le solde manque")
    if "balance" in says and says["balance"] != max(0, total):
        raise ValueError(f"la somme est {total}")
    if not cause and (points or says.keys() & OF_A_MOVEMENT):
        raise ValueError("rien ne bouge ce jour-là")
    if cause and told_points(cause, says) not in (None, points):
        raise ValueError(f"les soldes disent {points}")
    if ("without_effect" in says) != (bool(cause) and (points, ceiling, status) == (0, was.ceiling, was.status)):
        raise ValueError("« Sans effet » est à dire quand rien ne change, et alors seulement")
    offence = says["offence"] if cause in OF_AN_OFFENCE else None
    movement = Movement(on, cause, points, max(0, total), total, ceiling, known["owed"], offence) if cause else None
    return Line(place, on, [sentence.says for sentence in sentences], says, movement, total, ceiling, status)


def tell(path: Path, name: str) -> Life:
    """The life that a file tells; ``name``: what to call the file in a message."""
    dossier: dict[str, Any] = {"format": "dossier/1", "licence": {}, "acts": []}
    lines: list[Line] = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if told := re.fullmatch(r"(\d+)\. (.*)", text):
            place = f"{name}:{number}"
            try:
                if int(told[1]) != len(lines) + 1:
                    raise ValueError(f"la ligne {len(lines) + 1} manque")
                sentences, says = read_line(told[2])
                add_act("".join(sentence.act for sentence in sentences), says, dossier)
                lines.append(next_line(place, lines[-1] if lines else BEFORE, sentences, says))
            except (ValueError, KeyError, StopIteration) as error:
                raise NotUnderstood(f"{place} : {error}") from error
    return Life(dossier, lines)
