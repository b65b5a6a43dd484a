"""A report file to submissions, with every fault of its names and shape."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from anju_cli.catalogue import Catalogue, Indicator
from anju_cli.characters import clipped, hiding
from anju_cli.diagnostics import Diagnostic, Level, Topic
from anju_cli.loading.collector import Told
from anju_cli.loading.entries import explanations, revisions
from anju_cli.loading.files import ReadFile, read_file, start_of
from anju_cli.loading.plain import Layer, Plain
from anju_cli.loading.quantities import read_missing, read_part, read_value
from anju_cli.loading.shapes import Misfit, report_shape
from anju_cli.names import Names
from anju_cli.numbers import Refused, read_year
from anju_cli.places import Document, MappingNode, Place, Route, ScalarNode
from anju_cli.submission import (
    EXPLANATION_KEYS,
    FIGURE_KEYS,
    NOTHING_WORDS,
    REPORT_KEYS,
    REVISION_KEYS,
    SAMPLES,
    SCOPES,
    Figure,
    FigureShape,
    Missing,
    Quantity,
    ReportShape,
    Submission,
)

#: Where a value stands in place of all figures.
_FIGURES: Route = ("figures", "value")

_NUMBERS = ("value", "numerator", "denominator", "previous")


class ReportFile(NamedTuple):
    """One path as read: what it says, and what was found on the way."""

    document: Document
    submissions: tuple[Submission, ...]
    diagnostics: tuple[Diagnostic, ...]


def load_report(path: str, catalogue: Catalogue) -> ReportFile:
    """Read one report. Never raises for what is in the file."""
    return interpret(read_file(path, lambda text: has_known_key(text, catalogue)), catalogue)


def interpret(file: ReadFile, catalogue: Catalogue) -> ReportFile:
    """A file's content as submissions: one path may hold several."""
    root = file.content.root
    refusal = _refusal(file)
    if not isinstance(root, MappingNode) or refusal:
        return ReportFile(file.document, (), (*file.diagnostics, *refusal))
    reader = _Reader(file, catalogue)
    submission = reader.read(root)
    return ReportFile(file.document, (submission,), (*file.diagnostics, *reader.told.findings))


def has_known_key(text: str, catalogue: Catalogue) -> bool:
    """Whether a text has any key of a report, to tell a GB18030 file from nonsense."""
    words = [word for keys in (REPORT_KEYS, FIGURE_KEYS) for key in keys.items() for word in (key[0], *key[1])]
    words += [indicator.name.zh for indicator in catalogue.indicators.values()]
    key = rf"(?:^|[\s{{,\"'])(?:{'|'.join(map(re.escape, words))})[\"']?\s*[::]"
    return re.search(key, text, re.MULTILINE) is not None


def _refusal(file: ReadFile) -> tuple[Diagnostic, ...]:
    """Why a file is no report at all, if so; a file that could not be read has said so already."""
    root, path = file.content.root, file.document.path
    if root is None or (isinstance(root, ScalarNode) and root.text in {"", "~", "null"} and root.style == "plain"):
        return (Diagnostic("ANJ008", start_of(path), topic=Topic.EMPTY),) if file.content.whole else ()
    if not isinstance(root, MappingNode):
        return (Diagnostic("ANJ101", Place(path, span=root.span)),)
    keys = {key.text for key, _ in root.entries}
    if {"catalogue", "indicators"} <= keys:
        return (Diagnostic("ANJ113", Place(path, span=root.entries[0][0].span)),)
    names = _layers_names()
    if not root.entries and file.content.whole:
        return (Diagnostic("ANJ008", start_of(path), topic=Topic.EMPTY),)
    if not any(names.find(key) for key in keys) and file.content.whole:
        return (Diagnostic("ANJ101", Place(path, span=root.entries[0][0].span)),)
    return ()


@lru_cache(maxsize=1)
def _layers_names() -> Names:
    return Names(REPORT_KEYS)


@lru_cache(maxsize=4)
def _report_layer(names: Names) -> Layer:
    figure = Layer(Names(FIGURE_KEYS), shorthand="value")
    below = {
        "figures": Layer(names, each=figure),
        "explanations": Layer(Names(EXPLANATION_KEYS)),
        "revisions": Layer(Names(REVISION_KEYS)),
    }
    return Layer(_layers_names(), below)


