"""A demo: an invented person with ninety days of plausible journal, in a folder that goes when the demo ends."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from loosen.web import opening, personal, serving
from loosen.web.personal import Start

DAYS = 90
SEED = 2026
NAME = "Maria"


def serve(start: Start) -> None:
    """Serve the demo until it is told to stop. It never touches a home of anybody's own."""
    serving.refuse_taken(start.address, "loosen demo")
    with tempfile.TemporaryDirectory(prefix="loosen-demo-") as made:
        folder = Path(made)
        os.environ["LOOSEN_HOME"] = made
        opening.open_home(folder, start.now)
        load(start)
        start.hint("This is a demo: an invented person with an invented journal. It is thrown away when it ends.")
        personal.run(folder, start)


def load(start: Start) -> None:
    """Put the invented person and their journal where the person of a home would be."""
    from loosen.content import loading
    from loosen.core.moment import Moment
    from loosen.insights.simulate import simulate
    from loosen.web import records
    from loosen.web.people.models import User

    zone = personal.machine_zone()
    record = simulate(DAYS, SEED, Moment(start.now, zone), loading.practice())
    person = User.objects.owner(zone)
    person.name, person.demo = NAME, True
    records.take_over(person, replace(record, person=replace(record.person, zone=zone)))
