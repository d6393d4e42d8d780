"""What your clinician said, shown back; ended, corrected, and replaced by somebody else's word."""

import pytest

from loosen.core.plan import Says, Sentence
from loosen.core.score import Position
from loosen.core.screening import Clearing, Said
from loosen.web import records
from tests.web.clinic.asking import DO_CAT_COW, NO_CAT_COW, UNTIL, Patient
from tests.web.visits import TODAY, Visit, ago, head


class TestShowingBack:
    def test_says_kindly_that_there_is_nothing_yet(self):
        page = Patient().get("/plan/")

        assert "Nothing is written down yet." in page.words
        assert "/plan/new/" in page.links

    def test_says_who_what_and_until_when(self):
        maria = Patient()
        maria.told(NO_CAT_COW, words="Go slowly", valid_to=UNTIL)

        words = maria.get("/plan/").words

        assert words.index("Dr Lind") < words.index("Until 12 December") < words.index("No cat-cow.")
        assert "“Go slowly”" in words

    def test_says_what_begins_later_apart(self):
        maria = Patient()
        maria.told(NO_CAT_COW, valid_from=UNTIL)

        assert "Not yet: Dr Lind" in maria.get("/plan/").words

    def test_says_what_a_look_noted(self):
        maria = Patient()
        maria.keep(
            Clearing(
                **head(ago(3)),
                finding="RAD1",
                who="Dr Noor",
                looked_on=ago(3),
                said=Said.LIMITS,
                movements_off=frozenset({"cat-cow"}),
                positions_off=frozenset({Position.LYING}),
            )
        )

        words = maria.get("/plan/").words

        assert "Dr Noor Had a look on 19 November 2026, and said: go on, with limits." in words
        assert "To leave out: lying, cat-cow." in words

    def test_is_led_to_from_you(self):
        assert "/plan/" in Patient().get("/you/").links

    def test_is_led_to_from_the_reason_on_today(self):
        maria = Patient()
        assert "/plan/" not in maria.get("/today/").links

        maria.told(NO_CAT_COW)

        page = maria.get("/today/")
        assert "Your clinician can change this" in page.words
        assert "/plan/" in page.links

    def test_is_open_while_movement_is_paused(self):
        from loosen.core.screening import Screening

        maria = Patient()
        maria.keep(Screening(**head(), answers={"ca2-weight": "yes"}, read_back=True))

        assert maria.get("/plan/").status == 200
        assert "Movement is paused for now." in maria.get("/plan/").words
        assert maria.get("/plan/new/").status == 200


class TestEnding:
    def test_is_asked_once_and_keeps_nothing_by_looking(self):
        maria = Patient()
        plan = maria.told(NO_CAT_COW)

        page = maria.get(f"/plan/{plan.id}/end/")

        assert "Does this hold no more?" in page.words
        assert "No cat-cow." in page.words
        assert maria.plans() == (plan,)

    def test_takes_the_plan_out_of_force_and_keeps_it_in_the_record(self):
        maria = Patient()
        plan = maria.told(NO_CAT_COW)

        page = maria.post(f"/plan/{plan.id}/end/")

        before, after = maria.plans()
        assert page.to == "/plan/?kept=ended"
        assert "It has ended. The usual rules hold again." in maria.get(page.to).words
        assert (before, after.revises, after.withdrawn) == (plan, plan.id, True)
        assert "No more: Dr Lind" in maria.get("/plan/").words
        assert "In place of cat-cow" not in maria.get("/today/").words

    def test_says_that_the_others_still_hold(self):
        maria = Patient()
        plan = maria.told(NO_CAT_COW)
        maria.told(DO_CAT_COW)

        page = maria.post(f"/plan/{plan.id}/end/")

        assert "It has ended. Only what stands below still holds." in maria.get(page.to).words

    def test_ended_twice_is_ended_once(self):
        maria = Patient()
        plan = maria.told(NO_CAT_COW)
        maria.post(f"/plan/{plan.id}/end/")

        again = maria.post(f"/plan/{plan.id}/end/")

        assert again.to == "/plan/"
        assert len(maria.plans()) == 2

    def test_is_undone_by_keeping_it_again(self):
        maria = Patient()
        plan = maria.told(NO_CAT_COW)
        maria.post(f"/plan/{plan.id}/end/")
        ended = maria.plans()[-1]

        form = maria.get(f"/plan/{ended.id}/correct/")
        maria.send("keep", "0:avoid-movement", to=f"/plan/{ended.id}/correct/", movement_0="cat-cow")

        assert '<option value="cat-cow" selected>' in form.html
        assert "In place of cat-cow" in maria.get("/today/").words


