"""Somebody who opens Loosen for the first time, and the way they go through the lists."""

from loosen.content import loading
from loosen.core.screening import Clearing, Screening
from loosen.web import records
from tests.web.visits import Page, Visit

STEPS = [step.id for step in loading.practice().screening.steps]


class Newcomer(Visit):
    """A visit by somebody who has answered nothing yet."""

    def __init__(self, **fields: object) -> None:
        """Sign in for the first time."""
        super().__init__(screened=False, **{"login": "new", "birth_year": None, "name": ""} | fields)

    def about(self, year: int | str = 1971, country: str = "GB", pain: str = "4") -> Page:
        """Say where one is, how old, and how the back usually feels."""
        return self.post("/start/about/", birth_year=year, country=country, usual_pain=pain)

    def tick(self, step: str, *lines: str) -> Page:
        """Send one list: these lines, or none of these."""
        return self.post(f"/start/{step}/", **dict.fromkeys(lines or ["none"], "on"))

    def mean(self, question: str, so: str = "yes") -> Page:
        """Answer when an urgent yes is read back."""
        said = {"slip": question} if so == "no" else {"so": so}
        return self.post("/start/said/", question=question, **said)

    def begin(self, *, born: int = 1971) -> "Newcomer":
        """Go as far as the first list."""
        self.about(born)
        self.get("/start/")
        return self

    def answer(self, **ticked: str) -> Page:
        """Go through the lists: a named list has one line ticked and meant, the others none. Return the end."""
        page = Page.__new__(Page)
        for step in STEPS:
            line = ticked.get(step)
            page = self.tick(step, *([line] if line else []))
            while page.to == "/start/said/":
                page = self.mean(self.get("/start/said/").hidden("question"))
        return page

    def referred_for(self, step: str, line: str) -> "Newcomer":
        """Tick one line and mean it."""
        self.begin()
        for each in STEPS[: STEPS.index(step)]:
            self.tick(each)
        self.tick(step, line)
        self.mean(line)
        return self

    def screenings(self) -> tuple[Screening, ...]:
        return records.entries(self.user, Screening)

    def clearings(self) -> tuple[Clearing, ...]:
        return records.entries(self.user, Clearing)
