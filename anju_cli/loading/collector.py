"""What is found while one report is read, and what is at fault by it."""

from collections.abc import Mapping
from functools import cached_property

from anju_cli.characters import clipped, hiding
from anju_cli.diagnostics import Diagnostic, Topic
from anju_cli.loading.meanings import keys_under, near_keys, spelled
from anju_cli.names import Names
from anju_cli.places import Place, Route
from anju_cli.readers import Document
from anju_cli.readers.nodes import MappingNode

#: More unknown names than this get no "did you mean": the file is another file.
MOST_GUESSES = 20


class FindingCollector:
    """Gathers the findings of one file, each at its place.

    `kinds` names, by "CODE/kind", those that have words of their own for the file's format.
    """

    def __init__(self, document: Document, kinds: Mapping[str, str]) -> None:
        self.document = document
        self.path = document.path
        self.findings: list[Diagnostic] = []
        self._kinds = kinds
        self._faulty: dict[Route, str] = {}
        self._guesses = 0

    def find(
        self,
        code: str,
        *route: str | int,
        text: str | None = None,
        arguments: dict[str, str] | None = None,
        kind: str = "",
        topic: Topic = Topic.NONE,
        on_key: bool = False,
    ) -> None:
        """Something about what stands at a route, or about the key it ends with."""
        self._add(code, self.document.place(route, on_key=on_key), text, arguments or {}, kind, topic)

    @cached_property
    def chinese(self) -> bool:
        """Whether the file's own keys are Chinese."""
        root = self.document.root
        return isinstance(root, MappingNode) and any(not key.text.isascii() for key, _ in root.entries)

    def word(self, key: str, top: str = "") -> str:
        """A key of a report, or of what stands under one of its keys, in the file's own language."""
        return spelled(key, keys_under(top), chinese=self.chinese)

    def written_key(self, route: Route) -> str:
        """The key that a route ends with, as the file writes it."""
        node = self.document.key(route)
        return clipped(str(route[-1]) if node is None else node.text)

    def unknown(self, code: str, route: Route, text: str, names: Names, *, on_key: bool = False) -> None:
        """A name that is none of those there are, with what it may have meant."""
        near = names.near(text) if self._may_guess() else ()
        arguments = {"key": clipped(text), "near": "|".join(near)}
        self._add(code, self.document.place(route, on_key=on_key), text, arguments, "near" if near else "")

    def unknown_key(self, route: Route, text: str, top: str) -> None:
        """A key that a level of a report does not have, with what it may have meant, else with those there are."""
        near = near_keys(text, top) if self._may_guess() else ()
        keys = " ".join(self.word(key, top) for key in keys_under(top))
        arguments = {"key": clipped(text), "near": "|".join(near), "keys": keys}
        place = self.document.place(route, on_key=True)
        self._add("ANJ102", place, text, arguments, "near" if near else "")

    def is_meant(self, key: str) -> bool:
        """Whether an unknown key at the top most likely stands for one of a report's: that it lacks is then said."""
        names = (key, spelled(key, keys_under(""), chinese=True))
        unknown = (finding for finding in self.findings if finding.code == "ANJ102" and len(finding.place.route) == 1)
        return any(finding.arguments.get("near") in names for finding in unknown)

    def _may_guess(self) -> bool:
        self._guesses += 1
        return self._guesses <= MOST_GUESSES

    def folded(self, key: str, text: str, id_: str, *, folded: bool) -> None:
        """A name that was taken after folding."""
        if folded:
            self.find("ANJ111", key, text=text, arguments={"key": clipped(text), "name": id_})

    def hidden(self, key: str, text: str) -> bool:
        """Whether a text has characters that hide, which is then said."""
        hidden = hiding(text)
        if hidden:
            self.find("ANJ108", key, text=text, arguments={"key": clipped(text), "characters": " ".join(hidden)})
        return bool(hidden)

    def collect(self, finding: Diagnostic) -> None:
        """A finding; what it is about, and all that stands above that, is at fault from now on."""
        self.findings.append(finding)
        route = finding.place.route if finding.open else ()
        for length in range(len(route), 0, -1):
            self._faulty.setdefault(route[:length], finding.code)

    def fault(self, route: Route) -> str:
        """The code of what was wrong at a route or below it, if anything was."""
        return self._faulty.get(route, "")

    def _add(
        self,
        code: str,
        place: Place,
        text: str | None,
        arguments: dict[str, str],
        kind: str,
        topic: Topic = Topic.NONE,
    ) -> None:
        kind = self._kinds.get(f"{code}/{kind}", kind)
        written = None if text is None else clipped(text)
        self.collect(Diagnostic(code, place, arguments, kind, written=written, topic=topic))
