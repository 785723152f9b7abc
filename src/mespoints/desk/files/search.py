"""Look for one file, exactly: by its number, or by the whole civil status. The reason comes with the search."""

from typing import Any

from django import forms

from mespoints.desk.fields import birth_field, text_field
from mespoints.desk.files.openings import ARTICLES
from mespoints.identity.birth import FRANCE
from mespoints.identity.civil_status import CivilStatus
from mespoints.identity.matching import Agreement, candidates
from mespoints.identity.neph import normal_neph
from mespoints.register.models import Licence

LONGEST_REASON = 200
SHORTEST_REASON = 10
CIVIL_STATUS = ("family_name", "given_names", "sex", "birth_date")
SEXES = [("", "—"), ("female", "féminin"), ("male", "masculin")]


class ReasonForm(forms.Form):
    """Why a file is opened, and on which article."""

    use_required_attribute = False

    reason = forms.CharField(
        label="Motif",
        help_text="Une phrase, que le titulaire lira telle quelle : « demande de relevé reçue le 20 novembre ».",
        min_length=SHORTEST_REASON,
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Donnez le motif : le titulaire a le droit de le connaître.",
            "min_length": f"Donnez un motif d'au moins {SHORTEST_REASON} caractères, que le titulaire comprenne.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    article = forms.ChoiceField(label="Article", choices=list(ARTICLES.items()))


class SearchForm(ReasonForm):
    """A file number, or a whole civil status: one of the two."""

    neph = text_field("NEPH (numéro de dossier)", "Exact : 5 à 19 chiffres ou lettres.", 60)
    family_name = text_field("Nom de naissance")
    given_names = text_field("Prénoms", "Dans l'ordre de l'état civil, séparés par des espaces.")
    sex = forms.ChoiceField(label="Sexe", choices=SEXES, required=False)
    birth_date = birth_field(required=False)
    birth_place = text_field("Commune de naissance", "Code INSEE (44109) ; rien si la naissance est à l'étranger.", 5)
    birth_country = text_field("Pays de naissance", "Code INSEE : 99100 pour la France.", 5)

    field_order = ("neph", *CIVIL_STATUS, "birth_place", "birth_country", "reason", "article")

    def clean(self) -> dict[str, Any]:
        """Exactly one way of naming a person, and all of it."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("neph"):
            given["neph"] = normal_neph(given["neph"])
            if given["neph"] is None:
                self.add_error("neph", "Le NEPH compte de 5 à 19 chiffres ou lettres. Vérifiez-le.")
            return given
        missing = [name for name in CIVIL_STATUS if not given.get(name) and name not in self.errors]
        for name in missing:
            self.add_error(name, "À indiquer, faute de NEPH : l'état civil se compare entier.")
        return given


def found(form: SearchForm) -> tuple[list[Licence], bool]:
    """The files that answer a form found sound, and whether it is certain. Nothing is found by likeness."""
    given = form.cleaned_data
    if given["neph"]:
        return list(Licence.objects.select_related("holder").filter(neph=given["neph"])), True
    answers = candidates(status_of(given))
    is_certain = len(answers) == 1 and answers[0].agreement is Agreement.CERTAIN
    return [answer.licence for answer in answers], is_certain


def status_of(given: dict[str, Any]) -> CivilStatus:
    """The civil status that a form tells."""
    return CivilStatus(
        family_name=given["family_name"],
        usage_name="",
        given_names=tuple(given["given_names"].split()),
        sex=given["sex"],
        birth_date=given["birth_date"],
        birth_place=given["birth_place"],
        birth_country=given["birth_country"] or FRANCE,
    )
