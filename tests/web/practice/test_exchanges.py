"""What came for a change: its sentence, Keep it, Go back, and both at once."""

import pytest

from loosen.content import loading
from loosen.core.day import Day
from loosen.core.journal import CheckIn, Choice, ChoiceKind
from loosen.web import records
from loosen.web.practice.exchanges import swapped_steps
from tests.web.visits import Visit, ago, head, session_of


def with_a_change() -> tuple[Visit, str]:
    """Practised for weeks, day after day and at ease, until one movement came for a change within the last days."""
    visit = Visit()
    for n in range(40, 0, -1):
        visit.keep(CheckIn(**head(ago(n)), pain=3), *session_of(ago(n)))
    return visit, came(visit)[0]


def came(visit: Visit) -> list[str]:
    """The movements in today that came for a change."""
    visit.user.refresh_from_db()
    outcome = records.today(visit.user).outcome
    assert isinstance(outcome, Day)
    return list(swapped_steps(outcome))


@pytest.fixture
def changed() -> tuple[Visit, str]:
    return with_a_change()


class TestAChange:
    def test_says_why_on_the_page_of_reasons_and_on_its_own_page(self, changed: tuple[Visit, str]):
        visit, movement = changed

        for path in ("/today/why/", f"/library/{movement}/"):
            page = visit.get(path)
            assert "For a change, for some weeks, in place of" in page.words
            assert "Keep it" in page.words
            assert "Go back" in page.words

    def test_is_nothing_to_a_movement_that_did_not_come_for_one(self, changed: tuple[Visit, str]):
        assert "Go back" not in changed[0].get("/library/seated-breath/").words

    def test_goes_back_at_once_and_the_way_back_is_beside_it(self, changed: tuple[Visit, str]):
        visit, movement = changed

        visit.post("/choices/", kind="undo-swap", movement=movement)

        assert movement not in came(visit)
        page = visit.get("/today/")
        assert "Back to what you know." in page.words

        answer = records.entries(visit.user, Choice)[-1]
        visit.post("/choices/", kind="usual", revises=answer.id)
        assert movement in came(visit)

    def test_stays_when_it_is_kept_and_is_not_asked_about_again(self, changed: tuple[Visit, str]):
        visit, movement = changed

        visit.post("/choices/", kind="keep-swap", movement=movement)

        assert movement in came(visit)
        assert "stays with you." in visit.get("/today/").words
        why = visit.get("/today/why/")
        assert "stays" in why.words
        assert ">Keep it<" not in why.html
        assert "Go back" in why.words

    def test_names_the_movement_on_its_buttons_for_who_hears_the_page(self, changed: tuple[Visit, str]):
        visit, movement = changed
        name = loading.scores()[movement].name

        html = visit.get(f"/library/{movement}/").html

        assert f'Keep it<span class="unseen">: {name}</span>' in html
        assert f'Go back<span class="unseen">: {name}</span>' in html


class TestAnAnswer:
    def test_to_what_did_not_change_is_not_kept(self, changed: tuple[Visit, str]):
        visit, _ = changed

        visit.post("/choices/", kind="keep-swap", movement="pelvic-tilt")

        assert not records.entries(visit.user, Choice)

    def test_without_a_movement_is_not_understood(self):
        assert Visit().post("/choices/", kind=ChoiceKind.UNDO_SWAP.value).status == 400
