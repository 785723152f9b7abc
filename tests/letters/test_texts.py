"""What each letter says, read in its PDF: every content that the articles ask for."""

import re
from pathlib import Path

import pytest

from mespoints.letters.composing import TEMPLATES, Composer
from mespoints.letters.contents import Letter
from tests.letters.conftest import text_of
from tests.letters.test_composing import KINDS

IN_ALL = [
    "Registre des permis à points", "Référence 2025-0000", "NEPH 980144200317", "MME CAMILLE ROUSSEL",
    "44000 NANTES", "Nantes, le vendredi 25 avril 2025", "Madame,", "Pour le ministre de l'intérieur,",
    "page 1 sur 2", "page 2 sur 2",
    # how it can be challenged: justice administrative, art. R. 421-1 and R. 421-5
    "deux mois à partir du jour où vous recevez cette lettre", "recours gracieux", "recours hiérarchique",
    "saisir le tribunal administratif de Nantes (recours contentieux)", "art. R. 421-1",
    "interrompt le délai", "si elle ne répond pas pendant deux mois",
    # the right of access: art. L. 223-3, al. 1, and L. 225-3
    "traitement automatisé", "relevé intégral auprès du préfet de la Loire-Atlantique ou en ligne", "art. L. 225-3",
    # the address: art. R. 322-7
    "dans le mois (art. R. 322-7)",
    "ne contient aucun lien et ne vous demande aucun paiement",
]  # fmt: skip

SIMPLE = ["lettre simple", "compte personnel", "art. R. 223-3-1"]
REGISTERED = ["lettre recommandée avec avis de réception"]

RED_LIGHT = [
    "Non-respect de l'arrêt au feu rouge", "art. R. 412-30 du code de la route", "Lieu Nantes, quai de la Fosse",
    "Commise le vendredi 14 février 2025", "Établie le lundi 31 mars 2025, par le paiement de l'amende",
    "Retrait décidé le mardi 22 avril 2025", "Points retirés 4 points",
]  # fmt: skip

ALCOHOL = [
    "Conduite sous l'empire d'un état alcoolique", "art. L. 234-1 du code de la route",
    "Lieu Saint-Nazaire, avenue de la République", "Commise le dimanche 11 août 2024",
    "Établie le jeudi 3 avril 2025, par une condamnation définitive", "Retrait décidé le mardi 22 avril 2025",
    "Points retirés 6 points", "Votre solde au mardi 22 avril 2025 : 0 point",
]  # fmt: skip

