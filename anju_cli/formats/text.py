"""The report for a terminal or a pipe: findings, then the gap report, then the totals."""

from collections.abc import Iterator

from anju_cli.characters import visible
from anju_cli.diagnostics import Level
from anju_cli.formats import run_notes
from anju_cli.formats.comparison_notes import change_lines
from anju_cli.formats.findings import finding_lines
from anju_cli.formats.layout import Line, Piece, apart, fold, text_of
from anju_cli.formats.passages import Passage, Slot
from anju_cli.formats.phrases import note, plain_figure
from anju_cli.formats.rows import LISTED, is_listed, lead_lines, listed_lines
from anju_cli.formats.view import View
from anju_cli.outcome import CatalogueFacts, Outcome, Section, Status
from anju_cli.tally import RunSummary
from anju_cli.texts import Texts, texts

#: Findings in full stand apart, notes in a line each do not.
_SLOTS = (
    *(Slot("opening"), Slot("findings", between="\n"), Slot("notes")),
    *(Slot("heading"), Slot("sections"), Slot("closing")),
)


def slots(view: View) -> tuple[Slot, ...]:  # noqa: ARG001 - other formats have words between their passages
    """The report's parts."""
    return _SLOTS


def passages(outcome: Outcome, view: View) -> Iterator[Passage]:
    """Every finding and every section."""
    say = texts(view.lang)
    for finding in outcome.findings:
        in_short = finding.level is Level.NOTE and not view.verbose
        text = text_of(finding_lines((finding,), view, say), color=view.color)
        yield Passage("notes" if in_short else "findings", text, finding.rank)
    for section in outcome.sections:
        lines = [*_section(section, outcome.catalogue, view, say), []]
        yield Passage("sections", text_of(lines, color=view.color), section.rank)


def frame(summary: RunSummary, view: View) -> Iterator[Passage]:
    """Assumptions before everything else; what is lacking before the sections; changes and totals behind them."""
    say = texts(view.lang)
    opening = _assumptions(summary, view, say)
    yield Passage("opening", text_of(opening, color=view.color))
    heading: list[Line] = [[]] if summary.tally.sections and (opening or summary.tally.levels) else []
    if summary.coverage.missing:
        heading += [*fold([Piece(say("incomplete"), "bold red")], view.width), []]
    yield Passage("heading", text_of(heading, color=view.color))
    closing = change_lines(summary, view, say) + _closing(summary, view, say)
    yield Passage("closing", text_of(closing, color=view.color))


def _assumptions(summary: RunSummary, view: View, say: Texts) -> list[Line]:
    """That figures were assumed."""
    heading = run_notes.assumptions(summary.assumptions, summary.catalogue, say)
    return [*fold([Piece(heading, "bold yellow")], view.width), []] if heading else []


def _section(section: Section, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    lines = _heading(section, catalogue, view, say)
    if section.history:
        return lines + _history(section, catalogue, view, say)
    for lead, judgements in section.by_lead():
        if any(not is_listed(judgement) for judgement in judgements):
            lines += [[], *lead_lines(lead, judgements, catalogue, view, say)]
    lists = [
        line
        for status in (Status.UNDETERMINED, *LISTED)
        for line in listed_lines(section, status, catalogue, view, say)
    ]
    lists += _not_asked(section, catalogue, view, say)
    return [*lines, *([[]] if lists else []), *lists, *_totals(section, view, say)]


def _heading(section: Section, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    after = section.year > catalogue.period[1]
    own = "heading_after" if after else "heading"
    kind = "heading_history" if section.history else own if section.own else "heading_other"
    title = Piece(say(kind, region=section.region, year=section.year), "bold")
    lines = apart(title, Piece(visible(catalogue.document), "bright_black"), view.width)
    warnings = [*([say("sample")] if section.sample else []), *run_notes.resting_on(section, say)]
    return lines + [[Piece(warning, "bold yellow")] for warning in warnings]


def _history(section: Section, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    first, last = catalogue.period
    words = fold([Piece(say("history_words", first=first, last=last), "bright_black")], view.width)
    figures = [Piece(f"{figure.name.in_(say.lang)} {plain_figure(figure, say)}") for figure in section.unjudged]
    lines = words + fold(figures, view.width, indent=2)
    for figure in section.unjudged if view.verbose else ():
        remark = f"{figure.name.in_(say.lang)}  {note(figure.note, say)}" if figure.note else ""
        lines += fold([Piece(remark)], view.width, indent=4)
    return lines


def _not_asked(section: Section, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    if not section.not_asked:
        return []
    head: Line = [Piece(say("not_asked_list", count=section.not_asked), "bright_black")]
    fields = [
        Piece(say("lead_count", lead=visible(run_notes.department(lead, catalogue, say)), count=count))
        for lead, count in section.not_asked_leads
    ]
    return fold(fields, view.width, indent=4, first=head)


def _totals(section: Section, view: View, say: Texts) -> list[Line]:
    asked = say("asked" if section.own else "asked_other", count=section.asked)
    counts = [
        f"{say(f'status_{status.value}')} {section.counts[status]}" for status in _COUNTED if section.counts.get(status)
    ]
    extra = [say("not_asked", count=section.not_asked)] if section.not_asked else []
    fields = [Piece(f"{asked}:"), *map(Piece, counts), *map(Piece, extra)]
    return [[], *fold(fields, view.width, indent=6, gap="  ", first=[Piece(say("totals"), "bold")])]


#: The order of the totals: best first, as people count.
_COUNTED = (
    Status.MET,
    Status.ON_TRACK,
    Status.BEHIND,
    Status.MISSED,
    Status.UNDETERMINED,
    *LISTED,
)


def _closing(summary: RunSummary, view: View, say: Texts) -> list[Line]:
    """What was read, what was left out, how many findings, and what it came to."""
    coverage = summary.coverage
    lines = fold(map(Piece, run_notes.counts(summary, say)), view.width)
    lines += fold([Piece(run_notes.filters(coverage, summary.catalogue, say))], view.width)
    if coverage.passed_over:
        lines += fold([Piece(say("passed_over", count=coverage.passed_over), "bright_black")], view.width)
    for path in coverage.missing:
        lines += fold([Piece(say("no_path", path=path), "bold red")], view.width)
    style = "green" if summary.result.code == 0 else "bold red"
    return lines + fold([Piece(run_notes.result_line(summary.result, say), style)], view.width)
