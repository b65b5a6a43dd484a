"""The words that only marked copies need."""

from anju_cli.texts.languages import Texts


def mark_words(lang: str) -> Texts:
    """The words in `zh` or `en`."""
    if lang == "en":
        from anju_cli.texts.en.marks import MARKS
    else:
        from anju_cli.texts.zh.marks import MARKS
    return Texts(lang, MARKS)
