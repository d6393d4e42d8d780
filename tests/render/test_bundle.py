"""A session as the player receives it: complete, small, and with every way out written in."""

import gzip
import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loosen.content.loading import practice
from loosen.content.player_words import player_words
from loosen.content.words import sentence
from loosen.core.day import Day, PlaceKind
from loosen.core.journal import DayPart, Event, SharpAnswer
from loosen.core.planning import plan_day
from loosen.core.score import Dose
from loosen.core.timeline import change_s, cues
from loosen.render.bundle import LOW, NAMED_SO, Addresses, Wording, bundle, minutes
from tests.people import AYSE, CAST, JOE, MARIA, TOM, moment, steady, this_morning

WORDING = Wording(player_words(), sentence)
ADDRESSES = Addresses(
    note="/sessions/x/note/",
    cards={"urgent-signs": "/signs/", "questions": "/questions/", "cannot-get-up": "/up/"},
)


@cache
def sessions_of(person):
    """Every session of an ordinary morning."""
    day = plan_day(this_morning(steady(person, pain=person.usual_pain), person.usual_pain), moment(), practice())
    assert isinstance(day, Day)
    return day.sessions


def bundled(session, count_s=1.0):
    return bundle(session, practice(), count_s, WORDING, ADDRESSES)


@pytest.fixture(scope="module")
def session():
    return sessions_of(MARIA)[0]


@pytest.fixture(scope="module")
def made(session):
    return bundled(session)


class TestTheGraph:
    def test_every_place_of_the_plan_is_there_with_all_its_links(self, session, made):
        links = {place.id: {name: link.to for name, link in place.links.items()} for place in session.places}

        sent = {id_: {name: way[0] for name, way in p["links"].items()} for id_, p in made["places"].items()}
        assert sent.pop("rise") == {}
        assert sent["end"].pop("up") == "rise"
        assert sent == links

    def test_it_starts_where_the_plan_starts(self, session, made):
        assert made["start"] == session.places[0].id

    def test_a_change_of_position_takes_the_time_the_plan_budgets(self, session, made):
        first, second = session.steps[0], session.steps[1]
        positions = [practice().scores[step.movement].position for step in (first, second)]

        assert made["places"][made["start"]]["links"]["done"] == [
            session.places[0].links["done"].to,
            NAMED_SO,
            change_s(*positions),
        ]

    def test_the_first_movement_leaves_time_to_get_there(self, made):
        assert made["startS"] >= 5

    def test_a_card_and_the_end_know_their_pages(self, made):
        hrefs = {place["href"] for place in made["places"].values() if place["kind"] in ("card", "end")}

        assert hrefs == {"/sessions/x/note/", "/signs/", "/questions/", "/up/"}

    def test_why_a_place_is_as_it_is_is_said_in_a_sentence(self, made):
        said = [made["texts"][n] for place in made["places"].values() for n in place.get("why", ())]

        assert said
        assert all(words.endswith(".") for words in said)

    @pytest.mark.parametrize("person", CAST, ids=["maria", "tom", "ayse", "joe", "ines", "noor"])
    def test_every_answer_is_one_the_journal_understands(self, person):
        answers = {answer.value for answer in SharpAnswer}
        asked = {
            name
            for session in sessions_of(person)
            for place in session.places
            for name, link in place.links.items()
            if link.event is Event.ANSWER
        }

        assert asked <= answers


