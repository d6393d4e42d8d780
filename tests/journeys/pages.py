"""Every page a person can stand on, with the name its picture gets."""

import re

from playwright.sync_api import Page

from tests.journeys.house import House

SIGNED_IN = {
    "today": "/today/",
    "check-in": "/check-in/",
    "journal": "/journal/",
    "library": "/library/",
    "movement": "/library/cat-cow/",
    "programmes": "/programmes/",
    "programme": "/programmes/desk-worker/",
    "walk": "/walk/",
    "guides": "/guides/",
    "guide": "/guides/out-of-bed/",
    "reset": "/reset/",
    "you": "/you/",
    "figure": "/you/figure/",
    "own-times": "/you/when-and-where/",
    "questions": "/questions/",
    "why": "/today/why/",
    "papers": "/today/paper/",
    "plans": "/plan/",
    "new-plan": "/plan/new/",
}
"""Pages with an address of their own, for somebody who practises."""

FOR_EVERYBODY = {
    "signs": "/signs/",
    "card": "/card/",
    "cannot-get-up": "/up/",
    "dark-day": "/dark/",
    "signed-out": "/signed-out/",
    "not-found": "/nowhere/",
}
"""Pages that need no sign-in."""


def of_the_demo(page: Page, house: House) -> dict[str, str]:
    """Return every page of the invented person: those above, a past day, and the session of now with its note."""
    page.goto(f"{house.address}/today/")
    session = first_link(page, r"/sessions/[\w-]+/$")
    page.goto(f"{house.address}/journal/")
    day = first_link(page, r"/journal/\d{4}-\d\d-\d\d/$")
    return (
        SIGNED_IN
        | FOR_EVERYBODY
        | {"day": day, "session": session, "note": f"{session}note/", "paper": f"{session}paper/"}
    )


def first_link(page: Page, pattern: str) -> str:
    """Return the path of the first link that looks like this."""
    links = page.eval_on_selector_all("a[href]", "links => links.map(link => new URL(link.href).pathname)")
    return next(link for link in links if re.search(pattern, link))
