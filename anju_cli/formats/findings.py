"""A finding with its line, its caret, a second place where two are concerned, and what to do next."""

from collections.abc import Iterable, Iterator

from anju_cli.characters import columns, visible
from anju_cli.diagnostics import Level
from anju_cli.formats.excerpts import MarkedPlace, excerpt_lines
from anju_cli.formats.layout import Line, Piece, broken, pad
from anju_cli.formats.view import View
from anju_cli.outcome import Finding, RelatedPlace
from anju_cli.texts import Texts

_STYLES = {Level.ERROR: "bold red", Level.QUERY: "bold yellow", Level.NOTE: "cyan"}


def finding_lines(findings: Iterable[Finding], view: View, say: Texts) -> list[Line]:
    """Errors and queries in full, notes in a line each unless all is asked for."""
    lines: list[Line] = []
    for finding in findings:
        if finding.level is Level.NOTE and not view.verbose:
            lines += _short(finding, view, say)
        else:
            lines += [*([[]] if lines else []), *_full(finding, view, say)]
    return lines


def place_of(finding: Finding) -> str:
    """file:line:column, as editors take it."""
    path, span = finding.diagnostic.place.path, finding.span
    return f"{path}:{span.line}:{span.column}" if span else path


def brief(finding: Finding, say: Texts) -> str:
    """Place, level, code and message on one line."""
    level = f"{say(f'level_{finding.level.value}')} {finding.diagnostic.code}"
    return f"{place_of(finding)}: {level} {say.message(finding.diagnostic)}"


def _short(finding: Finding, view: View, say: Texts) -> list[Line]:
    rows = broken(Piece(brief(finding, say), _STYLES[Level.NOTE]), view.width - 4)
    return [[Piece("    " if index else ""), row] for index, row in enumerate(rows)]


def _full(finding: Finding, view: View, say: Texts) -> list[Line]:
    diagnostic = finding.diagnostic
    style = _STYLES[finding.level]
    level = say(f"level_{finding.level.value}")
    if diagnostic.explanation is not None:
        level = say("explained_level", level=level)
    head = f"{level} {diagnostic.code}  {say.message(diagnostic)}"
    lines: list[Line] = [[piece] for piece in broken(Piece(head, style), view.width)]
    lines.append([Piece("  --> "), Piece(place_of(finding), "bold")])
    return lines + excerpt_lines(_places(finding, style, say), view.width) + _notes(finding, view, say)


def _places(finding: Finding, style: str, say: Texts) -> Iterator[MarkedPlace]:
    """The finding's own place, then the second ones."""
    if finding.span is not None:
        yield MarkedPlace("", finding.span, finding.line_text, "^", say.label(finding.diagnostic), style)
    for other in finding.related:
        if other.span is not None:
            path = "" if other.path == finding.diagnostic.place.path else other.path
            yield MarkedPlace(path, other.span, other.line_text, "-", _role(other, say), "cyan")


def _role(other: RelatedPlace, say: Texts) -> str:
    role = say(f"role_{other.role}")
    return f"{role}: {visible(other.written)}" if other.written else role


def _notes(finding: Finding, view: View, say: Texts) -> list[Line]:
    """Which indicator and clause it concerns, the reason it stands, and what to do next."""
    diagnostic = finding.diagnostic
    notes = []
    if finding.name is not None:
        where = f"{finding.catalogue_path}:{finding.catalogue_line}" if finding.catalogue_line else ""
        notes.append((say("finding_indicator"), f"{visible(finding.name.in_(say.lang))}   {where}"))
    if finding.clause and finding.quote:
        notes.append((say("finding_clause"), f"{finding.clause} {say('quoted', quote=visible(finding.quote))}"))
    if diagnostic.explanation is not None:
        notes.append((say("finding_reason"), visible(diagnostic.explanation.reason)))
    else:
        notes.append((say("finding_next"), say.help(diagnostic)))
    width = max(columns(key) for key, _ in notes) + 2
    return [line for key, text in notes if text for line in _note(pad(key, width), text, view)]


def _note(key: str, text: str, view: View) -> list[Line]:
    head = f"    = {key}"
    rows = broken(Piece(text), view.width - columns(head))
    return [[Piece(head if index == 0 else " " * columns(head), "cyan"), row] for index, row in enumerate(rows)]
