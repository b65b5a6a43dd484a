"""The words that only marked copies need."""

from collections.abc import Mapping

from anju_cli.texts.languages import Texts


def mark_words(lang: str) -> Texts:
    """The words in `zh` or `en`."""
    words: Mapping[str, str]
    if lang == "en":
        from anju_cli.texts.en.marks import MARKS as words
    else:
        from anju_cli.texts.zh.marks import MARKS as words
    return Texts(lang, words)
