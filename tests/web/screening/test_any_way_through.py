"""Whatever is ticked, left, taken back or sent twice: nothing breaks, and nobody with an urgent sign has a session."""

from random import Random

import pytest

from loosen.core.day import Referral
from loosen.core.journal import Body, CheckIn
from loosen.core.screening import is_urgent
from loosen.web import health, records
from tests.web.screening.newcomer import RULES, Newcomer
from tests.web.screening.test_short_form import Weekly
from tests.web.visits import SESSION, TODAY, Page, Visit, head

WALKS = 4
STEPS = 25

PAGES = [
    "/", "/today/", "/start/", "/start/said/", "/start/since/", "/questions/", "/questions/short/",
    "/questions/severe/", "/referral/", "/referral/cleared/", "/referral/mistake/", "/you/", "/check-in/",
    *(f"/questions/change/{step.id}/" for step in RULES.steps if step.lasting),
    *(f"/start/{step.id}/" for step in RULES.steps), *(f"/start/behind-{line.id}/" for line in RULES.short),
]  # fmt: skip

WAYS_ON = ["/referral/cleared/", "/referral/mistake/", "/check-in/", "/questions/change/known/"]
"""From a page without a form of its own."""

DAYS = ["", "2026-11-20", "2026-03-03", "2027-03-03", "2031-01-01", "1066-10-14", "soon"]


def filled(page: Page, chance: Random) -> dict[str, list[str]]:
    """Fill in the form of a page by chance: some ticks, some radios, some days that can be and some that cannot."""
    sent: dict[str, list[str]] = {}
    for field in page.fields:
        kind, name = field.get("type", ""), field.get("name", "")
        if kind == "hidden":
            sent.setdefault(name, []).append(field.get("value", ""))
        elif (kind == "checkbox" and chance.random() < 0.25) or (kind == "radio" and chance.random() < 0.6):
            sent[name] = [field.get("value", "on")]
        elif kind == "date":
            sent[name] = [chance.choice(DAYS)]
        elif kind == "text":
            sent[name] = [chance.choice(["", "Dr Lind"])]
    if chance.random() < 0.5:
        sent |= {"so": ["yes"]} if chance.random() < 0.8 else {"slip": sent.get("question", ["ces1"])[:1]}
    return sent


def people(chance: Random) -> Visit:
    """Somebody new, somebody who practises, somebody with a week gone by, or with a bad day."""
    match chance.randrange(4):
        case 0:
            return Newcomer().begin()
        case 1:
            return Visit()
        case 2:
            return Weekly()
        case _:
            bad = Visit(usual_pain=4)
            bad.keep(CheckIn(**head(TODAY), pain=9, body=chance.choice([Body.USUAL, Body.NEW])))
            return bad


def is_safe(visit: Visit) -> bool:
    """Nobody who must be seen, or whose yes waits, has a session; whoever has one, has it on its page as well."""
    outcome = records.today(visit.user).outcome
    urgent = isinstance(outcome, Referral) and any(map(is_urgent, outcome.findings))
    held = urgent or bool(health.waits(visit.user))
    shown = [visit.get(path).status for path in ("/today/", f"/sessions/{SESSION}/")]
    return isinstance(outcome, Referral) == (200 not in shown) and (isinstance(outcome, Referral) or not held)


@pytest.mark.parametrize("seed", range(WALKS))
def test_any_way_through_the_questions_is_safe(seed):
    chance = Random(seed)
    visit = people(chance)

    for _ in range(STEPS):
        page = visit.follow(chance.choice(PAGES)) if chance.random() < 0.3 else visit.follow("/questions/")
        page = visit.follow(chance.choice(WAYS_ON)) if page.path in {"/referral/", "/today/"} else page
        assert page.status in {200, 404}, page.words
        sent = visit.client.post(page.path, filled(page, chance))
        assert sent.status_code in {200, 302, 405, 422, 400}, sent.content.decode()
        visit.user.refresh_from_db()
        assert is_safe(visit)
