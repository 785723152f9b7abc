"""A civil status, as FranceConnect sends it or as the register holds it: the same shape, so that they compare."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from mespoints.identity.birth import known_date
from mespoints.identity.names import name_key
from mespoints.identity.problems import Problem, SignInError
from mespoints.identity.provider import Provider

_COUNTRY = re.compile(r"99\d{3}")


class CivilStatus(NamedTuple):
    """Who a person is. Unknown parts of ``birth_date`` are "00"; an empty text is something unknown."""

    family_name: str
    usage_name: str
    given_names: tuple[str, ...]
    sex: str
    birth_date: str
    birth_place: str
    birth_country: str


def from_claims(claims: Mapping[str, Any], provider: Provider) -> CivilStatus:
    """The civil status of a verified userinfo; refused when a claim that we asked for did not come back."""
    missing = [name for name in provider.required_claims if claims.get(name) is None]
    if missing:
        raise SignInError(Problem.REFUSED, "missing claims: " + " ".join(missing))
    birth_date = known_date(str(claims["birthdate"]), str(claims.get("idp_birthdate") or ""))
    given_names = claims["given_name_array"]
    well_formed = (
        birth_date is not None
        and isinstance(given_names, list)
        and claims["gender"] in ("male", "female")
        and _COUNTRY.fullmatch(str(claims["birthcountry"]))
    )
    if birth_date is None or not well_formed:
        raise SignInError(Problem.REFUSED, "malformed claim")
    return CivilStatus(
        family_name=str(claims["family_name"]),
        usage_name=str(claims.get("preferred_username") or ""),
        given_names=tuple(map(str, given_names)),
        sex=claims["gender"],
        birth_date=birth_date,
        birth_place=str(claims["birthplace"]),
        birth_country=str(claims["birthcountry"]),
    )


def fingerprint_text(status: CivilStatus) -> str:
    """One text for one civil status, however it is spelled; the usage name left out, which comes and goes."""
    names = [status.family_name, *status.given_names]
    return "|".join([*map(name_key, names), status.sex, status.birth_date, status.birth_place, status.birth_country])
