"""What changed on an earlier outcome, as phrases that every page shares, and as lines."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from anju_cli.characters import visible
from anju_cli.formats.layout import Line, Piece, fold
from anju_cli.formats.phrases import bare_goal
from anju_cli.formats.rows import status_count
from anju_cli.formats.signs import COLOURS
from anju_cli.formats.view import View
from anju_cli.outcome import ORDER, Finding, FindingSummary, Status
from anju_cli.outcome.changes import Changes, FigureChange, StatusChange
from anju_cli.places import row_of
from anju_cli.tally import RunSummary
from anju_cli.texts import Texts
from anju_cli.units import Unit


class Group(NamedTuple):
    """One kind of change: its heading, how it is coloured, and a phrase for each."""

    heading: str
    style: str
    phrases: tuple[str, ...]


def groups(changes: Changes, own: str, say: Texts) -> Iterator[Group]:
    """The kinds of change that there are, the most urgent first; `own` is the plan's region."""
    kinds = (
        ("missed", COLOURS[Status.MISSED], tuple(_moved(change, own, say) for change in changes.missed)),
        ("met", COLOURS[Status.MET], tuple(_moved(change, own, say) for change in changes.met)),
        ("other", "", tuple(_moved(change, own, say) for change in changes.other)),
        ("gone", COLOURS[Status.BEHIND], tuple(_gone(changes, own, say))),
        ("figures", "", tuple(_restated(figure, own, say) for figure in changes.figures)),
        ("new", COLOURS[Status.MISSED], tuple(_finding(finding, say) for finding in changes.new)),
        (
            "settled",
            COLOURS[Status.MET],
            tuple(_brief(finding.code, _row(finding), finding.message, say) for finding in changes.settled),
        ),
    )
    for kind, style, phrases in kinds:
        if phrases:
            count = len(changes.gone) if kind == "gone" else len(phrases)
            yield Group(say(f"since_{kind}", count=count), style, phrases)


def _moved(change: StatusChange, own: str, say: Texts) -> str:
    now = change.judgement
    before = say(f"status_{change.before.value}") if change.before else say("since_unlisted")
    if change.year_before not in (None, now.year):
        before = say("since_year", year=change.year_before, status=before)
    goal = say("paren", text=bare_goal(now.promise, now.assessment.reference, say))
    name = _who(now.region, now.name.in_(say.lang) + goal, own, say)
    return say("since_moved", name=name, year=now.year, before=before, now=say(f"status_{now.status.value}"))


def _gone(changes: Changes, own: str, say: Texts) -> Iterator[str]:
    """A whole year that is not there any more in one phrase, other promises one by one."""
    years: dict[tuple[str, int], Counter[Status]] = {}
    for lost in changes.gone:
        if (lost.region, lost.year) not in changes.years:
            years.setdefault((lost.region, lost.year), Counter())[lost.status] += 1
    for (region, year), counts in years.items():
        statuses = tuple(status_count(status, counts[status], say) for status in ORDER if counts[status])
        yield say("since_gone_year", name=_who(region, "", own, say), year=year, statuses=say.listed(statuses))
    for lost in changes.gone:
        if (lost.region, lost.year) in changes.years:
            name = _who(lost.region, lost.name, own, say)
            yield say("since_was", name=name, year=lost.year, status=say(f"status_{lost.status.value}"))


def _restated(change: FigureChange, own: str, say: Texts) -> str:
    before, now = (_figure(text, change.unit, say) for text in (change.before, change.now))
    name = _who(change.region, change.name.in_(say.lang), own, say)
    return say("since_moved", name=name, year=change.year, before=before, now=now)


def _figure(text: str | None, unit: Unit, say: Texts) -> str:
    return say("since_no_figure") if text is None else unit.behind(text, say.lang)


def _finding(finding: Finding, say: Texts) -> str:
    diagnostic = finding.diagnostic
    return _brief(diagnostic.code, row_of(diagnostic.place.path, finding.span), say.message(diagnostic), say)


def _row(finding: FindingSummary) -> str:
    """Where a finding of the earlier outcome stood."""
    return finding.path if finding.line is None else f"{finding.path}:{finding.line}"


def _brief(code: str, place: str, message: str, say: Texts) -> str:
    return say("since_finding", code=code, place=place, message=message)


def _who(region: str, name: str, own: str, say: Texts) -> str:
    return name if region == own else say("since_region", region=region, name=name)


def change_lines(changes: Changes, summary: RunSummary, view: View, say: Texts) -> list[Line]:
    """What changed, a line each."""
    lines: list[Line] = fold([Piece(heading(changes, summary, say), "bold")], view.width)
    if not changes.same_catalogue:
        lines += fold([Piece(say("since_catalogue"), "bold yellow")], view.width, indent=2)
    for group in groups(changes, summary.catalogue.region, say):
        lines.append([Piece(f"  {group.heading}", group.style or "bold")])
        for phrase in group.phrases:
            lines += fold([Piece(visible(phrase))], view.width, indent=4, first=[])
    return [*lines, []]


def heading(changes: Changes, summary: RunSummary, say: Texts) -> str:
    """Which outcome it is compared with, whether nothing changed, and that figures are assumed."""
    words = say("since_nothing" if changes.nothing else "since_heading", path=changes.path)
    return words + say("paren", text=say("assumed_section")) if summary.assumptions else words
