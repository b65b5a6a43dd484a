"""The words that only `anju new` needs."""

from collections.abc import Mapping
from typing import NamedTuple


class TemplateWords(NamedTuple):
    """The words of a template, how to fill it in step by step, and what stands for a figure that is not there."""

    words: Mapping[str, str]
    steps: Mapping[str, str]
    missing: tuple[tuple[str, str, str], ...]


def template_words(lang: str) -> TemplateWords:
    """The words in `zh` or `en`."""
    if lang == "en":
        from anju_cli.texts.en.templates import MISSING, STEPS, TEMPLATE
    else:
        from anju_cli.texts.zh.templates import MISSING, STEPS, TEMPLATE
    return TemplateWords(TEMPLATE, STEPS, MISSING)
