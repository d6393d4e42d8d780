"""From "a clinician has looked" with limits, over the sentences, to a day that holds to them."""

from loosen.core.screening import Screening
from tests.web.clinic.asking import Patient
from tests.web.visits import SESSION, TODAY, head


def asked_to_ask_first() -> Patient:
    """Somebody who told this morning of a condition that is asked about first."""
    maria = Patient()
    answers = {"cond-other": "yes"}
    maria.keep(Screening(**head(), answers=answers, read_back=True))
    return maria


def look_with_limits(maria: Patient) -> str:
    """Note a look with limits; return where that leads."""
    finding = maria.get("/referral/cleared/").chosen("findings")
    page = maria.post(
        "/referral/cleared/", findings=finding, who="Dr Lind", looked_on=str(TODAY), said="limits"
    )  # fmt: skip
    return page.to


def test_a_look_with_limits_leads_to_the_sentences_with_the_name_filled_in():
    maria = asked_to_ask_first()

    to = look_with_limits(maria)

    assert to.startswith("/plan/new/?who=Dr")
    assert maria.get(to).hidden("clinician") == "Dr Lind"


def test_until_the_limits_are_written_down_there_is_no_session_and_the_way_is_shown():
    maria = asked_to_ask_first()
    look_with_limits(maria)

    page = maria.follow("/today/")

    assert "First write down the limits" in page.words
    assert "/plan/new/" in page.links


def test_the_name_is_filled_in_also_on_the_way_from_the_referral():
    maria = asked_to_ask_first()
    look_with_limits(maria)

    assert maria.get("/plan/new/").hidden("clinician") == "Dr Lind"


def test_then_the_day_is_there_and_holds_to_them():
    maria = asked_to_ask_first()
    look_with_limits(maria)

    maria.send("keep", "0:avoid-movement", movement_0="cat-cow")

    page = maria.get("/today/")
    assert f"/sessions/{SESSION}/" in page.links
    assert "In place of cat-cow" in page.words


def test_what_the_look_noted_is_shown_with_the_plan():
    maria = asked_to_ask_first()
    look_with_limits(maria)
    maria.send("keep", "0:avoid-movement", movement_0="cat-cow")

    words = maria.get("/plan/").words

    assert "No cat-cow." in words
    assert "and said: go on, with limits." in words
