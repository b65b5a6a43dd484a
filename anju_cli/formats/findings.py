"""A finding with its line, its caret, a second place where two are concerned, and what to do next."""

from collections.abc import Iterable

from anju_cli.characters import columns, visible
from anju_cli.diagnostics import Level
from anju_cli.formats.layout import Line, Piece, broken, fold, pad
from anju_cli.formats.view import View
from anju_cli.outcome import Finding, Located
from anju_cli.source import Span
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


def _short(finding: Finding, view: View, say: Texts) -> list[Line]:
    code = finding.diagnostic.code
    head: Line = [Piece(f"{place_of(finding)}: "), Piece(f"{say('level_note')} {code} ", _STYLES[Level.NOTE])]
    return fold([Piece(say.message(finding.diagnostic))], view.width, indent=4, gap="", first=head)


def _full(finding: Finding, view: View, say: Texts) -> list[Line]:
    diagnostic = finding.diagnostic
    style = _STYLES[finding.level]
    head = f"{say(f'level_{finding.level.value}')} {diagnostic.code}  {say.message(diagnostic)}"
    lines: list[Line] = [[piece] for piece in broken(Piece(head, style), view.width)]
    lines.append([Piece("  --> "), Piece(place_of(finding), "bold")])
    return lines + _snippets(finding, view, say) + _notes(finding, view, say)


def _snippets(finding: Finding, view: View, say: Texts) -> list[Line]:
    """The line itself with a caret, and the second place's line before or after it."""
    shown = [_Shown(finding.span, finding.line_text, "^", say.label(finding.diagnostic), "")]
    for other in finding.related:
        path = "" if other.path == finding.diagnostic.place.path else other.path
        shown.append(_Shown(other.span, other.line_text, "-", _role(other, say), path))
    rows = [one for one in shown if one.span is not None and one.text.strip()]
    if not rows:
        return []
    gutter = max(len(str(one.span.line)) for one in rows if one.span) + 1
    rows.sort(key=lambda one: (one.path != "", one.path, one.span or Span(0, 0, 0, 0)))
    lines: list[Line] = [[Piece(" " * (gutter + 2) + "|")]]
    for one in rows:
        lines += one.lines(gutter, view.width)
    return lines


class _Shown:
    """One line of a file with a mark beneath it."""

    def __init__(self, span: Span | None, text: str, mark: str, label: str, path: str) -> None:
        self.span, self.text, self.mark, self.label, self.path = span, text, mark, label, path

    def lines(self, gutter: int, width: int) -> list[Line]:
        """Number and text; below it the caret, aligned by display columns, with its few words."""
        span = self.span or Span(1, 1, 1, 1)
        end = span.end_column if span.end_line == span.line else len(self.text) + 1
        text, start, stop = window(self.text, span.column - 1, max(end - 1, span.column), width - gutter - 6)
        before = columns(visible(text[:start]))
        under = max(columns(visible(text[start:stop])), 1)
        style = "bold red" if self.mark == "^" else "cyan"
        caret: Line = [
            Piece(" " * (gutter + 2) + "| " + " " * before),
            Piece(self.mark * under + (f" {self.label}" if self.label else ""), style),
        ]
        if sum(columns(piece.text) for piece in caret) > width and self.label:
            caret = [caret[0], Piece(self.mark * under, style)]
            below = fold([Piece(self.label, style)], width, indent=gutter + 4)
        else:
            below = []
        where: list[Line] = [[Piece("  --> "), Piece(f"{self.path}:{span.line}:{span.column}")]] if self.path else []
        number: Line = [Piece(f" {span.line:>{gutter}} | "), Piece(visible(text))]
        return [*where, number, caret, *below]


def window(text: str, start: int, stop: int, width: int) -> tuple[str, int, int]:
    """The part of a long line around [start, stop), with `…` where it was cut."""
    text = text.replace("\t", " ")
    if columns(text) <= width:
        return text, start, stop
    room = max(width // 2 - 2, 4)  # a character may take two columns
    first = max(min(start - room // 3, len(text) - room), 0)
    cut = text[first : first + room]
    head = "…" if first else ""
    tail = "…" if first + room < len(text) else ""
    shift = first - len(head)
    return f"{head}{cut}{tail}", start - shift, min(stop - shift, len(head) + len(cut))


def _role(other: Located, say: Texts) -> str:
    role = say(f"role_{other.role}")
    return f"{role}: {visible(other.written)}" if other.written else role


def _notes(finding: Finding, view: View, say: Texts) -> list[Line]:
    """Which indicator and clause it concerns, the reason it stands, and what to do next."""
    diagnostic = finding.diagnostic
    notes = []
    if finding.name is not None:
        where = f"targets.yaml:{finding.catalogue_line}" if finding.catalogue_line else ""
        notes.append((say("finding_indicator"), f"{visible(finding.name.in_(say.lang))}   {where}"))
    if finding.clause and finding.quote:
        notes.append((say("finding_clause"), f"{finding.clause} {say('quoted', quote=visible(finding.quote))}"))
    if diagnostic.explanation is not None:
        notes.append((say("finding_reason"), visible(diagnostic.explanation.reason)))
    help_ = say.help(diagnostic)
    if help_:
        notes.append((say("finding_next"), help_))
    return [line for key, text in notes for line in _note(key, text, view)]


def _note(key: str, text: str, view: View) -> list[Line]:
    head = f"    = {pad(key, 6)}"
    rows = broken(Piece(text), view.width - columns(head))
    return [[Piece(head if index == 0 else " " * columns(head), "cyan"), row] for index, row in enumerate(rows)]
