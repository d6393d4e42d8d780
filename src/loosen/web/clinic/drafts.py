"""A plan that is being put down: it lives in the page itself, so that it works without script and nothing is lost."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from loosen.content import loading
from loosen.core.conditions import in_force
from loosen.core.moment import Moment
from loosen.core.plan import Plan
from loosen.core.prescribed import limits_awaited
from loosen.core.record import Record
from loosen.web import records
from loosen.web.clinic import sentences, shown
from loosen.web.clinic.forms import PlanForm, showing
from loosen.web.clinic.sentences import Line
from loosen.web.people.models import User
from loosen.web.people.signed_in import SignedIn

JUDGED = frozenset({"read-back", "keep"})
"""What was pressed when the whole page is to be looked at strictly."""

DROP = "drop-"


@dataclass
class Draft:
    """Who said it and when, sentence by sentence; `pressed` is the button the page was sent with."""

    user: User
    moment: Moment
    record: Record
    form: PlanForm
    lines: list[Line]
    pressed: str = ""
    revises: str | None = None
    sent: QueryDict | None = None

    @property
    def was_judged(self) -> bool:
        """The page was sent to be read back or kept, not to be gone on with."""
        return self.pressed in JUDGED

    @property
    def says_nothing(self) -> bool:
        """There is no sentence, where one is needed."""
        return self.was_judged and not self.lines

    @property
    def says_too_much(self) -> int:
        """How many sentences one plan may hold, when there are more; else 0."""
        return sentences.MOST_SENTENCES if len(self.lines) > sentences.MOST_SENTENCES else 0

    @cached_property
    def told(self) -> frozenset[str]:
        """The conditions whose limits hold for this person."""
        return frozenset(each.id for each in in_force(self.record, loading.practice(), self.moment))

    @property
    def says_when(self) -> bool:
        """Something is said of its days, its place or in free words, or must be looked at there."""
        fields = [self.form[name] for name in ("valid_from", "valid_to", "supersedes", "words")]
        return any(field.value() or (self.was_judged and field.errors) for field in fields)

    @cached_property
    def is_whole(self) -> bool:
        """Everything is filled in, and may be read back."""
        says_enough = bool(self.lines) and not self.says_too_much
        return self.was_judged and self.form.is_valid() and says_enough and not any(x.mends for x in self.lines)

    @property
    def asks_to_be_kept(self) -> bool:
        """It was read back, and it is what they said."""
        return self.pressed == "keep"

    @cached_property
    def plan(self) -> Plan:
        """The plan, when it is whole."""
        return self.form.plan(self.user, [line.sentence for line in self.lines if line.sentence], self.revises)

    @property
    def as_sent(self) -> list[tuple[str, str]]:
        """Every answer as it came, to be sent once more."""
        sent = self.sent or QueryDict()
        return [
            (name, value)
            for name in sent
            if name not in {"do", "csrfmiddlewaretoken", "add"}
            for value in sent.getlist(name)
        ]


def new_draft(request: SignedIn, before: Plan | None) -> Draft:
    """Return an empty page, or one that shows what a plan says; who it was is known where limits are awaited."""
    initial = showing(before) if before else {"clinician": request.GET.get("who", "")[:120] or _awaited(request.user)}
    lines = sentences.lines_from(before.sentences) if before else []
    return _draft(request, before, {"initial": initial | {"id": records.new_id()}}, lines)


def _awaited(user: User) -> str:
    """Return whose limits are still to be written down, "" when nobody's are."""
    record = records.lasting(user)
    since = {finding.since for finding in limits_awaited(record)}
    return next((look.who for look in reversed(record.clearings) if look.at in since), "")


def draft_of(request: SignedIn, before: Plan | None) -> Draft:
    """Return the page as it was sent, with what was pressed done."""
    sent, pressed = request.POST, request.POST.get("do", "")
    lines = sentences.lines_of(sent, strict=pressed in JUDGED)
    lines = [line for line in lines if pressed != f"{DROP}{line.key}"]
    if pressed not in JUDGED:
        lines = sentences.with_new(lines, sent.getlist("add"))
    draft = _draft(request, before, {"data": sent}, lines)
    draft.pressed, draft.sent = pressed, sent
    return draft


def _draft(request: SignedIn, before: Plan | None, given: dict[str, object], lines: list[Line]) -> Draft:
    user = request.user
    moment = records.moment_for(user)
    record = records.window(user, moment)
    revises = before.id if before else None
    form = PlanForm(**given, names=shown.names(record, moment, revises), today=moment.practice_day)
    return Draft(user, moment, record, form, lines, revises=revises)
