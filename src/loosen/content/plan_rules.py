"""What must hold of the sentences of a plan: every gap is asked for and said, every tag has its words."""

from collections.abc import Iterator

from loosen.content.faults import Remark
from loosen.content.plan_file import GAP_IN_WORDS, PlanWords, Template
from loosen.content.score_rules import Remarks, unknown
from loosen.content.vocabulary import Vocabulary
from loosen.core.body import MEASURES


def of_the_plan(words: PlanWords, vocabulary: Vocabulary) -> Remarks:
    """Yield what is amiss with the sentences of a plan."""
    for at, template in enumerate(words.templates):
        yield from _of_template(("template", at), template, words)
    for tag in words.tags.keys() - vocabulary.tags.keys():
        yield unknown(("tag", tag), "tag", tag, vocabulary.tags)
    for tag in vocabulary.tags.keys() - words.tags.keys():
        yield Remark(("tag",), f"the tag {tag!r} has no words here", f'say what "No ..." leaves out: {tag} = "..."')
    for measure in words.measures.keys() - MEASURES.keys():
        yield unknown(("measure", measure), "measure", measure, MEASURES)


def _of_template(where: tuple[str, int], template: Template, words: PlanWords) -> Iterator[Remark]:
    """A template says each of its gaps in both of its forms, and the form asks for each."""
    for key, text, gaps in (
        ("say", template.say, {*template.gaps}),
        ("say_until", template.say_until, {*template.gaps, "until"}),
    ):
        said = set(GAP_IN_WORDS.findall(text))
        if said != gaps:
            told = ", ".join(sorted(gaps ^ said))
            yield Remark((*where, key), f"{template.id} does not say its gaps ({told})", "name each gap once in braces")
    if template.group not in {group.id for group in words.groups}:
        yield unknown((*where, "group"), "group", template.group, [group.id for group in words.groups])
    for gap in template.gaps:
        if gap not in words.gaps:
            yield unknown((*where, "gaps"), "gap", gap, words.gaps, ", or write it as [gap.NAME]")
