"""The words of `anju explain`."""

EXPLAIN: dict[str, str] = {
    "bad": "with the fault",
    "good": "put right",
    "found": "what check says",
    "no_sample": "This code is about the file itself; there is no sample.",
    "id": "id",
    "aliases": "also called",
    "definition": "definition",
    "unit": "unit",
    "unit_forms": "may be written",
    "range": "possible range",
    "whole": "whole numbers only",
    "parts": "parts",
    "parts_text": "{numerator} ({numerator_unit}) ÷ {denominator} ({denominator_unit}) × {per}",
    "max_change": "a move above {value} in one year is queried",
    "max_change_key": "yearly move",
    "kind": "counted",
    "kind_level": "as a level, at the year's end or over the year",
    "kind_total": "up over the plan's period",
    "kind_yearly": "each year anew",
    "grades": "grades, worst first",
    "promise": "target",
    "quote": "quote",
    "clause": "clause",
    "lead": "lead",
    "partners": "partners",
    "judged": "how it is judged",
    "editorial": "editorial",
    "no_targets": "No target of its own; another indicator is held against it.",
    "judged_by": "from {year} on: compared with the goal; before: met if it is there already, else held against the "
    "straight line from the base to {year}",
    "judged_by_no_pace": "from {year} on: compared with the goal; before: met if it is there already, else "
    "undetermined "
    "(no pace is drawn)",
    "judged_every_year": "compared with the goal each year",
    "judged_direction": "compared each year with the same region's year before (its own report, or this report's "
    "previous), never with an older one",
    "judged_reference": "compared each year with “{reference}” of the same region and year",
    "open_end": "open",
    "taken": "taken",
    "noted": "taken with a note",
    "refused": "refused",
    "forms_title": "How numbers may be written: what is taken, what is taken with a note, what is refused and what to "
    "write instead",
}
