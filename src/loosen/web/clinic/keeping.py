"""A plan is kept once, and what a page says the second time corrects what it said the first time: no word is lost."""

from collections.abc import Sequence
from dataclasses import replace

from loosen.core.plan import Plan
from loosen.web import records
from loosen.web.people.models import User


def keep(user: User, plan: Plan) -> None:
    """Keep a plan. Sent twice it is kept once; a page that was gone back to and changed corrects what it kept."""
    own = records.entries(user, Plan)
    known = next((each for each in own if each.id == plan.id), None)
    if known is None:
        records.keep(user, plan)
        return
    stands = standing(known, own)
    if not _says_the_same(plan, stands):
        records.keep(user, replace(plan, id=records.new_id(), revises=stands.id))


def standing(plan: Plan, own: Sequence[Plan]) -> Plan:
    """Return the latest correction of a plan, the plan itself when there is none."""
    by_what_it_revises = {each.revises: each for each in own if each.revises}
    seen = {plan.id}
    while (later := by_what_it_revises.get(plan.id)) and later.id not in seen:
        plan = later
        seen.add(plan.id)
    return plan


def _says_the_same(one: Plan, other: Plan) -> bool:
    head = {name: getattr(other, name) for name in ("id", "at", "zone", "day", "revises")}
    return replace(one, **head) == other
