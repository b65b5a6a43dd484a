"""The words that only `anju explain` needs."""

from collections.abc import Mapping
from typing import NamedTuple


class ExplainWords(NamedTuple):
    """The grammar of numbers row by row, and the words around what is explained."""

    words: Mapping[str, str]
    forms: tuple[tuple[str, str, str], ...]


def explain_words(lang: str) -> ExplainWords:
    """The words in `zh` or `en`."""
    if lang == "en":
        from anju_cli.texts.en.explain import EXPLAIN
        from anju_cli.texts.en.number_forms import FORMS
    else:
        from anju_cli.texts.zh.explain import EXPLAIN
        from anju_cli.texts.zh.number_forms import FORMS
    return ExplainWords(EXPLAIN, FORMS)