class TestAQuestion:
    def questions(self, made):
        texts = made["texts"]
        return {
            texts[asks]: {link: (texts[label], texts[leads]) for link, label, leads in answers}
            for asks, *answers in made["questions"]
        }

    def test_after_too_sharp_has_four_answers_in_the_same_order(self, made):
        asked = [[link for link, _, _ in answers] for _, *answers in made["questions"] if len(answers) == 4]

        assert asked
        assert all(links == ["gone", "still", "leg", "dizzy"] for links in asked)

    def test_says_of_each_answer_what_it_leads_to(self, made):
        tilt = made["places"][made["start"]]["links"]["done"][0]
        first = made["places"][made["places"][made["places"][tilt]["links"]["sharp"][0]]["links"]["next"][0]]
        answers = {link: made["texts"][leads] for link, _, leads in made["questions"][first["question"]][1:]}

        assert "smaller" in answers["gone"]
        assert "two days" in answers["still"]
        assert "a few questions" in answers["leg"]
        assert "who to call" in answers["dizzy"]

    @pytest.mark.parametrize("person", CAST, ids=["maria", "tom", "ayse", "joe", "ines", "noor"])
    def test_promises_a_smaller_one_only_where_the_same_movement_follows(self, person):
        for session in sessions_of(person):
            made, places = bundled(session), {place.id: place for place in session.places}
            for id_, place in made["places"].items():
                for link, _, leads in made["questions"][place["question"]][1:] if "question" in place else ():
                    onward = places[places[id_].links[link].to]
                    eased = "eased-after-sharp" in {reason.rule for reason in onward.reasons}

                    assert ("smaller" in made["texts"][leads]) is eased

    def test_never_says_of_a_pain_that_is_gone_that_its_movement_rests(self, made):
        gone = [
            made["texts"][leads] for _, *answers in made["questions"] for link, _, leads in answers if link == "gone"
        ]

        assert any("close with the breath" in said for said in gone)
        assert not any("two days" in said for said in gone)

    @pytest.mark.parametrize("person", CAST, ids=["maria", "tom", "ayse", "joe", "ines", "noor"])
    def test_never_says_of_a_sharp_breath_that_it_rests(self, person):
        for session in sessions_of(person):
            made = bundled(session)
            for place in session.places:
                if place.movement in ("seated-breath", "lying-breath"):
                    settle = made["places"][place.links["sharp"].to]
                    question = made["places"][settle["links"]["next"][0]]["question"]
                    said = [made["texts"][leads] for _, _, leads in made["questions"][question][1:]]

                    assert len(said) == 4
                    assert not any("two days" in words for words in said)

    def test_behind_something_else_offers_help_to_get_up(self, made):
        assert self.questions(made)["What is it?"]["cannot-get-up"][0] == "I cannot get up"


class TestWhatIsPlayed:
    def cues_of(self, made, play):
        """The rows of a play, as the player unfolds them."""
        for phrase, repetition, of, *rest in play["cues"]:
            duration_s, breath, counts, posture, say, _ = made["phrases"][phrase]
            yield duration_s, breath, counts, made["texts"][posture], made["texts"][say], repetition, of, rest

    def test_every_cue_of_every_step_arrives_whole(self, session, made):
        for place in session.places:
            if place.kind is not PlaceKind.PLAY:
                continue
            expected = cues(practice().scores[place.movement], place.dose, 1.0)
            play = made["plays"][made["places"][place.id]["play"]]

            arrived = list(self.cues_of(made, play))

            assert [row[:7] for row in arrived] == [
                (cue.duration_s, cue.breath.value, cue.counts, cue.posture, cue.say, cue.repetition, cue.of)
                for cue in expected
            ]

    def test_a_slower_count_stretches_time_and_nothing_else(self, session, made):
        slow = bundled(session, 1.5)

        assert [play["cues"] for play in slow["plays"]] == [play["cues"] for play in made["plays"]]
        assert [phrase[0] for phrase in slow["phrases"]] != [phrase[0] for phrase in made["phrases"]]

    def test_each_drawing_is_sent_once_and_none_is_sent_unused(self, made):
        assert set(made["drawings"]) == {play["movement"] for play in made["plays"]}

    def test_a_half_range_is_a_smaller_movement_of_the_same_drawing(self, session, made):
        halves = [place for place in session.places if place.dose and place.dose.range < 1]
        place = halves[0]
        score = practice().scores[place.movement]

        play = made["plays"][made["places"][place.id]["play"]]

        assert play["range"] == round(score.reach(Dose(place.dose.level, 1, place.dose.range)), 3)

    @pytest.mark.parametrize(
        ("slug", "level", "ends"),
        [
            ("chair-extension", "described", {}),
            ("chair-extension", "arms-crossed", {"first": "tall-arms-crossed", "ghost": "open-arms-crossed"}),
            ("dead-bug", "one-foot", {"first": "feet-down", "ghost": "one-knee-up"}),
        ],
    )
    def test_a_level_says_where_it_begins_and_ends_when_that_is_elsewhere(self, session, slug, level, ends):
        begin = session.places[0]._replace(movement=slug, dose=Dose(level, 3), links={})
        made = bundled(replace(session, places=(begin,)))
        (play,) = made["plays"]

        assert {key: made["texts"][play[key]] for key in ("first", "ghost") if key in play} == ends