class _Reader:
    """Reads one report; gathers findings as it goes and gives them back at the end."""

    def __init__(self, file: ReadFile, catalogue: Catalogue) -> None:
        self.file = file
        self.catalogue = catalogue
        self.told = Told(file.document.path)
        self.misshapen: set[Route] = set()

    def read(self, root: MappingNode) -> Submission:
        plain = Plain(self.file.document)
        data = plain.take(root, _report_layer(self.catalogue.indicator_names))
        for found in plain.diagnostics:
            self.told.tell(found)
        _blank_to_empty(data)
        shape, misfits = report_shape(data)
        for misfit in misfits:
            self._misfit(misfit)
        self._blocks(plain)
        self.misshapen = plain.aliases | plain.blocks | {_value_of(misfit.route) for misfit in misfits}
        return self._submission(shape)

    def _submission(self, shape: ReportShape) -> Submission:
        figures = {id_: self._figure(id_, figure) for id_, figure in shape.figures.items() if self._known(id_)}
        if not shape.figures and not self._broken() and _FIGURES not in self.misshapen:
            self.told.find("ANJ008", "figures", kind="no_figures", topic=Topic.EMPTY)
        return Submission(
            path=self.file.document.path,
            region=self._region(shape.region),
            year=self._year(shape.year),
            department=self._department(shape.department),
            scope=self._scope(shape),
            sample=self._choice("sample", shape.sample, SAMPLES, default=False),
            figures=figures,
            explanations=tuple(explanations(shape, self.told, self.catalogue)),
            revisions=tuple(revisions(shape, self.told, self.catalogue)),
            broken=self._broken() or self._twice_at_top() or ("ANJ104" if _FIGURES in self.misshapen else ""),
            prepared_by=shape.prepared_by,
            date=shape.date,
        )

    def _scope(self, shape: ReportShape) -> str:
        """What is expected of it: all that it leads; of a department that is not known, what it reports."""
        scope: str = self._choice("scope", shape.scope, SCOPES, "all")
        unknown = any(finding.place.route == ("department",) and finding.open for finding in self.told.findings)
        return "reported" if unknown else scope

    def _broken(self) -> str:
        """The code of what was wrong with the form of the file, if anything was."""
        return next((finding.code for finding in self.file.diagnostics if finding.level is Level.ERROR), "")

    def _twice_at_top(self) -> str:
        twice = (
            finding.code for finding in self.told.findings if finding.code == "ANJ110" and len(finding.place.route) == 1
        )
        return next(twice, "")

    def _figure(self, id_: str, shape: FigureShape) -> Figure:
        indicator = self.catalogue.indicators[id_]
        return Figure(
            indicator=id_,
            value=self._value(id_, shape.value, indicator),
            numerator=_part(shape.numerator, indicator, "numerator"),
            denominator=_part(shape.denominator, indicator, "denominator"),
            previous=None if shape.previous is None else read_value(shape.previous, indicator),
            unit=_given(shape.unit),
            source=_given(shape.source),
            note=_given(shape.note),
            place=Place(self.file.document.path, ("figures", id_)),
        )

    def _value(self, id_: str, text: str, indicator: Indicator) -> Quantity:
        if ("figures", id_, "value") in self.misshapen:
            return Quantity(text, Missing("misshapen"))
        error = "" if text else self._error_value(id_)
        return Quantity(error, Refused("error_value")) if error else read_value(text, indicator)

    def _error_value(self, id_: str) -> str:
        """An error of a spreadsheet behind an empty value: YAML takes `#DIV/0!` for a comment."""
        node = self.file.document.node(("figures", id_, "value"))
        if not isinstance(node, ScalarNode) or node.style != "plain":
            return ""
        line = "".join(self.file.document.lines[node.span.line - 1 : node.span.line])
        found = re.match(r"\s*(#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!))", line[node.span.column - 1 :])
        return found[1] if found else ""

    def _known(self, id_: str) -> bool:
        if id_ in self.catalogue.indicators:
            return True
        if not hiding(id_):
            self.told.unknown("ANJ105", ("figures", id_), id_, self.catalogue.indicator_names, on_key=True)
        return False

    def _region(self, text: str | None) -> str | None:
        own = self.catalogue.catalogue.region.name
        text = _given(text)
        if ("region", "value") in self.misshapen:
            return None
        if text is None:
            return own
        if self.told.hidden("region", text):
            return None
        found = self.catalogue.region_names.find(text)
        if found:
            self.told.folded("region", text, found.id, folded=found.folded)
            return own
        if _slip(text, own, self.catalogue.catalogue.region.aliases):
            self.told.find("ANJ114", "region", text=text, arguments={"name": own})
            return None
        self.told.find("ANJ115", "region", text=text, arguments={"name": own, "region": clipped(text)})
        return text.strip()

    def _year(self, text: str) -> int | None:
        year, noted = read_year(text)
        first, last = self.catalogue.catalogue.span
        if year is None or not first <= year <= last:
            kind = "missing" if _given(text) is None else "outside" if year else "form"
            if kind == "missing" and not self.file.content.whole:
                return None  # it may stand in what could not be read
            self.told.find(
                "ANJ106",
                "year",
                text=text,
                arguments={"first": str(first), "last": str(last), "year": clipped(text)},
                kind=kind,
            )
            return None
        if noted:
            self.told.find("ANJ307", "year", text=text, arguments={"year": str(year)})
        return year

    def _department(self, text: str | None) -> str | None:
        text = _given(text)
        if text is None or self.told.hidden("department", text):
            return None
        found = self.catalogue.department_names.find(text)
        if found:
            self.told.folded("department", text, found.id, folded=found.folded)
            return found.id
        self.told.unknown("ANJ107", ("department",), text, self.catalogue.department_names)
        return None

    def _choice(self, key: str, text: str | None, choices: dict[str, Any], default: Any) -> Any:
        text = _given(text)
        if text is None:
            return default
        if text.strip() not in choices:
            self.told.find(
                "ANJ109",
                key,
                text=text,
                arguments={"key": key, "choices": " / ".join(choices), "written": clipped(text)},
            )
        return choices.get(text.strip(), default)

    def _misfit(self, misfit: Misfit) -> None:
        """What does not fit the shape, in our codes."""
        key = str(misfit.route[-1])
        if misfit.kind != "key":
            text = self._text_at(misfit.route)
            kind = "text" if misfit.kind == "text" else "colon" if re.search("[:：]", text) else "list"
            arguments = {"key": key, "written": clipped(text, 40)}
            self.told.find("ANJ104", *misfit.route, arguments=arguments, kind=kind)
        elif not hiding(key):
            self.told.unknown("ANJ102", misfit.route, key, _names_at(misfit.route), on_key=True)

    def _text_at(self, route: Route) -> str:
        """The text at a place, or nothing where there is more than a text."""
        node = self.file.document.node(route)
        return node.text if isinstance(node, ScalarNode) else ""

    def _blocks(self, plain: Plain) -> None:
        for route in sorted(plain.blocks, key=str):
            figure = route[:1] == ("figures",) and route[-1] in _NUMBERS
            revision = route[:1] == ("revisions",) and route[-1] in {"was", "value"}
            if figure or revision:
                self.told.find("ANJ112", *route, arguments={"key": str(route[-2] if figure else route[-1])})


