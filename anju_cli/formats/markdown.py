"""The page that leaders read, in GitHub's Markdown: how it stands, what is short, who is silent, sources."""

from collections.abc import Iterator

from anju_cli.diagnostics import Level
from anju_cli.formats import comparison_notes, finding_tables, run_notes, summary_sections
from anju_cli.formats.markdown_escape import Marked, bold, bullets, escaped
from anju_cli.formats.summary_context import Page, page_of, refused
from anju_cli.formats.view import View
from anju_cli.outcome import Outcome, Report, Section


def render(outcome: Outcome, view: View) -> str:
    """The whole page."""
    page = page_of(outcome, view)
    blocks = _without_catalogue(page) if outcome.result.why == "catalogue" else _blocks(page)
    return "\n\n".join(blocks) + "\n"


def _without_catalogue(page: Page) -> Iterator[str]:
    """A catalogue that can't be used: its faults, and nothing else."""
    catalogue = page.outcome.catalogue
    yield f"> {page('first_catalogue')}"
    yield f"# {page('title_catalogue')}"
    yield finding_tables.doubts_table("error", page.outcome.findings, page)
    yield f"## {page('part_sources')}"
    yield bullets((_with_sum(page("source_broken", path=catalogue.path), catalogue.sha256, page), *_closing(page)))


def _blocks(page: Page) -> Iterator[str]:
    """Blocks of Markdown: warnings first, then each year of the plan, then what stands beside it."""
    own = [section for section in page.outcome.sections if section.own and not section.history]
    yield from _first_lines(page)
    for section in own:
        yield from _year(section, page)
    if not own:
        yield from _head(page("title_only", title=page.outcome.catalogue.title), _all_sample(page.outcome), page)
        yield from _left_out(page)
    elsewhere = finding_tables.findings_elsewhere(page)
    if any(one.level is not Level.NOTE or finding_tables.is_revision(one) for one in elsewhere):
        yield f"## {page('part_elsewhere')}"
        yield from finding_tables.doubts(elsewhere, page)
    for section in page.outcome.sections:
        if section not in own:
            yield from _beside(section, page)
    yield from _since(page)
    yield f"## {page('part_sources')}"
    yield bullets(_sources(page))


def _first_lines(page: Page) -> Iterator[str]:
    """What makes the page less than whole stands before everything else."""
    outcome = page.outcome
    assumed = run_notes.assumptions(outcome, page.say)
    if assumed:
        yield f"> {bold(assumed)}"
    errors = outcome.number_of(Level.ERROR)
    if errors:
        targets = sum(map(refused, outcome.judgements))
        held = page("first_held", targets=targets) if targets else ""
        yield f"> {page('first_errors', errors=errors, held=held)}"
    if outcome.coverage.missing:
        yield f"> {page('first_missing', paths=page.say.listed(outcome.coverage.missing))}"
    if not outcome.coverage.figures:
        yield f"> {page('first_nothing')}"


def _all_sample(outcome: Outcome) -> bool:
    """Whether there is nothing but imagined figures."""
    return bool(outcome.sections) and all(section.sample for section in outcome.sections)


def _head(title: str, sample: bool, page: Page) -> Iterator[str]:
    """A page's title; imagined figures are headed so."""
    yield f"# {page('sample_heading', title=title) if sample else title}"
    if sample:
        yield page("sample_words")


def _year(section: Section, page: Page) -> Iterator[str]:
    """One year of the plan's own region: the five parts in the customary order."""
    yield from _head(page("title", title=page.outcome.catalogue.title, year=section.year), section.sample, page)
    yield summary_sections.paragraph(section, page)
    yield from _limits(section, page)
    yield from map(bold, run_notes.resting_on(section, page.say))
    findings = finding_tables.findings_of(section, page)
    yield f"## {page('part_overview')}"
    yield summary_sections.overview(section, page)
    yield f"### {page('part_departments')}"
    yield summary_sections.departments(section, page)
    yield f"## {page('part_short')}"
    yield from summary_sections.short(section, page)
    yield f"## {page('part_areas')}"
    yield from summary_sections.areas(section, page)
    any_refused = any(finding.level is Level.ERROR for finding in findings)
    yield f"## {page('part_figures_refused' if any_refused else 'part_figures')}"
    yield from finding_tables.doubts(findings, page)
    yield f"## {page('part_unreported')}"
    yield from summary_sections.unreported(section, page)


def _limits(section: Section, page: Page) -> Iterator[str]:
    """What bounds the counts: options, the reports' own scope, a year after the plan's period."""
    yield from _left_out(page)
    if any(_of(section, report) and report.scope == "reported" for report in page.outcome.reports):
        yield page("scope_reported")
    first, last = page.outcome.catalogue.period
    if section.year > last:
        yield page("after_period", year=section.year, first=first, last=last)


def _left_out(page: Page) -> Iterator[str]:
    said = run_notes.filters(page.outcome, page.say)
    if said:
        yield escaped(said + page.say("stop"))


def _since(page: Page) -> Iterator[str]:
    """What changed on an earlier outcome, where one was given."""
    found = page.outcome.since
    if found is None:
        return
    yield f"## {escaped(comparison_notes.heading(found, page.outcome, page.say))}"
    if not found.same_catalogue:
        yield bold(page.say("since_catalogue"))
    for group in comparison_notes.groups(found, page.outcome, page.say):
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
        first, last = page.outcome.catalogue.period
        yield page("history_words", first=first, last=last)
        yield summary_sections.history(section, page)
        return
    own, counts = page.outcome.catalogue.region, summary_sections.told(section, page)
    yield page("other_words", own=own, asked=section.asked, told=counts)
    if section.judgements:
        yield summary_sections.promises(section.judgements, page, leads=False)


def _sources(page: Page) -> Iterator[str]:
    """Each file with its sum, the catalogue, what was not read, and what the run came to."""
    outcome, coverage = page.outcome, page.outcome.coverage
    for report in outcome.reports:
        told = _report(report, page)
        yield _with_sum(told, report.sha256, page) if report.encoding else told
    catalogue = outcome.catalogue
    told = page("source_catalogue", path=catalogue.path, document=catalogue.document, promises=catalogue.promises)
    yield _with_sum(told, catalogue.sha256, page)
    if coverage.passed_over:
        yield escaped(page.say("passed_over", count=coverage.passed_over))
    yield from _closing(page)


def _closing(page: Page) -> Iterator[str]:
    outcome = page.outcome
    yield _checked(page)
    yield page("source_result", why=run_notes.result(outcome, page.say), code=outcome.result.code)


def _report(report: Report, page: Page) -> Marked:
    if not report.encoding:
        return page("source_closed", path=report.path)
    if report.region is None or report.year is None:
        return page("source_unread", path=report.path, encoding=report.encoding)
    department = page("source_department", department=page.lead(report.department)) if report.department else ""
    return page(
        "source_report",
        path=report.path,
        region=report.region,
        year=report.year,
        department=department,
        figures=report.figures,
        encoding=report.encoding,
    )


def _checked(page: Page) -> Marked:
    outcome = page.outcome
    return page(
        "source_checked",
        version=page.view.version,
        reports=outcome.coverage.reports,
        figures=outcome.coverage.figures,
        errors=outcome.number_of(Level.ERROR),
        queries=outcome.number_of(Level.QUERY),
        explained=outcome.explained,
        notes=outcome.number_of(Level.NOTE),
    )


def _with_sum(text: Marked, sha256: str, page: Page) -> Marked:
    return Marked(f"{text}{page('sha256')}`{sha256}`")
