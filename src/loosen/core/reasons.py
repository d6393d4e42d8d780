"""Why a day looks as it does: a rule's name and the values that filled its sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that shaped what was given; its sentence lives with the rule's words in content."""

    rule: str
    values: Mapping[str, int | float | str] = field(default_factory=dict)
