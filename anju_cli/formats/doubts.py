"""The figures in doubt on the leaders' page: refused, to be settled, and those that stand with a reason."""

from collections.abc import Iterable, Iterator

from anju_cli.characters import clipped
from anju_cli.diagnostics import Level
from anju_cli.formats.marking import bullets, table
from anju_cli.formats.page import Page
from anju_cli.outcome import Finding, Section

#: The kinds of doubt, in the order told.
_KINDS = ("error", "query", "explained")


def findings_of(section: Section, page: Page) -> tuple[Finding, ...]:
    """The findings in a section's own reports."""
    wanted = (section.region, section.year)
    return tuple(one for one in page.outcome.findings if page.owners.get(one.diagnostic.place.path) == wanted)


def findings_elsewhere(page: Page) -> tuple[Finding, ...]:
    """The findings in files that none of the plan's own years shown comes from."""
    return tuple(one for one in page.outcome.findings if one.diagnostic.place.path not in page.owners)


def doubts(findings: tuple[Finding, ...], page: Page) -> Iterator[str]:
    """A table for each kind of doubt that occurs; notes are only counted."""
    for kind in _KINDS:
        ones = [one for one in findings if _kind(one) == kind]
        if ones:
            yield f"### {page(f'figures_{kind}')}"
            yield page(f"figures_{kind}_words")
            yield doubts_table(kind, ones, page)
    if not any(_kind(one) for one in findings):
        yield page("none_figures")
    revised = [one for one in findings if is_revision(one)]
    if revised:
        yield f"### {page('figures_revised')}"
        yield bullets(_revision(one, page) for one in revised)
    notes = sum(one.level is Level.NOTE for one in findings) - len(revised)
    if notes:
        yield page("notes", count=notes)


def is_revision(one: Finding) -> bool:
    """Whether a finding says what was restated."""
    return one.diagnostic.code == "ANJ506"


def _revision(one: Finding, page: Page) -> str:
    """Which figure, from what to what, by whom, why, and where."""
    name = one.name.in_(page.say.lang) if one.name else ""
    return page.say("revision_line", name=name, message=page.say.message(one.diagnostic), place=_where(one))


def _where(one: Finding) -> str:
    """File and line."""
    return f"{one.diagnostic.place.path}:{one.span.line}" if one.span else one.diagnostic.place.path


def _kind(one: Finding) -> str:
    """Which kind of doubt a finding is; empty for a note."""
    if one.level is Level.NOTE:
        return ""
    return "explained" if one.diagnostic.explanation is not None else one.level.value


def doubts_table(kind: str, ones: Iterable[Finding], page: Page) -> str:
    """One kind of doubt, a row each: what was written, what is wrong, what to do or why it stands, where."""
    last = "reason" if kind == "explained" else "next"
    head = page.heads("code", "name", "written", "problem", last, "place")
    return table(head, [_row(one, page) for one in ones])


def _row(one: Finding, page: Page) -> list[str]:
    diagnostic = one.diagnostic
    explanation = diagnostic.explanation
    return [
        diagnostic.code,
        one.name.in_(page.say.lang) if one.name else "",
        clipped(diagnostic.written or ""),
        page.say.message(diagnostic),
        explanation.reason if explanation else page.say.help(diagnostic),
        _where(one),
    ]
