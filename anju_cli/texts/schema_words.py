"""The words that only `anju schema` needs."""

from collections.abc import Mapping


def schema_words(lang: str) -> Mapping[str, str]:
    """The words in `zh` or `en`."""
    if lang == "en":
        from anju_cli.texts.en.schemas import SCHEMA_WORDS
    else:
        from anju_cli.texts.zh.schemas import SCHEMA_WORDS
    return SCHEMA_WORDS
