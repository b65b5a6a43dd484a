"""The page that leaders read, in GitHub's Markdown: how it stands, what is short, who is silent, sources."""

from collections.abc import Iterable, Iterator

from anju_cli.diagnostics import Level
from anju_cli.formats import comparison_notes, finding_tables, run_notes, summary_sections
from anju_cli.formats.markdown_escape import Marked, bold, bullets, escaped
from anju_cli.formats.passages import Passage, Slot
from anju_cli.formats.summary_context import Page, page_of
from anju_cli.formats.view import View
from anju_cli.outcome import CatalogueFacts, Coverage, Finding, FindingKind, Outcome, Report, Section
from anju_cli.tally import RunSummary, Tally

#: The words between passages are of no plan.
_NO_PLAN = CatalogueFacts("", "", "", "", "", 0, (0, 0), ())


def slots(view: View) -> tuple[Slot, ...]:
    """The page's parts: warnings first, then each year of the plan, then what stands beside it."""
    page = page_of(_NO_PLAN, view)
    return (
        *(Slot("opening"), Slot("years"), Slot("elsewhere")),
        *finding_tables.slots(page),
        *(Slot("beside"), Slot("since"), Slot("sources"), Slot("closing")),
    )


def passages(outcome: Outcome, view: View) -> Iterator[Passage]:
    """Sections, findings in files that no year of the plan shown comes from, and sources."""
    page = page_of(outcome.catalogue, view)
    if outcome.result.why == "catalogue":
        yield Passage("opening", _joined(_without_catalogue(outcome, page)))
        return
    findings = outcome.findings_by_year
    for section in outcome.sections:
        if section.own and not section.history:
            own = findings.get((section.region, section.year), [])
            yield Passage("years", _joined(_year(section, own, outcome, page)), section.rank)
        else:
            yield Passage("beside", _joined(_beside(section, page)), section.rank)
    for finding in findings.get(None, ()):
        if finding.kind is not FindingKind.NOTE:
            yield Passage(finding.kind.value, finding_tables.line(finding, page), finding.rank)
    for number, report in enumerate(outcome.reports):
        text = _with_sum(_report(report, page), report.sha256, page) if report.encoding else _report(report, page)
        yield Passage("sources", bullets([text]) + "\n", (report.path, number))


def frame(summary: RunSummary, view: View) -> Iterator[Passage]:
    """Warnings, the heads of parts that are there, changes, and the end of the sources."""
    page = page_of(summary.catalogue, view)
    if summary.result.why == "catalogue":
        source = page("source_broken", path=summary.catalogue.path)
        ends = (_with_sum(source, summary.catalogue.sha256, page), *_closing(summary, page))
        yield Passage("closing", bullets(ends) + "\n")
        return
    yield Passage("opening", _joined(_first_lines(summary, page)))
    if not summary.tally.years:
        yield Passage("years", _joined(_no_year(summary, page)))
    yield from _elsewhere(summary.tally, page)
    yield Passage("since", _joined(_since(summary, page)) + f"## {page('part_sources')}\n\n")
    yield Passage("closing", bullets(_sources(summary, page)) + "\n")


def _joined(blocks: Iterable[str]) -> str:
    """Blocks of Markdown, each with an empty line behind it."""
    return "".join(f"{block}\n\n" for block in blocks)


def _elsewhere(tally: Tally, page: Page) -> Iterator[Passage]:
    """The head over findings that stand nowhere else, unless they are mere notes; where none is a doubt; notes."""
    kinds = tally.elsewhere
    doubts, notes = sum(kinds[kind] for kind in finding_tables.DOUBTS), kinds[FindingKind.NOTE]
    if not doubts and not kinds[FindingKind.REVISED]:
        return
    yield Passage("elsewhere", f"## {page('part_elsewhere')}\n\n")
    yield Passage("none_figures", "" if doubts else _joined([page("none_figures")]))
    yield Passage("notes", _joined([page("notes", count=notes)]) if notes else "")


def _without_catalogue(outcome: Outcome, page: Page) -> Iterator[str]:
    """A catalogue that can't be used: its faults, and nothing else."""
    yield f"> {page('first_catalogue')}"
    yield f"# {page('title_catalogue')}"
    yield finding_tables.doubts_table(FindingKind.ERROR, outcome.findings, page)
    yield f"## {page('part_sources')}"


def _first_lines(summary: RunSummary, page: Page) -> Iterator[str]:
    """What makes the page less than whole stands before everything else."""
    assumed = run_notes.assumptions(summary.assumptions, summary.catalogue, page.say)
    if assumed:
        yield f"> {bold(assumed)}"
    errors, refused = summary.tally.levels[Level.ERROR], summary.tally.refused
    if errors:
        held = page("first_held", targets=refused) if refused else ""
        yield f"> {page('first_errors', errors=errors, held=held)}"
    if summary.coverage.missing:
        yield f"> {page('first_missing', paths=page.say.listed(summary.coverage.missing))}"
    if not summary.tally.figures:
        yield f"> {page('first_nothing')}"
    for remark in run_notes.unmatched(summary.coverage, summary.catalogue, page.say):
        yield f"> {bold(remark)}"


