"""A clinician's plan in sentences with gaps: filled, kept, shown back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.content.faults import ContentError
from loosen.content.loading import HERE, practice, vocabulary
from loosen.content.plan_file import GapKind, plan_words, plan_words_from_file, templates
from loosen.content.plan_gaps import GapError, choices, gap, gaps_from, gaps_of, sentence_from, template
from loosen.content.plan_rules import of_the_plan
from loosen.content.plan_words import date_words, plan_lines, span_words, words_of
from loosen.content.word_rules import kind
from loosen.core.contradictions import REACHES
from loosen.core.journal import DayPart
from loosen.core.plan import SORE_DAYS, Says, Sentence
from loosen.core.score import Position
from tests.people import TODAY
from tests.plans import (
    SENTENCES,
    at_most_minutes,
    lift,
    no,
    no_further,
    no_kind,
    no_position,
    pain_up_to,
    plan,
    please,
    steps,
)

TWELFTH = date(2026, 12, 12)
BRIDGE = {"movement": "bridge", "level": "own"}
NOT_EXACT = "Leave this empty, or choose so many degrees exactly above."
NO_SUCH_WAY = "For this, choose so many degrees exactly, and give the centimetres."
HINGE = {"measure": "trunk-lean", "degrees": "halfway"}


def said(sentence: Sentence) -> str:
    return words_of(sentence, TODAY)


class TestASentenceShownBack:
    @pytest.mark.parametrize(
        ("sentence", "words"),
        [
            (no("cat-cow"), "No cat-cow."),
            (no("cat-cow", until=TWELFTH), "No cat-cow until 12 December."),
            (no_position(Position.KNEELING), "No kneeling."),
            (no_kind("weight-on-wrists"), "No weight on the wrists."),
            (no_further(45), "No bending past halfway."),
            (replace(no_further(45), until=TWELFTH), "No bending past halfway until 12 December."),
            (no_further(40), "No bending past 40 degrees."),
            (no_further(1, "neck-turn"), "No turning the head past one degree."),
            (no_further(22.5, "neck-side"), "No tilting the head to a side past 22.5 degrees."),
            (
                no_further(20, "trunk-turn", Position.SITTING),
                "No turning the trunk past a third of the way while sitting.",
            ),
            (no_further(5, "head-drop"), "No lowering the head below the heart past 5 centimetres."),
            (at_most_minutes(6), "At most 6 minutes of practice a day."),
            (at_most_minutes(1), "At most one minute of practice a day."),
            (pain_up_to(3), "Stop when pain passes 3 out of 10."),
            (
                please("bridge", 5, "low", parts=(DayPart.MORNING, DayPart.NOON)),
                "Please do bridge in the morning and at noon: at its gentlest, 5 times.",
            ),
            (
                please("bridge", 1, parts=(DayPart.NOON,), also_on_sore_days=True, until=TWELFTH),
                "Please do bridge at noon until 12 December, also on sore days: your own level, once.",
            ),
            (please("bridge"), "Please do bridge in every session: your own level, as often as is usual for you."),
            (steps(allowed=False), "No steps more for now."),
            (steps(allowed=True), "Steps more are welcome."),
            (lift(SORE_DAYS), "The usual session also on heavy and on slightly sorer days."),
        ],
        ids=lambda value: value.says.value if isinstance(value, Sentence) else None,
    )  # fmt: skip
    def test_reads_as_it_was_said(self, sentence, words) -> None:
        assert said(sentence) == words

    def test_names_the_condition_whose_limits_are_lifted(self) -> None:
        bones = next(each for each in practice().conditions if each.id == "thin-bones")

        assert bones.name[1:] in said(lift("thin-bones"))

    def test_names_a_level_by_its_name(self) -> None:
        levels = practice().scores["bridge"].levels
        between = next(level for level in levels[1:] if level.id != "described")

        assert between.name.lower() in said(please("bridge", 3, between.id)).lower()

    @pytest.mark.parametrize(
        ("sentence", "words"),
        [
            (no("headstand"), "No headstand."),
            (no_further(30, "tail-wag"), "No tail-wag past 30 degrees."),
            (lift("ennui"), "The limits for this no longer hold: ennui."),
            (please("headstand", 2, "high"), "Please do headstand in every session: high, 2 times."),
            (please("bridge", 2, "upside-down"), "Please do bridge in every session: upside-down, 2 times."),
            (Sentence(Says.AVOID), "No …."),
            (Sentence(Says.MINUTES), "At most … of practice a day."),
        ],
    )
    def test_with_something_unknown_or_empty_still_reads(self, sentence, words) -> None:
        assert said(sentence) == words

    def test_of_a_plan_stands_in_its_order(self) -> None:
        assert plan_lines(plan("Dr Roy", no("cat-cow"), pain_up_to(3)), TODAY) == (
            "No cat-cow.",
            "Stop when pain passes 3 out of 10.",
        )

    @settings(max_examples=60)
    @given(SENTENCES)
    def test_is_kind_and_leaves_no_gap_open(self, sentence) -> None:
        assert "{" not in said(sentence)
        assert list(kind(said(sentence))) == []


class TestADateInWords:
    @pytest.mark.parametrize(
        ("days", "words"),
        [
            (0, "22 November"),
            (20, "12 December"),
            (299, "17 September"),
            (300, "18 September 2027"),
            (-400, "18 October 2025"),
        ],
    )
    def test_has_its_year_when_it_is_far_off(self, days, words) -> None:
        assert date_words(TODAY + timedelta(days=days), TODAY) == words

    @pytest.mark.parametrize(
        ("first", "last", "words"),
        [
            (None, None, ""), (TODAY, None, "From 22 November"), (None, TWELFTH, "Until 12 December"),
            (TODAY, TWELFTH, "From 22 November until 12 December"),
        ],
    )  # fmt: skip
    def test_makes_a_span_with_another(self, first, last, words) -> None:
        assert span_words(plan("Dr Roy", valid_from=first, valid_to=last), TODAY) == words


class TestGapsFilled:
    def test_make_the_sentence(self) -> None:
        filled = {**HINGE, "until": "2026-12-12"}

        assert sentence_from("at-most", filled) == Sentence(Says.AT_MOST, measure="trunk-lean", most=45, until=TWELFTH)

    def test_may_hold_exact_degrees(self) -> None:
        assert sentence_from("at-most", {**HINGE, "degrees": "exact", "exact": "22,5"}).most == 22.5

    def test_may_leave_open_what_is_the_persons_own(self) -> None:
        asked = sentence_from("require", {"movement": "bridge", "level": "own", "repetitions": " ", "parts": []})

        assert asked == please("bridge")

    def test_know_the_gentlest_level_of_every_movement(self) -> None:
        for slug, score in practice().scores.items():
            assert sentence_from("require", {"movement": slug, "level": "gentlest"}).level == score.levels[0].id

    def test_keep_parts_in_the_order_of_the_day(self) -> None:
        asked = sentence_from("require", {"movement": "bridge", "level": "own", "parts": ["noon", "morning"]})

        assert asked.parts == (DayPart.MORNING, DayPart.NOON)

    def test_may_hold_one_part_as_plain_text(self) -> None:
        assert sentence_from("require", {"movement": "bridge", "level": "own", "parts": "noon"}).parts == (
            DayPart.NOON,
        )

    @pytest.mark.parametrize("name", [each.id for each in templates()])
    def test_left_empty_are_told_one_by_one(self, name) -> None:
        needed = {each for each in gaps_of(template(name)) if not gap(each).optional}

        if needed:
            with pytest.raises(GapError) as fault:
                sentence_from(name, {})
            assert fault.value.faults == dict.fromkeys(needed, "Please fill this in.")
        else:
            assert sentence_from(name, {}).whole

    @pytest.mark.parametrize(
        ("name", "filled", "where", "told"),
        [
            ("avoid-movement", {"movement": "headstand"}, "movement", "Please choose from the list."),
            ("avoid-position", {"position": "flying"}, "position", "Please choose from the list."),
            ("minutes", {"minutes": "soon"}, "minutes", "Please give a number from 1 to 60."),
            ("minutes", {"minutes": "61"}, "minutes", "Please give a number from 1 to 60."),
            ("minutes", {"minutes": "nan"}, "minutes", "Please give a number from 1 to 60."),
            ("pain", {"points": "3.5"}, "points", "Please give a number from 0 to 10."),
            ("no-steps", {"until": "Christmas"}, "until", "Please give a day like 2026-12-12."),
            ("at-most", {**HINGE, "degrees": "exact"}, "exact", "Please give a number from 0 to 180."),
            ("at-most", {**HINGE, "exact": "30"}, "exact", NOT_EXACT),
            ("at-most", {**HINGE, "measure": "head-drop"}, "degrees", NO_SUCH_WAY),
            ("at-most", {**HINGE, "degrees": "exact", "exact": "181"}, "exact", "Please give a number from 0 to 180."),
            ("require", {**BRIDGE, "level": "high"}, "level", "Please choose from the list."),
            ("require", {**BRIDGE, "parts": ["tea"]}, "parts", "Please choose from the list."),
        ],
    )  # fmt: skip
    def test_with_what_they_cannot_hold_say_so_at_the_gap(self, name, filled, where, told) -> None:
        with pytest.raises(GapError) as fault:
            sentence_from(name, filled)

        assert fault.value.faults == {where: told}
        assert told in str(fault.value)

    @settings(max_examples=300)
    @given(SENTENCES)
    def test_come_back_from_the_sentence_they_made(self, sentence) -> None:
        assert sentence_from(*gaps_from(sentence)) == sentence

    @given(st.floats(0, 180))
    def test_come_back_from_any_degrees(self, most) -> None:
        sentence = no_further(most)

        assert sentence_from(*gaps_from(sentence)) == sentence


class TestTheFormOfEveryTemplate:
    @pytest.mark.parametrize("each", templates(), ids=lambda each: each.id)
    def test_knows_each_of_its_gaps(self, each) -> None:
        for name in gaps_of(each):
            asked = gap(name)
            assert asked.label
            if asked.kind in (GapKind.CHOICE, GapKind.CHOICES):
                assert choices(name)
                assert all(value and words for value, words in choices(name))
            if asked.kind is GapKind.NUMBER:
                assert asked.least is not None
                assert asked.most is not None

    def test_offers_no_choices_for_a_number(self) -> None:
        with pytest.raises(KeyError, match="minutes"):
            choices("minutes")

    def test_offers_every_measure(self) -> None:
        assert dict(choices("measure")).keys() == REACHES.keys()

    @pytest.mark.parametrize("measure", sorted(REACHES.keys() - {"head-drop"}))
    def test_has_words_for_ways_within_the_reach_of_a_measure(self, measure) -> None:
        ways = plan_words().measures[measure].ways

        assert list(ways) == ["third", "halfway", "two-thirds"]
        assert 0 < ways["third"] < ways["halfway"] < ways["two-thirds"] < REACHES[measure]


class TestTheWordsAsAFile:
    PATH = HERE / "words" / "plan.toml"

    def spoiled(self, tmp_path, one: str, other: str) -> list[str]:
        path = tmp_path / "plan.toml"
        text = self.PATH.read_text(encoding="utf-8")
        assert one in text
        path.write_text(text.replace(one, other, 1), encoding="utf-8")
        return [remark.fault for remark in of_the_plan(plan_words_from_file(path), vocabulary())]

    def test_have_no_fault(self, tmp_path) -> None:
        assert self.spoiled(tmp_path, "format", "format") == []

    @pytest.mark.parametrize(
        ("one", "other", "fault"),
        [
            ('say = "No {movement}."', 'say = "No movement."', "avoid-movement does not say its gaps (movement)"),
            ("until {until}.", "until then.", "avoid-movement does not say its gaps (until)"),
            ('gaps = ["tag"]', 'gaps = ["tagg"]', "there is no gap 'tagg'"),
            ('kneeling = "', 'knelling = "', "the tag 'kneeling' has no words here"),
            ("[measure.trunk-lean]", "[measure.trunk-leap]", "there is no measure 'trunk-leap'"),
        ],
    )
    def test_that_do_not_fit_are_told(self, tmp_path, one, other, fault) -> None:
        assert fault in "; ".join(self.spoiled(tmp_path, one, other))

    def test_of_a_newer_format_are_refused(self, tmp_path) -> None:
        with pytest.raises(ContentError, match="format"):
            self.spoiled(tmp_path, "format = 1", "format = 2")
