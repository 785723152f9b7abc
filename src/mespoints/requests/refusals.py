"""Why a record is refused: each ground with its articles, for whom it is meant, and the words of the reply.

Who may see what is said by ``law.access``; a refusal names the article, and leaves its event.
"""

from typing import NamedTuple

from mespoints.law.access import Datum, kept_by
from mespoints.requests.pieces import EMPLOYER, HOLDER, INSURER, LAWYER, MANDATAIRE, THIRD_PERSON

IDENTITY_UNPROVEN, INCOMPLETE, HOLDER_DECEASED = "identity_unproven", "incomplete", "holder_deceased"


class Ground(NamedTuple):
    """``requesters``: those it can be told. ``articles``: as the reply names them. ``sentence``: in French."""

    requesters: tuple[str, ...]
    articles: tuple[str, ...]
    sentence: str


POINTS = kept_by(Datum.POINTS)
ENTITLED = (HOLDER, LAWYER, MANDATAIRE)
PENAL = (
    "Se faire communiquer le relevé d'un autre par de fausses déclarations, ou des informations que la loi ne permet "
    "pas d'obtenir, est un délit (code de la route, art. L. 225-8)."
)

GROUNDS = {
    EMPLOYER: Ground(
        (EMPLOYER,),
        (POINTS, "L225-6"),
        "Le relevé d'un conducteur n'est communiqué qu'à lui-même et aux autorités que la loi désigne. Les points ne "
        "sont jamais communiqués à un employeur (code de la route, art. L. 223-7 et L. 225-6). Le conducteur peut vous "
        "remettre lui-même une attestation de droits à conduire, où ne figure aucun point.",
    ),
    INSURER: Ground(
        (INSURER,),
        (POINTS, "L225-6"),
        "Le relevé d'un conducteur n'est communiqué qu'à lui-même et aux autorités que la loi désigne. Les points ne "
        "sont jamais communiqués à un assureur (code de la route, art. L. 223-7 et L. 225-6). Pour vos assurés, vous "
        "ne pouvez demander que l'existence, les catégories et la validité du permis (art. L. 225-5 et R. 225-5).",
    ),
    THIRD_PERSON: Ground(
        (THIRD_PERSON,),
        ("L225-6", "L225-3"),
        "Le relevé d'un conducteur n'est communiqué qu'à lui-même et aux autorités que la loi désigne (code de la "
        "route, art. L. 225-3, L. 225-4 et L. 225-6).",
    ),
    IDENTITY_UNPROVEN: Ground(
        ENTITLED,
        ("L225-3",),
        "Ce que vous avez envoyé ne permet pas de savoir avec certitude de quel permis il s'agit. Le relevé n'est "
        "communiqué qu'au titulaire (code de la route, art. L. 225-3). Vous pouvez demander de nouveau, avec le numéro "
        "de dossier (NEPH) inscrit sur votre permis.",
    ),
    INCOMPLETE: Ground(
        ENTITLED,
        ("CRPA L114-5",),
        "Les pièces qui vous ont été demandées ne sont pas venues dans le délai donné (code des relations entre le "
        "public et l'administration, art. L. 114-5). Vous pouvez demander de nouveau, avec toutes les pièces.",
    ),
    HOLDER_DECEASED: Ground(
        ENTITLED,
        ("L225-3",),
        "Le titulaire de ce permis est décédé : son relevé n'est plus communiqué qu'aux autorités que la "
        "loi désigne (code de la route, art. L. 225-3 et L. 225-4).",
    ),
}