def _no_year(summary: RunSummary, page: Page) -> Iterator[str]:
    """The title where no year of the plan is shown."""
    yield from _head(page("title_only", title=summary.catalogue.title), summary.tally.all_sample, page)
    yield from _left_out(summary.coverage, page)


def _head(title: str, sample: bool, page: Page) -> Iterator[str]:
    """A page's title; imagined figures are headed so."""
    yield f"# {page('sample_heading', title=title) if sample else title}"
    if sample:
        yield page("sample_words")


def _year(section: Section, findings: list[Finding], outcome: Outcome, page: Page) -> Iterator[str]:
    """One year of the plan's own region: the five parts in the customary order."""
    yield from _head(page("title", title=page.catalogue.title, year=section.year), section.sample, page)
    yield summary_sections.paragraph(section, page)
    yield from map(bold, summary_sections.absences(section, page))
    yield from _limits(section, outcome, page)
    yield from map(bold, run_notes.resting_on(section, page.say))
    yield f"## {page('part_overview')}"
    yield from summary_sections.overview(section, page)
    yield f"## {page('part_short')}"
    yield from summary_sections.short(section, page)
    yield f"## {page('part_areas')}"
    yield from summary_sections.areas(section, page)
    any_refused = any(finding.level is Level.ERROR for finding in findings)
    yield f"## {page('part_figures_refused' if any_refused else 'part_figures')}"
    yield from finding_tables.finding_blocks(findings, page)
    yield f"## {page('part_unreported')}"
    yield from summary_sections.unreported(section, page)


def _limits(section: Section, outcome: Outcome, page: Page) -> Iterator[str]:
    """What bounds the counts: options, the reports' own scope, a year after the plan's period."""
    yield from _left_out(outcome.coverage, page)
    if any(_of(section, report) and report.scope == "reported" for report in outcome.reports):
        yield page("scope_reported")
    first, last = page.catalogue.period
    if section.year > last:
        yield page("after_period", year=section.year, first=first, last=last)


def _left_out(coverage: Coverage, page: Page) -> Iterator[str]:
    said = run_notes.filters(coverage, page.catalogue, page.say)
    if said:
        yield escaped(said + page.say("stop"))


def _since(summary: RunSummary, page: Page) -> Iterator[str]:
    """What changed on an earlier outcome, where one was given."""
    changes = summary.since
    if changes is None:
        return
    yield f"## {escaped(comparison_notes.heading(changes, summary, page.say))}"
    if not changes.same_catalogue:
        yield bold(page.say("since_catalogue"))
    for group in comparison_notes.groups(changes, page.catalogue.region, page.say):
        yield f"### {escaped(group.heading)}"
        yield bullets(group.phrases)


def _of(section: Section, report: Report) -> bool:
    return (report.region, report.year) == (section.region, section.year)


def _beside(section: Section, page: Page) -> Iterator[str]:
    """Another region for comparison, or a year before the plan: its own section, never in the counts above."""
    kind = "part_history" if section.history else "part_other"
    title = page(kind, region=section.region, year=section.year)
    yield f"## {page('sample_beside', title=title) if section.sample else title}"
    yield from map(bold, run_notes.resting_on(section, page.say))
    if section.history:
        first, last = page.catalogue.period
        yield page("history_words", first=first, last=last)
        yield summary_sections.history(section, page)
        return
    own, counts = page.catalogue.region, summary_sections.standing(section, page)
    yield page("other_words", own=own, asked=section.asked, told=counts)
    if section.judgements:
        yield summary_sections.promises(section.judgements, page, leads=False)


def _sources(summary: RunSummary, page: Page) -> Iterator[str]:
    """The catalogue, what was not read, and what the run came to."""
    catalogue = summary.catalogue
    source = page("source_catalogue", path=catalogue.path, document=catalogue.document, promises=catalogue.promises)
    yield _with_sum(source, catalogue.sha256, page)
    for remark in (run_notes.no_own_return(summary, page.say), run_notes.passed_over(summary.coverage, page.say)):
        if remark:
            yield escaped(remark)
    yield from _closing(summary, page)


def _closing(summary: RunSummary, page: Page) -> Iterator[str]:
    yield _checked(summary.tally, page)
    why = run_notes.outcome_words(summary.result, page.say)
    yield page("source_result", why=why, code=summary.result.code)


def _report(report: Report, page: Page) -> Marked:
    if not report.encoding:
        return page("source_closed", path=report.path)
    if report.region is None or report.year is None:
        return page("source_unread", path=report.path, encoding=report.encoding)
    department = page("source_department", department=page.department(report.department)) if report.department else ""
    return page(
        "source_report",
        path=report.path,
        region=report.region,
        year=report.year,
        department=department,
        figures=report.figures,
        encoding=report.encoding,
    )


def _checked(tally: Tally, page: Page) -> Marked:
    return page(
        "source_checked",
        version=page.view.version,
        reports=tally.reports,
        figures=tally.figures,
        errors=tally.levels[Level.ERROR],
        queries=tally.levels[Level.QUERY],
        explained=tally.explained,
        notes=tally.levels[Level.NOTE],
    )


def _with_sum(text: Marked, sha256: str, page: Page) -> Marked:
    return Marked(f"{text}{page('sha256')}`{sha256}`")
