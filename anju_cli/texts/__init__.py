"""Every word that a person reads. Chinese is the first language, English its equal.

The literal table of languages; a language is a package with the same modules and keys, and a line here.
"""

from anju_cli.texts.languages import LANGUAGES, Texts, texts

__all__ = ["LANGUAGES", "Texts", "texts"]
