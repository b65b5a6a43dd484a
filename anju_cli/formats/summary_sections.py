"""How it stands: the paragraph, the table by area, what is short, every promise, who has not reported."""

from collections.abc import Iterable, Iterator

from anju_cli.formats import pace_phrases, phrases, run_notes, signs
from anju_cli.formats.markdown_escape import Marked, bold, bullets, escaped, lines, table
from anju_cli.formats.summary_context import Page
from anju_cli.outcome import ORDER, CatalogueFacts, Judgement, Section, Status

#: The order in which people count: what is well first.
COUNTED = (Status.MET, Status.ON_TRACK, Status.BEHIND, Status.MISSED, *ORDER[4:])

#: Told even where nobody is: a leader asks after these.
_ALWAYS = frozenset(COUNTED[:4])

#: More names than these make no sentence; the table below has them all.
_MOST_NAMES = 10

_UNREPORTED = (Status.NOT_REPORTED, Status.PENDING)


def paragraph(section: Section, page: Page) -> str:
    """How the plan stands, with the number asked; every number is the section's own count."""
    catalogue = page.catalogue
    lead_in = page("lead_in", document=catalogue.document, promises=catalogue.promises, asked=section.asked)
    unasked = (("absent", section.absent_leads), ("not_asked", section.unasked_leads))
    counts = ((key, sum(count for _, count in leads)) for key, leads in unasked)
    rest = "".join(page(key, count=count) for key, count in counts if count)
    return lead_in + page("standing", year=section.year, told=standing(section, page)) + rest


def absences(section: Section, page: Page) -> Iterator[str]:
    """Who has handed in nothing, and whose return is empty, by name."""
    for head, leads in run_notes.absences(section, page.catalogue, page.say):
        yield page("absences", head=head, leads=page.say.listed(leads))


def standing(section: Section, page: Page) -> Marked:
    """One count a status, those that matter named."""
    if not section.asked:
        return page("none_judged")
    statuses = [status for status in COUNTED if section.counts.get(status) or (status in _ALWAYS and section.own)]
    return Marked(page.words["semicolon"].join(_share_words(section, status, page) for status in statuses))


def _share_words(section: Section, status: Status, page: Page) -> str:
    count = section.counts.get(status, 0)
    names = _named(section.with_status(status), page) if section.own and count else ""
    share = page("share", share=percent(count, section.asked)) if section.own else ""
    leads = page("leads", leads=_leads(section.with_status(status), page)) if section.own and count else ""
    return page(f"told_{status.value}", count=count, share=share, names=names, leads=leads)


def _named(judgements: Iterable[Judgement], page: Page) -> Marked:
    names = tuple(dict.fromkeys(page.striving(judgement) for judgement in judgements))
    listed = page.say.listed(names[:_MOST_NAMES])
    return page("names", names=page("names_more", names=listed) if len(names) > _MOST_NAMES else listed)


def _leads(judgements: Iterable[Judgement], page: Page) -> str:
    counts: dict[str, int] = {}
    for judgement in judgements:
        counts[judgement.lead] = counts.get(judgement.lead, 0) + 1
    return leads_listed(counts.items(), page)


def leads_listed(counts: Iterable[tuple[str, int]], page: Page) -> Marked:
    """Departments, each with a number of promises."""
    numbered = tuple(page("lead_count", lead=page.department(lead), count=count) for lead, count in counts)
    return Marked(page.say.listed(numbered))


def percent(part: int, whole: int) -> str:
    """A share of counts with one decimal place, rounded once, half to even (GB/T 8170—2008)."""
    tenths, rest = divmod(1000 * part, whole)
    tenths += 2 * rest > whole or (2 * rest == whole and tenths % 2)
    return f"{tenths // 10}.{tenths % 10}"


def overview(section: Section, page: Page) -> Iterator[str]:
    """How the promises asked stand by area, then by lead department."""
    if not section.judgements:
        yield page("none_asked")
        return
    yield _by_area(section, page)
    yield f"### {page('part_departments')}"
    yield _departments(section, page)


