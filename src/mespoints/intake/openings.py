"""A licence and its holder as a feed tells them: checked, compared with what is kept, opened."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from mespoints.intake.lines import LineRefused
from mespoints.intake.shapes import HOLDER
from mespoints.law.acts import Licence as LawLicence
from mespoints.law.days import iso
from mespoints.law.reading import DossierRefused, read_dossier
from mespoints.law.refusals import Refusal, shown
from mespoints.law.shapes import LICENCE
from mespoints.law.statement import StatementRefused, make_statement
from mespoints.register.holders import as_opened
from mespoints.register.models import Holder, Licence

DIFFERENT = "diffère de ce qui est enregistré ; cette remise ne le modifie pas"


def licence_of(neph: str, values: dict[str, Any]) -> dict[str, Any]:
    """The licence of ``dossier/1`` that an opening tells."""
    return {"neph": neph, **{key: value for key, value in values.items() if key in LICENCE.keys}}


def check_opening(neph: str, values: dict[str, Any], recorded_on: date) -> None:
    """A licence that the law can read on the day of recording, of somebody born before it. Raises LineRefused."""
    document = {"format": "dossier/1", "licence": licence_of(neph, values), "acts": []}
    try:
        dossier = read_dossier(document)
        make_statement(dossier, recorded_on.toordinal())
    except DossierRefused as refusal:
        raise LineRefused(*(error.message for error in refusal.errors)) from refusal
    except StatementRefused as refusal:
        raise LineRefused(str(refusal)) from refusal
    refusals = birth_refusals("ligne", values["birth_date"], dossier.licence, recorded_on)
    if refusals:
        raise LineRefused(*(refusal.message for refusal in refusals))


def birth_refusals(place: str, birth_date: str, licence: LawLicence, recorded_on: date) -> list[Refusal]:
    """Nobody is born after the day of recording, nor after their licence. Unknown parts are given the benefit."""
    latest = min(recorded_on.isoformat(), iso(licence.obtained_on))
    if birth_date <= latest:
        return []
    expected = f"un jour qui ne suit ni l'enregistrement ni l'obtention du permis ({latest})"
    return [Refusal(place, "birth_date", shown(birth_date), expected)]


def holder_fields(values: dict[str, Any]) -> dict[str, Any]:
    """The holder of an opening as the register's columns."""
    absent = {"usage_name": "", "email": ""}
    return absent | {key: value for key, value in values.items() if key in HOLDER.keys and key != "code"}


def licence_fields(opening: LawLicence) -> dict[str, Any]:
    """The opening licence of a dossier as the register's columns."""
    return {
        "obtained_on": date.fromordinal(opening.obtained_on),
        "probation": opening.probation,
        "territory": opening.territory,
        "foreign": opening.foreign,
    }


def refuse_changes(licence: Licence, holder: dict[str, Any], opening: dict[str, Any]) -> None:
    """A holder or an opening licence that differs is refused: what is known is not changed in passing.

    A source may tell a holder again as it first did, or as acts have told them since.
    """
    kept = (("holder", (licence.holder, as_opened(licence.holder)), holder), ("licence", (licence,), opening))
    reasons = [
        f"{place}, clé « {name} » : {DIFFERENT}."
        for place, versions, given in kept
        for name, value in given.items()
        if all(getattr(version, name) != value for version in versions)
    ]
    if reasons:
        raise LineRefused(*reasons)


def open_licences(openings: Sequence[tuple[str, dict[str, Any], dict[str, Any]]], recorded_on: date) -> list[Licence]:
    """Open licences of unknown file numbers: the number, the columns of the holder, those of the licence."""
    holders = Holder.objects.bulk_create([Holder(**holder) for _, holder, _ in openings])
    return Licence.objects.bulk_create(
        Licence(neph=neph, holder=holder, recorded_on=recorded_on, **licence)
        for (neph, _, licence), holder in zip(openings, holders, strict=True)
    )
