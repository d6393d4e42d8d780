"""What they said, in sentences with gaps: filled in without script, read back, kept; nothing typed is lost."""

import pytest

from loosen.content import plan_file, plan_gaps
from loosen.core.journal import DayPart
from loosen.core.plan import Says
from loosen.core.screening import Screening
from loosen.web import records
from tests.web.clinic.asking import UNTIL, Patient
from tests.web.visits import SESSION, head

BEND = {"measure_0": "trunk-lean", "degrees_0": "halfway", "until_0": "2026-12-12"}
NO_BENDING = "No bending past halfway until 12 December."


class TestTheForm:
    def test_offers_every_sentence_that_may_be_said(self):
        page = Patient().get("/plan/new/")

        offered = [field["value"] for field in page.fields if field.get("name") == "add"]
        assert offered == [template.id for template in plan_file.templates()]

    def test_groups_them_with_the_most_used_first(self):
        words = Patient().get("/plan/new/").words

        said = [
            "Leave something out",
            "Leave out lying flat on the back",
            "Keep it small",
            "How much",
            "Allow more again",
        ]
        assert sorted(said, key=words.index) == said

    def test_leaves_out_lying_flat_with_one_tick(self):
        maria = Patient()

        maria.send("keep", "0:avoid-flat")

        assert maria.plans()[0].sentences[0].tag == "lying-flat"
        assert "No lying flat on the back." in maria.get("/plan/").words

    def test_offers_to_lift_first_what_was_told(self):
        maria = Patient()
        maria.keep(Screening(**head(), answers={"knee": "yes"}, read_back=True))

        offered = maria.send("add", add=["lift"]).html.split('name="condition-0"')[1].split("</select>")[0]

        told, others = offered.split("<optgroup")
        assert 'value="knee"' in told
        assert 'value="wrist"' in others
        assert 'value="knee"' not in others

    def test_asks_to_shorten_what_is_too_long_and_loses_nothing(self):
        maria = Patient()

        page = maria.send("keep", *(f"{n}:no-steps" for n in range(41)))

        assert page.status == 422
        assert "One plan holds 40 sentences at the most." in page.words
        assert len([field for field in page.fields if field.get("name") == "sentence"]) == 41
        assert maria.plans() == ()

    def test_knows_who_it_was_when_a_look_led_here(self):
        page = Patient().get("/plan/new/?who=Dr%20Lind")

        assert page.hidden("clinician") == "Dr Lind"

    def test_asks_for_the_sentences_before_it_can_be_read_back(self):
        assert "Read it back" not in Patient().get("/plan/new/").words
        assert "Read it back" in Patient(login="joe").send("add", add=["no-steps"]).words

    def test_shows_the_gaps_of_all_sentences_that_were_ticked(self):
        page = Patient().send("add", add=["at-most", "minutes"])

        asked = {field.get("name") for field in page.fields}
        assert {"measure-0", "degrees-0", "exact-0", "until-0", "minutes-1", "until-1"} <= asked

    def test_keeps_everything_when_another_sentence_is_added(self):
        page = Patient().send(
            "add", "0:minutes", minutes_0="ten", add=["avoid-movement"], words="Go slowly", valid_to="2026-12-12"
        )

        assert [field["value"] for field in page.fields if field.get("name") == "sentence"] == [
            "0:minutes",
            "1:avoid-movement",
        ]
        assert page.hidden("minutes-0") == "ten"
        assert page.hidden("clinician") == "Dr Lind"
        assert page.hidden("valid_to") == "2026-12-12"
        assert "Go slowly" in page.words

    def test_says_nothing_of_gaps_before_it_is_read_back(self):
        page = Patient().send("add", "0:minutes", clinician="")

        assert page.status == 200
        assert "mend" not in page.html

    def test_lets_a_sentence_be_taken_away_and_the_others_stay(self):
        page = Patient().send("drop-0", "0:avoid-movement", "1:minutes", movement_0="cat-cow", minutes_1="10")

        assert [field["value"] for field in page.fields if field.get("name") == "sentence"] == ["1:minutes"]
        assert page.hidden("minutes-1") == "10"

    def test_a_return_key_does_nothing_but_keep_the_page(self):
        page = Patient().get("/plan/new/")

        first = page.html.split("<form", 1)[1].split('type="submit"', 1)[1]
        assert 'value="look"' in first.split(">", 1)[0]

    @pytest.mark.parametrize("name", ["9:nothing", "x:minutes", "²:minutes", "99999:minutes", "minutes"])
    def test_leaves_out_what_is_no_sentence(self, name):
        page = Patient().send("add", name)

        assert page.status == 200
        assert not [field for field in page.fields if field.get("name") == "sentence"]