def _by_area(section: Section, page: Page) -> str:
    """One row an area, one column a status that occurs; the last row adds up."""
    statuses = [status for status in COUNTED if status in _ALWAYS or section.counts.get(status)]
    words = [f"{signs.SHAPES[status]} {page.say(f'status_{status.value}')}" for status in statuses]
    rows = [
        [
            page.area(key),
            str(len(judgements)),
            *(str(sum(judgement.status is status for judgement in judgements)) for status in statuses),
        ]
        for key, judgements in section.by_area(_area_order(page.catalogue))
    ]
    total = [str(section.asked), *(str(section.counts.get(status, 0)) for status in statuses)]
    rows.append([bold(page("total")), *map(bold, total)])
    return table([*page.heads("area", "asked"), *words], rows, numbers=1)


def _departments(section: Section, page: Page) -> str:
    """A sentence for each lead department, the worst first: how many it leads, and how they stand."""
    return bullets(_department(lead, judgements, page) for lead, judgements in section.by_lead())


def _department(lead: str, judgements: tuple[Judgement, ...], page: Page) -> Marked:
    phrases = [
        _status_words([judgement for judgement in judgements if judgement.status is status], status, page)
        for status in COUNTED
    ]
    words = Marked(page.words["semicolon"].join(filter(None, phrases)))
    assigned = sum(judgement.promise.target.lead_assigned for judgement in judgements)
    aside = page("department_assigned", count=assigned) if assigned else ""
    return page("department", lead=page.department(lead), count=len(judgements), assigned=aside, told=words)


def _status_words(judgements: list[Judgement], status: Status, page: Page) -> str:
    """One status of a department; what is missed or lags is named."""
    if not judgements:
        return ""
    return page(f"told_{status.value}", count=len(judgements), share="", names=_named(judgements, page), leads="")


def _area_order(catalogue: CatalogueFacts) -> tuple[str, ...]:
    return tuple(key for key, _ in catalogue.areas)


def short(section: Section, page: Page) -> Iterator[str]:
    """What is missed, then what is behind, and what is still to do."""
    for status in (Status.MISSED, Status.BEHIND):
        judgements = section.with_status(status)
        if judgements:
            yield f"### {page(f'short_{status.value}', count=section.counts[status])}"
            yield _short_table(judgements, page)
            yield from _courses(judgements, page)
    yield page("unchanged") if section.with_status(Status.MISSED, Status.BEHIND) else page("none_short")


def _courses(judgements: tuple[Judgement, ...], page: Page) -> Iterator[str]:
    """The years of each promise that is short, where more than one is known; a promise told twice is one course."""
    courses = {judgement.indicator: _course(judgement, page) for judgement in judgements if len(judgement.course) > 1}
    if courses:
        yield page("courses")
        yield bullets(courses.values())


def _course(judgement: Judgement, page: Page) -> Marked:
    way = pace_phrases.pace(judgement, page.say)
    ahead = tuple(filter(None, (way.expected, way.projection)))
    words = page.words["semicolon"].join((pace_phrases.course(judgement, page.say), *ahead))
    return page("course", name=page.name(judgement), unit=judgement.shown_unit.in_(page.say.lang), told=words)


def _short_table(judgements: tuple[Judgement, ...], page: Page) -> str:
    head = page.heads("name", "lead", "figure", "goal", "gap", "todo")
    rows = [
        [
            page.name(judgement),
            _lead(judgement, page),
            page.figure(judgement),
            page.goal(judgement),
            page.gap(judgement),
            lines(_todo(judgement, page)),
        ]
        for judgement in judgements
    ]
    return table(head, rows)


def _lead(judgement: Judgement, page: Page) -> Marked:
    """Who leads it, by which clause."""
    return lines((page.lead(judgement), judgement.clause))


def _todo(judgement: Judgement, page: Page) -> Iterator[str]:
    """Things to do; what each remaining year must bring beside last year's change; where the pace leads."""
    yield phrases.detail(judgement, page.say)
    yield phrases.things(judgement, page.say)
    way = pace_phrases.pace(judgement, page.say)
    yield page.words["semicolon"].join(filter(None, (way.remaining, way.last_change)))
    yield from (way.expected, way.projection)


