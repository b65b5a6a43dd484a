"""Every word that a person reads, but for those of the codes, which stand in `codes`.

Chinese is the first language, English its equal. A language is a package with the same modules and keys, a file in
the folder of each code, and a line in the literal table of languages.
"""

from anju_cli.texts.languages import LANGUAGES, Texts, texts

__all__ = ["LANGUAGES", "Texts", "texts"]
