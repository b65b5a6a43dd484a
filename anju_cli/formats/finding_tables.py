"""The figures in doubt on the leaders' page: refused, to be settled, and those that stand with a reason."""

from collections.abc import Iterable, Iterator, Sequence

from anju_cli.characters import clipped
from anju_cli.formats.markdown_escape import bullets, row, table
from anju_cli.formats.passages import Slot
from anju_cli.formats.summary_context import Page
from anju_cli.outcome import Finding, FindingKind
from anju_cli.places import row_of

#: The kinds of doubt, in the order told.
DOUBTS = (FindingKind.ERROR, FindingKind.QUERY, FindingKind.EXPLAINED)


def finding_blocks(findings: Sequence[Finding], page: Page) -> Iterator[str]:
    """A table for each kind of doubt that occurs, then what was revised; notes are only counted."""
    kinds = [finding.kind for finding in findings]
    for kind in DOUBTS:
        if kind in kinds:
            yield from _heading(kind, page)
            yield doubts_table(kind, (finding for finding in findings if finding.kind is kind), page)
    if not set(DOUBTS).intersection(kinds):
        yield page("none_figures")
    if FindingKind.REVISED in kinds:
        yield f"### {page('figures_revised')}"
        yield bullets(_revision(finding, page) for finding in findings if finding.kind is FindingKind.REVISED)
    notes = kinds.count(FindingKind.NOTE)
    if notes:
        yield page("notes", count=notes)


def slots(page: Page) -> Iterator[Slot]:
    """The same for findings that come one by one: a slot a kind, and one for where there is no doubt."""
    for kind in DOUBTS:
        head = "\n\n".join((*_heading(kind, page), table(_head(kind, page), ())))
        yield Slot(kind.value, f"{head}\n", "\n", "\n\n")
    yield Slot("none_figures")
    yield Slot(FindingKind.REVISED.value, f"### {page('figures_revised')}\n\n", "\n", "\n\n")
    yield Slot("notes")


def line(finding: Finding, page: Page) -> str:
    """What such a slot takes of a finding: a row of its table, or a bullet."""
    if finding.kind is FindingKind.REVISED:
        return bullets([_revision(finding, page)])
    return row(_cells(finding, page))


def _heading(kind: FindingKind, page: Page) -> Iterator[str]:
    yield f"### {page(f'figures_{kind.value}')}"
    yield page(f"figures_{kind.value}_words")


def _revision(finding: Finding, page: Page) -> str:
    """Which figure, from what to what, by whom, why, and where."""
    name = finding.name.in_(page.say.lang) if finding.name else ""
    return page.say("revision_line", name=name, message=page.say.message(finding.diagnostic), place=_where(finding))


def _where(finding: Finding) -> str:
    """File and line, or cell."""
    return row_of(finding.diagnostic.place.path, finding.span)


def doubts_table(kind: FindingKind, findings: Iterable[Finding], page: Page) -> str:
    """One kind of doubt, a row each: what was written, what is wrong, what to do or why it stands, where."""
    return table(_head(kind, page), [_cells(finding, page) for finding in findings])


def _head(kind: FindingKind, page: Page) -> tuple[str, ...]:
    last = "reason" if kind is FindingKind.EXPLAINED else "next"
    return page.heads("code", "name", "written", "problem", last, "place")


def _cells(finding: Finding, page: Page) -> list[str]:
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
