"""The rows of the gap report: a promise, a department's promises, lists of what is not there."""

from collections import Counter

from anju_cli.characters import clipped, columns, visible
from anju_cli.formats import pace_phrases, phrases, run_notes, signs
from anju_cli.formats.layout import Line, Piece, apart, broken, fold, pad, width_of
from anju_cli.formats.view import View
from anju_cli.outcome import ORDER, CatalogueFacts, Judgement, Section, Status
from anju_cli.texts import Texts

#: From this width on a row's fields stand in one line where they fit.
WIDE = 120

#: Statuses told as lists of names by department: there is no figure to show.
LISTED = (Status.NOT_REPORTED, Status.PENDING, Status.NOT_APPLICABLE, Status.WITHHELD)

_STATUS_COLUMNS = {"zh": 8, "en": 12}


def lead_lines(
    lead: str, judgements: tuple[Judgement, ...], catalogue: CatalogueFacts, view: View, say: Texts
) -> list[Line]:
    """One department: its counts, its promises worst first, what it has met folded into a line."""
    name = run_notes.department(lead, catalogue, say)
    lines = apart([Piece(name, "bold")], Piece(_counts(judgements, say)), view.width, indent=2)
    for judgement in judgements:
        if not is_listed(judgement) and (view.verbose or judgement.status is not Status.MET):
            lines += row_lines(judgement, catalogue.period[0], view, say)
    met = [judgement for judgement in judgements if judgement.status is Status.MET]
    if met and not view.verbose:
        lines += _folded(met, judgements, view, say)
    return lines


def _counts(judgements: tuple[Judgement, ...], say: Texts) -> str:
    counts = Counter(judgement.status for judgement in judgements)
    return "  ".join(status_count(status, counts[status], say) for status in ORDER if counts[status])


def _folded(met: list[Judgement], judgements: tuple[Judgement, ...], view: View, say: Texts) -> list[Line]:
    shape = signs.SHAPES[Status.MET]
    head: Line = [Piece(f"  {shape}  {say('met_list', count=len(met))}", "green")]
    names = [Piece(_name(change, say) + _mark(change, judgements, say)) for change in met]
    return fold(names, view.width, indent=5, gap="  ", first=head)


def _mark(judgement: Judgement, judgements: tuple[Judgement, ...], say: Texts) -> str:
    """What a folded row may not hide: which of two promises, an explained query, 已达极值."""
    twins = [other.indicator for other in judgements].count(judgement.indicator) > 1
    marks = [phrases.bare_goal(judgement.promise, phrases.held_against(judgement), say)] if twins else []
    marks += [phrases.detail(judgement, say)] if judgement.detail in {"early", "held", "extreme", "late"} else []
    marks += [say("explained_mark")] if judgement.explained else []
    marks += phrases.grounds(judgement, say)
    marks += [*_of_plan(judgement, say), *filter(None, [phrases.near_mark(judgement.note, say)])]
    return say("paren", text=say.listed(tuple(marks))) if marks else ""


def _of_plan(judgement: Judgement, say: Texts) -> list[str]:
    """What the plan leaves soft: what it only strives for, and a lead that it does not name."""
    assigned = say("lead_assigned_row") if judgement.promise.target.lead_assigned else ""
    return [*filter(None, (phrases.aspiration(judgement.promise, say), assigned))]


def row_lines(judgement: Judgement, start: int, view: View, say: Texts) -> list[Line]:
    """A promise: status, name and clause; then figure, goal and gap; then its way there."""
    style = signs.COLOURS.get(judgement.status, signs.GREY)
    status = pad(say(f"status_{judgement.status.value}"), _STATUS_COLUMNS[say.lang])
    head: Line = [Piece(f"  {signs.SHAPES[judgement.status]}  {status} ", style)]
    title = [Piece(_name(judgement, say), "bold"), Piece(judgement.clause, signs.GREY), *_marks(judgement, say)]
    indent = width_of(head)
    first = fold(title, view.width, indent, first=[])
    lines = [[*head, *first[0][1:]], *first[1:]]
    figures, way = _figures(judgement, say), _way(judgement, start, say)
    note = fold([Piece(_note(judgement, view.width - indent, view, say), "bright_black")], view.width, indent)
    if view.width >= WIDE:
        return lines + fold([*figures, *way], view.width, indent) + note
    return lines + fold(figures, view.width, indent) + fold(way, view.width, indent) + note


