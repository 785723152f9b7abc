"""The provider's French pages: plain HTML without script, each with the band that says what this is not."""

from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files

from mespoints.demo.provider.http import Response, page
from mespoints.demo.provider.memory import SignedIn
from mespoints.demo.provider.parties import FRANCECONNECT, Client, Identity, Profile, claims_for

STYLE_PATH = "/style.css"
STYLE = files(__package__).joinpath("style.css").read_bytes()

CLAIM_NAMES: Mapping[str, str] = {
    "family_name": "Nom de naissance",
    "given_name": "Prénoms",
    "birthdate": "Date de naissance",
    "idp_birthdate": "Date de naissance telle que connue du fournisseur d'identité",
    "gender": "Sexe",
    "birthplace": "Commune de naissance (code INSEE)",
    "birthcountry": "Pays de naissance (code INSEE)",
    "preferred_username": "Nom d'usage",
    "email": "Adresse électronique",
    "idp_id": "Fournisseur d'identité",
    "usual_name": "Nom",
    "uid": "Identifiant dans l'annuaire",
}
"""How the consent page names each claim; ``given_name_array`` repeats ``given_name`` and is not shown."""

SPOKEN: Mapping[str, str] = {"female": "féminin", "male": "masculin", "": "sans objet"}
"""What a page says for a claim whose value is not a word of French."""


def _layout(title: str, main: str, status: str = "200 OK", profile: Profile = FRANCECONNECT) -> Response:
    return page(
        f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} · fournisseur d'identité de démonstration</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{STYLE_PATH}">
</head>
<body>
<header role="banner"><p>Démonstration : ce n'est pas {profile.name}</p></header>
<main>
<h1>{escape(title)}</h1>
{main}
</main>
</body>
</html>
""".replace(" :", "&nbsp;:").replace(" ?", "&nbsp;?"),  # a French colon never begins a line
        status,
    )


def _choice(name: str, value: str, label: str, line: str = "") -> str:
    small = f"<small>{escape(line)}</small>" if line else ""
    return f'<li><button name="{name}" value="{escape(value)}"><b>{escape(label)}</b>{small}</button></li>'


def _choices(address: str, items: Iterable[str]) -> str:
    return f'<form method="post" action="{escape(address)}"><ul class="choices">{"".join(items)}</ul></form>'


def _button(address: str, label: str, kind: str) -> str:
    return f'<form method="post" action="{escape(address)}"><button class="{kind}">{escape(label)}</button></form>'


def identity_providers(here: str, client: Client, profile: Profile) -> Response:
    """The choice of an identity provider."""
    choices = _choices(here, (_choice("identity_provider", *item) for item in profile.identity_providers.items()))
    return _layout(
        "Choisissez un compte pour vous connecter",
        f"<p>Vous allez vous connecter à <b>{escape(client.name)}</b>. Aucun mot de passe ne vous sera demandé : "
        f"ces noms ne mènent pas aux vrais services.</p>{choices}"
        + _button(f"{here}/abort", f"Revenir en arrière, sur {client.name}", "quiet"),
    )


def people(here: str, profile: Profile, identity_provider: str, identities: Iterable[Identity]) -> Response:
    """The choice of the person to be."""
    name = profile.identity_providers.get(identity_provider, profile.name)
    other = _button(f"{here}/restart", "Choisir un autre compte", "quiet") if profile.asks_for_provider else ""
    choices = _choices(
        f"{here}/person", (_choice("person", person.key, person.name, person.situation) for person in identities)
    )
    return _layout(
        "Qui voulez-vous être ?",
        f"<p>La page de connexion ({escape(name)}) est remplacée par une liste de "
        f"personnes inventées.</p>{choices}"
        + other
        + _button(f"{here}/abort", "Revenir en arrière, sans se connecter", "quiet"),
        profile=profile,
    )


def consent(here: str, client: Client, profile: Profile, signed_in: SignedIn, scopes: frozenset[str]) -> Response:
    """What will be handed over, before it is."""
    claims = claims_for(signed_in.identity, signed_in.identity_provider, scopes, profile.claims_by_scope)
    rows = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(SPOKEN.get(str(claims[claim]), str(claims[claim])))}</dd>"
        for claim, name in CLAIM_NAMES.items()
        if claim in claims
    )
    account = profile.identity_providers.get(signed_in.identity_provider, profile.name)
    return _layout(
        f"Continuer sur {client.name}",
        f"<p>Vous êtes <b>{escape(signed_in.identity.name)}</b>, avec le compte "
        f"{escape(account)}. Ces données seront transmises :</p><dl>{rows}</dl>"
        + _button(f"{here}/consent", f"Continuer sur {client.name}", "go")
        + _button(f"{here}/restart", "Être quelqu'un d'autre", "quiet")
        + _button(f"{here}/abort", "Revenir en arrière, sans se connecter", "quiet"),
        profile=profile,
    )


def error(code: str, sentence: str, status: str, profile: Profile = FRANCECONNECT) -> Response:
    """A refusal that stays here, with the code that the true provider shows."""
    return _layout(
        "Une erreur est survenue",
        f"<p>{escape(sentence)}</p><p>Code d'erreur : <b>{escape(code)}</b></p>"
        "<p>Fermez cette page et recommencez depuis le service.</p>",
        status,
        profile,
    )
