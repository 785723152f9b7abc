"""What an agent types: a request that arrived, and the words of an answer to a claim."""

from typing import Any

from django import forms

from mespoints.desk.fields import birth_field, day_field, text_field
from mespoints.desk.queue.words import CHANNELS, LICENCE_STATES, OUTCOMES, REQUESTERS
from mespoints.identity.birth import FRANCE
from mespoints.identity.neph import normal_neph
from mespoints.requests.claims import LONGEST
from mespoints.requests.departures import is_address
from mespoints.requests.handling import Arrival
from mespoints.requests.models import Applicant
from mespoints.requests.pieces import EMAIL, HOLDER, ONLINE


def required_text(label: str, missing: str, hint: str = "") -> forms.CharField:
    """A text that must be there."""
    return forms.CharField(
        label=label, help_text=hint, max_length=100, error_messages={"required": missing},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip


class ArrivalForm(forms.Form):
    """A request as it arrived. The civil status is that of the holder, whoever asks."""

    use_required_attribute = False

    channel = forms.ChoiceField(label="Canal", choices=[(k, v) for k, v in CHANNELS.items() if k != ONLINE])
    requester = forms.ChoiceField(label="Qui demande", choices=list(REQUESTERS.items()))
    organisation = text_field("Cabinet, société, mandataire", "Quand ce n'est pas le titulaire.")
    licence_state = forms.ChoiceField(label="Le titre est", choices=list(LICENCE_STATES.items()))
    received_on = day_field("Reçue le")
    family_name = required_text("Nom de naissance du titulaire", "Indiquez le nom de naissance.")
    given_names = required_text("Prénoms", "Indiquez les prénoms.", "Dans l'ordre, séparés par des espaces.")
    sex = forms.ChoiceField(label="Sexe", choices=[("female", "féminin"), ("male", "masculin")])
    birth_date = birth_field()
    birth_place = text_field("Commune de naissance", "Code INSEE (44109) ; rien si la naissance est à l'étranger.", 5)
    birth_country = text_field("Pays de naissance", "Code INSEE ; rien pour la France.", 5)
    neph = text_field("NEPH", "S'il est sur la demande.", 60)
    reply_to = forms.CharField(
        label="Répondre à", help_text="L'adresse postale, ou l'adresse électronique.", max_length=300,
        error_messages={"required": "Indiquez où répondre."}, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, today: Any) -> None:
        super().__init__(data, initial={"received_on": today})
        self.today = today

    def clean(self) -> None:
        """A request did not arrive tomorrow; whoever is not the holder is named."""
        given = self.cleaned_data
        if given.get("received_on") and given["received_on"] > self.today:
            self.add_error("received_on", "Ce jour est à venir.")
        if given.get("requester") != HOLDER and not given.get("organisation"):
            self.add_error("organisation", "Dites qui demande.")
        lines = [line.strip() for line in given.get("reply_to", "").splitlines() if line.strip()]
        if given.get("channel") == EMAIL and lines and not (len(lines) == 1 and is_address(lines[0])):
            self.add_error("reply_to", "Par courrier électronique, indiquez une adresse et une seule : nom@exemple.fr.")
        if given.get("neph"):
            given["neph"] = normal_neph(given["neph"])
            if given["neph"] is None:
                self.add_error("neph", "Le NEPH compte de 5 à 19 chiffres ou lettres. Vérifiez-le.")

    def arrival(self, departement: str) -> Arrival:
        """The request of the agent's département."""
        told = self.cleaned_data
        return Arrival(told["channel"], told["requester"], told["licence_state"], departement)

    def applicant(self) -> Applicant:
        """What it says of people, not saved yet."""
        told = self.cleaned_data
        return Applicant(
            family_name=told["family_name"], given_names=told["given_names"].split(), sex=told["sex"],
            birth_date=told["birth_date"], birth_place=told["birth_place"],
            birth_country=told["birth_country"] or FRANCE, neph=told["neph"] or "", organisation=told["organisation"],
            reply_to=[line.strip() for line in told["reply_to"].splitlines() if line.strip()],
        )  # fmt: skip


class FirstMessageForm(forms.Form):
    """The first of the two messages of a request by e-mail: where to answer, and nothing else."""

    use_required_attribute = False

    received_on = day_field("Reçu le")
    reply_to = forms.EmailField(
        label="Adresse électronique", help_text="Celle du message : la réponse dit quoi envoyer.", max_length=254,
        error_messages={"required": "Indiquez où répondre.", "invalid": "Écrivez l'adresse ainsi : nom@exemple.fr."},
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, today: Any) -> None:
        super().__init__(data, initial={"received_on": today})
        self.today = today

    def clean_received_on(self) -> Any:
        """A message did not arrive tomorrow."""
        if self.cleaned_data["received_on"] > self.today:
            raise forms.ValidationError("Ce jour est à venir.")
        return self.cleaned_data["received_on"]


class AnswerForm(forms.Form):
    """What the driver will read."""

    use_required_attribute = False

    text = forms.CharField(
        label="Texte", help_text="Le conducteur le lira tel quel.", max_length=LONGEST, required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip
    outcome = forms.ChoiceField(label="Issue", choices=[("", "—"), *OUTCOMES.items()], required=False)
