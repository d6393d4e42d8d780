"""The ways out of a session: every tap leads somewhere kind."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.core.conditions import in_part, of_condition, rule_of
from loosen.core.day import Day, Place, PlaceKind, Session
from loosen.core.journal import Body, ChoiceKind, DayPart, Event
from loosen.core.planning import plan_day
from loosen.core.prescription import strictest
from loosen.core.record import Record
from loosen.core.relief import PINCHES
from loosen.core.score import Dose, Position
from loosen.core.screening import Clearing, Said
from tests.core.test_course import chose
from tests.people import AYSE, MARIA, TODAY, TOM, ZONE, at, moment, screening, steady, this_morning


def session(record: Record) -> Session:
    planned = plan_day(record, moment(), practice())
    assert isinstance(planned, Day)
    return planned.sessions[0]


def positions(of: Session) -> set[str]:
    """Every position any place of the session asks for."""
    return {practice().scores[place.movement].position.value for place in of.places if place.movement}


def morning() -> Session:
    return session(this_morning(steady(MARIA, 3), 4))


def afternoon() -> Session:
    return session(this_morning(steady(replace(MARIA, parts=(DayPart.AFTERNOON,)), 3), 4))


class Walk:
    """A session walked by taps, as the player walks it."""

    def __init__(self, walked: Session) -> None:
        self.places = {place.id: place for place in walked.places}
        self.at: Place = walked.places[0]
        self.events: list[Event | None] = []

    def tap(self, *names: str) -> "Walk":
        for name in names:
            link = self.at.links[name]
            self.events.append(link.event)
            self.at = self.places[link.to]
        return self

    def to(self, movement: str) -> "Walk":
        while self.at.movement != movement:
            self.tap("done")
        return self

    def too_sharp(self, answer: str) -> "Walk":
        return self.tap("sharp", "next", answer)

    @property
    def why(self) -> list[str]:
        return [reason.rule for reason in self.at.reasons]


class TestDone:
    def test_leads_through_every_step_to_the_end(self) -> None:
        walk = Walk(morning())
        walked = []
        while walk.at.kind is PlaceKind.PLAY:
            walked.append(walk.at.movement)
            walk.tap("done")

        assert walked == [step.movement for step in morning().steps]
        assert walk.at.kind is PlaceKind.END
        assert set(walk.events) == {Event.DONE}


class TestEasier:
    def test_is_the_next_gentler_level_then_half_the_range(self) -> None:
        walk = Walk(morning()).to("cat-cow")

        assert walk.tap("easier").at.dose == Dose("small", 4)
        assert walk.tap("easier").at.dose == Dose("small", 4, 0.5)
        assert walk.why == ["easier-now"]

    def test_of_the_smallest_is_something_else_for_the_same_part(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("easier", "easier", "easier")

        assert walk.at.movement == "seated-cat-cow"
        assert walk.events[-1] is Event.EASIER


class TestSwap:
    def test_is_a_stand_in_at_its_first_dose_then_rest_with_the_breath(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("swap")

        assert (walk.at.movement, walk.at.dose) == ("seated-cat-cow", Dose("small", 3))
        assert walk.why == ["swapped-now"]
        assert walk.tap("swap").at.movement == "standing-cat-cow"
        assert walk.tap("swap").why == ["rest-with-breath"]
        assert walk.tap("swap").at.step == 3

    def test_on_a_day_of_the_least_is_met_twice(self) -> None:
        least = Walk(session(this_morning(steady(MARIA, 6), 6)))

        assert least.tap("done", "swap").why == ["swapped-now"]
        assert least.at.dose is not None
        assert least.at.dose.repetitions == 2

    def test_of_the_breath_is_the_breath_in_another_position(self) -> None:
        assert Walk(morning()).tap("swap").at.movement == "lying-breath"

    def test_stays_on_the_chair_for_somebody_all_on_a_chair(self) -> None:
        played = {
            place.movement for place in session(Record(AYSE, steady(AYSE, 1).screenings)).places if place.movement
        }

        assert {practice().scores[slug].position.value for slug in played} == {"sitting"}

    def test_stays_off_the_floor_for_somebody_without_it(self) -> None:
        assert positions(session(Record(TOM, steady(TOM, 1).screenings))) == {"sitting", "standing"}


class TestAPinchAtTheHip:
    def test_has_less_pull_and_a_lighter_lift(self) -> None:
        walk = Walk(afternoon()).to("knee-to-chest").tap("pinch")

        assert walk.at.dose == Dose("light", 2, 0.5)
        assert walk.why == ["less-pull"]

    def test_at_the_lightest_is_something_else(self) -> None:
        assert Walk(afternoon()).to("knee-to-chest").tap("pinch", "pinch").at.movement == "seated-knee-lift"

    def test_is_asked_wherever_a_score_says_that_less_may_ease_it(self) -> None:
        stops = ((slug, stop.sign) for slug, score in practice().scores.items() for stop in score.stops)

        eased = {slug for slug, sign in stops if "pinch" in sign.lower()}
        turned = {slug for slug, score in practice().scores.items() if "hip-rotation" in score.tags}

        assert eased - turned == {slug for slug, score in practice().scores.items() if PINCHES in score.tags}

    def test_is_only_asked_where_it_can_pinch(self) -> None:
        assert "pinch" not in Walk(afternoon()).to("hip-hinge").at.links


class TestTooSharp:
    def test_settles_with_two_breaths_and_asks_one_question(self) -> None:
        walk = Walk(morning()).to("cat-cow").tap("sharp")

        assert walk.at.kind is PlaceKind.SETTLE
        assert walk.events[-1] is Event.SHARP
        assert walk.tap("next").at.links.keys() == {"gone", "still", "leg", "dizzy"}

    @pytest.mark.parametrize("answer", ["leg", "dizzy", "cannot-get-up"])
    def test_lets_what_cannot_wait_be_said_during_the_two_breaths(self, answer: str) -> None:
        walk = Walk(morning()).to("cat-cow").tap("sharp", "else", answer)

        assert walk.at.kind is PlaceKind.CARD

    def test_and_gone_is_met_at_half_range_and_only_twice(self) -> None:
        walk = Walk(morning()).to("cat-cow").too_sharp("gone")

        assert (walk.at.movement, walk.at.dose) == ("cat-cow", Dose("small", 2, 0.5))
        assert walk.why == ["eased-after-sharp"]
        assert walk.events[-1] is Event.ANSWER

    @pytest.mark.parametrize("answer", ["gone", "still"])
    def test_a_second_time_in_the_same_movement_leaves_it(self, answer: str) -> None:
        walk = Walk(morning()).to("cat-cow").too_sharp("gone").too_sharp(answer)

        assert walk.at.movement == "seated-cat-cow"

    def test_and_still_there_is_something_in_another_position(self) -> None:
        walk = Walk(morning()).to("cat-cow").too_sharp("still")

        assert walk.at.movement == "seated-cat-cow"
        assert walk.at.step == 2

    def test_and_still_there_with_nothing_in_another_position_is_the_next_step(self) -> None:
        walk = Walk(session(Record(AYSE, steady(AYSE, 1).screenings))).to("seated-cat-cow").too_sharp("still")

        assert walk.at.step == 3

    @pytest.mark.parametrize("answer", ["gone", "still"])
    def test_in_a_second_movement_ends_with_the_breath(self, answer: str) -> None:
        walk = Walk(morning()).to("cat-cow").too_sharp("still").too_sharp(answer)

        assert walk.why == ["closing-breath"]
        assert walk.at.movement in ("seated-breath", "lying-breath")
        assert walk.tap("done").at.kind is PlaceKind.END

    def test_in_a_later_movement_ends_with_the_breath_too(self) -> None:
        walk = Walk(morning()).to("pelvic-tilt").too_sharp("gone").tap("done").too_sharp("gone")

        assert walk.why == ["closing-breath"]

    @pytest.mark.parametrize("answer", ["gone", "still"])
    def test_in_the_closing_breath_is_the_end(self, answer: str) -> None:
        walk = Walk(morning()).to("cat-cow").too_sharp("still").too_sharp("still").too_sharp(answer)

        assert walk.at.kind is PlaceKind.END

    def test_and_nothing_else_in_the_closing_breath_is_the_end(self) -> None:
        walk = Walk(morning()).to("cat-cow").too_sharp("still").too_sharp("still")

        assert walk.tap("swap").at.kind is PlaceKind.END

    @pytest.mark.parametrize(("answer", "card"), [("leg", "questions"), ("dizzy", "urgent-signs")])
    def test_down_the_leg_or_dizzy_opens_its_card_and_ends_the_session(self, answer: str, card: str) -> None:
        walk = Walk(morning()).to("cat-cow").too_sharp(answer)

        assert (walk.at.kind, walk.at.card, walk.at.links) == (PlaceKind.CARD, card, {})


class TestSomethingElse:
    @pytest.mark.parametrize(
        ("answer", "card", "event"),
        [
            ("leg", "questions", Event.ANSWER),
            ("dizzy", "urgent-signs", Event.ANSWER),
            ("cannot-get-up", "cannot-get-up", None),
        ],
    )
    def test_opens_its_card_at_once(self, answer: str, card: str, event: Event | None) -> None:
        walk = Walk(morning()).to("cat-cow").tap("else", answer)

        assert walk.at.card == card
        assert walk.events == [Event.DONE, Event.DONE, None, event]


class TestTheBreathAlone:
    def test_has_its_ways_out_too(self) -> None:
        record = replace(this_morning(steady(MARIA, 3), 4), choices=(chose(ChoiceKind.BREATH_ONLY),))

        walk = Walk(session(record)).tap("easier")

        assert walk.at.movement == "seated-breath"
        assert walk.tap("done").at.kind is PlaceKind.END


class TestACondition:
    """Whatever is ticked holds on every way out, in every part of the day."""

    ALL_DAY = replace(steady(MARIA, 3), person=replace(MARIA, parts=tuple(DayPart)))

    def cleared(self) -> tuple[Clearing, ...]:
        """A clinician said go on to whatever there is."""
        head = {"at": at(TODAY, 7, 10), "zone": ZONE, "day": TODAY}
        return tuple(
            Clearing(**head, id=each.id, finding=rule_of(each), who="Dr Lind", looked_on=TODAY, said=Said.GO_ON)
            for each in practice().conditions
        )

    def outcome(self, *questions: str, pain: int = 4, body: Body = Body.USUAL) -> Day:
        """The day of somebody who ticked these lines, and whose clinician said go on."""
        ticked = screening(TODAY, **dict.fromkeys(questions, "yes"))
        record = this_morning(replace(self.ALL_DAY, screenings=(ticked,), clearings=self.cleared()), pain, body)
        planned = plan_day(record, moment(), practice())
        assert isinstance(planned, Day), planned
        return planned

    def check(self, *questions: str, pain: int = 4, body: Body = Body.USUAL) -> None:
        planned, told = (
            self.outcome(*questions, pain=pain, body=body),
            [c for c in practice().conditions if c.question in questions],
        )
        for of in planned.sessions:
            allowed = strictest(in_part(of_condition(condition), of.part) for condition in told)
            for played in (*of.steps, *(place for place in of.places if place.movement)):
                score = practice().scores[played.movement]
                assert allowed.allows(score), (of.part, score.slug)
                assert allowed.within(score, played.dose) == (played.dose, None), (of.part, score.slug)

    @pytest.mark.parametrize(("pain", "body"), [(4, Body.USUAL), (6, Body.SORER), (4, Body.HEAVY)])
    @pytest.mark.parametrize("question", sorted({condition.question for condition in practice().conditions}))
    def test_holds_at_every_place(self, question: str, pain: int, body: Body) -> None:
        self.check(question, pain=pain, body=body)

    @settings(max_examples=20)
    @given(questions=st.sets(st.sampled_from(sorted({c.question for c in practice().conditions})), min_size=2))
    def test_holds_beside_others(self, questions: set[str]) -> None:
        self.check(*questions)

    def test_leaves_a_still_breath_when_nothing_else_is_left(self) -> None:
        planned = self.outcome(*{condition.question for condition in practice().conditions})

        for of in planned.sessions:
            assert of.steps[0].movement == "seated-breath"

    def test_leaves_the_breath_on_a_chair_when_no_position_is_left(self) -> None:
        nowhere = replace(MARIA, parts=(DayPart.BEDTIME,), positions_off=frozenset(Position))
        for questions in ((), ("pregnant",), ("dizzy", "pregnant")):
            ticked = (screening(TODAY, **dict.fromkeys(questions, "yes")),)
            record = replace(self.ALL_DAY, person=nowhere, screenings=ticked, clearings=self.cleared())
            bedtime = session(this_morning(record, 4))
            assert [step.movement for step in bedtime.steps] == ["seated-breath"]

    def test_keeps_a_pinch_and_what_is_easier_small_too(self) -> None:
        planned = self.outcome("hypermobile")
        afternoon = next(of for of in planned.sessions if of.part is DayPart.AFTERNOON)

        walk = Walk(afternoon).to("knee-to-chest").tap("pinch")

        score = practice().scores["knee-to-chest"]
        assert score.reach(walk.at.dose) <= 0.75
