"""The closing block of a run: on one screen what a leader asks, the result last.

How the regions stand, who has handed in nothing, what is missed or behind and who leads it; then what was checked and
what was not. How many lines each may take is fixed, so that the block fits a terminal of 24 lines.
"""

from collections import Counter
from collections.abc import Iterator

from anju_cli.formats import run_notes, signs
from anju_cli.formats.layout import Line, Piece, fold
from anju_cli.formats.rows import named_lines, status_count, totals, worst_line
from anju_cli.formats.view import View
from anju_cli.outcome import Section, Status
from anju_cli.tally import MOST_SHORT, MOST_TOTALS, RunSummary
from anju_cli.texts import Texts

#: The lines that the names of departments may always take, of what is behind where none has a line of its own, and
#: of files that were not read.
_MOST_ABSENT, _MOST_BEHIND, _MOST_UNREAD = 2, 2, 2

#: The lines of a terminal but for its prompt: so many, and those around what is missed or behind.
_SCREEN, _AROUND = 21, 2


def closing_lines(summary: RunSummary, view: View, say: Texts) -> list[Line]:
    """The block: totals, absences, the missed and the behind, what was checked, the result.

    Files that were not read are named in full only where that leaves the block on one screen; departments that have
    handed in nothing take the lines that are left.
    """
    most_unread, block = run_notes.MOST_FILES, _block(summary, run_notes.MOST_FILES, _MOST_ABSENT, view, say)
    if len(block) > _SCREEN + _AROUND:
        most_unread, block = _MOST_UNREAD, _block(summary, _MOST_UNREAD, _MOST_ABSENT, view, say)
    spare = _SCREEN - len(block)
    return _block(summary, most_unread, _MOST_ABSENT + spare, view, say) if spare > 0 else block


def _block(summary: RunSummary, most_unread: int, most_absent: int, view: View, say: Texts) -> list[Line]:
    """Files and departments take at most so many lines; what is missed or behind has the room that is left."""
    first = _totals(summary, view, say) + _absences(summary, most_absent, view, say)
    last = _last(summary, most_unread, view, say)
    return first + _worst(summary, _SCREEN - len(first) - len(last), view, say) + last


def _last(summary: RunSummary, most_unread: int, view: View, say: Texts) -> list[Line]:
    """What was checked and what was not; the result, in its colour."""
    code, why = summary.result.code, summary.result.why
    style = "bold red" if code else "yellow" if why == "queries" else "green"
    lines = fold(map(Piece, run_notes.counts(summary, say)), view.width) + _left_out(summary, most_unread, view, say)
    return lines + fold([Piece(run_notes.result_line(summary.result, say), style)], view.width)


def _totals(summary: RunSummary, view: View, say: Texts) -> list[Line]:
    """The regions and years told first, as many as there is room for; the rest is counted."""
    tally, lines, shown = summary.tally, list[Line](), 0
    for section in tally.foremost:
        block = _total(section, view, say)
        more = tally.sections > shown + 1
        if shown and len(lines) + len(block) + more > MOST_TOTALS:
            break
        lines += block
        shown += 1
    histories = tally.histories
    left = tally.sections - histories - shown
    counted = [say("more_sections", count=left)] if left else []
    counted += [say("more_histories", count=histories)] if histories else []
    return lines + fold(map(Piece, counted), view.width)


def _total(section: Section, view: View, say: Texts) -> list[Line]:
    """One region and year; that its figures are imagined."""
    kind = "totals_of" if section.own else "totals_of_other"
    head = Piece(say(kind, region=section.region, year=section.year), "bold")
    warnings = [*([say("sample")] if section.sample else []), *run_notes.resting_on(section, say)]
    fields = [*(Piece(warning, "bold yellow") for warning in warnings), *totals(section, say)]
    *above, first = fold([head], view.width)
    return above + fold(fields, view.width, indent=4, gap="  ", first=first)


