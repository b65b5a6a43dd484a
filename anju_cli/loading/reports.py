"""A report file to submissions, with every fault of its names and shape."""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from anju_cli.catalogue import Catalogue
from anju_cli.characters import hiding
from anju_cli.codes import CODES
from anju_cli.diagnostics import Diagnostic, Level, Topic
from anju_cli.loading.collector import FindingCollector
from anju_cli.loading.entries import explanations, revisions
from anju_cli.loading.figures import read_figure
from anju_cli.loading.files import ReadFile, read_file, start_of
from anju_cli.loading.heading import read_department, read_region, read_report_year, read_sample, read_scope
from anju_cli.loading.meanings import near_keys, spelled
from anju_cli.loading.misfits import stray_fields, tell_misfit, tell_texts_of_lines, tell_unknown_indicator, value_of
from anju_cli.loading.plain import Layer, Plain
from anju_cli.loading.shapes import report_shape
from anju_cli.names import Names
from anju_cli.places import Route
from anju_cli.readers import Document, Vocabulary
from anju_cli.readers.nodes import MappingNode, Node, ScalarNode
from anju_cli.submission import (
    EXPLANATION_KEYS,
    FIGURE_KEYS,
    NOTHING_WORDS,
    REPORT_KEYS,
    REVISION_KEYS,
    Figure,
    FigureShape,
    ReportShape,
    Submission,
    written_text,
)

#: Where a value stands in place of all figures.
_FIGURES: Route = ("figures", "value")

#: What an unknown key is near to that can mean nothing but the figures.
_MEANT_FIGURES = frozenset({("figures",), ("填报数",)})


class ReportFile(NamedTuple):
    """One path as read: what it says, and what was found on the way."""

    document: Document
    submissions: tuple[Submission, ...]
    diagnostics: tuple[Diagnostic, ...]


class _Report(NamedTuple):
    """A report on its way: its file, its texts, and the routes where something stands that is no text on one line."""

    file: ReadFile
    shape: ReportShape
    misshapen: frozenset[Route]


def load_report(path: str, catalogue: Catalogue) -> ReportFile:
    """Read one report. Never raises for what is in the file."""
    region = catalogue.catalogue.region
    regions = (region.name, *region.aliases)
    vocabulary = Vocabulary(lambda text: has_known_key(text, catalogue), catalogue.indicator_names, regions)
    return interpret(read_file(path, vocabulary), catalogue)


def interpret(file: ReadFile, catalogue: Catalogue) -> ReportFile:
    """A file's content as submissions: one path may hold several."""
    reports = [_interpreted(root, sheet, catalogue) for root, sheet in _by_root(file)]
    submissions = tuple(submission for submission, _ in reports if submission is not None)
    findings = (finding for _, report in reports for finding in report)
    if all(fault.breaks for fault in file.content.faults):
        return ReportFile(file.document, submissions, (*file.diagnostics, *findings))
    from anju_cli.loading.table_faults import at_figures, with_faults

    return ReportFile(file.document, with_faults(file, submissions), (*at_figures(file, submissions), *findings))


def _by_root(file: ReadFile) -> Iterator[tuple[Node | None, ReadFile]]:
    """Every report of a file, each with a document of its own: routes are those of a report."""
    first, *more = file.content.roots or (None,)
    yield first, file
    path, text, encoding, raw = file.document.path, file.document.text, file.document.encoding, file.document.raw
    for number, root in enumerate(more, 1):
        yield root, file._replace(document=Document(path, text, encoding, raw, number))


def _interpreted(
    root: Node | None, file: ReadFile, catalogue: Catalogue
) -> tuple[Submission | None, tuple[Diagnostic, ...]]:
    """What a report says, and what is wrong with it; nothing where it is none."""
    refusal = _refusal(root, file, catalogue)
    if not isinstance(root, MappingNode) or refusal:
        return None, refusal
    collector = FindingCollector(file.document, file.content.kinds)
    submission = _submission(_report(file, root, collector, catalogue), collector, catalogue)
    return submission, tuple(_true(collector.findings, file))


def _true(findings: list[Diagnostic], file: ReadFile) -> Iterator[Diagnostic]:
    """Without what only the mending of slips made: on lines that are guessed, and keys that may stand on those."""
    guessed, whole = file.content.guessed, file.content.whole
    for finding in findings:
        span = finding.place.span
        if (span is None or span.line not in guessed) and (whole or finding.topic is not Topic.LACKING_KEY):
            yield finding


