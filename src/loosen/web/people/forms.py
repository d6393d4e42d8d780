"""How the practice, the player and the pages should be for this person."""

from typing import Any, ClassVar
from zoneinfo import available_timezones

from django import forms

from loosen.content.emergency import countries
from loosen.core.score import Position
from loosen.web.abilities import CANNOT, cannot_of, positions_off
from loosen.web.chosen import parts_chosen, parts_of, programme_of, sessions_to_choose
from loosen.web.people.models import User

PACES = [(f"{tenths / 10:.1f}", tenths) for tenths in range(8, 16)]
"""Lengths of one count in seconds, from brisk to slow, and the seconds of one breath: four counts in and six out."""

USUAL_BREATH_S = 10

UNKNOWN = {"invalid_choice": "Please choose from the list."}

VOLUME = dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Please choose a volume from 0 to 100.")

NO_COUNTRY = ("", "Another, or not to say")


def pace_words(breath_s: int) -> str:
    """Say a pace by the length of one breath."""
    usual = " (usual)" if breath_s == USUAL_BREATH_S else ""
    return f"{breath_s} seconds{usual}"


class SessionForm(forms.ModelForm):  # type: ignore[type-arg]  # Django has no such subscript when it runs
    """What is heard and seen in a session; the player sends this part alone."""

    count_s = forms.TypedChoiceField(
        label="One breath, in and out",
        choices=[(count, pace_words(breath_s)) for count, breath_s in PACES],
        coerce=float,
        error_messages={"invalid_choice": "Please choose a pace from the list."},
    )

    class Meta:
        model = User
        fields: ClassVar[list[str]] = ["count_s", "chime", "voice", "tone", "volume", "still_pictures"]
        widgets: ClassVar[dict[str, forms.Widget]] = {
            "volume": forms.NumberInput(attrs={"type": "range", "min": 0, "max": 100, "step": 5}),
        }
        error_messages: ClassVar[dict[str, dict[str, str]]] = {
            "volume": VOLUME, "theme": UNKNOWN, "contrast": UNKNOWN,
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the pace as the list writes it."""
        super().__init__(*args, **kwargs)
        self.initial["count_s"] = f"{self.instance.count_s:.1f}"

    def keep(self) -> None:
        """Write these fields and no others."""
        self.instance.save(update_fields=self.Meta.fields)


class YouForm(SessionForm):
    """Everything on the page You."""

    parts = forms.MultipleChoiceField(
        label="When you practise",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Please keep at least one part of the day. One is enough.",
            "invalid_choice": "Your programme has changed. Please choose again.",
        },
    )
    cannot = forms.MultipleChoiceField(
        label="What is not possible these days",
        choices=[(name, words) for name, (words, _) in CANNOT.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages=UNKNOWN,
    )
    country = forms.ChoiceField(
        label="Country", choices=[NO_COUNTRY, *countries()], required=False, error_messages=UNKNOWN
    )
    zone = forms.CharField(label="Time zone", max_length=64)

    class Meta(SessionForm.Meta):
        fields: ClassVar[list[str]] = [
            *SessionForm.Meta.fields, "name", "parts", "country", "zone", "theme", "contrast",
        ]  # fmt: skip
        labels: ClassVar[dict[str, str]] = {
            "name": "What may we call you?",
            "theme": "Light or dark",
            "contrast": "Contrast",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show what was kept about the body in words, and the sessions of the programme."""
        super().__init__(*args, **kwargs)
        self.fields["parts"].choices = sessions_to_choose(programme_of(self.instance))  # type: ignore[attr-defined]
        self.initial["parts"] = parts_of(self.instance, programme_of(self.instance))
        self.initial["cannot"] = cannot_of(Position(position) for position in self.instance.positions_off)

    def full_clean(self) -> None:
        """Judge the page, and let the first field that needs another look have the focus."""
        super().full_clean()
        first = next(iter(self.errors), None)
        if first in self.fields:
            self.fields[first].widget.attrs["autofocus"] = True

    def clean_parts(self) -> list[str]:
        """Keep one small thing only where nothing else was chosen: it can always be had."""
        return parts_chosen(self.cleaned_data["parts"])

    def clean_cannot(self) -> list[str]:
        """Leave at least one way to be."""
        cannot: list[str] = self.cleaned_data["cannot"]
        if positions_off(cannot) >= set(Position):
            raise forms.ValidationError("Please leave one way to be: on the floor, on a chair or standing.")
        return cannot

    def clean_zone(self) -> str:
        """Take a time zone the world knows."""
        zone: str = self.cleaned_data["zone"]
        if zone not in available_timezones():
            raise forms.ValidationError("Please write a zone such as Europe/London.")
        return zone

    def keep(self) -> None:
        """Write every field of the page."""
        off = positions_off(self.cleaned_data["cannot"])
        self.instance.positions_off = sorted(position.value for position in off)
        self.instance.save(update_fields=[*self.Meta.fields, "positions_off"])
