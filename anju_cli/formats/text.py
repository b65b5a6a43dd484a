"""The report for a terminal or a pipe: findings, then the gap report, then the totals."""

from collections.abc import Iterator

from anju_cli.characters import visible
from anju_cli.diagnostics import Level
from anju_cli.formats import run_notes, signs
from anju_cli.formats.closing import closing_lines
from anju_cli.formats.findings import brief_lines, folded_lines, full_lines
from anju_cli.formats.layout import Line, Piece, apart, fold, text_of
from anju_cli.formats.passages import Passage, Slot
from anju_cli.formats.phrases import goal_phrase, note, plain_figure
from anju_cli.formats.rows import LISTED, is_listed, lead_lines, listed_lines, totals
from anju_cli.formats.view import View
from anju_cli.outcome import CatalogueFacts, Finding, Outcome, Section, Status
from anju_cli.tally import RunSummary
from anju_cli.texts import Texts, texts

#: Findings in full stand apart from each other and from what follows; notes in a line each do not.
_SLOTS = (
    *(Slot("opening"), Slot("findings", between="\n", after="\n"), Slot("heading"), Slot("sections")),
    *(Slot("explained", between="\n", after="\n"), Slot("notes", after="\n"), Slot("closing")),
)

#: Behind every note that has a line of its own.
_LAST = (len(Level),)


def slots(view: View) -> tuple[Slot, ...]:  # noqa: ARG001 - other formats have words between their passages
    """The report's parts."""
    return _SLOTS


def passages(outcome: Outcome, view: View) -> Iterator[Passage]:
    """Every finding that is not told folded, and every section; nothing where the closing block is shown alone."""
    if view.quiet:
        return
    say = texts(view.lang)
    for finding in outcome.findings:
        yield from _finding(finding, view, say)
    for section in outcome.sections:
        lines = [*_section(section, outcome, view, say), []]
        yield Passage("sections", text_of(lines, color=view.color), section.rank)


def _finding(finding: Finding, view: View, say: Texts) -> Iterator[Passage]:
    """What is open in full, before the report; behind it the rest in short: all of it only when asked for."""
    slot, lines = "notes", brief_lines
    if finding.diagnostic.open:
        slot, lines = "findings", full_lines
    elif finding.level is not Level.NOTE and view.verbose:
        slot, lines = "explained", full_lines
    if view.verbose or not finding.folds:
        yield Passage(slot, text_of(lines(finding, view, say), color=view.color), finding.rank)


def frame(summary: RunSummary, view: View) -> Iterator[Passage]:
    """Assumptions before everything else; what is lacking before the sections; notes, changes and totals behind."""
    say = texts(view.lang)
    yield Passage("opening", text_of(_assumptions(summary, view, say), color=view.color))
    closing = closing_lines(summary, view, say)
    if not view.quiet:
        yield from _around(summary, view, say)
        closing = _changes(summary, view, say) + closing
    yield Passage("closing", text_of(closing, color=view.color))


def _changes(summary: RunSummary, view: View, say: Texts) -> list[Line]:
    """What changed on an earlier outcome, where one was given."""
    if summary.since is None:
        return []
    from anju_cli.formats.comparison_notes import change_lines

    return change_lines(summary.since, summary, view, say)


def _around(summary: RunSummary, view: View, say: Texts) -> Iterator[Passage]:
    """That the report is incomplete, before it; notes behind it, a line a code."""
    if summary.coverage.missing:
        heading = [*fold([Piece(say("incomplete"), "bold red")], view.width), []]
        yield Passage("heading", text_of(heading, color=view.color))
    if summary.tally.first_notes and not view.verbose:
        yield Passage("notes", text_of(folded_lines(summary.tally, view, say), color=view.color), _LAST)


def _assumptions(summary: RunSummary, view: View, say: Texts) -> list[Line]:
    """That figures were assumed."""
    heading = run_notes.assumptions(summary.assumptions, summary.catalogue, say)
    return [*fold([Piece(heading, "bold yellow")], view.width), []] if heading else []