def _note(judgement: Judgement, width: int, view: View, say: Texts) -> str:
    """What the report says of the figure; in short, on one line, only that its definition is near the plan's."""
    if view.verbose:
        return phrases.note(judgement.note, say)
    return clipped(phrases.note(judgement.note, say), width // 2) if phrases.near_mark(judgement.note, say) else ""


def _figures(judgement: Judgement, say: Texts) -> list[Piece]:
    style = signs.COLOURS.get(judgement.status, "")
    written = phrases.figure(judgement, say) if judgement.value is not None else visible(judgement.written or "—")
    return [
        Piece(
            say(
                "done_total" if judgement.base is not None and judgement.base.source == "zero" else "done",
                figure=written,
            )
        ),
        Piece(say("goal", goal=phrases.goal(judgement, say))),
        Piece(phrases.gap(judgement, say), style),
    ]


def _way(judgement: Judgement, start: int, say: Texts) -> list[Piece]:
    """Its way there: what answers in the status' colour, what may be skipped in grey."""
    style, pace = signs.COLOURS.get(judgement.status, ""), pace_phrases.pace(judgement, say)
    pieces = [Piece(phrases.detail(judgement, say), style), Piece(phrases.reasons(judgement, say))]
    pieces += [Piece(pace.expected), Piece(pace.remaining), Piece(pace.last_change), Piece(pace.projection, style)]
    pieces += [Piece(pace.base, signs.GREY), Piece(pace_phrases.since_base(judgement, say), signs.GREY)]
    return [*pieces, Piece(pace_phrases.running_total(judgement, start, say))]


def _marks(judgement: Judgement, say: Texts) -> list[Piece]:
    marks = [*phrases.grounds(judgement, say)]
    marks += _of_plan(judgement, say)
    marks += [say("explained_mark")] if judgement.explained else []
    marks += [say("after_period")] if judgement.after_period else []
    return [Piece(mark) for mark in marks]


def _name(judgement: Judgement, say: Texts) -> str:
    return visible(judgement.name.in_(say.lang))


def is_listed(judgement: Judgement) -> bool:
    """Whether it has no row of its own: nothing was reported, or it may stand in what could not be read."""
    return judgement.status in LISTED or (judgement.status is Status.UNDETERMINED and judgement.source is None)


def listed_lines(section: Section, status: Status, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    """Those of one status by department: names only."""
    judgements = [judgement for judgement in section.with_status(status) if is_listed(judgement)]
    if not judgements:
        return []
    head: Line = [Piece(say(f"{status.value}_list", count=len(judgements)), "bold")]
    groups: dict[str, list[str]] = {}
    for judgement in judgements:
        groups.setdefault(judgement.lead, []).append(_listed_name(judgement, view, say))
    lines: list[Line] = [head]
    for lead, names in groups.items():
        name = run_notes.department(lead, catalogue, say)
        items = say.listed(tuple(_times(name, names.count(name), say) for name in dict.fromkeys(names)))
        lines += fold([Piece(say("lead_items", lead=visible(name), items=items))], view.width, indent=4)
    return lines


def _listed_name(judgement: Judgement, view: View, say: Texts) -> str:
    """A name; in full with what the report says of the figure that is not there."""
    note = visible(phrases.note(judgement.note, say)) if view.verbose else ""
    return _name(judgement, say) + (say("paren", text=note) if note else "")


def _times(name: str, count: int, say: Texts) -> str:
    """A name that stands for two promises says so: the names add up to the number told."""
    return say("times", name=name, count=count) if count > 1 else name


#: The order of the totals: best first, as people count.
_COUNTED = (
    Status.MET,
    Status.ON_TRACK,
    Status.BEHIND,
    Status.MISSED,
    Status.UNDETERMINED,
    *LISTED,
)


def totals(section: Section, say: Texts) -> list[Piece]:
    """How many promises were asked of a region and year, and how they stand."""
    asked = say("asked" if section.own else "asked_other", count=section.asked)
    counts = [
        Piece(status_count(status, section.counts[status], say), signs.COLOURS.get(status, ""))
        for status in _COUNTED
        if section.counts.get(status)
    ]
    unasked = (("absent", section.absent_leads), ("not_asked", section.unasked_leads))
    sums = ((key, sum(count for _, count in leads)) for key, leads in unasked)
    counts += [Piece(say(key, count=count)) for key, count in sums if count]
    return [Piece(f"{asked}:" if counts else asked), *counts]


def status_count(status: Status, count: int, say: Texts) -> str:
    """How many stand so: 落后 3."""
    return f"{say(f'status_{status.value}')} {count}"


def worst_line(judgement: Judgement, catalogue: CatalogueFacts, view: View, say: Texts) -> list[Line]:
    """A promise missed or behind in short: its name, who leads it and the gap; the clause where it costs no line."""
    style = signs.COLOURS[judgement.status]
    widest = max(columns(say(f"status_{status.value}")) for status in signs.SHORT)
    status = pad(say(f"status_{judgement.status.value}"), widest)
    head: Line = [Piece(f"{signs.SHAPES[judgement.status]} {status}  ", style)]
    lead = Piece(visible(run_notes.department(judgement.lead, catalogue, say)))
    mark = Piece(say("assumed_mark") if judgement.assumed else "")
    gap = Piece(phrases.distance(judgement, say), style)
    title, clause = Piece(_name(judgement, say), "bold"), Piece(judgement.clause, signs.GREY)
    forms = ([title, clause, lead, gap, mark], [title, lead, gap, mark])
    lines = min((fold(form, view.width, width_of(head), gap="  ", first=[]) for form in forms), key=len)
    return [[*head, *lines[0][1:]], *lines[1:]]


def named_lines(heading: Piece, names: tuple[str, ...], total: int, most: int, view: View, say: Texts) -> list[Line]:
    """Names behind their heading, as many as `most` lines hold; how many there are where not all are named."""
    for count in range(len(names), 0, -1):
        rest = say("names_in_all", count=total) if count < total else ""
        text = say("lead_items", lead=heading.text, items=say.listed(names[:count]) + rest)
        rows = broken(Piece(text, heading.style), view.width - 4)
        if len(rows) <= most:
            return [[Piece("    " if index else ""), row] for index, row in enumerate(rows)]
    return fold([heading], view.width)