class TestTheFilm:
    def test_has_every_position_that_the_session_comes_to_and_standing(self, session, made):
        positions = {practice().scores[place.movement].position.value for place in session.places if place.movement}

        for rows in (made["film"]["up"], made["film"]["down"]):
            assert {row[5] for row in rows if len(row) > 5} >= positions | {"standing"}

    def test_is_no_longer_than_the_session_needs(self):
        in_a_chair = next(one for person in CAST for one in sessions_of(person) if not _on_the_floor(one))

        made = bundled(in_a_chair)

        assert [row[0] for row in made["film"]["up"]] == ["standing", "lowering", "sitting"]
        assert "rise" not in made["places"]

    def test_asks_nobody_to_stand_who_does_everything_on_a_chair(self):
        film = bundled(sessions_of(AYSE)[0])["film"]

        assert [row[0] for row in film["up"]] == ["sitting"]
        assert [row[0] for row in film["down"]] == ["sitting-before"]

    def test_has_every_posture_that_it_names_and_none_besides(self, made):
        named = {row[0] for rows in (made["film"]["up"], made["film"]["down"]) for row in rows}

        assert set(made["film"]["poses"]) == named

    def test_of_a_session_in_bed_offers_no_way_up_and_no_time_to_come_down(self, session):
        made = bundled(replace(session, in_bed=True))

        assert "rise" not in made["places"]
        assert (made["abed"], made["startS"]) == (True, 10)


def _on_the_floor(session):
    """Say whether any way through the session comes down to the floor."""
    return any(practice().scores[place.movement].position in LOW for place in session.places if place.movement)


class TestTheTwoBreathsAfterTooSharp:
    @given(st.floats(min_value=0.8, max_value=1.5))
    def test_last_ten_to_twenty_seconds_at_every_pace(self, count_s):
        made = bundled(sessions_of(MARIA)[0], round(count_s, 2))

        lasts_s = sum(made["phrases"][row[0]][0] for row in made["settle"]["cues"])

        assert 10 <= lasts_s <= 20.1

    def test_are_two(self, made):
        assert {row[1] for row in made["settle"]["cues"]} == {1, 2}


class TestItsSize:
    @pytest.mark.parametrize("person", [MARIA, TOM, AYSE, JOE], ids=["maria", "tom", "ayse", "joe"])
    def test_a_session_stays_small_and_smaller_on_the_wire(self, person):
        for session in sessions_of(person):
            raw = json.dumps(bundled(session), separators=(",", ":")).encode()

            assert len(raw) <= 80_000
            assert len(gzip.compress(raw)) <= 15_000

    def test_the_full_routine_is_the_largest(self):
        (whole, *_) = sessions_of(replace(MARIA, programme="full-routine", parts=(DayPart.FULL,)))
        raw = json.dumps(bundled(whole), separators=(",", ":")).encode()

        assert len(whole.steps) == 8
        assert len(raw) <= 120_000
        assert len(gzip.compress(raw)) <= 17_000

    def test_a_usual_morning_is_under_sixty_kilobytes(self, made):
        assert len(json.dumps(made, separators=(",", ":")).encode()) <= 60_000


@pytest.mark.parametrize(("seconds", "said"), [(10, 1), (89, 1), (91, 2), (398, 7)])
def test_minutes_are_said_as_people_say_them(seconds, said):
    assert minutes(seconds) == said
