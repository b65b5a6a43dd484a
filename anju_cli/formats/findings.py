"""A finding with its line, its caret, a second place where two are concerned, and what to do next."""

from collections.abc import Iterable, Iterator

from anju_cli.characters import columns, visible
from anju_cli.diagnostics import Level
from anju_cli.formats.excerpts import MarkedPlace, excerpt_lines
from anju_cli.formats.layout import Line, Piece, broken, fold, pad
from anju_cli.formats.view import View
from anju_cli.outcome import Finding, RelatedPlace
from anju_cli.places import written_place
from anju_cli.tally import Tally
from anju_cli.texts import Texts

_STYLES = {Level.ERROR: "bold red", Level.QUERY: "bold yellow", Level.NOTE: "cyan"}


def finding_lines(findings: Iterable[Finding], view: View, say: Texts) -> list[Line]:
    """Errors and queries in full, each apart from what follows; notes in a line each."""
    lines: list[Line] = []
    in_full = False
    for finding in findings:
        apart = in_full or finding.level is not Level.NOTE
        in_full = finding.level is not Level.NOTE
        block = full_lines(finding, view, say) if in_full else brief_lines(finding, view, say)
        lines += [*([[]] if lines and apart else []), *block]
    return lines


def place_of(finding: Finding) -> str:
    """The finding's place, as editors take it."""
    return written_place(finding.diagnostic.place.path, finding.span)


def _column_name(finding: Finding) -> str:
    """The name of the column that a finding is in, where the place itself names none."""
    span = finding.span
    return f" [{visible(span.heading)}]" if span and span.heading and not span.of_sheet else ""


def brief(finding: Finding, say: Texts) -> str:
    """Place, level, code and message on one line."""
    return (
        f"{place_of(finding)}:{_column_name(finding)} {level_and_code(finding, say)} {say.message(finding.diagnostic)}"
    )


def brief_lines(finding: Finding, view: View, say: Texts) -> list[Line]:
    """A note on its line; a query that stands with a reason on one more."""
    lines = place_lines(brief(finding, say), _STYLES[finding.level], view)
    explanation = finding.diagnostic.explanation
    if explanation is None:
        return lines
    reason = say("finding_reason_line", reason=visible(explanation.reason))
    return lines + fold([Piece(reason)], view.width, indent=4, first=[])


def place_lines(text: str, style: str, view: View) -> list[Line]:
    """A line that names a place: folded at a terminal alone."""
    if not view.terminal:
        return [[Piece(visible(text), style)]]
    rows = broken(Piece(text, style), view.width - 4)
    return [[Piece("    " if index else ""), row] for index, row in enumerate(rows)]


def folded_lines(tally: Tally, view: View, say: Texts) -> list[Line]:
    """The notes of a run, a line each code: how many, what, and where the first ones stand."""
    firsts: dict[str, list[Finding]] = {}
    for finding in tally.first_notes:
        firsts.setdefault(finding.diagnostic.code, []).append(finding)
    return [line for _, findings in sorted(firsts.items()) for line in _folded(findings, tally, view, say)]


def _folded(findings: list[Finding], tally: Tally, view: View, say: Texts) -> list[Line]:
    first = findings[0]
    count = tally.notes[first.diagnostic.code]
    if count == 1:
        return brief_lines(first, view, say)
    places = say.listed(tuple(map(place_of, findings)))
    note = say(
        "folded_note" if count == len(findings) else "folded_notes",
        level=level_and_code(first, say),
        words=say.folded(first.diagnostic, count),
        places=places,
    )
    return place_lines(note, _STYLES[Level.NOTE], view)


def full_lines(finding: Finding, view: View, say: Texts) -> list[Line]:
    """A finding with its excerpt, what it concerns and what to do next."""
    style = _STYLES[finding.level]
    head = f"{level_and_code(finding, say)}  {say.message(finding.diagnostic)}"
    lines: list[Line] = [[piece] for piece in broken(Piece(head, style), view.width)]
    lines.append([Piece("  --> "), Piece(place_of(finding), "bold"), Piece(_column_name(finding))])
    return lines + excerpt_lines(_places(finding, style, say), view.width) + _notes(finding, view, say)


def level_and_code(finding: Finding, say: Texts) -> str:
    """Its level, and whether it stands with a reason; its code."""
    level = say(f"level_{finding.level.value}")
    if finding.diagnostic.explanation is not None:
        level = say("explained_level", level=level)
    return f"{level} {finding.diagnostic.code}"


def _places(finding: Finding, style: str, say: Texts) -> Iterator[MarkedPlace]:
    """The finding's own place, then the second ones."""
    if finding.span is not None:
        yield MarkedPlace("", finding.span, finding.line_text, "^", _label(finding, say), style)
    for other in finding.related:
        if other.span is not None:
            path = "" if _is_beside(other, finding) else other.path
            yield MarkedPlace(path, other.span, other.line_text, "-", _role(other, say), "cyan")


def _is_beside(other: RelatedPlace, finding: Finding) -> bool:
    """Whether a second place is in the same file, and in the same sheet of it."""
    sheets = [span.cell.sheet if span and span.cell else "" for span in (other.span, finding.span)]
    return other.path == finding.diagnostic.place.path and sheets[0] == sheets[1]


def _label(finding: Finding, say: Texts) -> str:
    """The words under the caret; a piece of advice that is given in full below is not given there too."""
    label, advice = say.label(finding.diagnostic), say.help(finding.diagnostic)
    return "" if _begins(advice, label) and not label.endswith("?") else label


def _advice(finding: Finding, say: Texts) -> str:
    """What to do next; a question that stands under the caret is not asked again."""
    label, advice = say.label(finding.diagnostic), say.help(finding.diagnostic)
    shown = finding.span is not None and finding.line_text.strip()
    return advice[len(label) :].strip() if shown and label.endswith("?") and _begins(advice, label) else advice


def _begins(advice: str, label: str) -> bool:
    return bool(label) and advice.casefold().startswith(label.casefold())


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
        notes.append((say("finding_next"), _advice(finding, say)))
    width = max(columns(key) for key, _ in notes) + 2
    return [line for key, text in notes if text for line in _note(pad(key, width), text, view)]


def _note(key: str, text: str, view: View) -> list[Line]:
    head = f"    = {key}"
    rows = broken(Piece(text), view.width - columns(head))
    return [[Piece(head if index == 0 else " " * columns(head), "cyan"), row] for index, row in enumerate(rows)]
