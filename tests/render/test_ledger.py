"""The ledger as a page: a table a chapter, a row a rule, every source at the end."""

from loosen.render.ledger import COLUMNS, Part, Promised, Row, Work, page

WORK = Work(
    "finucane-2020", "Finucane and others 2020, red flags, J Orthop", "The whole picture decides.", "read itself"
)
ROW = Row(
    "small-increase",
    "2, T2 hold",
    "A sore morning | is forgotten.",
    "A little less\ntoday.",
    "more than 1 point",
    (WORK,),
    "reasoned",
    "no",
    "with another",
    "tests/core/test_pacing.py::TestAfterASmallIncrease",
)
PROMISED = Promised("A slip stands.", "It can be taken back.", "tests/core/test_screening.py::TestASlip")


def lines() -> list[str]:
    return page([Part("How far", "Too much.", (ROW,))], [PROMISED], [WORK]).splitlines()


class TestTheLedgerAsAPage:
    def test_has_a_chapter_with_its_hazard(self):
        told = lines()

        assert told[told.index("## How far") + 1] == "Hazard: Too much."

    def test_has_one_line_for_a_rule_with_as_many_cells_as_heads(self):
        (row,) = [line for line in lines() if line.startswith("| `small-increase` 2, T2 hold |")]

        assert row.count(" | ") == len(COLUMNS) - 1
        assert "A sore morning / is forgotten." in row
        assert "A little less today." in row

    def test_names_a_source_shortly_and_leads_to_what_it_gave(self):
        told = lines()

        assert any("[Finucane and others 2020](#finucane-2020)" in line for line in told)
        at = told.index("### finucane-2020")
        assert told[at + 1] == f"{WORK.name}. The whole picture decides. (read itself)"

    def test_has_the_promises_with_their_tests(self):
        assert f"| A slip stands. | It can be taken back. | `{PROMISED.test}` |" in lines()