def has_known_key(text: str, catalogue: Catalogue) -> bool:
    """Whether a text has any key of a report, to tell a GB18030 file from nonsense."""
    words = [word for keys in (REPORT_KEYS, FIGURE_KEYS) for key in keys.items() for word in (key[0], *key[1])]
    for id_, indicator in catalogue.indicators.items():
        words += [id_, indicator.name.zh, *indicator.aliases]
    key = rf"(?:^|[\s{{,\"'])(?:{'|'.join(map(re.escape, words))})[\"']?\s*[::]"
    return re.search(key, text, re.MULTILINE) is not None


def _refusal(root: Node | None, file: ReadFile, catalogue: Catalogue) -> tuple[Diagnostic, ...]:
    """Why a file is no report at all, if so; a file that could not be read has said so already."""
    document, whole = file.document, file.content.whole
    no_report = file.content.kinds.get("ANJ101", "")
    if root is None or (isinstance(root, ScalarNode) and root.text in NOTHING_WORDS and root.form == "plain"):
        return (Diagnostic("ANJ008", start_of(document.path), topic=Topic.EMPTY),) if whole else ()
    if not isinstance(root, MappingNode):
        return (Diagnostic("ANJ101", document.at((), root.span), kind=no_report),)
    keys = {key.text for key, _ in root.entries}
    if {"catalogue", "indicators"} <= keys:
        return (Diagnostic("ANJ113", document.at((), root.entries[0][0].span)),)
    if not root.entries and whole:
        return (Diagnostic("ANJ008", start_of(document.path), topic=Topic.EMPTY),)
    known = any(_report_names().find(key) or catalogue.indicator_names.find(key) for key in keys)
    if (whole and not known) or _is_outcome(root):
        return (Diagnostic("ANJ101", document.at((), root.entries[0][0].span), kind=no_report),)
    return ()


def _is_outcome(root: MappingNode) -> bool:
    """Whether it is an outcome or trend of ours, which may be too long to be read to its end."""
    schemas = [node for key, node in root.entries if key.text == "schema"]
    return any(isinstance(node, ScalarNode) and node.text.startswith("anju/") for node in schemas)


@lru_cache(maxsize=1)
def _report_names() -> Names:
    return Names(REPORT_KEYS)


@lru_cache(maxsize=4)
def _report_layer(names: Names) -> Layer:
    figure = Layer(Names(FIGURE_KEYS), shorthand="value")
    below = {
        "figures": Layer(names, each=figure),
        "explanations": Layer(Names(EXPLANATION_KEYS)),
        "revisions": Layer(Names(REVISION_KEYS)),
    }
    return Layer(_report_names(), below)


def _report(file: ReadFile, root: MappingNode, collector: FindingCollector, catalogue: Catalogue) -> _Report:
    """The nodes of a report as texts, with what does not fit told."""
    plain = Plain(file.document)
    root, misnamed = _named(root, catalogue.indicator_names)
    texts = plain.take(root, _report_layer(catalogue.indicator_names))
    for finding in plain.diagnostics:
        collector.collect(finding)
    if misnamed:
        collector.unknown_key(("figures",), misnamed, "")
    _blank_to_empty(texts)
    shape, misfits = report_shape(texts)
    for misfit in misfits:
        tell_misfit(misfit, collector, catalogue.indicator_names)
    tell_texts_of_lines(plain.blocks, collector)
    return _Report(file, shape, frozenset(plain.refused | plain.blocks | set(map(value_of, misfits))))


def _named(root: MappingNode, indicators: Names) -> tuple[MappingNode, str]:
    """A report without figures and with a key that can mean nothing else: it is read under their name, for diagnosis.

    With the key as it is written; empty where there is none.
    """
    unknown, names = [], _report_names()
    for index, (key, value) in enumerate(root.entries):
        match = names.find(key.text)
        if match is not None and match.id == "figures":
            return root, ""
        if match is None and type(value) is MappingNode and not indicators.find(key.text):
            unknown.append(index)
    meant = [index for index in unknown if near_keys(root.entries[index][0].text, "") in _MEANT_FIGURES]
    if len(meant) != 1:
        return root, ""
    key, value = root.entries[meant[0]]
    renamed = (key._replace(text=spelled("figures", REPORT_KEYS, chinese=not key.text.isascii())), value)
    entries = (*root.entries[: meant[0]], renamed, *root.entries[meant[0] + 1 :])
    return root._replace(entries=entries), key.text


