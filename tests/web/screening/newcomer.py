"""Somebody who opens Loosen for the first time, and the way they go through the lists."""

from loosen.content import loading
from loosen.core.screening import Clearing, Screening
from loosen.web import records
from tests.web.visits import Page, Visit

RULES = loading.practice().screening
STEPS = [step.id for step in RULES.steps if not step.after]
"""The lists that everybody is asked."""

WORSE_SINCE_DAYS = {"began": "days", "worse": "yes", "looked": "no"}
KNOWN_FOR_YEARS = {"began": "longer", "worse": "no", "looked": "yes", "looked-on": "2024-03-03"}


class Newcomer(Visit):
    """A visit by somebody who has answered nothing yet."""

    def __init__(self, **fields: object) -> None:
        """Sign in for the first time."""
        super().__init__(screened=False, **{"login": "new", "birth_year": None, "name": ""} | fields)

    def about(self, year: int | str = 1971, country: str = "GB", pain: str = "4") -> Page:
        """Say where one is, how old, and how the back usually feels."""
        return self.post("/start/about/", birth_year=year, country=country, usual_pain=pain)

    def tick(self, step: str, *lines: str, **days: str) -> Page:
        """Send one list: these lines with their days, or none of these."""
        beside = {f"{line.replace('_', '-')}-day": day for line, day in days.items()}
        return self.post(f"/start/{step}/", **dict.fromkeys(lines or ["none"], "on") | beside)

    def since(self, *questions: str, **told: str) -> Page:
        """Tell when and how each began."""
        told = told or WORSE_SINCE_DAYS
        return self.post("/start/since/", **{f"{q}-{name}": said for q in questions for name, said in told.items()})

    def mean(self, *questions: str, so: str = "yes") -> Page:
        """Answer when an urgent yes is read back."""
        said = {"slip": questions[0]} if so == "no" else {"so": so}
        return self.post("/start/said/", question=list(questions), **said)

    def begin(self, *, born: int = 1971) -> "Newcomer":
        """Go as far as the first list."""
        self.about(born)
        self.get("/start/")
        return self

    def answer(self, told: dict[str, str] | None = None, **ticked: str) -> Page:
        """Go through the pages of the round: a named list has one line ticked and meant, the others none.

        `told` is the second half of every answer about nerves. Return the end.
        """
        page = self.get("/questions/")
        page = self.get("/start/") if page.to == "/start/" else page
        while step := list_in(page.to):
            line = ticked.get(step)
            page = self.meaning(self.tick(step, *([line] if line else [])), told or WORSE_SINCE_DAYS)
        return page

    def meaning(self, page: Page, told: dict[str, str]) -> Page:
        """Tell the second half of what was ticked, and mean it."""
        while page.to in {"/start/said/", "/start/since/"}:
            asked = self.get(page.to)
            if asked.to:
                page = asked
            elif page.to == "/start/since/":
                page = self.since(*{field["name"].rsplit("-", 1)[0] for field in asked.fields if began(field)}, **told)
            else:
                page = self.mean(*[f["value"] for f in asked.fields if f.get("name") == "question"])
        return page

    def referred_for(self, step: str, line: str, **told: str) -> "Newcomer":
        """Tick one line and mean it."""
        self.begin()
        for each in STEPS[: STEPS.index(step)]:
            self.tick(each)
        self.meaning(self.tick(step, line), told or WORSE_SINCE_DAYS)
        return self

    def screenings(self) -> tuple[Screening, ...]:
        return records.entries(self.user, Screening)

    def clearings(self) -> tuple[Clearing, ...]:
        return records.entries(self.user, Clearing)


def began(field: dict[str, str]) -> bool:
    """A radio that asks when something began."""
    return field.get("name", "").endswith("-began")


def list_in(address: str) -> str | None:
    """Return the list that stands at an address."""
    slug = address.removeprefix("/start/").strip("/")
    return slug if address.startswith("/start/") and slug in {step.id for step in RULES.steps} else None
