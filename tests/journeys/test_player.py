"""The player in a real browser: a whole session, every way out of it, and what it must survive."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.journeys.house import PHONE, House
from tests.journeys.rehearsal import DEMO

pytestmark = pytest.mark.journey

AXE = (Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text()

WITHOUT_SOUND = "delete window.AudioContext; delete window.webkitAudioContext;"
"""A device that cannot play: the session's time is then the page's clock, which a test can wind forward."""

A_VOICE = """
  window.spoken = [];
  const voice = (name, localService) => ({ name, lang: "en-GB", localService, default: false, voiceURI: name });
  const synthesis = new EventTarget();
  synthesis.getVoices = () => [voice("far away", false), ...(LOCAL ? [voice("of the device", true)] : [])];
  synthesis.speak = said => { window.spoken.push([said.text, said.voice.name]); };
  synthesis.cancel = () => {};
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
"""A voice that speaks without ever saying that it has finished."""

A_SCREEN_THAT_STAYS_AWAKE = """
  window.awake = false;
  const lock = { release: async () => { window.awake = false; } };
  const request = async () => { window.awake = true; return lock; };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
"""
"""A wake lock that tells whether it is held."""


SLOW_S = 7
"""Seconds that may go by on a busy machine between two looks at the clock; what is wound forward is far longer."""


class Mat:
    """Somebody on the mat with the player before them."""

    def __init__(self, page, address, path):
        """Listen to what the page asks for, and open it."""
        self.page = page
        self.told = []
        self.asked = []
        page.on("request", self._listen)
        self.path = path
        page.goto(address + path)
        page.wait_for_selector("player-screen[data-panel]", state="attached")

    def _listen(self, request):
        self.asked.append(request.url)
        if request.method == "POST" and request.url.endswith("/events/"):
            self.told += [each for each in json.loads(request.post_data or "[]") if each not in self.told]

    def tap(self, name):
        """Tap a control once the last change has settled."""
        self.wind(0.6)
        self.page.locator(f"[data-tap='{name}']:visible").first.click()

    def begin(self):
        self.tap("begin")
        self.page.wait_for_selector("player-screen[data-mode='going']")
        return self

    def wind(self, seconds):
        """Let time go by."""
        self.page.clock.run_for(int(seconds * 1000)) if seconds <= 1 else self.page.clock.fast_forward(
            int(seconds * 1000)
        )

    def play(self, movement):
        """Go on to a step by its number, from 0, and into its first cue."""
        for _ in range(movement):
            self.tap("ready")
            self.tap("done")
        self.tap("ready")
        self.wind(1)
        return self

    @property
    def panel(self):
        return self.page.locator("player-screen").get_attribute("data-panel")

    def says(self, part):
        return self.page.locator(f"[data-part='{part}']").inner_text()

    def events(self, *which):
        """What the journal was told, in order, without what only began."""
        self.wind(5)
        self.page.wait_for_timeout(300)
        return [each for each in self.told if each["event"] in which or not which]

    def seconds_left(self):
        minutes, seconds = self.says("left").split(":")
        return int(minutes) * 60 + int(seconds)

    def waiting(self):
        """How many events the browser still keeps for the journal."""
        return len(json.loads(self.page.evaluate("localStorage.getItem('loosen-outbox')") or "[]"))


@pytest.fixture(scope="module")
def home(browser, demo_house):
    """Somebody signed in, and the path of their session of now."""
    return signed_in(browser, demo_house)


