"""The ledger put together: each row says what its rule says, in words."""

import re

import pytest

from loosen.content.loading import practice
from loosen.exchange.ledger import markdown

ROWS = [line.strip("| ").split(" | ") for line in markdown().splitlines() if line.startswith("| `")]


def row(rule: str, *words: str) -> dict[str, str]:
    """The one row of a rule that holds all these words."""
    (found,) = [
        cells for cells in ROWS if cells[0].startswith(f"`{rule}`") and all(w in " | ".join(cells) for w in words)
    ]
    heads = ("rule", "hazard", "says", "when", "source", "evidence", "reviewed", "stops", "test")
    return dict(zip(heads, found, strict=True))


class TestAQuestionsRule:
    @pytest.mark.parametrize("rule", practice().screening.rules, ids=lambda rule: rule.id)
    def test_has_a_row_for_every_case_with_its_tier(self, rule):
        tiers = [cells[0].split(", ")[1] for cells in ROWS if cells[0].startswith(f"`{rule.id}` ")]

        wanted = [f"{case.tier.value}{' ' + case.effect.value if case.effect else ''}" for case in rule.cases]
        assert tiers == wanted

    def test_says_how_the_sign_must_go(self):
        assert row("CES1", "T0")["when"].endswith("; getting worse, or perhaps worse, or begun within two weeks")

    def test_says_how_long_the_sign_must_have_lasted(self):
        assert row("RAD1", "T2 go-on", "perhaps worse")["when"].endswith("; for 6 weeks or longer")

    def test_stops_alone_where_one_answer_is_enough(self):
        assert row("TRA1")["stops"] == "yes"
        assert row("FX1")["stops"] == "with another"
        assert row("NIT1")["stops"] == "no"

    def test_names_an_age_and_a_choice_in_words(self):
        assert "or an age over 70" in row("FX1")["when"]
        assert "one of: any other sign or risk of the lists" in row("THO1", "T1", "an age over 70")["when"]
        assert "one of: pain that rest does not ease" in row("CA1", "T1")["when"]

    @pytest.mark.parametrize("rule", practice().screening.rules, ids=lambda rule: rule.id)
    def test_names_no_answer_by_its_id(self, rule):
        cells = [cells for cells in ROWS if cells[0].startswith(f"`{rule.id}`")]

        assert cells
        assert not [each for each in cells if "`" in each[3]]


class TestACondition:
    @pytest.mark.parametrize("condition", practice().conditions, ids=lambda condition: condition.id)
    def test_has_its_row_with_its_sentence(self, condition):
        said = row(condition.id, "You told us about")["says"]

        assert said.startswith(f"You told us about {condition.say}. ")
        assert "Your clinician can change this." in said

    def test_says_degrees_positions_weeks_and_parts_of_the_day(self):
        assert "trunk lean 45 degrees at most (sitting, standing)" in row("glaucoma")["when"]
        assert "head drop 0 cm at most" in row("glaucoma")["when"]
        assert "from 16 full weeks on" in row("pregnant-16")["when"]
        assert "until 12 full weeks; asked about after that too" in row("spine-surgery")["when"]
        assert "nothing but the breath and: " in row("spine-surgery")["when"]
        assert "in the morning" in row("leg-on-bending-morning")["when"]
        assert "one position a session" in row("dizzy", "You told us about")["when"]

    def test_stops_until_a_clinician_agrees_where_it_asks_first(self):
        assert row("pregnant")["stops"] == "yes, until a clinician agrees"
        assert row("knee")["stops"] == "no"


class TestARuleOfTheDay:
    def test_has_its_sentence_and_its_numbers(self):
        told = row("small-increase")

        assert "A small increase is all right" in told["says"]
        assert told["when"].startswith("more than 1 and less than 3 points above the usual")

    def test_is_called_as_the_record_calls_it(self):
        assert row("PER1", "no easier yet")["evidence"] == "reasoned"


class TestEveryRow:
    @pytest.mark.parametrize("cells", ROWS, ids=lambda cells: cells[0])
    def test_has_a_hazard_a_sentence_a_source_a_grade_and_a_test(self, cells):
        assert len(cells) == 9
        assert all(cells[at].strip() for at in (1, 2, 4, 5, 8))
        assert re.fullmatch(r"`tests/\S+`", cells[8])
