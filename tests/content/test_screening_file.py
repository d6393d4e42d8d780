"""The screening's files: whole, in plain words, and refused by name, line and remedy when they are not."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from loosen.content import emergency, urgent
from loosen.content.faults import ContentError
from loosen.content.loading import practice, scores
from loosen.content.screening_file import HERE, conditions_from_file, rules, rules_from_file
from loosen.content.sources import sources_from_file
from loosen.content.word_rules import kind
from loosen.core.screening import Effect, SymptomCourse, Tier

ROOT = Path(__file__).resolve().parents[2]

RULES = rules()
CARDS = urgent.cards()
SOURCES = set(sources_from_file(HERE / "sources.toml"))
SCREENING = (HERE / "screening.toml").read_text(encoding="utf-8")

ROWS = {
    "CES1", "CES2", "CES3", "CES4", "CES5", "NEU1", "TRA1", "VAS1", "INF1", "CA1", "CA2", "FX1", "THO1", "AXS1",
    "RAD1", "DVT1", "URI1", "PRG-S", "NIT1", "SEV1", "PAIN55", "UNL1", "COND",
}  # fmt: skip
"""The rows of the clinical ground that the answers decide; the others stand in the core and in the conditions."""


def words_of(value: object) -> list[str]:
    """Every text of a value that a person reads."""
    texts = [getattr(value, field.name) for field in fields(value) if field.name not in {"id", "words"}]
    return [
        text
        for each in texts
        for text in (each if isinstance(each, tuple) else (each,))
        if isinstance(text, str) and text
    ]


class TestTheRows:
    def test_are_all_there(self):
        assert {rule.id for rule in RULES.rules} == ROWS

    def test_keep_the_ids_of_those_that_stand_elsewhere(self):
        assert {"PER1", "HIGH8", "MH1", "SHORT", "BASE", "PRG", "SURG"} == set(RULES.kept)

    @pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
    def test_say_why_from_where_and_how_good_that_is(self, rule):
        assert rule.because
        assert rule.sources
        assert set(rule.sources) <= SOURCES
        assert rule.evidence in {"guideline", "trial", "consensus", "reasoned", "memory"}
        assert not rule.reviewed

    @pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
    def test_have_a_card_for_every_case(self, rule):
        for case in rule.cases:
            card = CARDS[case.words]
            assert (card.call is urgent.Call.EMERGENCY) == (case.tier is Tier.T0)
            assert (card.call is urgent.Call.URGENT) == (case.tier is Tier.T1)
            assert len(card.steps) == (0 if case.tier is Tier.T4 else 3)

    def test_that_hold_and_that_go_on_are_those_of_the_clinical_ground(self):
        effects = {(rule.id, case.effect) for rule in RULES.rules for case in rule.cases if case.tier is Tier.T2}

        assert effects == {
            ("CA1", Effect.HOLD),
            ("THO1", Effect.HOLD),
            ("RAD1", Effect.HOLD),
            ("RAD1", Effect.GO_ON),
            ("AXS1", Effect.GO_ON),
            ("PAIN55", Effect.HOLD),
            ("UNL1", Effect.HOLD),
            ("SEV1", Effect.HOLD),
        }

    @pytest.mark.parametrize("question", [q.id for q in RULES.questions.values() if q.history])
    @pytest.mark.parametrize("course", SymptomCourse)
    def test_have_a_case_for_every_course_of_a_symptom(self, question, course):
        alone = [
            case for rule in RULES.rules for case in rule.cases if question in case.all + case.any and case.courses
        ]

        assert any(course in case.courses for case in alone if len(case.all) < 2)


class TestTheLists:
    def test_are_seven_for_everybody_the_nerves_first_and_alone(self):
        assert len([step for step in RULES.steps if not step.after]) == 7
        assert set(RULES.steps[0].questions) == {"ces1", "ces2", "ces3", "ces4", "ces5"}

    def test_behind_a_gate_are_asked_only_of_those_whom_they_may_concern(self):
        assert {step.id: step.after for step in RULES.steps if step.after} == {
            "carrying": "prg",
            "operations": "surg",
            "spine": "cond-spine",
            "joints": "cond-joints",
            "whole": "cond-whole",
        }

    def test_have_at_most_five_lines(self):
        assert max(len(step.questions) for step in RULES.steps) == 5

    def test_about_the_person_are_asked_once_and_shown_again(self):
        assert [step.id for step in RULES.steps if not step.lasting] == ["nerves", "now", "unwell", "pain", "leg"]

    def test_ask_for_the_dates_that_conditions_go_by(self):
        assert {q.id: q.dated.value for q in RULES.questions.values() if q.dated} == {
            "pregnant": "due"
        } | dict.fromkeys(("postpartum", "spine-surgery", "fracture", "belly-surgery", "new-hip"), "since")

    def test_may_leave_out_the_line_on_sex_alone(self):
        assert [question.id for question in RULES.questions.values() if question.optional] == ["ces4"]


class TestTheShortForm:
    def test_is_four_lines(self):
        assert [line.id for line in RULES.short] == ["saddle", "legs", "unwell", "sudden"]

    def test_hears_of_every_sign_that_means_go_now(self):
        behind = {question for line in RULES.short for question in line.questions}

        assert behind >= {"ces1", "ces2", "ces3", "ces4", "ces5", "neu1", "neu1-rapid", "tra1", "inf1", "unlike"}

    def test_can_be_read_back_and_ticked(self):
        for line in RULES.short:
            assert line.text[0].isupper()
            assert not line.told.endswith(".")


class TestABadDay:
    def test_asks_two_questions_and_the_check_in_answers_the_third(self):
        assert (RULES.severe, RULES.high) == (("sev-unlike", "sev-sudden"), "sev-high")
        assert all(RULES.questions[question].text.endswith("?") for question in RULES.severe)


TEXTS = sorted(
    {
        text
        for value in (*RULES.questions.values(), *RULES.steps, *RULES.rules, *CARDS.values(), *urgent.rising())
        for text in words_of(value)
    }
)


class TestTheWords:
    @pytest.mark.parametrize("text", TEXTS)
    def test_neither_frighten_nor_boast(self, text):
        assert list(kind(text)) == []

    def test_never_tell_anybody_what_they_have(self):
        assert [
            text for text in TEXTS if re.search(r"\byou (may |might )?have (a |an )?\w+(itis|oma|syndrome)", text)
        ] == []

    def test_about_an_accident_speak_of_new_pain_and_of_the_last_weeks(self):
        question = RULES.questions["tra1"]

        for said in (question.text, question.told, question.say):
            assert "new or clearly worse" in said.lower()
            assert "in the last weeks" in said
        assert "years ago does not count" in question.detail

    @pytest.mark.parametrize("question", RULES.questions.values(), ids=lambda question: question.id)
    def test_of_a_question_can_be_read_back_and_read_aloud(self, question):
        assert not question.told.endswith(".")
        assert question.say.endswith(".")
        assert question.text[0].isupper()


class TestConditions:
    def test_stand_for_every_line_behind_a_gate(self):
        behind = {question for step in RULES.steps if step.after for question in step.questions}

        assert behind == {condition.question for condition in practice().conditions} - {"thin-bones"}

    def test_that_ask_first_say_on_their_card_what_to_ask(self):
        for case in (case for rule in RULES.rules for case in rule.cases if case.tier is Tier.T3):
            asks = [step for step in urgent.cards()[case.words].steps if step.startswith("Ask: ")]
            assert len(asks) >= 2
            assert all(ask.endswith("?") for ask in asks)

    def test_say_from_where_they_are(self):
        for condition in practice().conditions:
            assert set(condition.sources) <= SOURCES

    def test_leave_each_a_way_to_breathe(self):
        from loosen.core.conditions import of_condition

        for condition in practice().conditions:
            allowed = of_condition(condition)
            assert any(allowed.allows(scores()[slug]) for slug in ("seated-breath", "lying-breath"))


class TestGettingUp:
    @pytest.mark.parametrize("step", urgent.rising(), ids=lambda step: step.name)
    def test_shows_a_posture_that_is_drawn(self, step):
        drawing = (ROOT / f"src/loosen/web/static/loosen/stills/{step.drawing}.svg").read_text(encoding="utf-8")

        assert f'<symbol id="{step.posture}"' in drawing


class TestTheNumbers:
    def test_are_there_for_at_least_25_countries(self):
        assert len(emergency.countries()) >= 25

    @pytest.mark.parametrize(
        ("country", "number"),
        [("GB", "999"), ("US", "911"), ("AU", "000"), ("NZ", "111"), ("DE", "112"), ("IN", "112"), ("CH", "144")],
    )
    def test_are_the_well_known_ones(self, country, number):
        assert emergency.numbers(country).emergency[0].number == number

    def test_of_an_unknown_country_are_three(self):
        assert [line.number for line in emergency.numbers("").emergency] == ["112", "911", "999"]

    @pytest.mark.parametrize("code", emergency.all_numbers())
    def test_can_be_dialled_and_say_where_they_are_from(self, code):
        numbers = emergency.all_numbers()[code]

        assert numbers.source
        assert not numbers.reviewed
        assert numbers.evidence == "memory"
        for line in (*numbers.emergency, *numbers.urgent, *numbers.crisis):
            assert re.fullmatch(r"tel:(%23)?[0-9*+]{2,}", line.href)
            assert line.name

    @pytest.mark.parametrize("code", emergency.all_numbers())
    def test_to_write_to_open_a_message_and_stand_beside_one_to_call(self, code):
        numbers = emergency.all_numbers()[code]

        assert numbers.crisis or not numbers.crisis_text
        for line in numbers.crisis_text:
            assert re.fullmatch(r"sms:[0-9]{3,}", line.text_href)
            assert line.name

    def test_begin_with_an_emergency_number_everywhere_and_mostly_with_somebody_to_talk_to(self):
        known = [each for code, each in emergency.all_numbers().items() if code != emergency.UNKNOWN]

        assert all(each.emergency for each in known)
        assert sum(bool(each.crisis) for each in known) / len(known) > 0.8

    def test_with_a_star_or_a_hash_keep_them(self):
        assert emergency.Line("#7119", "advice").href == "tel:%237119"
        assert emergency.Line("*4141", "line").href == "tel:*4141"
        assert emergency.Line("0800 111 0 111", "line").href == "tel:08001110111"


FAULTY = [
    ('lead = "They are rare. T', 'laed = "They are rare. T', "there is no key 'laed' here; did you mean 'lead'?"),
    ('questions = ["rad1", ', 'questions = ["rad9", ', "no question is called 'rad9'; add [question.rad9]"),
    ('questions = ["rad1", ', 'questions = ["inf1", ', "'inf1' is asked twice; leave one out"),
    ('"axs1-more", ', "", "'axs1-more' is on no screen; name it in a step"),
    ('questions = ["thin-bones", ', 'questions = ["thin-bones", "cond", "x", ', "'body' asks 6 things; ask at most 5"),
    (
        'after = "surg"',
        'after = "sugr"',
        "'operations' waits for 'sugr', which no list before it asks; name a question",
    ),
    ('after = "prg"', 'after = "knee"', "'carrying' waits for 'knee', which no list before it asks"),
    ('questions = ["ces1", "ces2", "ces3", "ces4"]', "questions = []", "no question stands behind 'saddle'; name the"),
    ('["inf1", "ca2-weight"]', '["inf1", "weight"]', "no question is called 'weight'; add [question.weight]"),
    ('["inf1", "ca2-weight"]', '["inf1", "thin-bones"]', "'thin-bones' is on no list of news; name questions that"),
    ('["inf1", "ca2-weight"]', '["inf1", "ces1"]', "'ces1' stands behind two lines; leave one out"),
    (
        'severe = ["sev-unlike"',
        'severe = ["inf1", "sev-unlike"',
        "'inf1' is on a list as well; ask it on a bad day only",
    ),
    ('severe = ["sev-unlike"', 'severe = ["sev-odd", "sev-unlike"', "no question is called 'sev-odd'; add"),
    ('high = "sev-high"', "", "a bad day needs its questions and what the check-in answers; write severe and high"),
    ('high = "sev-high"', 'high = "sev"', "no question is called 'sev'; add [question.sev]"),
    ('questions = ["rad1", ', 'questions = ["rad1", "rad1-long", ', "'leg' asks 6 things"),
    (
        '"cond-whole", "cond-other"]',
        '"cond-whole", "cond-other", "cond"]',
        "'cond' is retired and still asked; take it",
    ),
    ('replaced_by = ["cond-other"]', "", "'cond' is retired or replaced, not both; give retired and replaced_by"),
    ('replaced_by = ["cond-other"]', 'replaced_by = ["cond-x"]', "no question is called 'cond-x'"),
    ('dated = "due"', "history = true", "'pregnant' cannot have a history; give one to news only"),
    (
        "[question.uri1]\n",
        '[question.uri1]\ndated = "since"\n',
        "'uri1' cannot have a date; give one to a line of a lasting",
    ),
    ("[question.uri1]\n", "[question.uri1]\nevent = true\n", "'uri1' is no event; only a question of the short form"),
    ("[question.ces1]\n", "[question.ces1]\nevent = true\n", "'ces1' is no event; only a question of the short form"),
    ('dated = "due"', 'dated = "then"', "write one of due, since"),
    ('id = "CES2"', 'id = "CES1"', "the id 'CES1' is taken; give it another"),
    ('id = "CES2"', 'id = "PRG"', "the id 'PRG' is taken; give it another"),
    ("\nreviewed = false", "\nreviewed = true", "CES1 is reviewed without a name and a date"),
    ('all = ["ces1"]', 'all = ["ces9"]', "no question is called 'ces9'; use an id of a question"),
    ('all = ["uri1"]', "all = []", "the case would be true for everybody; name the questions in `all` or `any`"),
    ('effect = "hold"\n', "", "the effect does not go with the tier"),
    ('effect = "hold"', 'effect = "hlod"', "write one of hold, go-on"),
    ('tier = "T0"\nwords = "weakness-now"', 'tier = "T4"\nwords = "weakness-now"', "not the most urgent first"),
    ('tier = "T0"', 'tier = "T9"', "write one of T0, T1, T2, T3, T4"),
    ('all = ["uri1"]', 'all = ["uri1"]\ncourses = ["new"]', "no question of the case has a history; leave out courses"),
    ("least_weeks = 6", "least_weeks = 0", "the weeks are less than one; write 1 or more"),
    ('courses = ["worse", "unsure", "new"]', 'courses = ["old"]', "write one of worse, unsure, new, unseen, known"),
]


class TestAFaultyScreening:
    @pytest.mark.parametrize(("good", "bad", "says"), FAULTY, ids=[bad[:30] for _, bad, _ in FAULTY])
    def test_is_refused_with_its_place_and_a_remedy(self, tmp_path, good, bad, says):
        assert good in SCREENING
        path = tmp_path / "screening.toml"
        path.write_text(SCREENING.replace(good, bad, 1), encoding="utf-8")

        with pytest.raises(ContentError) as refused:
            rules_from_file(path)

        assert says in str(refused.value)
        assert re.match(rf"{re.escape(str(path))}:\d+: ", str(refused.value))

    def test_of_conditions_names_the_question(self, tmp_path):
        text = (HERE / "conditions.toml").read_text(encoding="utf-8").replace('question = "knee"', 'question = "kne"')
        path = tmp_path / "conditions.toml"
        path.write_text(text, encoding="utf-8")

        with pytest.raises(ContentError, match="no question is called 'kne'; use an id of"):
            conditions_from_file(path, RULES)