class TestCorrecting:
    def test_shows_every_sentence_as_it_stands(self):
        maria = Patient()
        at_most = Sentence(Says.AT_MOST, measure="trunk-lean", most=45, until=UNTIL)
        plan = maria.told(at_most, DO_CAT_COW, valid_to=UNTIL, words="Go slowly")

        page = maria.get(f"/plan/{plan.id}/correct/")

        assert page.hidden("clinician") == "Dr Lind"
        assert page.hidden("until-0") == "2026-12-12"
        assert page.hidden("repetitions-1") == "4"
        assert page.chosen("parts-1") == ["morning"]
        assert page.hidden("valid_to") == "2026-12-12"
        assert '<option value="halfway" selected>' in page.html

    def test_keeps_both_and_the_later_one_holds(self):
        maria = Patient()
        plan = maria.told(NO_CAT_COW)

        maria.send("keep", "0:avoid-movement", to=f"/plan/{plan.id}/correct/", movement_0="bridge")

        before, after = maria.plans()
        assert (before, after.revises) == (plan, plan.id)
        words = maria.get("/plan/").words
        assert "No bridge." in words
        assert "No cat-cow." not in words

    def test_does_not_offer_to_replace_the_plan_by_itself(self):
        maria = Patient()
        plan = maria.told(NO_CAT_COW)

        assert "in the place of" not in maria.get(f"/plan/{plan.id}/correct/").words

    @pytest.mark.parametrize("what", ["correct", "end"])
    def test_somebody_elses_plan_is_not_there(self, what):
        plan = Patient(login="joe").told(NO_CAT_COW)

        assert Patient().get(f"/plan/{plan.id}/{what}/").status == 404

    @pytest.mark.parametrize("what", ["correct", "end"])
    def test_what_was_corrected_since_leads_to_what_stands(self, what):
        maria = Patient()
        plan = maria.told(NO_CAT_COW)
        maria.told(DO_CAT_COW, revises=plan.id)

        assert maria.get(f"/plan/{plan.id}/{what}/").to == "/plan/"

    def test_sent_twice_is_kept_once(self):
        maria, sent = Patient(), records.new_id()
        plan = maria.told(NO_CAT_COW)

        for _ in range(2):
            page = maria.send("keep", "0:minutes", to=f"/plan/{plan.id}/correct/", minutes_0="10", id=sent)

        assert page.to == "/plan/?kept=now"
        assert len(maria.plans()) == 2

    def test_gone_back_to_and_changed_corrects_the_correction(self):
        maria, sent = Patient(), records.new_id()
        plan = maria.told(NO_CAT_COW)
        to = f"/plan/{plan.id}/correct/"

        maria.send("keep", "0:minutes", to=to, minutes_0="10", id=sent)
        maria.send("keep", "0:minutes", to=to, minutes_0="5", id=sent)

        words = maria.get("/plan/").words
        assert "At most 5 minutes of practice a day." in words
        assert "At most 10 minutes" not in words
        assert len(maria.plans()) == 3


class TestAnotherCliniciansWord:
    def test_comes_beside_the_first_unless_it_replaces_it(self):
        maria = Patient()
        maria.told(NO_CAT_COW)

        maria.send("keep", "0:no-steps", clinician="Dr Noor")

        assert {"No cat-cow.", "No steps more for now."} <= set(lines(maria))

    def test_replaces_it_when_that_was_chosen(self):
        maria = Patient()
        maria.told(NO_CAT_COW)

        maria.send("keep", "0:no-steps", clinician="Dr Noor", supersedes="Dr Lind")

        page = maria.get("/plan/").words
        assert page.index("In the place of what Dr Lind said before.") < page.index("No more: Dr Lind")
        assert "In place of cat-cow" not in maria.get("/today/").words

    def test_replaces_what_was_noted_of_a_look(self):
        maria = Patient()
        maria.keep(
            Clearing(**head(ago(3)), finding="RAD1", who="Dr Lind", looked_on=ago(3), said=Said.LIMITS)
        )  # fmt: skip

        offered = maria.send("add", "0:no-steps")
        maria.send("keep", "0:no-steps", clinician="Dr Noor", supersedes="Dr Lind")

        assert '<option value="Dr Lind">' in offered.html
        assert "Had a look" not in maria.get("/plan/").words


def lines(visit: Visit) -> list[str]:
    """Return the sentences of the page, each by itself."""
    return [line.strip() for line in visit.get("/plan/").html.replace("<li>", "\n").replace("</li>", "\n").splitlines()]


def test_the_page_asks_the_database_seldom(django_assert_max_num_queries):
    maria = Patient()
    maria.told(NO_CAT_COW, valid_from=TODAY)
    maria.get("/plan/")

    with django_assert_max_num_queries(10):
        maria.get("/plan/")
