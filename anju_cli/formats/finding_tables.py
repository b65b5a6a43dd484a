"""The figures in doubt on the leaders' page: refused, to be settled, and those that stand with a reason."""

from collections.abc import Iterable, Iterator

from anju_cli.characters import clipped
from anju_cli.diagnostics import Level
from anju_cli.formats.markdown_escape import bullets, table
from anju_cli.formats.summary_context import Page
from anju_cli.outcome import Finding, Section

#: The kinds of doubt, in the order told.
_KINDS = ("error", "query", "explained")


def findings_of(section: Section, page: Page) -> tuple[Finding, ...]:
    """The findings in a section's own reports."""
    wanted = (section.region, section.year)
    return tuple(
        finding for finding in page.outcome.findings if page.owners.get(finding.diagnostic.place.path) == wanted
    )


def findings_elsewhere(page: Page) -> tuple[Finding, ...]:
    """The findings in files that none of the plan's own years shown comes from."""
    return tuple(finding for finding in page.outcome.findings if finding.diagnostic.place.path not in page.owners)


def doubts(findings: tuple[Finding, ...], page: Page) -> Iterator[str]:
    """A table for each kind of doubt that occurs; notes are only counted."""
    for kind in _KINDS:
        ones = [finding for finding in findings if _kind(finding) == kind]
        if ones:
            yield f"### {page(f'figures_{kind}')}"
            yield page(f"figures_{kind}_words")
            yield doubts_table(kind, ones, page)
    if not any(_kind(finding) for finding in findings):
        yield page("none_figures")
    revised = [finding for finding in findings if is_revision(finding)]
    if revised:
        yield f"### {page('figures_revised')}"
        yield bullets(_revision(one, page) for one in revised)
    notes = sum(finding.level is Level.NOTE for finding in findings) - len(revised)
    if notes:
        yield page("notes", count=notes)


def is_revision(finding: Finding) -> bool:
    """Whether a finding says what was restated."""
    return finding.diagnostic.code == "ANJ506"


def _revision(finding: Finding, page: Page) -> str:
    """Which figure, from what to what, by whom, why, and where."""
    name = finding.name.in_(page.say.lang) if finding.name else ""
    return page.say("revision_line", name=name, message=page.say.message(finding.diagnostic), place=_where(finding))


def _where(finding: Finding) -> str:
    """File and line."""
    return f"{finding.diagnostic.place.path}:{finding.span.line}" if finding.span else finding.diagnostic.place.path


def _kind(finding: Finding) -> str:
    """Which kind of doubt a finding is; empty for a note."""
    if finding.level is Level.NOTE:
        return ""
    return "explained" if finding.diagnostic.explanation is not None else finding.level.value


def doubts_table(kind: str, ones: Iterable[Finding], page: Page) -> str:
    """One kind of doubt, a row each: what was written, what is wrong, what to do or why it stands, where."""
    last = "reason" if kind == "explained" else "next"
    head = page.heads("code", "name", "written", "problem", last, "place")
    return table(head, [_row(judgement, page) for judgement in ones])


def _row(finding: Finding, page: Page) -> list[str]:
    diagnostic = finding.diagnostic
    explanation = diagnostic.explanation
    return [
        diagnostic.code,
        finding.name.in_(page.say.lang) if finding.name else "",
        clipped(diagnostic.written or ""),
        page.say.message(diagnostic),
        explanation.reason if explanation else page.say.help(diagnostic),
        _where(finding),
    ]
