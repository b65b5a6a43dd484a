"""Words where a figure was expected."""

from collections.abc import Iterator

from anju_cli.diagnostics import Diagnostic
from anju_cli.rules.case import Case
from anju_cli.submission import Missing, says_nothing


def missing_words(case: Case) -> Iterator[Diagnostic]:
    """Vague words are refused, a blank is noted, and a withheld figure needs its reason."""
    for field, quantity in case.fields:
        if not isinstance(quantity.reading, Missing):
            continue
        word = quantity.reading.word
        if word == "vague":
            yield case.finding("ANJ208", field)
        elif field == "value" and word == "blank":
            yield case.finding("ANJ305", field)
        elif field == "value" and word in {"not_applicable", "withheld"} and says_nothing(case.figure.note or ""):
            yield case.finding("ANJ209", field, word)
