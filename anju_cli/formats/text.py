"""The report for a terminal or a pipe: findings, then the gap report, then the totals."""

from anju_cli.characters import visible
from anju_cli.diagnostics import Level
from anju_cli.formats import run_notes
from anju_cli.formats.comparison_notes import change_lines
from anju_cli.formats.findings import finding_lines
from anju_cli.formats.layout import Line, Piece, apart, fold, plain
from anju_cli.formats.phrases import plain_figure
from anju_cli.formats.rows import LISTED, is_listed, lead_lines, listed_lines
from anju_cli.formats.view import View
from anju_cli.outcome import Outcome, Section, Status
from anju_cli.texts import Texts, texts


def render(outcome: Outcome, view: View) -> str:
    """The whole report."""
    lines = _lines(outcome, view, texts(view.lang))
    if not view.color:
        return plain(lines)
    from anju_cli.formats.colour import paint

    return paint(lines)


def _lines(outcome: Outcome, view: View, say: Texts) -> list[Line]:
    lines = _assumptions(outcome, view, say) + finding_lines(outcome.findings, view, say)
    if outcome.sections:
        lines += [*_rule(lines)]
    if outcome.coverage.missing:
        lines += [*fold([Piece(say("incomplete"), "bold red")], view.width), []]
    for section in outcome.sections:
        lines += [*_section(section, outcome, view, say), []]
    return lines + change_lines(outcome, view, say) + _closing(outcome, view, say)


def _assumptions(outcome: Outcome, view: View, say: Texts) -> list[Line]:
    """That figures were assumed stands before everything else."""
    told = run_notes.assumptions(outcome, say)
    return [*fold([Piece(told, "bold yellow")], view.width), []] if told else []


def _rule(before: list[Line]) -> list[Line]:
    return [[]] if before else []


def _section(section: Section, outcome: Outcome, view: View, say: Texts) -> list[Line]:
    lines = _heading(section, outcome, view, say)
    if section.history:
        return lines + _history(section, outcome, view, say)
    for lead, ones in section.by_lead():
        if any(not is_listed(judgement) for judgement in ones):
            lines += [[], *lead_lines(lead, ones, outcome, view, say)]
    lists = [
        line for status in (Status.UNDETERMINED, *LISTED) for line in listed_lines(section, status, outcome, view, say)
    ]
    lists += _not_asked(section, outcome, view, say)
    return [*lines, *([[]] if lists else []), *lists, *_totals(section, view, say)]


def _heading(section: Section, outcome: Outcome, view: View, say: Texts) -> list[Line]:
    after = section.year > outcome.catalogue.period[1]
    own = "heading_after" if after else "heading"
    kind = "heading_history" if section.history else own if section.own else "heading_other"
    title = Piece(say(kind, region=section.region, year=section.year), "bold")
    lines = apart(title, Piece(visible(outcome.catalogue.document), "bright_black"), view.width)
    warnings = [*([say("sample")] if section.sample else []), *run_notes.resting_on(section, say)]
    return lines + [[Piece(told, "bold yellow")] for told in warnings]


def _history(section: Section, outcome: Outcome, view: View, say: Texts) -> list[Line]:
    first, last = outcome.catalogue.period
    words = fold([Piece(say("history_words", first=first, last=last), "bright_black")], view.width)
    figures = [Piece(f"{figure.name.in_(say.lang)} {plain_figure(figure, say)}") for figure in section.unjudged]
    return words + fold(figures, view.width, indent=2)


def _not_asked(section: Section, outcome: Outcome, view: View, say: Texts) -> list[Line]:
    if not section.not_asked:
        return []
    head: Line = [Piece(say("not_asked_list", count=section.not_asked), "bright_black")]
    fields = [
        Piece(say("lead_count", lead=visible(run_notes.department(lead, outcome, say)), count=count))
        for lead, count in section.not_asked_leads
    ]
    return fold(fields, view.width, indent=4, first=head)


def _totals(section: Section, view: View, say: Texts) -> list[Line]:
    asked = say("asked" if section.own else "asked_other", count=section.asked)
    counts = [
        f"{say(f'status_{status.value}')} {section.counts[status]}" for status in _TOLD if section.counts.get(status)
    ]
    extra = [say("not_asked", count=section.not_asked)] if section.not_asked else []
    fields = [Piece(f"{asked}:"), *(Piece(count) for count in counts), *(Piece(one) for one in extra)]
    return [[], *fold(fields, view.width, indent=6, gap="  ", first=[Piece(say("totals"), "bold")])]


#: The order of the totals: best first, as people count.
_TOLD = (
    Status.MET,
    Status.ON_TRACK,
    Status.BEHIND,
    Status.MISSED,
    Status.UNDETERMINED,
    *LISTED,
)


def _closing(outcome: Outcome, view: View, say: Texts) -> list[Line]:
    """What was read, what was left out, how many findings, and what it came to."""
    coverage = outcome.coverage
    targets = len({judgement.target for judgement in outcome.judgements})
    checked = say("checked", reports=coverage.reports, figures=coverage.figures, targets=targets)
    counts = [run_notes.level_count(level, outcome, say) for level in Level]
    lines = fold([Piece(checked), *(Piece(count) for count in counts)], view.width)
    lines += fold([Piece(run_notes.filters(outcome, say))], view.width)
    if coverage.passed_over:
        lines += fold([Piece(say("passed_over", count=coverage.passed_over), "bright_black")], view.width)
    for path in coverage.missing:
        lines += fold([Piece(say("no_path", path=path), "bold red")], view.width)
    why = run_notes.result(outcome, say)
    style = "green" if outcome.result.code == 0 else "bold red"
    return lines + fold([Piece(say("result_line", why=why, code=outcome.result.code), style)], view.width)
