"""The words of a code in one language: what is wrong, what to do next, the words under the caret, and why it exists.

`ANJ204/zh.yaml` has `why`, `message`, `help` and `label`, and under `kinds` the last three again for each kind of the
finding that is told in words of its own. A note has `folded` too: what is said of several in one line. Names in braces
are arguments of the finding, `{count}` in `folded` is how many there are; a line break of a folded text (`>-`) is one
space.
"""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple


class Wording(NamedTuple):
    """How a finding is told: the message, what to do next, and the few words under the caret."""

    message: str
    help: str
    label: str


class CodeWords(NamedTuple):
    """All the words of a code in one language."""

    why: str
    general: Wording
    kinds: Mapping[str, Wording]
    folded: str = ""

    def wording(self, kind: str) -> Wording:
        """The words of a kind; those of the code where it has none of its own."""
        return self.kinds.get(kind, self.general)


@cache
def code_words(code: str, lang: str) -> CodeWords:
    """The words of a code, read when they are first asked for."""
    import yaml

    path = os.path.join(os.path.dirname(__file__), code, f"{lang}.yaml")
    with open(path, encoding="utf-8") as stream:
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        entries = yaml.load(stream.read(), Loader=loader)  # noqa: S506 - it makes nothing but text
    kinds = {kind: _wording(inner) for kind, inner in entries.get("kinds", {}).items()}
    return CodeWords(entries["why"], _wording(entries), kinds, entries.get("folded", ""))


def _wording(entries: Mapping[str, Any]) -> Wording:
    return Wording(entries["message"], entries["help"], entries["label"])