SAID = {
    "48": [*RED_LIGHT, "Retrait de 4 points", "8 points sur 12", "4 points vous sont retirés de plein droit"],
    "48N": [
        "Usage d'un téléphone tenu en main", "art. R. 412-6-1", "Commise le samedi 8 février 2025", "3 points",
        "22 avril 2025 : 5 points", "sur 8 au plus pendant la période probatoire", "un stage est obligatoire",
        "dans les quatre mois qui suivent le jour où vous recevez cette lettre",
        "amende des contraventions de la quatrième classe", "suspendu, pour trois ans au plus", "art. R. 223-4",
        "elle vous est remboursée", "comptable de la direction générale des finances publiques",
        "dans les quinze jours qui suivent le stage", "art. R. 223-8, IV",
    ],
    "48M": [
        "par l'émission du titre exécutoire de l'amende forfaitaire majorée", "5 points sur 12",
        "rien ne vous y oblige", "une fois par an, de date à date", "jusqu'à 4 points, dans la limite de 12",
    ],
    "48SI": [
        *ALCOHOL, "votre permis de conduire est invalidé",
        "remettre votre permis de conduire au préfet de la Loire-Atlantique dans un délai de dix jours francs",
        "Ni ce jour ni celui de l'échéance ne comptent", "un samedi, un dimanche ou un jour férié",
        "certificat vous a été remis en échange", "deux ans d'emprisonnement et de 4 500 euros",
        "Le jeudi 18 juin 1998, votre solde était de 12 points",
        "2 septembre 2022 Non-respect de l'arrêt au feu rouge (art. R. 412-30), Nantes, quai de la Fosse",
        "4 octobre 2022 −4",
        "19 mars 2023 Franchissement d'une ligne continue", "21 avril 2023 −3", "5 mars 2024 −3", "22 avril 2025 −6",
        "Total des retraits ; 4 points ajoutés ou rendus dans le même temps ; le compte donne 0 −16",
        "avant six mois à partir du jour où vous aurez remis celui-ci", "un an si tous les points sont perdus",
        "reconnue apte après un examen médical et psychotechnique", "seule l'épreuve théorique est à repasser",
        "moins de neuf mois après", "art. R. 224-20",
    ],
    "46": [
        "Votre permis de conduire porte 12 points", "Points ajoutés 4 points", "À partir du mercredi 23 avril 2025",
        "trois ans après le paiement du 23 avril 2022", "12 points sur 12", "art. L. 223-6, al. 2",
    ],
    "46D": [
        "Un point vous est rendu", "Excès de vitesse de 11 km/h hors agglomération",
        "Commise le mardi 3 septembre 2024", "six mois après le paiement du 23 octobre 2024", "12 points sur 12",
        "art. L. 223-6, al. 3",
    ],
    "46B": [
        "4 points vous sont rendus après dix ans", "Non-respect de l'arrêt au feu rouge",
        "Commise le lundi 9 mars 2015", "dix ans après le paiement du 24 avril 2015", "4 points sur 12",
        "art. L. 223-6, al. 5",
    ],
    "47": [
        "4 points vous sont rendus après votre stage",
        "Stage volontaire du vendredi 11 avril 2025 au samedi 12 avril 2025", "À partir du dimanche 13 avril 2025",
        "9 points sur 12", "un an, de date à date", "R. 223-8",
    ],
    "rectificatif": [
        "Ancien solde 8 points", "Nouveau solde 12 points", "À partir du mardi 22 avril 2025",
        "Le retrait pour l'infraction du 4 mai 2024 est annulé",
    ],
    "interdiction": [
        *ALCOHOL, "interdit de conduire en France pendant un an", "art. L. 223-10, II",
        "des points vous sont de nouveau affectés", "il n'est pas à remettre",
        "deux ans d'emprisonnement et de 4 500 euros", "Le lundi 1er mars 2021, votre solde était de 12 points",
        "4 octobre 2023 −4", "21 mars 2024 −3", "le compte donne −1 −13", "augmenté de deux mois", "art. R. 421-7",
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_every_letter_must(kind: str, texts: dict[str, str]) -> None:
    """Who writes to whom, how to challenge, the right of access, the address, no link and no payment."""

    assert [] == [content for content in IN_ALL if content not in texts[kind]]


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_its_article_asks(kind: str, texts: dict[str, str]) -> None:
    """Offence, place, days, points, balance, and what is particular to the kind."""

    assert [] == [content for content in SAID[kind] if content not in texts[kind]]


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_how_it_is_sent(kind: str, texts: dict[str, str]) -> None:
    """The electronic account is offered on simple letters alone (art. R. 223-3-1)."""
    expected, absent = (REGISTERED, SIMPLE) if kind in ("48N", "48SI", "interdiction") else (SIMPLE, REGISTERED)

    assert [] == [content for content in expected if content not in texts[kind]]
    assert [] == [content for content in absent if content in texts[kind]]


@pytest.mark.parametrize("kind", KINDS)
def test_it_has_no_link(kind: str, texts: dict[str, str], pdfs: dict[str, bytes]) -> None:
    """Neither in its text nor behind it."""

    assert not re.search(r"https?:|www\.|@|\.fr\b|\.org\b", texts[kind])
    assert b"/URI" not in pdfs[kind]
    assert b"/Subtype/Link" not in pdfs[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_demonstration_says_so_on_every_page(
    kind: str, composer: Composer, letters: dict[str, Letter], texts: dict[str, str]
) -> None:
    """At the top of the letter and at the foot of each page, unless the letter is a true one."""
    words = "document de démonstration, sans valeur officielle"
    true_letter = letters[kind]._replace(head=letters[kind].head._replace(is_specimen=False))

    assert 3 == texts[kind].lower().count(words)
    assert "démonstration, sans valeur" not in text_of(composer.compose(true_letter))


def test_numbers_agree(composer: Composer, letters: dict[str, Letter]) -> None:
    """« 1 point vous est retiré », « 0 point »; French counts from two."""
    letter = letters["48"]
    assert hasattr(letter, "offence")
    single = letter._replace(offence=letter.offence._replace(taken=1, in_bareme=1), balance=1)  # type: ignore[call-arg]
    text = text_of(composer.compose(single))

    assert "Retrait de 1 point Madame, 1 point vous est retiré de plein droit" in text
    assert "Votre solde au mardi 22 avril 2025 : 1 point sur 12" in text


def test_a_man_is_written_to_as_a_man(composer: Composer, letters: dict[str, Letter]) -> None:
    """« Monsieur », « reconnu apte »."""
    head = letters["48SI"].head
    to_him = letters["48SI"]._replace(head=head._replace(recipient=head.recipient._replace(sex="male")))
    text = text_of(composer.compose(to_him))

    assert "Monsieur," in text
    assert "reconnu apte" in text
    assert "Madame" not in text


def test_a_limited_withdrawal_says_why_it_is_limited(composer: Composer, letters: dict[str, Letter]) -> None:
    """Simultaneous offences: fewer points than the barème says (art. R. 223-2)."""
    letter = letters["48"]
    assert hasattr(letter, "offence")
    limited = letter._replace(offence=letter.offence._replace(taken=2))  # type: ignore[call-arg]
    text = text_of(composer.compose(limited))

    assert "Points retirés 2 points sur les 4 que prévoit le barème" in text
    assert "R. 223-2" in text


def test_a_second_loss_waits_a_year(composer: Composer, letters: dict[str, Letter]) -> None:
    """Art. L. 223-5, II, last sentence."""
    second = letters["48SI"]._replace(months_before_new_licence=12)  # type: ignore[call-arg]

    assert "avant un an, car vous avez déjà perdu tous vos points" in text_of(composer.compose(second))


def test_the_mandatory_stage_is_refunded(composer: Composer, letters: dict[str, Letter]) -> None:
    """The 47 after a stage ordered by a 48N recalls the refund of the fine (art. R. 223-8, IV)."""
    ordered = letters["47"]._replace(stage="probatoire")  # type: ignore[call-arg]
    text = text_of(composer.compose(ordered))

    assert "Stage obligatoire" in text
    assert "elle vous est remboursée" in text


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.typ")), ids=lambda path: path.name)
def test_french_typography(path: Path) -> None:
    """No line can end before a high mark, or between « art. » and its number."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("//")]
    loose = re.compile(r" [;?!»](\s|$)| :(\s|\]|$)|« |\b(art\.|[LR]\.) [LR0-9]")

    assert [] == [line for line in lines if loose.search(line)]