def areas(section: Section, page: Page) -> Iterator[str]:
    """A table for each area, in the plan's order."""
    if not section.judgements:
        yield page("none_asked")
    for number, (key, judgements) in enumerate(section.by_area(_area_order(page.catalogue))):
        yield f"### {page('heading_numbered', number=_numeral(number, page), name=page.area(key))}"
        yield promises(judgements, page)


def _numeral(index: int, page: Page) -> str:
    numerals = page.words["numbers"].split()
    return numerals[index] if index < len(numerals) else str(index + 1)


def promises(judgements: Iterable[Judgement], page: Page, *, leads: bool = True) -> str:
    """Every promise: status, figure, goal, and what is to be said of it; another region has no lead here."""
    head = page.heads("status", "name", "lead" if leads else "clause", "figure", "goal", "remarks")
    rows = [
        [
            *(page.status(judgement), page.name(judgement), _lead(judgement, page) if leads else judgement.clause),
            *(page.figure(judgement), page.goal(judgement), lines(_remarks(judgement, page))),
        ]
        for judgement in judgements
    ]
    return table(head, rows)


def _remarks(judgement: Judgement, page: Page) -> Iterator[str]:
    yield phrases.gap(judgement, page.say)
    yield phrases.reasons(judgement, page.say)
    if judgement.progress is not None:
        way = pace_phrases.pace(judgement, page.say)
        yield page.words["semicolon"].join(filter(None, (way.expected, way.base)))
    yield pace_phrases.since_base(judgement, page.say)
    yield pace_phrases.running_total(judgement, page.catalogue.period[0], page.say)
    yield phrases.note(judgement.note, page.say)


def unreported(section: Section, page: Page) -> Iterator[str]:
    """Who has not reported what, by department, and who was not asked."""
    judgements = section.with_status(*_UNREPORTED)
    yield from absences(section, page)
    if section.awaited:
        yield page("awaited", count=len(section.awaited))
        yield _awaited_table(section.awaited, page)
    if section.judgements or not section.awaited:
        yield _unreported_table(section, judgements, page) if judgements else page("none_unreported")
    unasked = section.unasked_leads
    if unasked:
        count = sum(promises for _, promises in unasked)
        yield page("not_asked_leads", count=count, leads=leads_listed(unasked, page))


def _awaited_table(judgements: Iterable[Judgement], page: Page) -> str:
    """What a department is to report."""
    head = page.heads("name", "lead", "goal")
    return table(
        head, [[page.name(judgement), _lead(judgement, page), page.goal(judgement)] for judgement in judgements]
    )


def _unreported_table(section: Section, judgements: tuple[Judgement, ...], page: Page) -> str:
    groups: dict[tuple[str, Status], list[str]] = {}
    for lead, group in section.by_lead():
        for judgement in group:
            if judgement.status in _UNREPORTED:
                groups.setdefault((lead, judgement.status), []).append(page.name(judgement))
    rows = [
        [page.department(lead), page.say(f"status_{status.value}"), _counted_names(names, page), str(len(names))]
        for (lead, status), names in groups.items()
    ]
    rows.append([bold(page("total")), "", "", bold(str(len(judgements)))])
    return table(page.heads("department", "status", "names", "count"), rows, numbers=3)


def _counted_names(names: list[str], page: Page) -> Marked:
    """Each name once; an indicator with two promises says so, so that the names add up to the number."""
    once = dict.fromkeys(names)
    shown = [
        page("doubled", name=name, count=names.count(name)) if names.count(name) > 1 else escaped(name) for name in once
    ]
    return Marked(page.say.listed(tuple(shown)))


def history(section: Section, page: Page) -> str:
    """The believed figures of a year before the plan, in the catalogue's order."""
    rows = [
        [
            figure.name.in_(page.say.lang),
            lines((phrases.plain_figure(figure, page.say), phrases.note(figure.note, page.say))),
        ]
        for figure in section.unjudged
    ]
    return table(page.heads("name", "figure"), rows)
