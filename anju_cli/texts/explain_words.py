"""The words that only `anju explain` needs."""

from collections.abc import Mapping
from typing import NamedTuple


class Explaining(NamedTuple):
    """Why each code exists, the grammar of numbers row by row, and the words around them."""

    words: Mapping[str, str]
    why: Mapping[str, str]
    forms: tuple[tuple[str, str, str], ...]


def explaining(lang: str) -> Explaining:
    """The words in `zh` or `en`."""
    if lang == "en":
        from anju_cli.texts.en.explain import EXPLAIN
        from anju_cli.texts.en.reasons import FORMS, WHY
    else:
        from anju_cli.texts.zh.explain import EXPLAIN
        from anju_cli.texts.zh.reasons import FORMS, WHY
    return Explaining(EXPLAIN, WHY, FORMS)