def _part(text: str | None, indicator: Indicator, which: str) -> Quantity | None:
    part = indicator.numerator if which == "numerator" else indicator.denominator
    if text is None or read_missing(text) == Missing("blank"):
        return None
    return read_part(text, part) if part else Quantity(text, Missing("blank"))


def _given(text: str | None) -> str | None:
    """What stands behind a key that may be left out; `None` for nothing."""
    return None if text is None or text.strip() in NOTHING_WORDS else text


def _value_of(route: Route) -> Route:
    """The route of the value that a misfit stands in place of: a bare list stands for a figure's value."""
    return (*route, "value") if len(route) < 3 else route  # noqa: PLR2004 - figures, id, key


def _blank_to_empty(data: dict[str, Any]) -> None:
    """A key with nothing behind it holds nothing: `figures:` is no text."""
    for key, empty in (("figures", dict), ("explanations", list), ("revisions", list)):
        if isinstance(data.get(key), str) and data[key] in NOTHING_WORDS:
            data[key] = empty()


def _names_at(route: tuple[str | int, ...]) -> Names:
    """The keys that a level of a report may have, for "did you mean"."""
    if len(route) == 1:
        return _layers_names()
    tables = {"figures": FIGURE_KEYS, "explanations": EXPLANATION_KEYS, "revisions": REVISION_KEYS}
    return Names(tables.get(str(route[0]), FIGURE_KEYS))


def _slip(text: str, own: str, aliases: tuple[str, ...]) -> bool:
    """Whether a region is the catalogue's with a character too many, too few, or two swapped.

    Another character in its place is another region (甲县, 乙县); that is said in a note.
    """
    return any(_one_slip(text.strip(), name) for name in (own, *aliases) if len(name) > 2)  # noqa: PLR2004 - 甲县


def _one_slip(left: str, right: str) -> bool:
    if len(left) == len(right):
        return left != right and sorted(left) == sorted(right)
    short, long = sorted((left, right), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