def _absences(summary: RunSummary, most: int, view: View, say: Texts) -> list[Line]:
    """Who has handed in nothing, who an empty return, in `most` lines; that no return is of the plan's own region."""
    tally = summary.tally
    alone = run_notes.no_own_return(summary, say)
    if alone:
        return fold([Piece(alone, "bold yellow")], view.width)
    section = next(iter(tally.foremost), None)
    if section is None or not section.own:
        return []
    kinds = [("absent", section.absent), ("empty", section.empty)]
    listed = [(kind, names) for kind, names in kinds if names]
    lines: list[Line] = []
    for left, (kind, names) in zip(range(len(listed))[::-1], listed, strict=True):
        shown = tuple(run_notes.department(name, summary.catalogue, say) for name in names)
        heading = Piece(say(f"{kind}_list", count=len(names)), "bold yellow")
        lines += named_lines(heading, shown, len(names), most - len(lines) - left, view, say)
    elsewhere = len(tally.absent) - len(section.absent)
    return lines + (fold([Piece(say("absent_elsewhere", count=elsewhere))], view.width) if elsewhere else [])


def _worst(summary: RunSummary, room: int, view: View, say: Texts) -> list[Line]:
    """What is missed, then what is behind, of the first region and year; the rest is counted."""
    tally = summary.tally
    if not tally.foremost:
        return []
    section = tally.foremost[0]
    counts = Counter({status: section.counts.get(status, 0) for status in signs.SHORT})
    crowded = counts[Status.MISSED] >= MOST_SHORT and counts[Status.BEHIND]
    most = max(MOST_SHORT, room - _MOST_BEHIND if crowded else room)
    lines, shown = list[Line](), Counter[Status]()
    for judgement in section.judgements[:MOST_SHORT]:
        block = worst_line(judgement, summary.catalogue, view, say)
        if shown and len(lines) + len(block) > most:
            break
        lines += block
        shown[judgement.status] += 1
    behind = _behind(section, min(_MOST_BEHIND, room - len(lines)), summary, view, say)
    if lines and tally.sections > 1:
        heading = Piece(say("worst_of", region=section.region, year=section.year), "bold")
        lines = fold([heading], view.width) + lines
    lines += fold(_more(counts - shown, tally.short - counts, say), view.width)
    return lines if shown[Status.BEHIND] else lines + behind


def _behind(section: Section, most: int, summary: RunSummary, view: View, say: Texts) -> list[Line]:
    """Names and leads of what is behind, in `most` lines: for where the missed have taken all the room."""
    judgements = section.with_status(Status.BEHIND)
    if most < 1 or not judgements:
        return []
    leads = (run_notes.department(judgement.lead, summary.catalogue, say) for judgement in judgements)
    names = (judgement.name.in_(say.lang) for judgement in judgements)
    named = tuple(name + say("paren", text=lead) for name, lead in zip(names, leads, strict=True))
    total = section.counts[Status.BEHIND]
    heading = Piece(say("behind_named", count=total), signs.COLOURS[Status.BEHIND])
    return named_lines(heading, named, total, most, view, say)


def _more(left: Counter[Status], elsewhere: Counter[Status], say: Texts) -> Iterator[Piece]:
    """How many more there are there, and how many elsewhere."""
    for key, counts in (("more_short", left), ("short_elsewhere", elsewhere)):
        statuses = tuple(status_count(status, counts[status], say) for status in signs.SHORT if counts[status])
        if statuses:
            yield Piece(say(key, count=counts.total(), statuses=say.listed(statuses)))


def _unread(summary: RunSummary, most_lines: int, view: View, say: Texts) -> list[Line]:
    """What was not read of the folders given, as many files by name as there is room for."""
    lines: list[Line] = []
    for most in range(run_notes.MOST_FILES, -1, -1):
        lines = fold([Piece(run_notes.passed_over(summary.coverage, say, most))], view.width)
        if len(lines) <= most_lines:
            break
    return lines


def _left_out(summary: RunSummary, most_unread: int, view: View, say: Texts) -> list[Line]:
    """What was not read, what the options leave out, what was asked for in vain."""
    coverage, lines = summary.coverage, list[Line]()
    lines += _unread(summary, most_unread, view, say)
    lines += fold([Piece(run_notes.filters(coverage, summary.catalogue, say))], view.width)
    for words in run_notes.unmatched(coverage, summary.catalogue, say):
        lines += fold([Piece(words, "bold yellow")], view.width)
    for path in coverage.missing:
        lines += fold([Piece(say("no_path", path=path), "bold red")], view.width)
    return lines
