"""What the person tells of a day and of a session. Every question may be left out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from loosen.core.journal import Body, CheckIn, Entry, Felt, Note
from loosen.web import records
from loosen.web.people.models import User
from loosen.web.practised import Practised
from loosen.web.said import says_nothing_else, still_said, was_taken_back
from loosen.web.scales import TOP

NUMBERS = [*((number, str(number)) for number in range(TOP + 1)), ("", "Leave it out")]

SCALES = ("pain", "stiffness", "sleep", "mood")
"""The numbers of a check-in."""

BODY_WORDS = {
    Body.USUAL: "As usual",
    Body.SORER: "A bit sorer",
    Body.HEAVY: "Heavy or slow",
    Body.NEW: "Something new",
}

FELT_WORDS = {
    Felt.GOOD: "Good",
    Felt.ALL_RIGHT: "All right",
    Felt.HARD_GOING: "Hard going",
    Felt.SHARP_AT_TIMES: "Sharp at times",
}

LINE_MOST = 280
"""Characters of the one line: a few sentences."""


class NumberField(forms.TypedChoiceField):
    """A number from 0 to 10, or nothing."""

    def __init__(self, **kwargs: Any) -> None:
        """Ask with eleven radios."""
        super().__init__(
            choices=NUMBERS,
            coerce=int,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Please choose a number from 0 to 10, or none."},
            **kwargs,
        )


class EntryForm(forms.Form):
    """A form that becomes an entry; `id` was made when the page was, so that sent twice it is kept once."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"invalid": "Please load this page once more."})

    def heads(self, person: User, day: date, standing: Sequence[Entry]) -> tuple[records.Head, ...]:
        """Return the head of the new entry, and one more for every further entry it corrects."""
        mine = str(self.cleaned_data["id"])
        corrected = [entry.id for entry in standing if entry.id != mine]
        first = records.head_for(person, mine, day, corrected[-1] if corrected else None)
        return (first, *(records.head_for(person, None, day, other) for other in corrected[:-1]))


class CheckInForm(EntryForm):
    """How the person is, in twenty seconds."""

    pain = NumberField()
    stiffness = NumberField()
    sleep = NumberField()
    mood = NumberField()
    body = forms.TypedChoiceField(
        choices=[(body.value, words) for body, words in BODY_WORDS.items()],
        coerce=Body,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Please choose one of the four, or none."},
    )

    @classmethod
    def showing(cls, before: CheckIn | None) -> "CheckInForm":
        """Return the form as it was answered before, or empty."""
        if before is None or was_taken_back(before):
            return cls(initial={"id": records.new_id()})
        told = {name: getattr(before, name) for name in SCALES}
        body = before.body.value if before.body is not Body.USUAL or says_nothing_else(before) else None
        return cls(initial={"id": records.new_id(), **told, "body": body})

    def entries(self, person: User, day: date, standing: Sequence[CheckIn]) -> tuple[CheckIn, ...]:
        """Return the check-in of a day, once for each that stood before it (two devices): the person settles it now."""
        told = {name: self.cleaned_data[name] for name in SCALES}
        body = self.cleaned_data["body"]
        if all(number is None for number in told.values()) and body in (None, Body.USUAL):
            return self._without_numbers(person, day, still_said(standing))
        return tuple(CheckIn(**head, **told, body=body or Body.USUAL) for head in self.heads(person, day, standing))

    def _without_numbers(self, person: User, day: date, said: Sequence[CheckIn]) -> tuple[CheckIn, ...]:
        """Return what takes back all that was said, then "as usual" if that was ticked: it stands by itself."""
        mine = str(self.cleaned_data["id"])
        usual = self.cleaned_data["body"] is Body.USUAL
        heads = [records.head_for(person, None, day, before.id) for before in said if before.id != mine]
        if usual:
            heads.append(records.head_for(person, mine, day, None))
        return tuple(CheckIn(**head) for head in heads)


class NoteForm(EntryForm):
    """How a session felt, in two taps and a line. `stops` are the taps on Too sharp, which may be taken back."""

    felt = forms.TypedChoiceField(
        choices=[(felt.value, words) for felt, words in FELT_WORDS.items()],
        coerce=Felt,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Please choose one of the four, or none."},
    )
    pain = NumberField()
    chips = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    line = forms.CharField(
        required=False,
        max_length=LINE_MOST,
        widget=forms.Textarea(attrs={"rows": 2, "aria-describedby": "line-mend"}),
        error_messages={
            "max_length": "This is longer than %(limit_value)d letters (%(show_value)d). Please shorten it."
        },
    )
    not_sharp = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def offering(self, chips: Sequence[tuple[str, str]], stops: Sequence[tuple[str, str]]) -> "NoteForm":
        """Return the form with the chips and stops of this session."""
        self.fields["chips"].choices = chips  # type: ignore[attr-defined]
        self.fields["not_sharp"].choices = stops  # type: ignore[attr-defined]
        return self

    @classmethod
    def showing(cls, before: Note | None) -> "NoteForm":
        """Return the form as it was answered before, or empty."""
        if before is None:
            return cls(initial={"id": records.new_id()})
        told = {"pain": before.pain, "chips": before.chips, "line": before.line, "not_sharp": before.not_sharp}
        return cls(initial={"id": records.new_id(), "felt": before.felt and before.felt.value, **told})

    def entries(self, person: User, session: Practised, standing: Sequence[Note]) -> tuple[Note, ...]:
        """Return the note of a session, once for each that stood before it (two devices): the person settles it now."""
        told = {"felt": self.cleaned_data["felt"], "pain": self.cleaned_data["pain"]}
        told |= {name: tuple(self.cleaned_data[name]) for name in ("chips", "not_sharp")}
        line = self.cleaned_data["line"].strip()
        heads = self.heads(person, session.day, standing)
        return tuple(Note(**head, session=session.session, line=line, **told) for head in heads)
