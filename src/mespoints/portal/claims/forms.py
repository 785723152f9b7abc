"""What a claim says, and the files that come with it. A file is judged by its bytes; its name is never read."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy

from mespoints.portal.claims.words import KINDS, REFUSED_FILES
from mespoints.portal.wording import _
from mespoints.requests.attachments import MOST_FILES, FileRefused, Judged, judge
from mespoints.requests.claims import LONGEST
from mespoints.requests.media import MOST_BYTES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_OF_A_REQUEST = MOST_FILES * MOST_BYTES + 100_000
"""Bytes: more is refused before it is read."""


class SeveralFiles(forms.FileInput):
    """One field, several files."""

    allow_multiple_selected = True


class ReplyForm(forms.Form):
    """A text, and files. ``judged``: those that may be kept, once the form is valid."""

    use_required_attribute = False

    text = forms.CharField(
        label=gettext_lazy("Expliquez en quelques phrases"),
        help_text=gettext_lazy("Ce qui est faux, ce qui devrait y être, et depuis quand."),
        max_length=LONGEST,
        error_messages={
            "required": gettext_lazy("Expliquez ce qui ne va pas."),
            "max_length": gettext_lazy("Ce texte est trop long : 4 000 caractères au plus."),
        },
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    attached = forms.Field(
        label=gettext_lazy("Pièces jointes"),
        help_text=gettext_lazy("Trois au plus, en PDF, JPEG ou PNG, de 4 mégaoctets chacune au plus."),
        required=False,
        widget=SeveralFiles(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )
    judged: tuple[Judged, ...] = ()

    def __init__(self, data: Any = None, files: "MultiValueDict[str, UploadedFile[Any]] | None" = None) -> None:
        super().__init__(data, files)
        self.sent = [] if files is None else files.getlist("attached")

    def clean(self) -> None:
        """Say which file cannot be kept, and why."""
        try:
            self.judged = judge([file.read() for file in self.sent])
        except FileRefused as refused:
            self.add_error("attached", _(REFUSED_FILES[refused.why]) % {"place": refused.place})


class ClaimForm(ReplyForm):
    """The same, and what it is about."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Qu'est-ce qui ne va pas ?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choisissez ce qui ne va pas."),
            "invalid_choice": gettext_lazy("Choisissez ce qui ne va pas."),
        },
    )
    field_order = ("kind", "text", "attached")

    def __init__(self, data: Any = None, files: "MultiValueDict[str, UploadedFile[Any]] | None" = None) -> None:
        super().__init__(data, files)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(word, _(label)) for word, label in KINDS.items()]
