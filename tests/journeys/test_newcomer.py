"""The whole way: from the first page to a session, its note, and a morning fitted to the answer."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.journeys.house import PHONE

pytestmark = pytest.mark.journey

LISTS = 7

WITHOUT_SOUND = "delete window.AudioContext; delete window.webkitAudioContext;"
"""A device that cannot play: the session's time is then the page's clock, which a test can wind forward."""


class Newcomer:
    """Somebody who opens Loosen for the first time, on a phone."""

    def __init__(self, browser, house) -> None:
        """Open the one-time link at half past seven in the morning."""
        self.house = house
        self.context = browser.new_context(viewport=PHONE, locale="en-GB", timezone_id="UTC")
        self.page = self.context.new_page()
        self.asleep = 0
        self.page.clock.install(time=self.half_past_seven())
        self.page.add_init_script(WITHOUT_SOUND)
        self.page.goto(house.link)

    def half_past_seven(self) -> datetime:
        morning = datetime.now(UTC).replace(hour=7, minute=30, second=0, microsecond=0)
        return morning + timedelta(days=self.asleep)

    def press(self, words: str) -> None:
        """Press a button, or follow a link, by its words; the visible one."""
        both = self.page.get_by_role("button", name=words).or_(self.page.get_by_role("link", name=words))
        both.locator("visible=true").first.click()

    def tick(self, words: str) -> None:
        self.page.get_by_label(words).first.check()

    def rate(self, field: str, number: int) -> None:
        self.page.locator(f"input[name='{field}'][value='{number}']").check()

    def go(self, path: str) -> None:
        self.page.goto(self.house.address + path)

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.house.address)

    @property
    def words(self) -> str:
        return " ".join(self.page.inner_text("main").split())

    def sleep(self) -> None:
        """Wake up at half past seven on the next day."""
        self.asleep += 1
        self.house.until(days=self.asleep, hour=7, minute=30)
        self.page.clock.set_system_time(self.half_past_seven())

    def tell_about_themselves(self) -> None:
        self.press("Begin with a few questions")
        self.page.get_by_label("In which year were you born?").fill("1969")
        self.page.get_by_label("Where are you?").select_option(label="United Kingdom")
        self.rate("usual_pain", 2)
        self.press("Continue")

    def tell_when_and_how(self) -> None:
        """It began in the last days, is getting worse, and nobody has looked."""
        for words in ("In the last days", "Yes", "No, nobody yet"):
            self.tick(words)
        self.press("Continue")

    def say_none_of_these(self, times: int) -> None:
        for _ in range(times):
            self.tick("None of these")
            self.press("Continue")

    def choose_the_morning(self) -> None:
        self.press("Continue")
        self.page.locator("input[name='part'][value='morning']").check()
        self.press("Show me today")

    def begin(self) -> "Newcomer":
        """Answer everything with no, and choose the morning."""
        self.tell_about_themselves()
        self.say_none_of_these(LISTS)
        self.choose_the_morning()
        return self

    def check_in(self, pain: int) -> None:
        self.go("/check-in/")
        self.rate("pain", pain)
        self.press("See today’s session")

    def practise(self) -> None:
        """Go through the session of now, a little quicker than it asks."""
        self.press("Begin")
        self.page.wait_for_selector("player-screen[data-panel]", state="attached")
        self.page.clock.run_for(600)
        self.page.locator("[data-tap='begin']:visible").first.click()
        self.page.wait_for_selector("player-screen[data-mode='going']")
        steps = int(self.page.locator("[data-part='progress']").inner_text().split(" of ")[1].split(",")[0])
        for tap in ("ready", "done") * steps:
            self.page.clock.run_for(600)
            self.page.locator(f"[data-tap='{tap}']:visible").first.click()
        self.page.clock.run_for(600)
        self.page.wait_for_selector("player-screen[data-panel='end']", state="attached")
        self.page.clock.run_for(6000)  # what happened is on its way to the journal
        self.page.wait_for_function("JSON.parse(localStorage.getItem('loosen-outbox') ?? '[]').length === 0")
        self.page.locator("a[data-href]:visible").click()
        self.page.wait_for_url(re.compile("/note/$"))

    def repetitions(self) -> dict[str, int]:
        """How many times each movement is asked for today."""
        lines = [" ".join(line.split()) for line in self.page.locator("ol.moves > li").all_inner_texts()]
        found = [re.fullmatch(r"(.+?) (\d+) (times|breaths?|a side),.*", line) for line in lines]
        return {each[1]: int(each[2]) for each in found if each}


@pytest.fixture
def newcomer(browser, newcomers_house):
    somebody = Newcomer(browser, newcomers_house)
    yield somebody
    somebody.context.close()


def test_from_the_first_page_to_tomorrow_morning(newcomer):
    assert "What this is" in newcomer.words
    assert "What it is not" in newcomer.words

    newcomer.begin()
    assert newcomer.path == "/today/"
    assert "This morning" in newcomer.words

    newcomer.check_in(2)
    first = newcomer.repetitions()
    newcomer.practise()
    assert "That was your session." in newcomer.words
    assert "pelvic tilt" in newcomer.words

    newcomer.page.get_by_label("Good", exact=True).check()
    newcomer.rate("pain", 2)
    newcomer.page.get_by_label("Anything to remember?").fill("Looser than I thought.")
    newcomer.press("Keep this note")
    assert newcomer.path == "/today/"
    assert "Morning, done" in newcomer.words

    newcomer.sleep()
    newcomer.check_in(4)
    assert "Pain 4 of 10" in newcomer.words
    lower = newcomer.repetitions()
    assert lower.keys() == first.keys()
    assert all(lower[movement] <= first[movement] for movement in first)
    assert sum(lower.values()) < sum(first.values())
    assert "sorer" in newcomer.page.locator(".why").first.inner_text()

    newcomer.go("/journal/")
    assert "Looser than I thought." in newcomer.words


def test_the_same_morning_leaves_the_day_as_it_was(newcomer):
    newcomer.begin()
    newcomer.check_in(2)
    first = newcomer.repetitions()
    newcomer.practise()

    newcomer.sleep()
    newcomer.check_in(2)

    assert newcomer.repetitions() == first


def test_an_emergency_answer_leaves_no_session_anywhere(newcomer):
    newcomer.tell_about_themselves()
    newcomer.page.locator("input[type='checkbox']").first.check()
    newcomer.press("Continue")
    newcomer.tell_when_and_how()
    assert "Is that so?" in newcomer.words

    newcomer.press("Yes, it is so")

    assert "emergency department" in newcomer.words
    assert newcomer.page.locator("a[href='tel:999']").is_visible()
    day = newcomer.half_past_seven().date()
    for path in ("/", "/today/", f"/sessions/{day}-morning/", f"/sessions/{day}-bedtime/"):
        newcomer.go(path)
        assert "emergency department" in newcomer.words
        assert newcomer.page.locator("breath-player").count() == 0
        assert newcomer.page.locator(f"a[href='/sessions/{day}-morning/']").count() == 0


def test_a_mistaken_answer_is_put_right_and_practice_begins(newcomer):
    newcomer.tell_about_themselves()
    newcomer.page.locator("input[type='checkbox']").first.check()
    newcomer.press("Continue")
    newcomer.tell_when_and_how()
    newcomer.press("Yes, it is so")

    newcomer.press("I answered by mistake")
    newcomer.page.locator("input[type='radio'][value='no']").first.check()
    newcomer.press("Keep these answers")
    newcomer.go("/")

    newcomer.press("Begin with a few questions")
    while "None of these" not in newcomer.words:
        newcomer.press("Continue")
    while "None of these" in newcomer.words:
        newcomer.say_none_of_these(1)
    newcomer.choose_the_morning()

    assert newcomer.path == "/today/"
    assert "This morning" in newcomer.words


def test_a_wrong_tap_at_the_reading_back_does_not_count(newcomer):
    newcomer.tell_about_themselves()
    newcomer.page.locator("input[type='checkbox']").first.check()
    newcomer.press("Continue")
    newcomer.tell_when_and_how()

    newcomer.press("No, I tapped it by mistake")

    assert "emergency department" not in newcomer.words
    newcomer.page.locator("input[type='checkbox']:checked").evaluate_all("boxes => boxes.forEach(box => box.click())")
    newcomer.say_none_of_these(LISTS)
    newcomer.choose_the_morning()
    assert newcomer.path == "/today/"