def signed_in(browser, house):
    """Sign in; return the address, the path of the session of now, and what the browser keeps."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(house.link)
    page.goto(f"{house.address}/today/")
    path = page.locator("a[href^='/sessions/']").first.get_attribute("href")
    kept = context.storage_state()
    context.close()
    return house.address, path, kept


def acknowledge(route):
    """Answer as the journal does, and keep nothing: two sharp stops in a week would ask everybody after them."""
    told = json.loads(route.request.post_data or "[]")
    route.fulfill(json={"kept": [each["id"] for each in told]})


@pytest.fixture
def mat(browser, large_text, home):
    """Open the player in a window of its own; every window is closed at the end."""
    address, path, kept = home
    contexts = []

    def lie_down(before=WITHOUT_SOUND, *, winding=True, large=False, **settings):
        context = (large_text if large else browser).new_context(storage_state=kept, **({"viewport": PHONE} | settings))
        contexts.append(context)
        context.route("**/events/", acknowledge)
        page = context.new_page()
        if winding:
            page.clock.install(time=datetime.now(UTC).replace(hour=7, minute=35))
        page.add_init_script(before)
        return Mat(page, address, path)

    yield lie_down
    for context in contexts:
        context.close()


class TestAWholeSession:
    def test_goes_from_begin_to_well_practised_by_itself_and_tells_every_movement(self, mat):
        here = mat().begin()
        steps = int(here.says("progress").split(" of ")[1].split(",")[0])

        for _ in range(60):
            here.wind(20)
        here.page.wait_for_selector("player-screen[data-panel='end']")

        done = [each["event"] for each in here.events("began", "done", "ended")]
        assert done == ["began", *["done"] * steps]
        assert "Well practised" in here.page.locator("h2:visible").inner_text()
        assert here.page.locator("a[data-href]:visible").get_attribute("href") == f"{here.path}note/"
        assert here.waiting() == 0

    def test_can_be_walked_through_quicker_than_planned(self, mat):
        here = mat().begin()
        before = here.seconds_left()

        here.tap("ready")
        here.wind(0.5)
        assert here.says("word") == "Breathe in"
        here.tap("done")
        here.wind(0.5)

        assert here.says("word") == "Settle in"
        assert here.seconds_left() < before - 30

    def test_counts_the_breath_in_pips_and_words(self, mat):
        here = mat().begin()
        here.tap("ready")
        here.wind(1)
        here.wind(1)

        full = here.page.locator(".pips i.full").count()

        assert here.page.locator(".pips i").count() >= 3
        assert 1 <= full <= 4
        assert here.says("round") == "1"


class TestTooSharp:
    def test_stops_within_a_tenth_of_a_second(self, mat):
        here = mat("", winding=False)
        here.page.locator("[data-tap='begin']:visible").click()
        here.page.wait_for_timeout(700)
        here.page.locator("[data-tap='ready']:visible").click()
        here.page.wait_for_timeout(700)

        stopped_ms = here.page.evaluate(
            """() => {
              const from = performance.now();
              document.querySelector("[data-tap='sharp']").click();
              const { panel } = document.querySelector("player-screen").dataset;
              return panel === "settle" ? performance.now() - from : Infinity;
            }"""
        )

        assert stopped_ms < 100

    def test_gone_leads_to_a_smaller_one_of_the_same_movement(self, mat):
        here = mat().begin().play(1)
        name = here.says("name")

        here.tap("sharp")
        assert "Well noticed" in here.page.locator("h2:visible").inner_text()
        here.wind(20)
        here.tap("gone")
        here.wind(0.5)

        assert here.panel == "play"
        assert here.says("name") == name
        assert here.says("why")
        assert [(each["event"], each["answer"]) for each in here.events("sharp", "answer")] == [
            ("sharp", None),
            ("answer", "gone"),
        ]

    def test_still_there_leads_to_another_movement(self, mat):
        here = mat().begin().play(1)
        name = here.says("name")

        here.tap("sharp")
        here.wind(20)
        here.tap("still")
        here.wind(0.5)

        assert here.panel == "play"
        assert here.says("name") != name

    def test_a_second_one_in_the_session_ends_it_with_a_breath(self, mat):
        here = mat().begin().play(1)
        here.tap("sharp")
        here.wind(20)
        here.tap("still")
        here.tap("sharp")
        here.wind(20)

        here.tap("gone")
        here.wind(0.5)
        assert "breath" in here.says("name").lower()
        for _ in range(10):
            here.wind(20)

        here.page.wait_for_selector("player-screen[data-panel='end']")

    def test_asks_once_and_says_what_each_answer_leads_to(self, mat):
        here = mat().begin().play(1)
        here.tap("sharp")
        here.wind(20)

        answers = here.page.locator(".answer:visible")

        assert answers.count() == 4
        assert all(len(answer.split("\n")) == 2 for answer in answers.all_inner_texts())


class TestSomethingElse:
    def test_opens_the_urgent_answers_at_once_and_leads_back(self, mat):
        here = mat().begin().play(1)
        left = here.seconds_left()

        here.tap("else")
        here.wind(30)
        labels = here.page.locator(".answer b:visible").all_inner_texts()
        here.tap("undo")
        here.wind(0.1)

        assert len(labels) == 3
        assert "I cannot get up" in labels
        assert abs(here.seconds_left() - left) <= SLOW_S

    def test_escape_goes_back_and_nothing_is_called_a_mistake(self, mat):
        here = mat().begin().play(1)
        here.tap("else")
        here.wind(0.6)
        offered = here.page.locator("[data-tap='undo']").inner_text()

        here.page.keyboard.press("Escape")
        here.wind(0.1)

        assert offered == "Go back"
        assert here.panel == "play"

    def test_urgent_signs_are_two_taps_away(self, mat):
        here = mat().begin().play(1)
        here.tap("else")
        here.wind(0.6)

        here.page.get_by_role("link", name="Urgent signs").click()

        here.page.wait_for_url("**/signs/")


class TestAPause:
    def test_leaves_every_control_where_it_was(self, mat):
        here = mat().begin().play(1)
        boxes = "all => all.map(one => Object.values(one.getBoundingClientRect().toJSON()))"
        before = here.page.eval_on_selector_all(".controls > :not([hidden]), .control-sharp", boxes)

        here.tap("pause")
        here.wind(0.5)

        assert here.page.eval_on_selector_all(".controls > :not([hidden]), .control-sharp", boxes) == before
        assert here.page.locator(".sound summary").is_visible()

    def test_keeps_the_line_of_sound_and_pace_off_the_figure(self, mat):
        here = mat().begin().play(3)
        here.tap("pause")

        line = here.page.locator(".sound summary")
        box, word = line.bounding_box(), here.page.locator("[data-part='word']").bounding_box()
        scene = here.page.locator(".scene").bounding_box()

        assert word["y"] + word["height"] <= box["y"] + 8
        assert box["y"] + box["height"] / 2 < scene["y"]
        assert line.evaluate("each => getComputedStyle(each).backgroundColor") == "rgba(0, 0, 0, 0)"


class TestAMistakenTap:
    def test_can_be_taken_back_to_the_second_it_was_made(self, mat):
        here = mat().begin().play(1)
        before = (here.says("name"), here.seconds_left())

        here.tap("easier")
        here.wind(9)
        here.tap("undo")
        here.wind(0.1)

        assert here.says("name") == before[0]
        assert abs(here.seconds_left() - before[1]) <= SLOW_S
        easier, undone = here.events("easier", "undo")
        assert undone["undoes"] == easier["id"]

    def test_stays_in_reach_for_ten_seconds_and_then_makes_room(self, mat):
        here = mat().begin().play(1)
        here.tap("easier")

        here.wind(10)
        after_ten = here.page.locator("[data-tap='undo']").is_visible()
        here.wind(3)
        here.wind(0.5)

        assert after_ten
        assert not here.page.locator("[data-tap='undo']").is_visible()

    def test_back_from_the_page_of_a_card_it_can_still_be_taken_back(self, mat):
        here = mat().begin().play(1)
        name = here.says("name")
        here.tap("else")
        here.tap("cannot-get-up")
        here.page.wait_for_url("**/up/?session=*")

        here.page.goto(here.page.url.split("/up/")[0] + here.path)
        here.wind(0.5)
        assert here.panel == "card"
        here.tap("undo")
        here.tap("undo")
        here.wind(0.5)

        assert here.says("name") == name


DRAWN = """() => {
  const paths = document.querySelectorAll("moving-figure > svg:last-of-type path");
  return [...paths].map(path => path.getAttribute("d")).filter(Boolean).join();
}"""
"""All that the figure shows, as text."""

PICTURES = "document.querySelectorAll('moving-figure > svg').length"

DISC = "document.querySelector('.disc > *').getAttribute('cy')"
"""How high the disc stands."""


class TestTheWayIntoAPosition:
    def on_the_way(self, here):
        """Come from the chair halfway down to the floor."""
        here.begin().tap("ready")
        here.tap("done")
        here.wind(6)
        here.wind(0.1)
        return here

    def test_goes_on_while_its_seconds_run(self, mat):
        here = self.on_the_way(mat())
        caption, drawn = here.says("caption"), here.page.evaluate(DRAWN)

        here.wind(5)
        here.wind(0.1)

        assert here.says("caption") != caption
        assert here.page.evaluate(DRAWN) != drawn

    def test_rests_while_paused_and_goes_on_from_there(self, mat):
        here = self.on_the_way(mat())
        here.tap("pause")
        here.wind(0.1)
        drawn = here.page.evaluate(DRAWN)

        here.wind(1)
        assert here.page.evaluate(DRAWN) == drawn

        here.tap("pause")
        here.wind(1)
        assert here.page.evaluate(DRAWN) != drawn

    def test_stops_where_the_body_is_when_something_is_too_sharp(self, mat):
        here = self.on_the_way(mat())
        here.tap("sharp")
        here.wind(0.1)
        drawn = here.page.evaluate(DRAWN)

        here.wind(1)

        assert here.panel == "settle"
        assert here.page.evaluate(DRAWN) == drawn
        assert here.page.locator("moving-figure > svg").count() == 1

    def test_shows_the_counted_breaths_when_something_is_too_sharp(self, mat):
        here = self.on_the_way(mat())
        here.tap("sharp")
        here.wind(2)
        here.wind(0.1)
        before, word = here.page.evaluate(DISC), here.says("word")

        here.wind(1)

        assert word == "Breathe in"
        assert here.page.evaluate(DISC) != before

    @pytest.mark.parametrize("tap", ["ready", "undo"])
    def test_fades_over_into_a_movement_when_it_is_not_gone_to_its_end(self, mat, tap):
        here = self.on_the_way(mat())

        at_once = here.page.evaluate(
            f"() => {{ document.querySelector(`[data-tap='{tap}']`).click(); return {PICTURES}; }}"
        )
        here.wind(1)

        assert at_once == 2
        assert here.page.evaluate(PICTURES) == 1

    def test_leads_to_another_movement_from_where_the_body_is(self, mat):
        here = self.on_the_way(mat())
        here.tap("pause")
        here.wind(0.1)
        drawn, name = here.page.evaluate(DRAWN), here.says("name")

        at_once = here.page.evaluate(
            f"() => {{ document.querySelector(`[data-tap='swap']`).click(); return ({DRAWN})(); }}"
        )

        assert here.says("name") != name
        assert at_once == drawn

    def test_is_taken_up_again_after_a_reload(self, mat):
        here = self.on_the_way(mat())
        name, left_s = here.says("name"), int(here.says("round"))

        here.page.reload()
        here.page.wait_for_selector("player-screen.resumed")
        here.tap("begin")
        here.wind(0.1)

        assert here.says("name") == name
        assert left_s - SLOW_S <= int(here.says("round")) <= left_s

    def test_can_be_taken_back(self, mat):
        here = self.on_the_way(mat())
        name = here.says("name")

        here.tap("undo")
        here.wind(0.5)

        assert here.says("name") != name
        assert here.page.locator("[data-part='word']").inner_text() != "Next"

    def test_is_a_list_of_stills_for_whoever_wants_less_motion(self, mat):
        here = self.on_the_way(mat(reduced_motion="reduce"))

        steps = here.page.locator("way-list li")
        present, said = here.page.evaluate(
            "() => [`way-list [aria-current='step'] p`, `[data-part='caption']`]"
            ".map(one => document.querySelector(one).textContent)"
        )

        assert steps.count() >= 6
        assert steps.locator("svg").count() == steps.count()
        assert present == said


class TestAReload:
    def test_in_mid_session_goes_on_where_the_person_was_and_begins_no_second_session(self, mat):
        here = mat().begin().play(1)
        name, left = here.says("name"), here.seconds_left()

        here.page.reload()
        here.page.wait_for_selector("player-screen.resumed")
        here.tap("begin")
        here.wind(0.5)

        assert here.says("name") == name
        assert abs(here.seconds_left() - left) <= SLOW_S
        assert len(here.events("began")) == 1

    def test_after_the_way_up_finds_no_session_to_carry_on_with(self, mat):
        here = mat(WITHOUT_SOUND + A_SCREEN_THAT_STAYS_AWAKE).begin()
        while here.panel == "play":
            here.tap("ready")
            here.tap("done")
        here.wind(0.6)
        awake_at_the_end = here.page.evaluate("window.awake")

        here.page.evaluate("document.querySelector(`[data-tap='up']`).click()")
        here.wind(3)
        awake_on_the_way = here.page.evaluate("window.awake")
        here.wind(60)
        here.wind(0.1)

        assert here.panel == "rise"
        assert [awake_at_the_end, awake_on_the_way, here.page.evaluate("window.awake")] == [False, True, False]
        here.page.reload()
        here.page.wait_for_selector("player-screen[data-panel='ready']")
        assert here.page.locator("player-screen.resumed").count() == 0

    def test_offers_to_start_from_the_beginning(self, mat):
        here = mat().begin().play(1)
        here.page.reload()
        here.page.wait_for_selector("player-screen.resumed")

        here.tap("anew")
        here.wind(0.5)

        assert here.says("progress").startswith("1 of")


class TestWhatCouldNotBeTold:
    def test_before_the_page_was_left_is_told_from_the_next_one(self, mat):
        here = mat().begin().play(1)
        here.page.route("**/events/", lambda route: route.abort())
        here.tap("sharp")
        here.page.goto(here.page.url.split("/sessions/")[0] + "/you/")
        here.page.wait_for_timeout(500)
        kept_back = here.waiting()

        here.page.unroute("**/events/")
        with here.page.expect_navigation(url="**/today/"), here.page.expect_response("**/events/") as answer:
            here.page.goto(here.page.url.split("/you/")[0] + "/today/")
        here.page.wait_for_timeout(1500)

        assert kept_back > 0
        assert answer.value.status == 200
        assert here.waiting() == 0
        assert sum(url.endswith("/today/") for url in here.asked) == 2


class TestInTheBackground:
    def test_the_session_goes_on_while_nothing_is_painted(self, mat):
        here = mat(WITHOUT_SOUND + "window.requestAnimationFrame = () => 0;").begin()

        for _ in range(60):
            here.wind(20)

        here.page.wait_for_selector("player-screen[data-panel='end']")

    def test_a_device_that_slept_finds_the_session_paused_where_it_was(self, mat):
        here = mat().begin().play(1)
        name, left = here.says("name"), here.seconds_left()

        here.wind(600)
        here.wind(0.5)

        assert here.says("word") == "Paused"
        assert here.says("name") == name
        assert abs(here.seconds_left() - left) <= SLOW_S
        assert [each["event"] for each in here.events("ended")] == []


class TestTheVoice:
    def test_says_each_cue_once_with_a_voice_that_lives_on_the_device(self, mat):
        here = mat(WITHOUT_SOUND + A_VOICE.replace("LOCAL", "true")).begin()
        for _ in range(120):
            here.wind(1)

        spoken = here.page.evaluate("window.spoken")

        first = [words for words, _ in spoken]
        assert len(first) >= 3
        assert {voice for _, voice in spoken} == {"of the device"}
        assert len(first) == len(set(first))

    def test_that_would_send_the_words_away_is_never_used(self, mat):
        here = mat(WITHOUT_SOUND + A_VOICE.replace("LOCAL", "false")).begin()
        for _ in range(30):
            here.wind(1)

        assert here.page.evaluate("window.spoken") == []
        assert here.page.locator("[data-part='told']").inner_text()


class TestWithoutScript:
    def test_the_page_is_the_list_of_cues_with_stills(self, browser, home):
        address, path, kept = home
        context = browser.new_context(storage_state=kept, java_script_enabled=False, viewport=PHONE)
        page = context.new_page()
        page.goto(address + path)

        assert page.locator("ol.cues > li").count() >= 2
        assert page.locator("ol.cues .still:visible").count() >= 4
        assert page.get_by_role("link", name="Done. Note how it felt").is_visible()
        context.close()


class TestForEverybody:
    def test_nothing_is_asked_of_anybody_else(self, mat, home):
        here = mat("", winding=False)
        here.page.locator("[data-tap='begin']:visible").click()
        here.page.wait_for_timeout(1500)

        assert here.asked
        assert all(url.startswith((home[0], "data:")) for url in here.asked)

    def test_the_space_bar_pauses_and_goes_on(self, mat):
        here = mat().begin().play(0)
        here.page.locator("[data-part='caption']").focus()

        here.page.keyboard.press("Space")
        paused = here.says("word")
        here.page.keyboard.press("Space")
        here.wind(0.5)

        assert paused == "Paused"
        assert here.page.locator("player-screen").get_attribute("data-mode") == "going"

    def test_with_less_motion_the_figure_stands_still_within_a_cue(self, mat):
        here = mat(reduced_motion="reduce").begin().play(1)
        drawn = "() => [...document.querySelectorAll('moving-figure path')].map(path => path.getAttribute('d')).join()"

        first = here.page.evaluate(drawn)
        here.wind(0.4)

        assert here.page.evaluate(drawn) == first

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing_while_playing_nor_at_the_question(self, mat, scheme):
        here = mat(color_scheme=scheme, bypass_csp=True).begin().play(1)
        here.page.clock.resume()
        here.page.evaluate(AXE)

        found = self._faults(here.page)
        here.page.locator("[data-tap='else']").click()
        here.page.wait_for_timeout(600)
        found += self._faults(here.page)

        assert found == []

    def _faults(self, page):
        return page.evaluate(
            "axe.run(document).then(found => found.violations.map(each => JSON.stringify(each.nodes)))"
        )

    @pytest.mark.parametrize(
        "viewport",
        [{"width": 320, "height": 568}, PHONE, {"width": 1280, "height": 800}, {"width": 844, "height": 390}],
    )
    @pytest.mark.parametrize("large", [False, True], ids=["usual-text", "twice-the-text"])
    def test_too_sharp_is_on_the_screen_and_nothing_scrolls_sideways(self, mat, viewport, large):
        here = mat(viewport=viewport, large=large).begin().play(1)

        box = here.page.locator("[data-tap='sharp']").bounding_box()
        wide = here.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

        assert wide <= 0
        assert box["y"] + box["height"] <= viewport["height"]

    def test_on_a_phone_nothing_scrolls_while_playing(self, mat):
        here = mat().begin().play(1)

        assert here.page.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0


@pytest.mark.parametrize(("answer", "page"), [("leg", "/(questions|start)/"), ("dizzy", "/signs/")])
def test_an_urgent_answer_ends_the_session_opens_its_page_at_once_and_the_day_knows(browser, tmp_path, answer, page):
    with House(tmp_path, DEMO) as house:
        address, path, kept = signed_in(browser, house)
        context = browser.new_context(storage_state=kept, viewport=PHONE)
        here = Mat(context.new_page(), address, path)
        here.page.locator("[data-tap='begin']:visible").click()
        here.page.wait_for_timeout(700)

        here.page.locator("[data-tap='else']:visible").click()
        here.page.wait_for_timeout(700)
        here.page.locator(f"[data-tap='{answer}']:visible").click()
        here.page.wait_for_url(re.compile(page))
        told = [(each["event"], each["answer"]) for each in here.told]
        here.page.goto(address + path)

        assert ("answer", answer) in told
        assert path not in here.page.url
        context.close()
