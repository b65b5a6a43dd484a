"""Names: folding to a common form, looking one up, and what a near miss may have meant."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from anju_cli.characters import hiding

_PUNCTUATION = str.maketrans(dict.fromkeys(" \t\u00a0\u3000“”‘’\"'《》〈〉「」·•_-—–、,;:。.()[]/", None))

#: A name longer than this is no misspelling of one of ours; comparing it would only take time.
LONGEST_GUESSED = 60


#: Words of which a name has one side or the other: however alike two names are, they mean two things.
_OPPOSED = (
    (("城市", "城镇", "urban"), ("农村", "农民", "rural")),
    (("出生", "birth"), ("死亡", "mortality")),
    (("男",), ("女",)),
)


def _contradict(first: str, second: str) -> bool:
    """Whether two names have opposed words: neither was meant by the other."""
    for pair in _OPPOSED:
        sides = [[any(word in name for word in words) for words in pair] for name in (first, second)]
        if sorted(sides) == [[False, True], [True, False]]:
            return True
    return False


class Match(NamedTuple):
    """A name found: the id it stands for, and whether folding was needed to see it."""

    id: str
    folded: bool


def fold(name: str) -> str:
    """NFKC, lower case, without spaces and punctuation: what two spellings of a name share."""
    return unicodedata.normalize("NFKC", name).casefold().translate(_PUNCTUATION)


class Names:
    """Every way to write a set of ids. `clashes` lists what would name two of them."""

    def __init__(self, written: Mapping[str, Iterable[str]]) -> None:
        self.ids = tuple(written)
        self._exact: dict[str, Match] = {}
        #: The id of every name as it is written, without a character that hides: there is no more to be said of it.
        self.certain: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._spelled: dict[str, str] = {}
        self.clashes: list[tuple[str, str, str]] = []
        for id_, names in written.items():
            for name in (id_, *names):
                self._add(id_, name)

    def _add(self, id_: str, name: str) -> None:
        self._exact.setdefault(name, Match(id_, folded=False))
        if not hiding(name):
            self.certain.setdefault(name, id_)
        key = fold(name)
        if not key:  # punctuation alone names nothing but itself
            return
        first = self._folded.setdefault(key, id_)
        if first != id_:
            self.clashes.append((name, first, id_))
        self._spelled.setdefault(key, name)

    def find(self, name: str) -> Match | None:
        """The id that `name` stands for, exactly or folded; a near miss is never accepted."""
        exact = self._exact.get(name)
        if exact is not None:
            return exact
        folded = self._folded.get(fold(name))
        return None if folded is None else Match(folded, folded=True)

    def meant(self, name: str) -> tuple[str, ...]:
        """The ids that a name may stand for: the one it names, else the nearest."""
        match = self.find(name)
        return (match.id,) if match else tuple(dict.fromkeys(self.certain[near] for near in self.near(name)))

    def near(self, name: str) -> tuple[str, ...]:
        """At most three names that `name` may have meant, as they are written, best first."""
        if not 1 < len(name) <= LONGEST_GUESSED:
            return ()
        from difflib import get_close_matches

        key = fold(name)
        close = [near for near in get_close_matches(key, self._folded, n=6, cutoff=0.6) if not _contradict(key, near)]
        best = {self._folded[key]: key for key in reversed(close)}
        return tuple(self._spelled[key] for key in close if best[self._folded[key]] == key)[:3]
