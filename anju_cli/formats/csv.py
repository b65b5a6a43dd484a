"""Judgements as a table for spreadsheets: a promise in a region and year a row.

What nobody was asked for has rows of its own, one a department, and so has who is absent or handed in an empty return;
the column of promises adds up to all of them.
"""

from collections.abc import Iterator

from anju_cli.formats import phrases, run_notes
from anju_cli.formats.csv_table import cell, head, number, promised, rows, source
from anju_cli.formats.passages import Passage, Slot
from anju_cli.formats.view import View
from anju_cli.outcome import CatalogueFacts, Judgement, Outcome, Section
from anju_cli.tally import RunSummary
from anju_cli.texts import Texts, texts

#: The columns, each with its words in `texts` under `csv_…`.
COLUMNS = (
    *("region", "year", "target", "indicator", "name", "promises", "status", "shade", "reasons", "figure", "written"),
    *("unit", "goal", "gap", "previous", "lead", "clause", "remarks", "path", "line"),
    *("aspirational", "lead_assigned", "note"),
)

_SLOTS = (Slot("head"), Slot("sections"))


def slots(view: View) -> tuple[Slot, ...]:  # noqa: ARG001 - other formats have words between their passages
    """The first row, then the rest."""
    return _SLOTS


def passages(outcome: Outcome, view: View) -> Iterator[Passage]:
    """The rows of each section."""
    say = texts(view.lang)
    for section in outcome.sections:
        records = _section(section, outcome.catalogue, say)
        yield Passage("sections", rows(COLUMNS, records), section.rank)


def frame(summary: RunSummary, view: View) -> Iterator[Passage]:  # noqa: ARG001 - a table says nothing of the run
    """The first row."""
    yield Passage("head", head(COLUMNS, texts(view.lang)))


def _section(section: Section, catalogue: CatalogueFacts, say: Texts) -> Iterator[dict[str, str]]:
    shared = {"region": cell(section.region), "year": str(section.year)}
    sample = say("sample") if section.sample else ""
    for judgement in section.judgements:
        yield shared | _judgement(judgement, sample, catalogue, say)
    empty = ((lead, 0) for lead in section.empty)
    kinds = (("absent", section.absent_leads), ("empty", empty), ("not_asked", section.unasked_leads))
    for kind, leads in kinds:
        for lead, count in leads:
            lead_cell = cell(run_notes.department(lead, catalogue, say))
            yield shared | {"promises": str(count), "status": say(f"csv_{kind}"), "lead": lead_cell}


def _judgement(judgement: Judgement, sample: str, catalogue: CatalogueFacts, say: Texts) -> dict[str, str]:
    explained = say("explained_mark") if judgement.explained else ""
    remarks = tuple(filter(None, (sample, *phrases.grounds(judgement, say), explained)))
    return {
        "target": judgement.target,
        "indicator": cell(judgement.indicator),
        "name": cell(judgement.name.in_(say.lang)),
        "promises": "1",
        "status": say(f"status_{judgement.status.value}"),
        "shade": cell(phrases.progress_word(judgement, say)),
        "reasons": cell(phrases.reasons(judgement, say)),
        "figure": number(judgement.value) if judgement.grade is None else cell(judgement.grade),
        "written": cell(judgement.written or "") if judgement.value is None else "",
        "unit": cell(judgement.shown_unit.in_(say.lang)),
        "goal": cell(phrases.goal_phrase(judgement.promise, judgement.assessment.reference, say)),
        "gap": number(judgement.gap),
        "previous": number(judgement.before) if judgement.grade is None else "",
        "lead": cell(run_notes.department(judgement.lead, catalogue, say)),
        "clause": cell(judgement.clause),
        "remarks": cell(say.listed(remarks)),
        **source(judgement),
        **promised(judgement, say),
        "note": cell(judgement.note),
    }
