"""What a clinician said, and what was a slip. A form that cannot be kept keeps what was typed, and says what to do."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.http import QueryDict

from loosen.content import loading, urgent
from loosen.core.journal import unrevised
from loosen.core.moment import Moment
from loosen.core.prescribed import LIMITS_AWAITED
from loosen.core.screening import NO, YES, Clearing, Finding, Said, Screening, Tier, is_urgent
from loosen.web import records
from loosen.web.health import SAID_IN_WORDS
from loosen.web.people.models import User
from loosen.web.screening.rounds import gates_left_alone
from loosen.web.screening.standing import Told, stands

LOAD_AGAIN = dict.fromkeys(("required", "invalid"), "Please load this page once more.")
SETTLED = "What you ticked is noted already, or stands no more. If they looked at something else too, please tick it."

SINCE = "since"
"""The answer stays, and its second half is asked anew."""

CLEARED = {
    Said.GO_ON: (SAID_IN_WORDS[Said.GO_ON], "I may practise as usual."),
    Said.LIMITS: (SAID_IN_WORDS[Said.LIMITS], "I may practise, within limits. The next page writes them down."),
    Said.NOT_YET: (SAID_IN_WORDS[Said.NOT_YET], "I should wait, or come again."),
}


def _in_words(finding: Finding) -> str:
    """Return what a finding is about: the answers behind it, or the title of its card."""
    known = loading.practice().screening.questions
    told = "; ".join(known[question].told for question in finding.questions)
    return told[:1].upper() + told[1:] if told else urgent.card(finding).title


def _id_of(page: UUID, *said: object) -> str:
    """Return the id of what was said on a page: the same for the same, another when it was gone back to and changed."""
    return str(uuid5(page, repr(said)))


class ClearingForm(forms.Form):
    """A clinician has looked: at what, who, when, and what they said."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages=LOAD_AGAIN)
    who = forms.CharField(
        max_length=120,
        label="Who looked at it?",
        error_messages={
            "required": "Please write a name or a place, for instance “Dr Lind” or “the hospital”.",
            "max_length": "Please write it in at most 120 letters.",
        },
    )
    looked_on = forms.DateField(
        label="On which day?",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Please give the day they looked at it.",
            "invalid": "Please give the day as year-month-day, for instance 2026-11-22.",
        },
    )
    said = forms.TypedChoiceField(
        coerce=Said,
        choices=[(said.value, words) for said, (words, _) in CLEARED.items()],
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Please choose what they said."),
    )
    asked_again = forms.BooleanField(required=False)

    data: QueryDict

    def __init__(self, *args: Any, standing: Iterable[Finding], moment: Moment, **kwargs: Any) -> None:
        """Ask about the findings that stand, at a moment."""
        super().__init__(*args, **kwargs)
        self.standing, self.today = tuple(standing), moment.practice_day
        self.days = {f.rule: f.answered_on or Moment(f.since, moment.zone).practice_day for f in self.standing}
        self.fields["findings"] = forms.MultipleChoiceField(
            choices=[(finding.rule, _in_words(finding)) for finding in self.standing],
            error_messages={"required": "Please tick what they looked at.", "invalid_choice": SETTLED},
        )

    def clean(self) -> None:
        """Take a look that can have seen what was answered."""
        super().clean()
        self._look_is_possible()

    def _look_is_possible(self) -> None:
        looked_on: date | None = self.cleaned_data.get("looked_on")
        if looked_on is None:
            return
        if looked_on > self.today:
            self.add_error("looked_on", "That day is still to come. Please come back when they have looked.")
        answered = max((self.days[f.rule] for f in self.looked_at if is_urgent(f)), default=looked_on)
        if looked_on < answered:
            self.add_error(
                "looked_on",
                f"You answered yes on {answered:%A} {answered.day} {answered:%B}, and a look before that day cannot "
                "have seen it. Please give a day since then on which somebody looked at exactly this.",
            )

    @property
    def names_limits(self) -> bool:
        """The limits are still to be written down."""
        return self.cleaned_data["said"] is Said.LIMITS

    @property
    def as_sent(self) -> list[tuple[str, str]]:
        """Every answer as it came, to be sent once more with the second question."""
        own = [name for name in self.fields if name != "asked_again"]
        return [(name, value) for name in own for value in self.data.getlist(name)]

    @property
    def looked_at(self) -> tuple[Finding, ...]:
        """The findings that the clinician looked at."""
        chosen = self.cleaned_data.get("findings", [])
        return tuple(finding for finding in self.standing if finding.rule in chosen)

    @property
    def must_ask_again(self) -> bool:
        """An emergency that would be cleared on the day it was told is asked about once more."""
        if self.cleaned_data["asked_again"] or self.cleaned_data["said"] is Said.NOT_YET:
            return False
        return any(finding.tier is Tier.T0 and self.days[finding.rule] == self.today for finding in self.looked_at)

    def entries(self, user: User) -> list[Clearing]:
        """Return one clearing for each finding; sent twice it is kept once, gone back to and changed it is kept too."""
        given = self.cleaned_data
        noted = {name: given[name] for name in ("who", "looked_on", "said", "asked_again")}
        ids = {finding: _id_of(given["id"], finding.rule, noted) for finding in self.looked_at}
        return [
            Clearing(**records.head_for(user, ids[finding]), finding=finding.rule, **noted)
            for finding in self.looked_at
        ]


