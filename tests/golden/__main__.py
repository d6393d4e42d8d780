"""Write the golden mornings again: `.venv/bin/python -m tests.golden`. Read the difference before you keep it."""

import json
from pathlib import Path
from typing import Any

from loosen.content.loading import practice
from loosen.core.explaining import explain
from loosen.core.planning import plan_day, today_of
from loosen.core.record import Record
from loosen.exchange import explanation, plan_json, record_json
from tests.golden.scenes import scenes
from tests.people import moment

HERE = Path(__file__).parent

EXPLAINED = ("emergency", "for-a-change", "no-floor", "sharp-lock", "small-increase", "two-plans")
"""Mornings beside whose day stands what became of every movement: one of each fate."""


def day_of(record: Record) -> dict[str, Any]:
    """The morning of a record as `loosen plan` prints it, without the places of the ways out."""
    known = (record, moment(), practice())
    plan = plan_json.write(plan_day(*known), practice(), plans=plan_json.plans_shown(*known))
    for session in (*plan.get("sessions", ()), *filter(None, [plan.get("small")])):
        del session["places"]
    return plan


def explained(record: Record) -> str:
    """What `loosen explain` prints of the morning of a record."""
    known = (record, moment(), practice())
    morning = (plan_day(*known), today_of(*known))
    of_the_morning = explanation.morning_lines(*morning)
    of_movements = explanation.lines(explain(*morning))
    of_plans = explanation.plan_lines(plan_json.plans_shown(*known))
    return "".join(f"{line}\n" for line in (*of_the_morning, *of_movements, *of_plans))


def as_text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    for name, record in scenes().items():
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        (folder / "record.json").write_text(record_json.write(record), encoding="utf-8")
        (folder / "day.json").write_text(as_text(day_of(record)), encoding="utf-8")
        if name in EXPLAINED:
            (folder / "explained.txt").write_text(explained(record), encoding="utf-8")


if __name__ == "__main__":
    main()