def _submission(report: _Report, collector: FindingCollector, catalogue: Catalogue) -> Submission:
    file, shape, misshapen = report
    figures = _figures(report, collector, catalogue)
    broken = _breaking(file) or _code_of(Topic.UNQUOTED, collector) or _code_of(Topic.MISPLACED, collector)
    broken = broken or _misnamed_figures(collector)
    blank = not misshapen and not any(map(_says_something, shape.figures.values()))
    if not shape.figures and not broken and _FIGURES not in misshapen:
        arguments = {"figures": collector.word("figures")}
        collector.find("ANJ008", "figures", arguments=arguments, kind="no_figures", topic=Topic.EMPTY)
    return Submission(
        path=file.document.path,
        region=None if ("region", "value") in misshapen else read_region(shape.region, collector, catalogue),
        year=read_report_year(shape.year, collector, catalogue, whole=file.content.whole),
        department=read_department(shape.department, collector, catalogue),
        scope=read_scope(shape.scope, collector),
        sample=read_sample(shape.sample, collector),
        figures=figures,
        explanations=tuple(explanations(shape, collector, catalogue)),
        revisions=tuple(revisions(shape, collector, catalogue)),
        broken=broken or _code_of(Topic.DUPLICATE, collector, 1) or ("ANJ104" if _FIGURES in misshapen else ""),
        prepared_by=shape.prepared_by,
        date=shape.date,
        year_span=file.document.place(("year",)).span,
        blank=blank and not broken,
        report=file.document.report,
    )


def _breaking(file: ReadFile) -> str:
    """The code of the first fault of a file's form that keeps all its figures from being judged, if there is one."""
    faults = (fault.code for fault in file.content.faults if fault.breaks)
    return next((code for code in faults if CODES[code] is Level.ERROR), "")


def _says_something(figure: FigureShape) -> bool:
    """Whether a number or a word stands in it: last year's figure, a source or a note alone may belong to the form."""
    numbers = (figure.value, figure.numerator, figure.denominator)
    return any(written_text(number) is not None for number in numbers)


def _figures(report: _Report, collector: FindingCollector, catalogue: Catalogue) -> dict[str, Figure]:
    """The figures of the indicators that the catalogue has."""
    (document, _, _), shape, misshapen = report
    figures: dict[str, Figure] = {}
    guessed = _guessed(report.file)
    misshapen = misshapen | {("figures", id_, "value") for id_ in guessed} if guessed else misshapen
    if not shape.figures.keys() <= catalogue.indicators.keys():
        misshapen = misshapen | stray_fields(shape.figures)
    for id_, figure in shape.figures.items():
        indicator = catalogue.indicators.get(id_)
        if indicator is not None:
            whole = FigureShape() if id_ in guessed else figure
            figures[id_] = read_figure(id_, whole, indicator, document, misshapen)
        elif not hiding(id_):
            tell_unknown_indicator(id_, collector, catalogue.indicator_names)
    return figures


def _guessed(file: ReadFile) -> set[str]:
    """The figures of which a line does not stand as it was meant."""
    table = file.document.tables.get(("figures",), {}) if file.content.guessed else {}
    keys = sorted((key.start.line + 1, str(name)) for name, (key, _) in table.items() if key is not None)
    top = (key.start.line + 1 for key, _ in file.document.tables[()].values() if key is not None)
    end = min((line for line in top if keys and line > keys[-1][0]), default=sys.maxsize)
    begun = ([name for start, name in keys if start <= line][-1:] for line in file.content.guessed if line < end)
    return {name for names in begun for name in names}


def _code_of(topic: Topic, collector: FindingCollector, levels: int = sys.maxsize) -> str:
    """The code of the first finding about something, on the uppermost levels, if there is one."""
    about = (finding for finding in collector.findings if finding.topic is topic)
    return next((finding.code for finding in about if len(finding.place.route) <= levels), "")


def _misnamed_figures(collector: FindingCollector) -> str:
    """The code of an unknown key that stands for that of the figures, which are there and are not judged."""
    return "ANJ102" if collector.is_meant("figures") else ""


def _blank_to_empty(texts: dict[str, Any]) -> None:
    """A key with nothing behind it holds nothing: `figures:` is no text."""
    for key, empty in (("figures", dict), ("explanations", list), ("revisions", list)):
        if isinstance(texts.get(key), str) and texts[key] in NOTHING_WORDS:
            texts[key] = empty()