class TestReadingBack:
    def test_says_the_sentences_as_they_will_hold_and_keeps_nothing_yet(self):
        maria = Patient()

        page = maria.send("read-back", "0:at-most", **BEND)

        assert "Is that what they said?" in page.words
        assert NO_BENDING in page.words
        assert "Dr Lind" in page.words
        assert maria.plans() == ()

    def test_leads_back_to_the_form_with_everything_in_it(self):
        maria = Patient()
        page = maria.send("change", "0:at-most", **BEND)

        assert page.hidden("until-0") == "2026-12-12"
        assert '<option value="trunk-lean" selected>' in page.html
        assert maria.plans() == ()

    def test_sends_along_all_that_was_said(self):
        page = Patient().send(
            "read-back", "0:require", movement_0="cat-cow", level_0="own", parts_0=["noon", "morning"]
        )

        sent = [(field["name"], field["value"]) for field in page.fields if field["name"] != "csrfmiddlewaretoken"]
        assert ("sentence", "0:require") in sent
        assert {("parts-0", "noon"), ("parts-0", "morning"), ("clinician", "Dr Lind")} <= set(sent)


class TestKeeping:
    def test_keeps_the_plan_and_shows_it_back(self):
        maria = Patient()

        page = maria.send("keep", "0:at-most", words="Go slowly", **BEND)

        (plan,) = maria.plans()
        assert page.to == "/plan/?kept=now"
        assert "Kept. It holds from now on." in maria.get(page.to).words
        assert (plan.clinician, plan.words) == ("Dr Lind", "Go slowly")
        assert (plan.sentences[0].says, plan.sentences[0].most, plan.sentences[0].until) == (Says.AT_MOST, 45, UNTIL)
        assert NO_BENDING in maria.get("/plan/").words

    def test_sent_twice_is_kept_once(self):
        maria, sent = Patient(), records.new_id()

        for _ in range(2):
            maria.send("keep", "0:minutes", minutes_0="10", id=sent)

        assert len(maria.plans()) == 1

    def test_gone_back_to_and_changed_corrects_what_the_page_kept(self):
        maria, sent = Patient(), records.new_id()

        maria.send("keep", "0:avoid-movement", movement_0="bridge", id=sent)
        for _ in range(2):
            maria.send("keep", "0:avoid-movement", movement_0="cat-cow", id=sent)

        first, second = maria.plans()
        assert (first.id, second.revises) == (sent, sent)
        words = maria.get("/plan/").words
        assert "No cat-cow." in words
        assert "No bridge." not in words

    def test_says_of_a_plan_that_begins_later_that_it_holds_from_then(self):
        maria = Patient()

        page = maria.send("keep", "0:no-steps", valid_from="2026-12-12")

        assert "Kept. It holds from its first day." in maria.get(page.to).words

    def test_keeps_several_sentences_in_their_order(self):
        maria = Patient()

        maria.send(
            "keep", "3:minutes", "1:no-steps", "7:require", minutes_3="10", movement_7="bridge", level_7="gentlest"
        )

        assert [each.says for each in maria.plans()[0].sentences] == [Says.MINUTES, Says.STEPS, Says.REQUIRE]

    def test_asks_for_a_movement_in_the_parts_that_were_ticked(self):
        maria = Patient()

        maria.send(
            "keep",
            "0:require-sore",
            movement_0="cat-cow",
            level_0="described",
            repetitions_0="4",
            parts_0=["bedtime", "morning"],
        )

        (asked,) = maria.plans()[0].sentences
        assert (asked.repetitions, asked.parts) == (4, (DayPart.MORNING, DayPart.BEDTIME))
        assert asked.also_on_sore_days

    def test_holds_from_the_very_next_look_at_today(self):
        maria = Patient()
        before = maria.get("/today/").words

        maria.send("keep", "0:avoid-movement", movement_0="cat-cow")

        after = maria.get("/today/").words
        assert "Dr Lind" not in before
        assert "Dr Lind" in after
        assert "In place of cat-cow" in after

    @pytest.mark.parametrize("template", [each.id for each in plan_file.templates()])
    def test_takes_every_sentence_there_is(self, template):
        maria = Patient()

        maria.send("keep", f"0:{template}", **filled(template))

        assert len(maria.plans()) == 1