def without_limits(user: User) -> list[Clearing]:
    """Return each look whose limits nobody wrote down once more, as one that named none.

    It keeps its instant, so that it settles nothing that was told since.
    """
    awaited = {finding.since for finding in stands(user) if finding.rule == LIMITS_AWAITED}
    looks = [look for look in unrevised(records.entries(user, Clearing)) if look.said is Said.LIMITS]
    return [
        replace(look, id=records.new_id(), revises=look.id, said=Said.GO_ON) for look in looks if look.at in awaited
    ]


class MistakeForm(forms.Form):
    """The questions behind what stands, read again; when and how each began may have been the slip."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages=LOAD_AGAIN)

    def __init__(self, told: Sequence[Told], *args: Any, **kwargs: Any) -> None:
        """Ask each question again, with nothing filled in."""
        super().__init__(*args, **kwargs)
        self.told = told
        for each in told:
            again = [(SINCE, "Yes, but when or how it began was a slip")] if each.history else []
            self.fields[each.question.id] = forms.ChoiceField(
                choices=[(YES, "Yes, it is so"), *again, (NO, "No, I tapped it by mistake")],
                widget=forms.RadioSelect,
                error_messages=dict.fromkeys(("required", "invalid_choice"), "Please choose the answer that is so."),
            )

    @property
    def lines(self) -> list[tuple[Told, forms.BoundField]]:
        """Each question with its answers."""
        return [(each, self[each.question.id]) for each in self.told]

    @property
    def asks_again(self) -> list[str]:
        """The answers that stay, with another second half."""
        return [each.question.id for each in self.told if self.cleaned_data[each.question.id] == SINCE]

    @property
    def is_of_a_bad_day(self) -> bool:
        """An answer about much more pain than usual was put right."""
        severe = loading.practice().screening.severe
        return any(self.cleaned_data.get(question) == NO for question in severe)

    def entry(self, user: User) -> Screening | None:
        """Return the new answers; the old ones stay where they are. None when only a second half is asked anew."""
        said = {each.question.id: self.cleaned_data[each.question.id] for each in self.told}
        answers = {question: answer for question, answer in said.items() if answer != SINCE}
        if not answers:
            return None
        answers |= gates_left_alone(records.entries(user, Screening), answers)
        kept = {e.question.id: e.history for e in self.told if e.history and answers.get(e.question.id) == YES}
        head = records.head_for(user, _id_of(self.cleaned_data["id"], answers))
        return Screening(**head, answers=answers, histories=kept, read_back=True)