def _section(section: Section, outcome: Outcome, view: View, say: Texts) -> list[Line]:
    catalogue = outcome.catalogue
    lines = _heading(section, catalogue, view, say)
    if section.history:
        return lines + _history(section, catalogue, view, say)
    lines += _absent(section, catalogue, view, say)
    lines += fold(totals(section, say), view.width, indent=6, gap="  ", first=[Piece(say("totals"), "bold")])
    for lead, judgements in section.by_lead():
        if any(not is_listed(judgement) for judgement in judgements):
            lines += [[], *lead_lines(lead, judgements, catalogue, view, say)]
    lists = [
        line
        for status in (Status.UNDETERMINED, *LISTED)
        for line in listed_lines(section, status, catalogue, view, say)
    ]
    lists += _not_asked(section, catalogue, view, say)
    lists += _awaited(section, view, say)
    if _needs_department(section, outcome):
        lists += fold([Piece(say("add_department", count=section.asked), "bold yellow")], view.width)
    return [*lines, *([[]] if lists else []), *lists]


def _heading(section: Section, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    after = section.year > catalogue.period[1]
    own = "heading_after" if after else "heading"
    kind = "heading_history" if section.history else own if section.own else "heading_other"
    title = [Piece(say(kind, region=section.region, year=section.year), "bold")]
    title += [Piece(say("sample"), "bold yellow")] if section.sample else []
    lines = apart(title, Piece(visible(catalogue.document), signs.GREY), view.width)
    return lines + [[Piece(warning, "bold yellow")] for warning in run_notes.resting_on(section, say)]


def _absent(section: Section, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    """Who has handed in nothing, and who a return without a figure or a word for missing: every name."""
    return [
        line
        for heading, leads in run_notes.absences(section, catalogue, say)
        for line in fold(map(Piece, leads), view.width, indent=4, first=[Piece(heading, "bold yellow")])
    ]


#: A return that fills in less than one in so many of the promises asked is perhaps a department's.
_FEW = 4


def _needs_department(section: Section, outcome: Outcome) -> bool:
    """Whether a return without a department is held against every promise and fills in few."""
    return section.own and any(
        report.department is None and report.scope == "all" and 0 < report.figures * _FEW < section.asked
        for report in outcome.reports
        if (report.region, report.year) == (section.region, section.year)
    )


def _history(section: Section, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    first, last = catalogue.period
    words = fold([Piece(say("history_words", first=first, last=last), signs.GREY)], view.width)
    figures = [Piece(f"{figure.name.in_(say.lang)} {plain_figure(figure, say)}") for figure in section.unjudged]
    lines = words + fold(figures, view.width, indent=2)
    for figure in section.unjudged if view.verbose else ():
        remark = f"{figure.name.in_(say.lang)}  {note(figure.note, say)}" if figure.note else ""
        lines += fold([Piece(remark)], view.width, indent=4)
    return lines


def _awaited(section: Section, view: View, say: Texts) -> list[Line]:
    """By name what some departments are to report, and nobody was asked for."""
    if not section.awaited:
        return []
    head: Line = [Piece(say("awaited_list", count=len(section.awaited)), "bold")]
    promises = [
        Piece(judgement.name.in_(say.lang) + say("paren", text=goal_phrase(judgement.promise, None, say)))
        for judgement in section.awaited
    ]
    return fold(promises, view.width, indent=4, first=head)


def _not_asked(section: Section, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    """What nobody was asked for; by department, and only where others were asked. Who is absent is told as such."""
    leads = section.unasked_leads
    if not leads or {judgement.lead for judgement in section.judgements} <= dict(section.not_asked_leads).keys():
        return []
    head: Line = [Piece(say("not_asked_list", count=sum(count for _, count in leads)), "bold")]
    fields = [
        Piece(say("lead_count", lead=visible(run_notes.department(lead, catalogue, say)), count=count))
        for lead, count in leads
    ]
    return fold(fields, view.width, indent=4, first=head)