def filled(template: str) -> dict[str, str]:
    """Fill every gap that must be filled with the first thing that may stand there."""
    gaps = [name for name in plan_gaps.gaps_of(plan_gaps.template(template)) if not plan_gaps.gap(name).optional]
    kinds = {name: plan_gaps.gap(name).kind.value for name in gaps}
    return {f"{name}_0": "10" if kinds[name] == "number" else plan_gaps.choices(name)[0][0] for name in gaps}


class TestWhatIsMissing:
    @pytest.mark.parametrize("do", ["read-back", "keep"])
    def test_is_said_at_its_gap_and_nothing_is_lost(self, do):
        maria = Patient()

        page = maria.send(do, "0:avoid-movement", "1:minutes", minutes_1="ninety", words="Go slowly")

        assert page.status == 422
        assert "movement-0-mend" in page.ids
        assert "minutes-1-mend" in page.ids
        assert page.hidden("minutes-1") == "ninety"
        assert "Go slowly" in page.words
        assert maria.plans() == ()

    def test_is_a_sentence_at_least(self):
        page = Patient().send("read-back")

        assert page.status == 422
        assert "Please add at least one sentence." in page.words

    def test_is_somebody_who_said_it(self):
        page = Patient().send("read-back", "0:no-steps", clinician=" ")

        assert page.status == 422
        assert "Please write a name or a place" in page.words

    @pytest.mark.parametrize(
        ("days", "remedy"),
        [
            ({"valid_from": "2026-12-12", "valid_to": "2026-12-01"}, "That is before it begins."),
            ({"valid_to": "2026-11-01"}, "That day has gone by."),
            ({"valid_from": "next week"}, "Please give the day as year-month-day"),
            ({"supersedes": "Nobody"}, "Please choose one of the names"),
            ({"words": "x" * 501}, "Please keep it to 500 letters."),
            ({"id": "7"}, "Please load this page once more."),
        ],
        ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
    )
    def test_is_said_of_the_days_and_all_else_too(self, days, remedy):
        maria = Patient()

        page = maria.send("keep", "0:no-steps", **days)

        assert page.status == 422
        assert remedy in page.words
        assert maria.plans() == ()


class TestWhatContradictsItself:
    def test_is_said_beside_the_sentence_with_what_will_be_done(self):
        page = Patient().send(
            "read-back", "0:avoid-movement", "1:require", movement_0="cat-cow", movement_1="cat-cow", level_1="own"
        )

        asked, said = page.words.index("Please do cat-cow"), page.words.index("Leaving out holds")
        assert asked < said
        assert page.status == 200

    def test_may_be_kept_and_is_on_the_safe_side(self):
        maria = Patient()

        maria.send("keep", "0:avoid-movement", "1:require", movement_0="cat-cow", movement_1="cat-cow", level_1="own")

        session = maria.get(f"/sessions/{SESSION}/").html
        assert len(maria.plans()[0].sentences) == 2
        assert "Leaving out holds" in maria.get("/plan/").words
        assert "/library/stills/" in session
        assert "#cat-cow." not in session

    def test_is_said_of_a_plan_that_leaves_nothing_and_the_breath_is_left(self):
        maria = Patient()
        positions = ["lying", "side-lying", "hands-and-knees", "kneeling", "standing", "sitting"]
        sentences = [f"{n}:avoid-position" for n in range(len(positions))]
        gaps = {f"position_{n}": position for n, position in enumerate(positions)}

        page = maria.send("read-back", *sentences, **gaps)
        maria.send("keep", *sentences, **gaps)

        assert "nothing but the breath is left" in page.words
        assert maria.get("/today/").status == 200
